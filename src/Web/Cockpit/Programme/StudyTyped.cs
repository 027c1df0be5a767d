using Almanach.Core.Programme;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Programme;

/// <summary>A study as its forms hold it.</summary>
/// <param name="Stage">The one proposed: what comes after the one it is at.</param>
public sealed record StudyTyped(string Stage, string Day, string Operator, string Scope, string Cost)
{
    /// <param name="form">What was refused; null for what is known.</param>
    public static StudyTyped Of(ProgrammeAction action, IReadOnlyList<string> stages, DateOnly today, IFormCollection? form)
    {
        var at = stages.Index().Where(pair => pair.Item == action.Study?.Now?.Stage).Select(pair => pair.Index).DefaultIfEmpty(-1).First();
        return new StudyTyped(
            Text("etape", stages.ElementAtOrDefault(Math.Min(at + 1, stages.Count - 1)) ?? ""), Text("le", $"{today:yyyy-MM-dd}"),
            Text("operateur", action.Study?.Operator ?? ""), Text("champ", action.Study?.Scope ?? ""), Text("cout", action.Study?.Cost ?? ""));

        string Text(string field, string known) => form?.ContainsKey(field) == true ? form.Text(field) : known;
    }
}
