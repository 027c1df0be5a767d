using System.Globalization;
using Almanach.Core.Engine;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Sittings;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Meetings.Sittings;

/// <summary>The vote on one decision, and who stepped back from it, as a form holds them.</summary>
/// <param name="Chair">« pour », « contre », or empty where the chair broke no tie.</param>
/// <param name="Recused">Contacts.</param>
public sealed record DecisionVoteWords(string For, string Against, string Abstained, string Chair, IReadOnlyList<string> Recused)
{
    public static DecisionVoteWords Blank { get; } = new("", "", "", "", []);

    public bool IsBlank => For.Length == 0 && Against.Length == 0 && Abstained.Length == 0 && Chair.Length == 0 && Recused.Count == 0;

    public static DecisionVoteWords Of(IFormCollection form, string field) => new(
        form.Text($"pour-{field}"), form.Text($"contre-{field}"), form.Text($"abstention-{field}"), form.Text($"voix-{field}"), form.All($"deport-{field}"));

    public static DecisionVoteWords Of(MeetingDecision decision) => new(
        Said(decision.Vote?.For), Said(decision.Vote?.Against), Said(decision.Vote?.Abstained),
        decision.Vote?.Chair switch { true => "pour", false => "contre", null => "" }, decision.Recused ?? []);

    /// <summary>The decision with its vote; what cannot be read is told beside its field.</summary>
    public MeetingDecision On(MeetingDecision decision, string field, List<FieldError> errors)
    {
        decision = decision with { Recused = Recused.Count > 0 ? [.. Recused.Distinct().Order(StringComparer.Ordinal)] : null };
        if (For.Length + Against.Length + Abstained.Length + Chair.Length == 0)
            return decision;
        var (yes, no, abstained) = (Number(For, $"pour-{field}", errors), Number(Against, $"contre-{field}", errors), Number(Abstained, $"abstention-{field}", errors));
        return yes is null || no is null || abstained is null ? decision
            : decision with { Vote = new DecisionVote(yes.Value, no.Value, abstained.Value, Chair switch { "pour" => true, "contre" => false, _ => null }) };
    }

    private static int? Number(string typed, string field, List<FieldError> errors)
    {
        if (typed.Length == 0)
            return 0;
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        errors.Add(new FieldError(field, "Écrivez un nombre de voix en chiffres, ou laissez vide."));
        return null;
    }

    private static string Said(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
