using Almanach.Core.Groups;
using Almanach.Web.Hosting;

namespace Almanach.Web.Api;

/// <summary>Working groups: launched or carried over, then followed over the years.</summary>
internal static class GroupsApi
{
    private const string Candidate = $"/cycles/{ApiModule.Years}/programme/{{action}}";

    public static void Map(ApiModule api)
    {
        api.Get<IReadOnlyList<Group>>("/groups", "Les groupes de travail lancés, de toutes les années.", async call => ApiAnswer.Of(await call.Office.Groups.All(call.Stop)));
        api.Post<LaunchBody>($"{Candidate}/launch", "Lance un groupe de travail candidat et prévient ceux qui le souhaitent.", async (call, body) =>
            ApiAnswer.Of(await Decide(call, new LaunchCommand.Launch(body.Pilot, body.Despite, Words(body.Reason), call.Now)), Names));
        api.Post<CarryOverBody>($"{Candidate}/carry-over", "Reporte un groupe de travail candidat et dit pourquoi à ceux qui le souhaitent.", async (call, body) =>
            ApiAnswer.Of(await Decide(call, new LaunchCommand.CarryOver(Words(body.Reason), call.Now)), Names));
        api.Put<GroupBody>("/groups/{group}", "Remplace la fiche d’un groupe\u00A0: pilote, référent, membres, personnes ressources, plan.", async (call, body) =>
            ApiAnswer.Of(await call.Office.Groups.Edit(call["group"], Edit(body), null, ApiCall.Actor, call.Now, call.Stop), Names));
        api.Post<LaunchMeetingBody>("/groups/{group}/meeting", "Planifie la réunion de lancement d’un groupe, avec son invitation, et prévient le pilote.", Plan);
        api.Post<DeclineMeetingBody>("/groups/{group}/meeting/decline", "Demande au pilote d’un groupe une autre réunion que celle qu’il propose.", async (call, body) =>
            ApiAnswer.Of(await call.Office.LaunchMeetings.Decline(call["group"], Words(body.Reason), null, ApiCall.Actor, call.Now, call.Stop), Names));
        api.Post<YearReportBody>("/groups/{group}/report", "Écrit le bilan d’une année d’un groupe\u00A0; il remplace celui de la même année.", async (call, body) =>
            ApiAnswer.Of(await call.Office.Groups.Report(call["group"], body.Year, Words(body.Text), null, ApiCall.Actor, call.Now, call.Stop), Names));
        api.Post("/groups/{group}/end", "Termine un groupe.", async call => ApiAnswer.Of(await Turn(call, GroupState.Closed)));
        api.Post("/groups/{group}/resume", "Reprend un groupe terminé.", async call => ApiAnswer.Of(await Turn(call, GroupState.Launched)));
    }

    private static async Task<ApiAnswer> Plan(ApiCall call, LaunchMeetingBody body) => !ApiCall.IsSound(body.Starts) || body.Invites is { } invites && !ApiCall.IsSound(invites)
        ? ApiCall.BadInstant("starts")
        : ApiAnswer.Of(await call.Office.LaunchMeetings.Plan(call["group"], new MeetingProposal(
            body.Starts.ToUniversalTime(), body.Minutes, ApiCall.Line(body.Place), body.Link.Trim(), [.. (body.Agenda ?? []).Select(ApiCall.Line)], ApiCall.Actor, call.Now),
            body.Invites?.ToUniversalTime(), null, ApiCall.Actor, call.Now, call.Stop), Names);

    private static Task<Core.Engine.Refusal?> Decide(ApiCall call, LaunchCommand command) =>
        call.Office.Launches.Decide(call.Year, call["action"], command, null, ApiCall.Actor, call.Stop);

    private static Task<Core.Engine.Refusal?> Turn(ApiCall call, GroupState state) => call.Office.Groups.Turn(call["group"], state, ApiCall.Actor, call.Now, call.Stop);

    private static GroupEdit Edit(GroupBody body) => new(
        body.Pilot, body.Referent, body.Members, [.. body.Resources.Select(person => new ResourcePerson(ApiCall.Line(person.Name), ApiCall.Line(person.Organisation)))], Words(body.Plan));

    private static string Words(string text) => Fields.Clean(text).Trim();

    private static readonly Dictionary<string, string> Names = new(ApiCall.MeetingNames.ToDictionary())
    {
        ["pilote"] = "pilot",
        ["referent"] = "referent",
        ["organismes"] = "members",
        ["ressources"] = "resources",
        ["plan"] = "plan",
        ["annee"] = "year",
        ["bilan"] = "text",
    };
}
