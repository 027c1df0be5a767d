using Almanach.Core.Programme;
using Almanach.Core.Programme.Holding;
using Almanach.Web.Hosting;

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
        api.Put<SpeakersBody>($"{Programme}/{{action}}/speakers", "Remplace les intervenants d’une action.", async (call, body) => ApiAnswer.Of(await call.Office.Programme.SetSpeakers(
            call.Year, call["action"], [.. body.Speakers.Select(Clean)], null, ApiCall.Actor, call.Now, call.Stop), Names));
        api.Post<ActionMeetingBody>($"{Programme}/{{action}}/meeting", "Planifie la rencontre d’une action, avec son invitation. Rien ne part avant le jour de l’invitation.", Plan);
        api.Post<NotHeldBody>($"{Programme}/{{action}}/not-held", "Reporte la rencontre d’une action ou y renonce, et dit pourquoi à ceux qui la souhaitaient.", async (call, body) =>
            ApiAnswer.Of(await call.Office.Holdings.Decide(call.Year, call["action"], new Decline(body.GivenUp, Words(body.Reason), call.Now), null, ApiCall.Actor, call.Stop), Names));
        api.Post<StageBody>($"{Programme}/{{action}}/stage", "Note l’étape qu’une action a atteinte, par exemple une étude.", async (call, body) => ApiCall.IsSound(body.Day)
            ? ApiAnswer.Of(await call.Office.Programme.Reach(call.Year, call["action"], body.Stage, body.Day, ApiCall.Actor, call.Now, call.Stop), Names)
            : ApiCall.BadDay("day"));
        api.Put<StudyBody>($"{Programme}/{{action}}/study", "Remplace l’opérateur, le champ et le coût d’une étude.", async (call, body) => ApiAnswer.Of(await call.Office.Programme.Describe(
            call.Year, call["action"], ApiCall.Line(body.Operator), Words(body.Scope), ApiCall.Line(body.Cost), ApiCall.Actor, call.Now, call.Stop), Names));
    }

    private static async Task<ApiAnswer> Plan(ApiCall call, ActionMeetingBody body)
    {
        if (!ApiCall.IsSound(body.Starts) || body.Invites is { } invites && !ApiCall.IsSound(invites))
            return ApiCall.BadInstant("starts");
        return ApiAnswer.Of(await call.Office.Holdings.Plan(call.Year, call["action"], new PlannedMeeting(
            body.Starts.ToUniversalTime(), body.Minutes, ApiCall.Line(body.Place), body.Link.Trim(), [.. (body.Agenda ?? []).Select(ApiCall.Line)],
            body.Invites?.ToUniversalTime(), body.Despite, Words(body.Reason)), ApiCall.Actor, call.Now, call.Stop), Names);
    }

    private static string Words(string text) => Fields.Clean(text).Trim();

    private static Speaker Clean(Speaker speaker) => new(ApiCall.Line(speaker.Organisation), ApiCall.Line(speaker.Name), ApiCall.Line(speaker.Function));

    /// <summary>A day has no period beside it, as in the cockpit's form.</summary>
    private static Occurrence Clean(Occurrence occurrence) =>
        occurrence with { Period = occurrence.Day is null ? ApiCall.Line(occurrence.Period) : "", Place = ApiCall.Line(occurrence.Place), Meeting = null };

    private static readonly Dictionary<string, string> Names = new(ApiCall.MeetingNames.ToDictionary())
    {
        ["jour-1"] = "occurrences",
        ["lieu-1"] = "occurrences",
        ["intervenants"] = "speakers",
        ["etape"] = "stage",
        ["le"] = "day",
        ["operateur"] = "operator",
        ["champ"] = "scope",
        ["cout"] = "cost",
    };
}
