using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;
using Almanach.Core.Tests.Engine;
using Almanach.Core.Themes;

namespace Almanach.Core.Tests.Consultations;

/// <summary>Consultations over the store: what is opened, taken, brought to the board, and what fits.</summary>
public sealed class ConsultationDeskTests
{
    static readonly Setting _setting = TestOffice.Pfoss();
    static readonly DateTimeOffset _begins = WalkedYear.Begins(_setting, 2022);
    static readonly YearPlan _plan = _setting.Plan(2022);

    [Fact]
    public async Task A_vote_without_themes_mails_nobody_and_waits_with_the_reason_until_there_are_some()
    {
        var test = await Opened();
        // The folder left carried-over themes: a first year without any.
        foreach (var theme in (await test.Office.Themes.Load(2022)).Standing)
            await test.Office.Themes.Apply(2022, new ThemeCommand.RecordFates([new ThemeFate(theme.Id, Fate.Withdrawn, null, "")], _begins));
        var vote = _plan.Find("vote")!;
        await test.Until(_plan.Find("regroupement")!.Ends!.Value);
        await test.Office.Cycle.Apply(2022, new CycleCommand.Close("regroupement", test.Now, "coordination"));

        await test.Until(vote.Starts.AddHours(1));
        var held = (await test.Office.Cycle.Find(2022))!.Find("vote")!;
        var mailed = test.Mailer.Sent.Count(sent => sent.Letter == "invite-2022-vote");
        await test.Office.Themes.Apply(2022, new ThemeCommand.Propose(
            new Proposal("p", 2022, ProposalOrigin.Spontaneous, "insee", null, "Un thème", "", null, false, "", test.Now, false, []), test.Now));
        await test.Office.Cycle.Apply(2022, new CycleCommand.Open("vote", test.Now, "coordination"));
        await test.Until(test.Now.AddMinutes(10));

        Assert.Equal((StepState.Planned, true, 0), (held.State, held.Waiting, mailed));
        Assert.StartsWith("Aucun thème", held.Held, StringComparison.Ordinal);
        Assert.Equal(StepState.Open, (await test.Office.Cycle.Find(2022))!.Find("vote")!.State);
        Assert.Contains(test.Mailer.Sent, sent => sent.Letter == "invite-2022-vote");
    }

    [Fact]
    public async Task A_collection_nobody_can_answer_waits_for_the_coordinator()
    {
        var test = await Opened();
        await test.Office.Network.Write([], [.. _setting.Folder.Contacts.Select(contact => contact with { Active = false })]);

        await test.Until(_plan.Find("collecte")!.Starts.AddHours(1));

        Assert.Contains("Personne n’est à consulter", (await test.Office.Cycle.Find(2022))!.Find("collecte")!.Held, StringComparison.Ordinal);
        Assert.Null(await test.Office.Consultations.Find("2022-themes"));
    }

    [Fact]
    public async Task Nobody_changes_the_proposal_of_another_by_naming_its_id()
    {
        var test = await Collecting();
        await Propose(test, "insee", "", "Le logement");
        var victim = (await test.Office.Themes.Load(2022)).Proposals.Values.Single(proposal => proposal.Organisation == "insee");

        await Propose(test, "dreal", victim.Id, "Autre chose");

        var board = await test.Office.Themes.Load(2022);
        Assert.Equal("Le logement", board.Proposals[victim.Id].Title);
        Assert.Equal(2, board.Proposals.Values.Count(proposal => !proposal.Withdrawn));
    }

    [Fact]
    public async Task A_proposal_sent_again_keeps_its_id_and_its_first_author()
    {
        var test = await Collecting();
        await Propose(test, "insee", "", "Le logement");
        var first = (await test.Office.Themes.Load(2022)).Proposals.Values.Single(proposal => proposal.Organisation == "insee");

        await Propose(test, "insee", first.Id, "Le logement des jeunes", by: 1);

        var after = (await test.Office.Themes.Load(2022)).Proposals.Values.Single(proposal => proposal.Organisation == "insee");
        Assert.Equal((first.Id, first.Contact, "Le logement des jeunes"), (after.Id, after.Contact, after.Title));
    }

    [Theory]
    [InlineData(1, 2)] // as they came
    [InlineData(2, 1)] // the second revision's effect first
    public async Task Two_revisions_reach_the_board_as_the_last_one_whatever_their_order(int first, int second)
    {
        var test = await Collecting();
        await Take(test, "insee", "", "Le logement");
        await Take(test, "insee", "", "L’emploi");
        var partition = Consultation.Partition("2022-themes");
        var rows = (await test.Rows(partition, Todo.Prefix)).Where(row => row.Key.Contains("collect-", StringComparison.Ordinal)).ToList();
        foreach (var row in rows)
            await test.Store.Commit(partition, [new Change.Delete(row.Key)]);

        foreach (var revision in new[] { first, second })
        {
            var row = rows.Single(row => row.Key.EndsWith($"-{revision}", StringComparison.Ordinal));
            await test.Store.Commit(partition, [new Change.Put(row.Key, row.Value)]);
            await test.Office.Worker.Run(partition);
        }

        Assert.Equal(["L’emploi"], (await test.Office.Themes.Load(2022)).Proposals.Values.Where(proposal => !proposal.Withdrawn).Select(proposal => proposal.Title));
    }

