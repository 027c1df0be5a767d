using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Groups;

/// <summary>The launch meeting of a group of 2022: proposed by its pilot, planned by the coordinator, open to the whole network.</summary>
public sealed class LaunchMeetingDeskTests
{
    private const string Id = "2022-vieillir";
    private const string Step = "reunion-de-lancement-vieillir";

    [Fact]
    public async Task What_the_pilot_proposes_enters_the_year_once_the_coordinator_agrees_and_the_network_is_invited()
    {
        var (test, pilot) = await Launched();
        Assert.Null(await test.Office.LaunchMeetings.Propose(Id, Proposed(test, pilot, 40)));
        Assert.Null((await Load(test)).Ahead); // nothing is planned yet
        var waiting = (await Load(test)).Waiting!;

        Assert.Null(await test.Office.LaunchMeetings.Plan(Id, waiting, null, null, "coordination", test.Now));
        await Volunteers.Sent(test);
        var planned = await Load(test);
        Assert.Equal((waiting.Starts, null), (planned.Ahead!.Starts, planned.Group.Proposal));
        Assert.Equal([pilot.Id], Told(test, "launch-meeting-agreed"));
        Assert.Equal(ActionState.Confirmed, (await Volunteers.Action(test)).State);
        Assert.Equal(test.Office.Setting.Zone.DayOf(waiting.Starts), (await Volunteers.Action(test)).Occurrences.Single().Day);

        await test.Until(planned.Invitation!.Starts.AddMinutes(10));
        await test.Settle();
        Assert.Equal(
            (await test.Office.Network.Load()).Active.Where(contact => !contact.Suppressed).Select(contact => contact.Id).Order(StringComparer.Ordinal),
            test.Mailer.Sent.Where(sent => sent.Letter.StartsWith($"convene-2022-{Step}", StringComparison.Ordinal)).Select(sent => sent.Contact).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_group_goes_on_after_its_launch_meeting_and_when_it_is_called_off()
    {
        var (test, pilot) = await Launched();
        var proposal = Proposed(test, pilot, 40);
        Assert.Null(await test.Office.LaunchMeetings.Plan(Id, proposal, null, null, "coordination", test.Now));
        await test.Settle();
        Assert.Null(await test.Office.Cycle.Apply(2022, new CycleCommand.Skip(Step, "Salle fermée.", test.Now, "coordination")));
        await test.Settle();
        Assert.Equal(ActionState.Confirmed, (await Volunteers.Action(test)).State);

        Assert.Null(await test.Office.LaunchMeetings.Propose(Id, Proposed(test, pilot, 50)));
        Assert.Null(await test.Office.LaunchMeetings.Plan(Id, (await Load(test)).Waiting!, null, null, "coordination", test.Now));
        var again = (await Load(test)).Ahead!;
        await test.Until(again.Starts.AddHours(5));
        await test.Settle();

        Assert.Equal(($"{Step}-2", ActionState.Confirmed), (again.Id, (await Volunteers.Action(test)).State));
        Assert.Equal(Why.NotNow, (await test.Office.LaunchMeetings.Propose(Id, Proposed(test, pilot, 30)))!.Why);
        Assert.Equal(Why.NotNow, (await test.Office.LaunchMeetings.Plan(Id, Proposed(test, pilot, 30), null, null, "coordination", test.Now))!.Why);
    }

    [Fact]
    public async Task Whoever_leads_the_group_hears_that_its_meeting_moves_or_is_called_off_before_the_network_is_invited()
    {
        var (test, pilot) = await Launched();
        Assert.Null(await test.Office.LaunchMeetings.Plan(Id, Proposed(test, pilot, 60), null, null, "coordination", test.Now));
        await Volunteers.Sent(test);
        var planned = (await Load(test)).Ahead!;

        var moved = new CycleCommand.Move(Step, [new NewDate(Step, planned.Starts.AddDays(7), null)], test.Now, "coordination");
        var foreseen = await test.Office.Foresight.Of((await Load(test)).Plan, moved);
        Assert.Equal(("reunion-lancement-deplacee", 1), (Assert.Single(foreseen.Mailings).Text, foreseen.People)); // read before it leaves
        Assert.Null(await test.Office.Cycle.Apply(2022, moved));
        Assert.Null(await test.Office.Cycle.Apply(2022, moved));
        await Volunteers.Sent(test);
        Assert.Equal([pilot.Id], Told(test, "launch-meeting-moved"));

        Assert.Null(await test.Office.Cycle.Apply(2022, new CycleCommand.Skip(Step, "Salle fermée.", test.Now, "coordination")));
        await Volunteers.Sent(test);
        Assert.Equal([pilot.Id], Told(test, "launch-meeting-off"));

        Assert.Null(await test.Office.Cycle.Apply(2022, new CycleCommand.Reopen(Step, null, test.Now, "coordination")));
        await Volunteers.Sent(test);
        Assert.Equal([pilot.Id, pilot.Id], Told(test, "launch-meeting-agreed")); // planned, and planned again
        Assert.DoesNotContain(test.Mailer.Sent, sent => sent.Letter.StartsWith("moved-", StringComparison.Ordinal) || sent.Letter.StartsWith("cancel-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Once_the_network_is_invited_its_own_messages_tell_whoever_leads_the_group()
    {
        var (test, pilot) = await Launched();
        Assert.Null(await test.Office.LaunchMeetings.Plan(Id, Proposed(test, pilot, 40), null, null, "coordination", test.Now));
        await test.Settle();
        await test.Until((await Load(test)).Invitation!.Starts.AddMinutes(10));
        await test.Settle();
        var planned = (await Load(test)).Ahead!;

        Assert.Null(await test.Office.Cycle.Apply(2022, new CycleCommand.Move(Step, [new NewDate(Step, planned.Starts.AddDays(7), null)], test.Now, "coordination")));
        await Volunteers.Sent(test);

        await test.Office.Cycle.Apply(2022, new CycleCommand.Skip(Step, "", test.Now, "coordination"));
        await Volunteers.Sent(test);
        await test.Office.Cycle.Apply(2022, new CycleCommand.Reopen(Step, null, test.Now, "coordination"));
        await Volunteers.Sent(test);

        Assert.Empty(Told(test, "launch-meeting-moved").Concat(Told(test, "launch-meeting-off")));
        Assert.Single(Told(test, "launch-meeting-agreed"));
        Assert.Contains(test.Mailer.Sent, sent => sent.Contact == pilot.Id && sent.Letter.StartsWith("moved-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_pilot_reads_what_to_change_and_proposes_again()
    {
        var (test, pilot) = await Launched();
        Assert.Null(await test.Office.LaunchMeetings.Propose(Id, Proposed(test, pilot, 40)));
        var foreseen = await test.Office.LaunchMeetings.ForeseeDecline(await Load(test), "Ce jour-là, le comité se réunit.", test.Now);

        Assert.Equal(Why.Changed, (await test.Office.LaunchMeetings.Decline(Id, "Ce jour-là, le comité se réunit.", "autre", "coordination", test.Now))!.Why);
        Assert.Null(await test.Office.LaunchMeetings.Decline(Id, "Ce jour-là, le comité se réunit.", foreseen.Seen, "coordination", test.Now));
        await Volunteers.Sent(test);
        Assert.Equal([pilot.Id], Told(test, "launch-meeting-declined"));
        Assert.Null((await Load(test)).Waiting);
        Assert.Equal(Why.NotNow, (await test.Office.LaunchMeetings.Decline(Id, "Encore.", null, "coordination", test.Now))!.Why);

        Assert.Null(await test.Office.LaunchMeetings.Propose(Id, Proposed(test, pilot, 40))); // the same day, knowingly
        Assert.NotNull((await Load(test)).Waiting);
    }

    [Fact]
    public async Task Agreed_twice_it_is_planned_and_told_once()
    {
        var (test, pilot) = await Launched();
        Assert.Null(await test.Office.LaunchMeetings.Propose(Id, Proposed(test, pilot, 40)));
        var proposal = (await Load(test)).Waiting!;

        Assert.Null(await test.Office.LaunchMeetings.Plan(Id, proposal, null, null, "coordination", test.Now));
        Assert.Null(await test.Office.LaunchMeetings.Plan(Id, proposal, null, null, "coordination", test.Now.AddSeconds(1)));
        await Volunteers.Sent(test);

        Assert.Single(ActionMeetings.Of((await Load(test)).Plan, Volunteers.Group));
        Assert.Single(Told(test, "launch-meeting-agreed"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // she plans it herself
    public async Task Once_the_year_has_it_nothing_waits_and_the_pilot_is_told_whatever_planned_it(bool proposed)
    {
        var (test, pilot) = await Launched();
        if (proposed)
            Assert.Null(await test.Office.LaunchMeetings.Propose(Id, Proposed(test, pilot, 40)));
        var known = await Load(test);
        Assert.Null(await test.Office.Cycle.Apply(2022, LaunchMeetingRules.Command(known, Proposed(test, pilot, 40), null, "coordination", test.Office.Setting.Zone, test.Now)));
        Assert.Null((await Load(test)).Waiting); // the plan leads from its commit on

        await Volunteers.Sent(test);
        Assert.Null((await Load(test)).Group.Proposal);
        Assert.Single(Told(test, "launch-meeting-agreed"));
    }

    [Fact]
    public async Task What_answers_one_proposal_does_not_fall_on_the_next()
    {
        var (test, pilot) = await Launched();
        Assert.Null(await test.Office.LaunchMeetings.Propose(Id, Proposed(test, pilot, 40)));
        var first = await Load(test);
        var agreeing = await test.Office.LaunchMeetings.Foresee(first, first.Waiting!, null, "coordination", test.Now);
        var declining = await test.Office.LaunchMeetings.ForeseeDecline(first, "Un autre jour.", test.Now);
        Assert.Null(await test.Office.LaunchMeetings.Propose(Id, Proposed(test, pilot, 47)));

        var planned = await test.Office.LaunchMeetings.Plan(Id, first.Waiting!, null, agreeing.Seen, "coordination", test.Now);
        var declined = await test.Office.LaunchMeetings.Decline(Id, "Un autre jour.", declining.Seen, "coordination", test.Now);

        Assert.Equal((Why.Changed, Why.Changed), (planned!.Why, declined!.Why));
        Assert.Equal(test.Now.AddDays(47), (await Load(test)).Waiting!.Starts);
    }

    [Fact]
    public async Task Planned_already_the_same_hour_at_another_place_is_another_meeting()
    {
        var (test, pilot) = await Launched();
        Assert.Null(await test.Office.LaunchMeetings.Plan(Id, Proposed(test, pilot, 40), null, null, "coordination", test.Now));

        Assert.Equal(Why.NotNow, (await test.Office.LaunchMeetings.Plan(Id, Proposed(test, pilot, 40) with { Place = "Grenoble" }, null, null, "coordination", test.Now))!.Why);
    }

    [Fact]
    public async Task A_group_that_has_ended_is_not_asked_for_another_meeting()
    {
        var (test, pilot) = await Launched();
        Assert.Null(await test.Office.LaunchMeetings.Propose(Id, Proposed(test, pilot, 40)));
        Assert.Null(await test.Office.Groups.Turn(Id, GroupState.Closed, "coordination", test.Now));

        Assert.Equal(Why.NotNow, (await test.Office.LaunchMeetings.Decline(Id, "Un autre jour.", null, "coordination", test.Now))!.Why);
    }

    [Fact]
    public async Task A_group_that_has_ended_proposes_nothing()
    {
        var (test, pilot) = await Launched();
        Assert.Null(await test.Office.Groups.Turn(Id, GroupState.Closed, "coordination", test.Now));

        Assert.Equal(Why.NotNow, (await test.Office.LaunchMeetings.Propose(Id, Proposed(test, pilot, 40)))!.Why);
        Assert.Equal(Why.Unknown, (await test.Office.LaunchMeetings.Propose("2022-rien", Proposed(test, pilot, 40)))!.Why);
        Assert.Equal(Why.Unknown, (await test.Office.LaunchMeetings.Plan("../x", Proposed(test, pilot, 40), null, null, "coordination", test.Now))!.Why);
    }

    [Theory]
    [InlineData(-1, 120, "", "jour")]
    [InlineData(0.5, 120, "", "jour")] // the network could not be invited before
    [InlineData(4000, 120, "", "jour")]
    [InlineData(40, 0, "", "duree")]
    [InlineData(40, 120, "ftp://x", "lien")]
    public async Task A_meeting_that_cannot_be_is_refused_where_the_pilot_typed_it(double days, int minutes, string link, string field)
    {
        var (test, pilot) = await Launched();

        var refusal = await test.Office.LaunchMeetings.Propose(Id, Proposed(test, pilot, days) with { Minutes = minutes, Link = link });

        Assert.Equal(field, refusal!.Fields.Single().Field);
        Assert.Null((await Load(test)).Group.Proposal);
    }

    [Fact]
    public async Task Without_anybody_who_answers_for_it_the_pilot_s_own_people_are_told()
    {
        var (test, pilot) = await Launched();
        Assert.Null(await test.Office.Members.Leave(pilot.Id, "coordination", test.Now));
        var roster = await test.Office.Network.Load();

        var leaders = LaunchMeetingMessages.Leaders((await Load(test)).Group, roster).Select(member => member.Contact).ToList();

        Assert.DoesNotContain(pilot.Id, leaders);
        Assert.Equal(roster.Having([RoleKind.Referent, RoleKind.Suppleant], null).Where(contact => contact.Organisation == pilot.Organisation).Select(contact => contact.Id).Order(StringComparer.Ordinal), leaders);
    }

    [Fact]
    public async Task A_report_of_somebody_else_is_not_overwritten_unseen()
    {
        var (test, pilot) = await Launched();
        var seen = Print.Of((await Load(test)).Group);
        Assert.Null(await test.Office.Groups.Report(Id, 2022, "Du pilote.", seen, pilot.Id, test.Now));

        Assert.Equal(Why.Changed, (await test.Office.Groups.Report(Id, 2022, "De la coordination.", seen, "coordination", test.Now))!.Why);
        Assert.Equal("Du pilote.", (await Load(test)).Group.Reports.Single().Text);
    }

    [Fact]
    public async Task What_a_group_says_of_a_year_is_in_its_report()
    {
        var (test, _) = await Launched();
        Assert.Null(await test.Office.Groups.Report(Id, 2022, "Deux réunions.\nUn guide.", null, "coordination", test.Now));

        var document = await test.Office.Documents.Compose(DocumentKind.Bilan, 2022, test.Now);

        var chapter = document.Chapters.Single(chapter => chapter.Anchor == "groupes");
        Assert.Contains("Un guide.", chapter.Blocks.OfType<Core.Documents.Block.Paragraph>().Select(paragraph => paragraph.Text));
    }

    [Theory]
    [InlineData(45, "45\u00A0minutes")]
    [InlineData(90, "1\u00A0heure\u00A030")]
    [InlineData(120, "2\u00A0heures")]
    public async Task The_message_that_it_is_planned_says_how_long_it_lasts(int minutes, string said)
    {
        var (test, pilot) = await Launched();

        var foreseen = await test.Office.LaunchMeetings.Foresee(await Load(test), Proposed(test, pilot, 40) with { Minutes = minutes }, null, "coordination", test.Now);

        Assert.Equal(said, foreseen.Mailing!.Values["durée"]);
    }

    [Fact]
    public async Task A_month_after_the_launch_a_meeting_is_missing_unless_one_is_planned_or_waits_for_the_coordinator()
    {
        var (test, pilot) = await Launched();
        var zone = test.Office.Setting.Zone;
        var known = await Load(test);
        var month = zone.At(zone.DayOf(known.Group.Launched).AddMonths(1), new TimeOnly(23, 59));
        bool Overdue(LaunchMeeting of) => LaunchMeetingRules.IsOverdue(of, month.AddMinutes(1), zone);

        Assert.False(LaunchMeetingRules.IsOverdue(known, month, zone));
        Assert.True(Overdue(known));
        Assert.False(LaunchMeetingRules.IsOverdue(known, zone.At(new DateOnly(2024, 1, 1), TimeOnly.MinValue), zone)); // too late for the year 2022
        Assert.False(Overdue(known with { Group = known.Group with { Closed = month } }));

        var proposal = Proposed(test, pilot, 40);
        Assert.False(Overdue(known with { Group = known.Group with { Proposal = proposal } }));
        Assert.True(Overdue(known with { Group = known.Group with { Proposal = proposal with { Declined = "Un autre jour." } } }));

        Assert.Null(await test.Office.LaunchMeetings.Plan(Id, proposal, null, null, "coordination", test.Now));
        await test.Settle();
        Assert.False(Overdue(await Load(test)));
        Assert.Null(await test.Office.Cycle.Apply(2022, new CycleCommand.Skip(Step, "Salle fermée.", test.Now, "coordination")));
        await test.Settle();
        Assert.True(Overdue(await Load(test)));
    }

    private static async Task<(TestOffice Test, Contact Pilot)> Launched()
    {
        var (test, people) = await Volunteers.Answered(5);
        Assert.Null(await test.Office.Launches.Decide(2022, Volunteers.Group, new LaunchCommand.Launch(people[0].Organisation, false, "", test.Now), null, "coordination"));
        await Volunteers.Sent(test);
        return (test, people[0]);
    }

    private static async Task<LaunchMeeting> Load(TestOffice test) => (await test.Office.LaunchMeetings.Load(Id))!;

    private static MeetingProposal Proposed(TestOffice test, Contact pilot, double days) =>
        new(test.Now.AddDays(days), 120, "Lyon", "", ["Les objectifs"], pilot.Id, test.Now);

    private static IEnumerable<string> Told(TestOffice test, string letter) =>
        test.Mailer.Sent.Where(sent => sent.Letter.StartsWith(letter, StringComparison.Ordinal)).Select(sent => sent.Contact);
}
