using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Meetings;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;
using Almanach.Core.Programme.Holding;
using Almanach.Core.Tests.Engine;
using Almanach.Core.Themes;

namespace Almanach.Core.Tests.Programme.Holding;

/// <summary>The year 2022 with an atelier that its theme's authors wish for and a rencontre technique, in the spring.</summary>
public sealed class HoldingDeskTests
{
    [Fact]
    public async Task An_atelier_waits_for_a_speaker_then_is_planned_invited_to_held_and_done()
    {
        var test = await Spring();
        var starts = test.Now.AddDays(40);

        var refused = await test.Office.Holdings.Plan(2022, "logement", Planned(starts), "coordination", test.Now);
        Assert.Equal("malgre", Assert.Single(refused!.Fields).Field);
        Assert.Null(await test.Office.Programme.SetSpeakers(2022, "logement", [new Speaker("Insee", "Anne Petit", "")], null, "coordination", test.Now));
        Assert.Null(await test.Office.Holdings.Plan(2022, "logement", Planned(starts), "coordination", test.Now));
        Assert.Null(await test.Office.Holdings.Plan(2022, "logement", Planned(starts), "coordination", test.Now)); // pressed twice
        await test.Settle();

        var planned = await Action(test, "logement");
        Assert.Equal((ActionState.Confirmed, "atelier-logement"), (planned.State, planned.Occurrences[0].Meeting));
        await test.Until(starts.AddHours(-1));
        var meeting = (await test.Office.Meetings.Find("2022-atelier-logement"))!;
        Assert.Equal((MeetingState.Convened, "Le logement"), (meeting.State, meeting.Agenda[0]));
        Assert.Equal((await test.Office.Network.Load()).Of(null).Count, test.Mailer.Sent.Count(sent => sent.Letter == "convene-2022-atelier-logement"));
        await test.Until(starts.AddHours(3));
        Assert.Equal(ActionState.Done, (await Action(test, "logement")).State);
    }

