using Almanach.Core.Consultations;
using Almanach.Core.Groups;
using Almanach.Core.Meetings;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Rehearsal;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>Two candidates for 2022: six organisations want the first, which one of them would pilot; two want the second.</summary>
internal static class GroupYear
{
    public const string First = "vieillir-chez-soi";
    public const string Second = "donnees-carroyees";

    /// <summary>The day after the consultation closed.</summary>
    private static readonly DateTime Closed = new(2022, 5, 31, 10, 0, 0);

    /// <summary>The first is launched, with its pilot.</summary>
    public static async Task<CockpitHost> Launched()
    {
        var host = await Year();
        var pilot = (await host.Office.Launches.Load(2022))!.Find(First)!.Candidate.Pilots[0].Organisation;
        Assert.Null(await host.Office.Launches.Decide(2022, First, new LaunchCommand.Launch(pilot, false, "", host.Office.Now), null, "coordination"));
        await host.Settle();
        return host;
    }

    public static Task<CockpitHost> Year() => CockpitHost.At(Closed,
    [
        .. Partners.Propose(6), Partners.Grouped,
        new Act.Decide(new DateTime(2021, 12, 14, 12, 0, 0), "copil", [Adopt(First, "Vieillir chez soi"), Adopt(Second, "Données carroyées")], []),
        .. Partners.Referents.Take(6).Select((contact, index) => Answer(contact, index)),
    ]);

    private static MeetingDecision Adopt(string id, string title) =>
        new($"d-{id}", "Adopté.", [], DecisionOutcome.Adopt, new AdoptedAction(id, ActionKind.GroupeDeTravail, title, [], [], ""));

    private static Act Answer(Contact contact, int index) => new Act.Respond(
        new DateTime(2022, 5, 10, 9, 0, 0).AddMinutes(index), contact.Id, "groupes", false, Channel.Page, new Dictionary<string, AnswerValue>
        {
            ["utiles"] = new AnswerValue.Approval(index < 2 ? [First, Second] : [First]),
            ["engagement"] = new AnswerValue.Engagement(Interest.Some, Effort.Attend, ""),
            ["pilotage"] = new AnswerValue.Approval(index == 0 ? [First] : []),
        });
}
