using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Core.Meetings;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;
using Almanach.Core.Tests.Engine;
using Almanach.Core.Themes;

namespace Almanach.Core.Tests.Groups;

/// <summary>The year 2022 with one candidate group, five organisations for it, on the day after the consultation.</summary>
public sealed class LaunchDeskTests
{
    private const string Group = "vieillir";

    [Fact]
    public async Task A_launched_group_is_entered_its_action_confirmed_and_each_volunteer_told_once()
    {
        var (test, people) = await Answered(5);
        var command = new LaunchCommand.Launch(people[0].Organisation, false, "", test.Now);
        var foreseen = await test.Office.Launches.Foresee(2022, Group, command, "coordination");

        Assert.Null(await test.Office.Launches.Decide(2022, Group, command, foreseen.Mailing!.Audience.Hash, "coordination"));
        await Sent(test);

        var group = (await test.Office.Groups.Find("2022-vieillir"))!;
        Assert.Equal((people[0].Organisation, people[0].Id, 5), (group.Pilot, group.Referent, group.Members.Count));
        Assert.Equal(ActionState.Confirmed, (await Action(test)).State);
        Assert.Equal(people.Select(person => person.Id).Order(StringComparer.Ordinal), test.Mailer.Sent.Where(sent => sent.Letter.StartsWith("group-launched", StringComparison.Ordinal)).Select(sent => sent.Contact));
        Assert.Equal(5, foreseen.Mailing.Audience.Count);
    }

    [Fact]
    public async Task Nothing_leaves_to_people_who_were_not_shown()
    {
        var (test, people) = await Answered(5);

        var refusal = await test.Office.Launches.Decide(2022, Group, new LaunchCommand.Launch(people[0].Organisation, false, "", test.Now), "autre", "coordination");

        Assert.Equal(Why.Changed, refusal!.Why);
        Assert.Equal(ActionState.Adopted, (await Action(test)).State);
    }

    [Fact]
    public async Task A_group_carried_over_leaves_its_theme_to_the_next_year_and_says_why()
    {
        var (test, _) = await Answered(2);
        var command = new LaunchCommand.CarryOver("Il manque trois volontaires.", test.Now);

        Assert.Null(await test.Office.Launches.Decide(2022, Group, command, null, "coordination"));
        await Sent(test);

        var action = await Action(test);
        Assert.Equal((ActionState.CarriedOver, "Il manque trois volontaires."), (action.State, action.Progress[^1].Text));
        Assert.Contains(await test.Office.LeftOver.Themes(2022, test.Now), theme => theme.Id == "t");
        Assert.Equal(2, test.Mailer.Sent.Count(sent => sent.Letter.StartsWith("group-carried-over", StringComparison.Ordinal)));
        Assert.Empty(await test.Office.Groups.All());
    }

    [Fact]
    public async Task Whoever_left_since_gives_way_to_those_asked_for_the_organisation()
    {
        var (test, people) = await Answered(5);
        Assert.Null(await test.Office.Members.Leave(people[1].Id, "coordination", test.Now));
        var asked = (await test.Office.Network.Load()).Having([RoleKind.Referent, RoleKind.Suppleant], null).Where(contact => contact.Organisation == people[1].Organisation).Select(contact => contact.Id);

        var foreseen = await test.Office.Launches.Foresee(2022, Group, new LaunchCommand.Launch(people[0].Organisation, false, "", test.Now), "coordination");

        Assert.DoesNotContain(people[1].Id, foreseen.Mailing!.Audience.Few.Select(member => member.Contact));
        Assert.All(asked, id => Assert.Contains(id, foreseen.Mailing.Audience.Few.Select(member => member.Contact)));
    }

    [Fact]
    public async Task Two_decisions_on_one_group_do_not_cross()
    {
        var (test, people) = await Answered(5);
        Assert.Null(await test.Office.Launches.Decide(2022, Group, new LaunchCommand.Launch(people[0].Organisation, false, "", test.Now), null, "coordination"));

        var second = await test.Office.Launches.Decide(2022, Group, new LaunchCommand.CarryOver("Finalement non.", test.Now), null, "coordination");

        Assert.Equal(Why.NotNow, second!.Why);
    }

    [Fact]
    public async Task A_group_that_ended_and_is_launched_again_lives_again()
    {
        var (test, people) = await Answered(5);
        LaunchCommand.Launch Launch() => new(people[0].Organisation, false, "", test.Now);
        Assert.Null(await test.Office.Launches.Decide(2022, Group, Launch(), null, "coordination"));
        await Sent(test);
        Assert.Null(await test.Office.Groups.Edit("2022-vieillir", new GroupEdit("", null, [], [], "Un plan."), null, "coordination", test.Now));
        Assert.Null(await test.Office.Groups.Turn("2022-vieillir", GroupState.Closed, "coordination", test.Now));
        test.Clock.Set(test.Now.AddHours(1));
        Assert.Null(await test.Office.Programme.Report(2022, Group, ActionState.Adopted, "", "coordination", test.Now));

        Assert.Null(await test.Office.Launches.Decide(2022, Group, Launch(), null, "coordination"));
        await Sent(test);

        var group = (await test.Office.Groups.Find("2022-vieillir"))!;
        Assert.Equal((GroupState.Launched, "Un plan."), (group.State, group.Plan));
    }

    [Fact]
    public async Task A_platform_without_groups_has_no_candidates()
    {
        var test = new TestOffice(TestOffice.Exemple(), new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero));

        Assert.Null(await test.Office.Launches.Load(2027));
    }

    [Fact]
    public async Task Resource_persons_of_a_group_that_ended_are_erased_when_it_is_past_keeping()
    {
        var (test, people) = await Answered(5);
        Assert.Null(await test.Office.Launches.Decide(2022, Group, new LaunchCommand.Launch(people[0].Organisation, false, "", test.Now), null, "coordination"));
        await Sent(test);
        Assert.Null(await test.Office.Groups.Edit("2022-vieillir", new GroupEdit("", null, [], [new ResourcePerson("Anne Petit", "")], ""), null, "coordination", test.Now));
        Assert.Null(await test.Office.Groups.Turn("2022-vieillir", GroupState.Closed, "coordination", test.Now));
        var months = test.Office.Setting.Platform.Legal.RetentionMonths;

        await test.Office.Retention.Erase(test.Now.AddMonths(months).AddDays(-2));
        var before = (await test.Office.Groups.Find("2022-vieillir"))!;
        await test.Office.Retention.Erase(test.Now.AddMonths(months).AddDays(2));
        var after = (await test.Office.Groups.Find("2022-vieillir"))!;

        Assert.Equal((1, 0), (before.Resources.Count, after.Resources.Count));
    }

    private static async Task Sent(TestOffice test)
    {
        await test.Settle();
        await test.At(test.Now.AddMinutes(2));
    }

    private static async Task<ProgrammeAction> Action(TestOffice test) => (await test.Office.Programme.Load(2022)).Single(action => action.Id == Group);

    /// <summary>So many organisations tick the group and would come; the first would pilot.</summary>
    private static async Task<(TestOffice Test, IReadOnlyList<Contact> People)> Answered(int organisations)
    {
        var setting = TestOffice.Pfoss();
        var plan = setting.Plan(2022);
        var committee = plan.Find("copil")!.Starts;
        var test = new TestOffice(setting, committee.AddMonths(-4));
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
                ["pilotage"] = new AnswerValue.Approval(index == 0 ? [Group] : []),
            }, test.Now), 0));
        await test.Until(opens.Ends!.Value.AddDays(1));
        return (test, people);
    }
}