    [Fact]
    public async Task It_may_be_planned_despite_what_is_missing_and_the_reason_stays()
    {
        var test = await Spring();

        Assert.Equal("raison", Assert.Single((await test.Office.Holdings.Plan(2022, "logement", Planned(test.Now.AddDays(40)) with { Despite = true }, "coordination", test.Now))!.Fields).Field);
        Assert.Null(await test.Office.Holdings.Plan(2022, "logement", Planned(test.Now.AddDays(40)) with { Despite = true, Reason = "L’Insee cherche quelqu’un." }, "coordination", test.Now));
        await test.Settle();

        Assert.Contains("L’Insee cherche quelqu’un.", (await Action(test, "logement")).Progress[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moved_the_invitation_keeps_its_distance_and_the_programme_follows()
    {
        var test = await Spring();
        var starts = test.Now.AddDays(60);
        Assert.Null(await test.Office.Holdings.Plan(2022, "logement", Planned(starts) with { Despite = true, Reason = "Un essai." }, "coordination", test.Now));
        var plan = (await test.Office.Cycle.Find(2022))!;

        var dates = Shift.Of(test.Office.Setting, plan, plan.Find("atelier-logement")!, starts.AddDays(7));
        Assert.Equal(["atelier-logement", "invitation-atelier-logement"], dates.Select(date => date.Step));
        Assert.Null(await test.Office.Cycle.Apply(2022, new CycleCommand.Move("atelier-logement", dates, test.Now, "coordination")));
        await test.Settle();

        Assert.Equal(test.Office.Setting.Zone.DayOf(starts.AddDays(7)), (await Action(test, "logement")).Occurrences[0].Day);
        Assert.True(dates[1].Starts > plan.Find("invitation-atelier-logement")!.Starts.AddDays(4));
    }

    [Fact]
    public async Task Not_held_it_leaves_its_theme_to_the_next_year_and_tells_those_who_wished_for_it_why()
    {
        var test = await Spring();
        var decline = new Decline(false, "Personne ne peut intervenir.", test.Now);
        var foreseen = await test.Office.Holdings.Foresee(2022, "logement", decline, "coordination");

        Assert.Equal(Why.Changed, (await test.Office.Holdings.Decide(2022, "logement", decline, "autre", "coordination"))!.Why);
        Assert.Null(await test.Office.Holdings.Decide(2022, "logement", decline, foreseen.Mailing!.Audience.Hash, "coordination"));
        await test.Settle();
        await test.At(test.Now.AddMinutes(2));

        Assert.Equal((ActionState.CarriedOver, decline.Reason), ((await Action(test, "logement")).State, (await Action(test, "logement")).Progress[^1].Text));
        Assert.NotEmpty(foreseen.Mailing.Audience.Few);
        Assert.Equal(foreseen.Mailing.Audience.Count, test.Mailer.Sent.Count(sent => sent.Letter.StartsWith("not-held", StringComparison.Ordinal)));
        Assert.Contains(await test.Office.LeftOver.Themes(2022, test.Now), theme => theme.Id == "t");
        Assert.Null(await test.Office.Holdings.Decide(2022, "logement", decline with { Now = test.Now }, null, "coordination")); // pressed twice
        Assert.Equal(Why.NotNow, (await test.Office.Holdings.Decide(2022, "logement", decline with { Now = test.Now, Reason = "Autre chose." }, null, "coordination"))!.Why);
        await test.At(test.Now.AddMinutes(2));
        Assert.Equal(foreseen.Mailing.Audience.Count, test.Mailer.Sent.Count(sent => sent.Letter.StartsWith("not-held", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_planned_meeting_is_called_off_before_it_is_carried_over()
    {
        var test = await Spring();
        Assert.Null(await test.Office.Holdings.Plan(2022, "logement", Planned(test.Now.AddDays(40)) with { Despite = true, Reason = "Un essai." }, "coordination", test.Now));

        Assert.Equal(Why.NotNow, (await test.Office.Holdings.Decide(2022, "logement", new Decline(false, "Non.", test.Now), null, "coordination"))!.Why);
        Assert.Null(await test.Office.Cycle.Apply(2022, new CycleCommand.Skip("atelier-logement", "", test.Now, "coordination")));
        await test.Settle();

        Assert.Null(await test.Office.Holdings.Decide(2022, "logement", new Decline(true, "Non.", test.Now), null, "coordination"));
        Assert.Equal(ActionState.Abandoned, (await Action(test, "logement")).State);
    }

    [Theory]
    [InlineData(1, false)] // one of the two that must be ready to prepare it
    [InlineData(2, true)]
    public async Task A_rencontre_technique_waits_until_enough_organisations_commit(int ready, bool held)
    {
        var test = await Spring();
        var people = (await test.Office.Network.Load()).Having([RoleKind.Referent], null).DistinctBy(contact => contact.Organisation).Take(5).ToList();
        foreach (var (index, person) in people.Index())
            Assert.Null(await test.Office.Consultations.Take("2022-interet-technique", new AnswerCommand(person.Organisation, person.Organisation, person.Id, Channel.Page, false, new Dictionary<string, AnswerValue>
            {
                ["engagement"] = new AnswerValue.Engagement(Interest.Some, index < ready ? Effort.Lead : Effort.Attend, ""),
            }, test.Now), 0));
        await test.Settle();

        var refusal = await test.Office.Holdings.Plan(2022, "cartes", Planned(test.Now.AddDays(60)), "coordination", test.Now);

        Assert.Equal(held, refusal is null);
        Assert.Equal(5, (await test.Office.Holdings.Load(2022, "cartes"))!.Committed.Count);
        if (!held)
            Assert.Contains("1\u00A0organisme prêt à préparer la rencontre sur les 2\u00A0nécessaires", refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_neither_planned_nor_carried_over_is_told_once_it_can_be_decided()
    {
        var test = await Spring();
        async Task<IEnumerable<string>> ToSettle() => (await test.Office.Holdings.ToSettle(2022, test.Now)).Select(action => action.Id);

        Assert.Empty(await ToSettle()); // whoever commits is still being asked, and speakers are sought
        await test.Until((await test.Office.Consultations.Find("2022-interet-technique"))!.Closes!.Value.AddHours(1));
        Assert.Equal(["cartes"], await ToSettle());
        Assert.Null(await test.Office.Holdings.Decide(2022, "cartes", new Decline(false, "Un seul organisme est prêt.", test.Now), null, "coordination"));
        Assert.Empty(await ToSettle());
        await test.Until(new DateTimeOffset(2022, 10, 3, 8, 0, 0, TimeSpan.Zero));
        Assert.Contains("logement", await ToSettle()); // nobody has spoken of it since
    }

    [Fact]
    public async Task The_seminaire_of_the_next_year_is_planned_in_the_programme_that_adopted_it()
    {
        var test = await Spring();

        var far = await test.Office.Holdings.Plan(2022, "seminaire", Planned(new DateTimeOffset(2024, 6, 8, 7, 0, 0, TimeSpan.Zero)), "coordination", test.Now);
        Assert.Null(await test.Office.Holdings.Plan(2022, "seminaire", Planned(new DateTimeOffset(2023, 6, 8, 7, 0, 0, TimeSpan.Zero)), "coordination", test.Now));

        Assert.Equal("jour", Assert.Single(far!.Fields).Field);
        Assert.Equal(2023, (await test.Office.Cycle.Find(2022))!.Find("seminaire")!.Starts.Year);
    }

    [Fact]
    public async Task Names_of_those_who_spoke_are_forgotten_after_the_months_announced_and_their_organisations_stay()
    {
        var test = await Spring();
        Assert.Null(await test.Office.Programme.SetSpeakers(2022, "logement", [new Speaker("Insee", "Anne Petit", "cheffe")], null, "coordination", test.Now));

        Assert.Equal(0, await test.Office.Programme.Retain([]));
        await test.Office.Retention.Erase(new DateTimeOffset(2026, 6, 1, 1, 0, 0, TimeSpan.Zero));

        Assert.Equal([new Speaker("Insee", "", "")], (await Action(test, "logement")).Speakers!);
    }

    private static PlannedMeeting Planned(DateTimeOffset starts) => new(starts, 120, "", "https://visio.example.org/a", ["Échanges"]);

    private static async Task<ProgrammeAction> Action(TestOffice test, string id) => (await test.Office.Programme.Load(2022)).Single(action => action.Id == id);

    private static async Task<TestOffice> Spring()
    {
        var setting = TestOffice.Pfoss();
        var plan = setting.Plan(2022);
        var committee = plan.Find("copil")!.Starts;
        var test = new TestOffice(setting, committee.AddMonths(-4));
        await test.Office.Opening.Open(2022, test.Now);
        var author = (await test.Office.Network.Load()).Having([RoleKind.Referent], null)[0];
        Assert.Null(await test.Office.Themes.Apply(2022, new ThemeCommand.Propose(
            new Proposal("t", 2022, ProposalOrigin.Spontaneous, author.Organisation, author.Id, "Le logement", "", ActionKind.Atelier, false, "", test.Now, false, []), test.Now)));
        await test.Until(committee.AddHours(4));
        Assert.Null(await test.Office.Meetings.RecordDecisions("2022-copil",
        [
            Adopt("logement", ActionKind.Atelier, "Le logement", "t"), Adopt("cartes", ActionKind.RencontreTechnique, "La visualisation"), Adopt("seminaire", ActionKind.Seminaire, "Le séminaire"),
        ], [], "coordination", test.Now));
        await test.Settle();
        var opens = plan.Find("interet-technique")!.Starts;
        await test.Until(opens.AddHours(1));
        if (await test.Office.Consultations.Find("2022-interet-technique") is null)
            Assert.Null(await test.Office.Cycle.Apply(2022, new CycleCommand.Open("interet-technique", test.Now, "coordination")));
        await test.Settle();
        return test;
    }

    private static MeetingDecision Adopt(string id, ActionKind kind, string title, params string[] themes) =>
        new($"d-{id}", "Retenu.", themes, DecisionOutcome.Adopt, new AdoptedAction(id, kind, title, [], [], ""));
}
