using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Core.Network;
using Almanach.Core.Programme;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Groups;

/// <summary>The year 2022 with one candidate group, five organisations for it, on the day after the consultation.</summary>
public sealed class LaunchDeskTests
{
    private const string Group = Volunteers.Group;

    [Fact]
    public async Task A_launched_group_is_entered_its_action_confirmed_and_each_volunteer_told_once()
    {
        var (test, people) = await Volunteers.Answered(5);
        var command = new LaunchCommand.Launch(people[0].Organisation, false, "", test.Now);
        var foreseen = await test.Office.Launches.Foresee(2022, Group, command, "coordination");

        Assert.Null(await test.Office.Launches.Decide(2022, Group, command, foreseen.Seen, "coordination"));
        await Volunteers.Sent(test);

        var group = (await test.Office.Groups.Find("2022-vieillir"))!;
        Assert.Equal((people[0].Organisation, people[0].Id, 5), (group.Pilot, group.Referent, group.Members.Count));
        Assert.Equal(ActionState.Confirmed, (await Volunteers.Action(test)).State);
        Assert.Equal(people.Skip(1).Select(person => person.Id).Order(StringComparer.Ordinal), test.Mailer.Sent.Where(sent => sent.Letter.StartsWith("group-launched", StringComparison.Ordinal)).Select(sent => sent.Contact));
        Assert.Equal(people[0].Id, test.Mailer.Sent.Single(sent => sent.Letter.StartsWith("group-pilot", StringComparison.Ordinal)).Contact);
        Assert.Equal([1, 4], foreseen.Mailings.Select(mailing => mailing.Audience.Count));
        Assert.Equal("groupe/2022-vieillir", foreseen.Mailings[0].Link.Subject);
    }

    [Fact]
    public async Task Nothing_leaves_to_people_who_were_not_shown()
    {
        var (test, people) = await Volunteers.Answered(5);

        var refusal = await test.Office.Launches.Decide(2022, Group, new LaunchCommand.Launch(people[0].Organisation, false, "", test.Now), "autre", "coordination");

        Assert.Equal(Why.Changed, refusal!.Why);
        Assert.Equal(ActionState.Adopted, (await Volunteers.Action(test)).State);
    }

    [Fact]
    public async Task A_group_carried_over_leaves_its_theme_to_the_next_year_and_says_why()
    {
        var (test, _) = await Volunteers.Answered(2);
        var command = new LaunchCommand.CarryOver("Il manque trois volontaires.", test.Now);

        Assert.Null(await test.Office.Launches.Decide(2022, Group, command, null, "coordination"));
        await Volunteers.Sent(test);

        var action = await Volunteers.Action(test);
        Assert.Equal((ActionState.CarriedOver, "Il manque trois volontaires."), (action.State, action.Progress[^1].Text));
        Assert.Contains(await test.Office.LeftOver.Themes(2022, test.Now), theme => theme.Id == "t");
        Assert.Equal(2, test.Mailer.Sent.Count(sent => sent.Letter.StartsWith("group-carried-over", StringComparison.Ordinal)));
        Assert.Empty(await test.Office.Groups.All());
    }

    [Fact]
    public async Task Whoever_left_since_gives_way_to_those_asked_for_the_organisation()
    {
        var (test, people) = await Volunteers.Answered(5);
        Assert.Null(await test.Office.Members.Leave(people[1].Id, "coordination", test.Now));
        var asked = (await test.Office.Network.Load()).Having([RoleKind.Referent, RoleKind.Suppleant], null).Where(contact => contact.Organisation == people[1].Organisation).Select(contact => contact.Id);

        var foreseen = await test.Office.Launches.Foresee(2022, Group, new LaunchCommand.Launch(people[0].Organisation, false, "", test.Now), "coordination");

        var told = foreseen.Mailings.SelectMany(mailing => mailing.Audience.Few).Select(member => member.Contact).ToList();
        Assert.DoesNotContain(people[1].Id, told);
        Assert.All(asked, id => Assert.Contains(id, told));
    }

    [Fact]
    public async Task Two_decisions_on_one_group_do_not_cross()
    {
        var (test, people) = await Volunteers.Answered(5);
        Assert.Null(await test.Office.Launches.Decide(2022, Group, new LaunchCommand.Launch(people[0].Organisation, false, "", test.Now), null, "coordination"));

        var second = await test.Office.Launches.Decide(2022, Group, new LaunchCommand.CarryOver("Finalement non.", test.Now), null, "coordination");

        Assert.Equal(Why.NotNow, second!.Why);
    }

