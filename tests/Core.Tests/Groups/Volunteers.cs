using Almanach.Core.Consultations;
using Almanach.Core.Meetings;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;
using Almanach.Core.Programme;
using Almanach.Core.Tests.Engine;
using Almanach.Core.Themes;

namespace Almanach.Core.Tests.Groups;

/// <summary>The year 2022 with one candidate group, and organisations that want it.</summary>
internal static class Volunteers
{
    public const string Group = "vieillir";

    public static async Task Sent(TestOffice test)
    {
        await test.Settle();
        await test.At(test.Now.AddMinutes(2));
    }

    public static async Task<ProgrammeAction> Action(TestOffice test) => (await test.Office.Programme.Load(2022)).Single(action => action.Id == Group);

    /// <summary>So many organisations tick the group and would come; the first of them would pilot.</summary>
    public static async Task<(TestOffice Test, IReadOnlyList<Contact> People)> Answered(int organisations, int pilots = 1, Func<IStore, IStore>? around = null)
    {
        var setting = TestOffice.Pfoss();
        var plan = setting.Plan(2022);
        var committee = plan.Find("copil")!.Starts;
        var test = new TestOffice(setting, committee.AddMonths(-4), around);
        await test.Office.Opening.Open(2022, test.Now);
        Assert.Null(await test.Office.Themes.Apply(2022, new ThemeCommand.Propose(
            new Proposal("t", 2022, ProposalOrigin.Spontaneous, "drees", null, "Vieillir chez soi", "", ActionKind.GroupeDeTravail, false, "", test.Now, false, []), test.Now)));
        await test.Until(committee.AddHours(4));
        Assert.Null(await test.Office.Meetings.RecordDecisions("2022-copil",
            [new("d", "Retenu.", ["t"], DecisionOutcome.Adopt, new AdoptedAction(Group, ActionKind.GroupeDeTravail, "Vieillir chez soi", [], [], ""))], [], "coordination", test.Now));
        await test.Settle();
        var opens = plan.Find("groupes")!;
        await test.Until(opens.Starts.AddHours(1));
        if (await test.Office.Consultations.Find("2022-groupes") is null)
            Assert.Null(await test.Office.Cycle.Apply(2022, new Core.Cycle.CycleCommand.Open("groupes", test.Now, "coordination")));
        await test.Settle();
        var people = (await test.Office.Network.Load()).Having([RoleKind.Referent], null).DistinctBy(contact => contact.Organisation).Take(organisations).ToList();
        foreach (var (index, person) in people.Index())
            Assert.Null(await test.Office.Consultations.Take("2022-groupes", new AnswerCommand(person.Organisation, person.Organisation, person.Id, Channel.Page, false, new Dictionary<string, AnswerValue>
            {
                ["utiles"] = new AnswerValue.Approval([Group]),
                ["engagement"] = new AnswerValue.Engagement(Interest.Some, Effort.Attend, ""),
                ["pilotage"] = new AnswerValue.Approval(index < pilots ? [Group] : []),
            }, test.Now), 0));
        await test.Until(opens.Ends!.Value.AddDays(1));
        return (test, people);
    }
}