    [Fact]
    public async Task A_consultation_reopened_takes_answers_again_and_leaves_its_followers_as_they_are()
    {
        var test = await Collecting();
        var collecte = _plan.Find("collecte")!;
        await test.Until(collecte.Ends!.Value.AddDays(1).AddHours(12));
        var invited = test.Mailer.Sent.Count;

        var refusal = await test.Office.Cycle.Apply(2022, new CycleCommand.Reopen("collecte", test.Now.AddDays(3), test.Now, "coordination"));
        await test.Settle();
        await Propose(test, "insee", "", "Le logement");
        var open = (await test.Office.Cycle.Find(2022))!;
        await test.Until(test.Now.AddDays(4));
        var after = (await test.Office.Cycle.Find(2022))!;

        Assert.Null(refusal);
        Assert.Equal((StepState.Open, StepState.Open), (open.Find("collecte")!.State, open.Find("regroupement")!.State));
        Assert.Equal((StepState.Closed, StepState.Open), (after.Find("collecte")!.State, after.Find("regroupement")!.State));
        Assert.False((await test.Office.Consultations.Answers("2022-themes")).Single().Late);
        Assert.Equal(ConsultationState.Closed, (await test.Office.Consultations.Find("2022-themes"))!.State);
        Assert.DoesNotContain(test.Mailer.Sent.Skip(invited), sent => sent.Letter == "invite-2022-themes");
    }

    [Fact]
    public async Task A_committee_adopts_no_kind_of_action_the_platform_does_not_have()
    {
        var setting = TestOffice.Exemple();
        var committee = setting.Plan(2027).Find("comite-automne")!;
        var test = new TestOffice(setting, WalkedYear.Begins(setting, 2027));
        await test.Office.Opening.Open(2027, test.Now);
        await test.Until(committee.Starts.AddHours(1));

        var refusal = await test.Office.Meetings.RecordDecisions("2027-comite-automne",
            [new("d1", "Adopté.", [], Core.Meetings.DecisionOutcome.Adopt, new("g", ActionKind.GroupeDeTravail, "Groupe", [], [], ""))], [], "coordination", test.Now);

        Assert.Equal(Why.Invalid, refusal!.Why);
        Assert.Contains("Choisissez", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_command_twice_in_one_millisecond_is_done_once()
    {
        var test = await Opened();
        var now = _begins.AddHours(2);
        test.Clock.Set(now);

        var refusals = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            test.Office.Cycle.Apply(2022, new CycleCommand.Open("collecte", now, "coordination"))));
        await test.Until(now.AddMinutes(10));

        Assert.All(refusals, Assert.Null);
        Assert.Single(await test.Rows(MailingLine.Partition));
        Assert.Equal(test.Mailer.Sent.Distinct().Count(), test.Mailer.Sent.Count);
        Assert.Single(await test.Journal(_begins, now), line => line.Key.StartsWith("note-2022-collecte-ouverte", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_vote_on_a_thousand_themes_at_their_longest_fits_its_record_and_ten_thousand_people_its_audience()
    {
        var test = new TestOffice(_setting, _begins);
        await test.Office.Cycle.Open(2022, _begins);
        await test.Office.Network.Write(_setting.Folder.Organisations, [.. Enumerable.Range(0, 10_000).Select(i =>
            new Contact($"contact-{i:D6}", _setting.Folder.Organisations[i % 60].Id, "Anne", "Exemple", $"c{i}@example.org", "", [new Role(RoleKind.Referent)], "charte", new DateOnly(2021, 1, 1)))]);
        for (var i = 0; i < 1_000; i++)
            await test.Store.Commit(Board.Partition(2022), [new Change.Put($"{Theme.Prefix}t-{i:D4}", Stored.Write(new Theme(
                $"t-{i:D4}", new string('é', 160), new string('"', 2_000), null, [], "atelier", [], null, Fate.CarriedOver, null, null, [])))]);
        await test.Store.Commit(Board.Partition(2022), [new Change.Put(Board.Key, Stored.Write(new BoardState(2022, true, 1)))]);

        var refusal = await test.Office.Consultations.Open(new Effect.OpenConsultation(2022, "vote", _begins.AddDays(20), "open-2022-vote", _begins, "2022/vote"));
        await test.Settle();

        Assert.Null(refusal);
        Assert.InRange((await test.Office.Consultations.Find("2022-vote"))!.Options["mentions"].Count, 1_000, 1_010);
        Assert.Equal(10_000, test.Mailer.Sent.Count);
    }

    static async Task<TestOffice> Opened()
    {
        var test = new TestOffice(_setting, _begins);
        await test.Office.Opening.Open(2022, _begins);
        return test;
    }

    static async Task<TestOffice> Collecting()
    {
        var test = await Opened();
        await test.Until(_plan.Find("collecte")!.Starts.AddHours(1));
        return test;
    }

    static async Task Propose(TestOffice test, string organisation, string id, string title, int by = 0)
    {
        await Take(test, organisation, id, title, by);
        await test.Settle();
    }

    static async Task Take(TestOffice test, string organisation, string id, string title, int by = 0)
    {
        var contact = _setting.Folder.Contacts.Where(contact => contact.Organisation == organisation).ElementAt(by);
        var draft = new ProposalDraft(id, title, "", null, false, "", "", default);
        Assert.Null(await test.Office.Consultations.Take("2022-themes", new AnswerCommand(organisation, organisation, contact.Id, Channel.Page, false,
            new Dictionary<string, AnswerValue> { ["propositions"] = new AnswerValue.Proposals([draft], []) }, test.Now), null));
    }
}
