using Almanach.Core.Programme;

namespace Almanach.Web.Api;

/// <summary>The actions of a year.</summary>
internal static class ProgrammeApi
{
    private const string Programme = $"/cycles/{ApiModule.Years}/programme";

    public static void Map(ApiModule api)
    {
        api.Get<IReadOnlyList<ProgrammeAction>>(Programme, "Les actions du programme.", async call =>
            ApiAnswer.Of(await call.Office.Programme.Load(call.Year, call.Stop)));
        api.Post<ReportBody>($"{Programme}/{{action}}/report", "Dit où en est une action.", async (call, body) =>
            ApiAnswer.Of(await call.Office.Programme.Report(call.Year, call["action"], body.State, body.Text, ApiCall.Actor, call.Now, call.Stop)));
        api.Put<DatesBody>($"{Programme}/{{action}}/dates", "Remplace les dates et les lieux d’une action.", async (call, body) =>
            body.Occurrences.Any(occurrence => occurrence.Day is { } day && !ApiCall.IsSound(day))
                ? ApiCall.BadDay("occurrences")
                : ApiAnswer.Of(await call.Office.Programme.Reschedule(call.Year, call["action"], [.. body.Occurrences.Select(Clean)], null, ApiCall.Actor, call.Now, call.Stop), Names));
    }

    /// <summary>A day has no period beside it, as in the cockpit's form.</summary>
    private static Occurrence Clean(Occurrence occurrence) =>
        occurrence with { Period = occurrence.Day is null ? ApiCall.Line(occurrence.Period) : "", Place = ApiCall.Line(occurrence.Place) };

    private static readonly Dictionary<string, string> Names = new() { ["jour-1"] = "occurrences", ["lieu-1"] = "occurrences" };
}