    [Fact]
    public async Task A_group_that_ended_and_is_launched_again_lives_again()
    {
        var (test, people) = await Volunteers.Answered(5);
        LaunchCommand.Launch Launch() => new(people[0].Organisation, false, "", test.Now);
        Assert.Null(await test.Office.Launches.Decide(2022, Group, Launch(), null, "coordination"));
        await Volunteers.Sent(test);
        Assert.Null(await test.Office.Groups.Edit("2022-vieillir", new GroupEdit("", null, [], [], "Un plan."), null, "coordination", test.Now));
        Assert.Null(await test.Office.Groups.Turn("2022-vieillir", GroupState.Closed, "coordination", test.Now));
        test.Clock.Set(test.Now.AddHours(1));
        Assert.Null(await test.Office.Programme.Report(2022, Group, ActionState.Adopted, "", "coordination", test.Now));

        Assert.Null(await test.Office.Launches.Decide(2022, Group, Launch(), null, "coordination"));
        await Volunteers.Sent(test);

        var group = (await test.Office.Groups.Find("2022-vieillir"))!;
        Assert.Equal((GroupState.Launched, "Un plan."), (group.State, group.Plan));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Launched_again_with_another_pilot_it_is_led_by_whoever_was_told_so(bool ended)
    {
        var (test, people) = await Volunteers.Answered(5, pilots: 2);
        Assert.Null(await test.Office.Launches.Decide(2022, Group, new LaunchCommand.Launch(people[0].Organisation, false, "", test.Now), null, "coordination"));
        await Volunteers.Sent(test);
        if (ended)
            Assert.Null(await test.Office.Groups.Turn("2022-vieillir", GroupState.Closed, "coordination", test.Now));
        Assert.Null(await test.Office.Programme.Report(2022, Group, ActionState.Adopted, "Erreur.", "coordination", test.Now));
        await test.At(test.Now.AddMinutes(5));

        Assert.Null(await test.Office.Launches.Decide(2022, Group, new LaunchCommand.Launch(people[1].Organisation, false, "", test.Now), null, "coordination"));
        await Volunteers.Sent(test);

        var group = (await test.Office.Groups.Find("2022-vieillir"))!;
        Assert.Equal((people[1].Organisation, people[1].Id, GroupState.Launched), (group.Pilot, group.Referent, group.State));
        Assert.True(group.IsLedBy(people[1]));
    }

    [Fact]
    public async Task What_is_noted_of_an_action_while_it_is_adopted_once_more_stays()
    {
        RivalStore? rivals = null;
        var (test, _) = await Volunteers.Answered(1, around: store => rivals = new RivalStore(store, "action|"));
        rivals!.Comes = () => test.Office.Programme.Report(2022, Group, ActionState.Confirmed, "Noté entre-temps.", "coordination", test.Now);

        Assert.Null(await test.Office.Programme.Adopt((await test.Office.Meetings.Find("2022-copil"))!));

        Assert.Null(rivals.Comes); // it did come in between
        Assert.Contains((await Volunteers.Action(test)).Progress, note => note.Text == "Noté entre-temps.");
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
        var (test, people) = await Volunteers.Answered(5);
        Assert.Null(await test.Office.Launches.Decide(2022, Group, new LaunchCommand.Launch(people[0].Organisation, false, "", test.Now), null, "coordination"));
        await Volunteers.Sent(test);
        Assert.Null(await test.Office.Groups.Edit("2022-vieillir", new GroupEdit("", null, [], [new ResourcePerson("Anne Petit", "")], ""), null, "coordination", test.Now));
        Assert.Null(await test.Office.Groups.Turn("2022-vieillir", GroupState.Closed, "coordination", test.Now));
        var months = test.Office.Setting.Platform.Legal.RetentionMonths;

        await test.Office.Retention.Erase(test.Now.AddMonths(months).AddDays(-2));
        var before = (await test.Office.Groups.Find("2022-vieillir"))!;
        await test.Office.Retention.Erase(test.Now.AddMonths(months).AddDays(2));
        var after = (await test.Office.Groups.Find("2022-vieillir"))!;

        Assert.Equal((1, 0), (before.Resources.Count, after.Resources.Count));
    }
}
