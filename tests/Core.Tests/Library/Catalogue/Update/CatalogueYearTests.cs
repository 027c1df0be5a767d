using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Catalogue.Update;
using Almanach.Core.Network;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Library.Catalogue.Update;

/// <summary>The yearly update of the catalogue through the ordinary engine of consultations: who is asked, and what answers change.</summary>
public sealed class CatalogueYearTests
{
    const string Id = "2022-catalogue";
    const string Census = "recensement-de-la-population";
    const string Incomes = "revenus-disponibles";

    static readonly Setting _setting = TestOffice.Pfoss();
    static readonly DateTimeOffset _begins = new(2022, 2, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Only_organisations_with_entries_are_asked_and_counted()
    {
        var test = await Opened();

        var consultation = (await test.Office.Consultations.Find(Id))!;
        var asked = await test.Office.Consultations.Asked(consultation);

        Assert.Equal(["insee", "pole-emploi"], asked.Select(member => member.Organisation).Distinct().Order());
        Assert.Equal(2, consultation.Asked);
        Assert.Equal(["Recensement de la population", "Revenus disponibles par unité de consommation"], asked.First(member => member.Organisation == "insee").Lists["fiches"]);
        Assert.Equal(asked.Select(member => member.Contact).Order(), test.Mailer.Sent.Where(sent => sent.Letter == $"invite-{Id}").Select(sent => sent.Contact).Order());
    }

    [Fact]
    public async Task Without_any_entry_nothing_opens_and_the_coordinator_is_told_why()
    {
        var test = await Begun();
        foreach (var entry in (await test.Office.Catalogue.Load()).Entries.Values.Where(entry => entry.IsOf("insee") || entry.IsOf("pole-emploi")))
            Assert.Null(await test.Office.Catalogue.Withdraw(entry.Id, "", "coordination", test.Now));

        await Open(test);

        Assert.Null(await test.Office.Consultations.Find(Id));
        var step = (await test.Office.Cycle.Find(2022))!.Find("catalogue")!;
        Assert.NotEqual(StepState.Open, step.State);
        Assert.Contains("catalogue", step.Held, StringComparison.Ordinal);
        Assert.DoesNotContain(test.Mailer.Sent, sent => sent.Letter == $"invite-{Id}");
    }

    [Fact]
    public async Task Who_has_no_entry_left_is_not_reminded()
    {
        var test = await Opened();
        Assert.Null(await test.Office.Catalogue.Withdraw("demandeurs-d-emploi-en-fin-de-mois", "Doublon.", "coordination", test.Now));

        var waiting = (await test.Office.Asks.Askings(_setting.Zone.DayOf(test.Now))).Single(asking => asking.Consultation.Id == Id).Waiting;

        Assert.Equal(["insee"], waiting.Select(member => member.Organisation).Distinct());
    }

    [Fact]
    public async Task A_newcomer_is_invited_where_her_organisation_has_entries()
    {
        var test = await Opened();
        var roster = await test.Office.Network.Load();
        Contact New(string organisation) => new($"nouvelle-{organisation}", organisation, "Nora", "Neuf", $"nora@{organisation}.example.org", "", [new Role(RoleKind.Referent)], "", new DateOnly(2022, 2, 1));
        await test.Office.Network.Write(_setting.Folder.Organisations, [.. _setting.Folder.Contacts, New("insee"), New("dreal")]);
        roster = await test.Office.Network.Load();

        var invited = new List<string>();
        foreach (var organisation in new[] { "insee", "dreal" })
            invited.AddRange((await test.Office.Newcomers.Missing(roster.Contacts[$"nouvelle-{organisation}"], roster, test.Now)).Where(mailing => mailing.Link.Subject == Id).Select(_ => organisation));

        Assert.Equal(["insee"], invited);
    }

    [Fact]
    public async Task A_confirmed_entry_bears_it_at_once_and_the_rest_waits()
    {
        var test = await Opened();
        var corrected = (await test.Office.Catalogue.Find(Incomes))!.Card with { Summary = "Médiane et déciles." };

        await Take(test, "insee", "c0009", new AnswerValue.Entries(
            new Dictionary<string, EntrySaid> { [Census] = new(EntryWord.Current), [Incomes] = new(EntryWord.ToCorrect, Card: corrected) },
            [new EntryDraft("", EntryCard.Blank with { Title = "Mobilités résidentielles", Producers = [new Producer("insee")] })]));

        Assert.Equal(new Confirmation(_setting.Zone.DayOf(test.Now), "insee"), (await test.Office.Catalogue.Find(Census))!.Confirmed);
        Assert.Null((await test.Office.Catalogue.Find(Incomes))!.Confirmed);
        Assert.Equal([($"{Id}-insee-{Incomes}", ProposalMatter.Correction), ($"insee-{Id}-1-1", ProposalMatter.Addition)],
            (await test.Office.CatalogueUpdates.All()).Select(proposal => (proposal.Id, proposal.Matter)));
        var insee = Assert.Single((await test.Office.CatalogueUpdates.Progress(2022))!.Producers, producer => producer.Organisation == "insee");
        Assert.Equal(new ProducerProgress("insee", 2, true, 1, 1, 0, 1, 0), insee);
    }

    [Fact]
    public async Task A_correction_announced_and_not_written_is_counted_apart_until_somebody_writes_it()
    {
        var test = await Opened();
        async Task<(ProducerProgress, int, int)> Counts()
        {
            var progress = (await test.Office.CatalogueUpdates.Progress(2022))!;
            return (progress.Producers.Single(producer => producer.Organisation == "insee"), progress.Proposed, progress.Unwritten);
        }
        Task Write(string entry, EntryCard card) => test.Office.Catalogue.Save(entry, card, null, "coordination", test.Now);
        var (census, incomes) = ((await test.Office.Catalogue.Find(Census))!.Card, (await test.Office.Catalogue.Find(Incomes))!.Card);

        await Take(test, "insee", "c0009", new AnswerValue.Entries(
            new Dictionary<string, EntrySaid> { [Census] = new(EntryWord.ToCorrect), [Incomes] = new(EntryWord.ToCorrect, Card: incomes with { Summary = "Médiane et déciles." }) }, []));
        Assert.Equal((new ProducerProgress("insee", 2, true, 0, 1, 0, 0, 1), 1, 1), await Counts());

        await Write(Incomes, incomes with { Area = "Par EPCI" });
        Assert.Equal((new ProducerProgress("insee", 2, true, 0, 1, 0, 0, 1), 1, 1), await Counts());

        await Write(Census, census with { Area = "Par EPCI" });
        Assert.Equal((new ProducerProgress("insee", 2, true, 0, 2, 0, 0, 0), 2, 0), await Counts());
    }

    [Fact]
    public async Task A_correction_announced_of_an_entry_that_was_withdrawn_since_is_not_waited_for()
    {
        var test = await Opened();
        await Take(test, "insee", "c0009", Say(Census, new EntrySaid(EntryWord.ToCorrect)));
        Assert.Null(await test.Office.Catalogue.Withdraw(Census, "Doublon.", "coordination", test.Now));

        Assert.Equal(0, (await test.Office.CatalogueUpdates.Progress(2022))!.Unwritten);
    }

    [Fact]
    public async Task Whoever_goes_from_card_to_card_gets_one_receipt_of_all_once_she_has_stopped()
    {
        var test = await Opened();
        await Take(test, "insee", "c0009", Say(Incomes, new EntrySaid(EntryWord.Current)));
        await test.Until(test.Now + Receipts.Quiet - TimeSpan.FromSeconds(1));
        await Take(test, "insee", "c0009", new AnswerValue.Entries(new Dictionary<string, EntrySaid> { [Census] = new(EntryWord.Current), [Incomes] = new(EntryWord.Current) }, []));
        await test.Until(test.Now + Receipts.Quiet - TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(test.Mailer.Sent, sent => sent.Letter.StartsWith("receipt-", StringComparison.Ordinal));

        await test.Until(test.Now.AddDays(1));

        Assert.Equal(($"receipt-{Id}-insee-2", "c0009"), Assert.Single(test.Mailer.Sent, sent => sent.Letter.StartsWith("receipt-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Accepting_writes_the_entry_confirms_it_and_settles_in_one_go()
    {
        var test = await Opened();
        var corrected = (await test.Office.Catalogue.Find(Incomes))!.Card with { Summary = "Médiane et déciles." };
        await Take(test, "insee", "c0009", Say(Incomes, new EntrySaid(EntryWord.ToCorrect, Card: corrected)));
        var said = test.Now;
        test.Clock.Set(test.Now.AddDays(2));

        Assert.Null(await test.Office.CatalogueUpdates.Accept($"{Id}-insee-{Incomes}", null, "coordination", test.Now));
        Assert.Null(await test.Office.CatalogueUpdates.Accept($"{Id}-insee-{Incomes}", null, "coordination", test.Now));
        await test.Settle();

        var entry = (await test.Office.Catalogue.Find(Incomes))!;
        Assert.Equal(("Médiane et déciles.", new Confirmation(_setting.Zone.DayOf(said), "insee")), (entry.Card.Summary, entry.Confirmed));
        Assert.Equal(ProposalFate.Accepted, Assert.Single(await test.Office.CatalogueUpdates.All()).Fate);
        Assert.Single(await test.Journal(_begins, test.Now.AddDays(1)), line => line.Subject.StartsWith("catalogue proposition", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bringing_an_answer_twice_changes_nothing_and_what_was_decided_stays()
    {
        var test = await Opened();
        await Take(test, "insee", "c0009", Say(Incomes, new EntrySaid(EntryWord.Outdated, "Remplacée.")));
        Assert.Null(await test.Office.CatalogueUpdates.SetAside($"{Id}-insee-{Incomes}", "Elle sert encore.", null, "coordination", test.Now));
        await test.Settle();
        var before = await test.Rows("catalogue");

        await test.Office.CatalogueUpdates.Bring(new Effect.UpdateCatalogue(Id, "insee", 1, $"entries-{Id}-insee-1", test.Now, "2022/catalogue"));

        Assert.Equal(before, await test.Rows("catalogue"));
    }

    [Fact]
    public async Task An_entry_corrected_by_the_coordinator_meanwhile_is_not_confirmed_unread()
    {
        var test = await Opened();
        var value = Say(Census, new EntrySaid(EntryWord.Current));
        Assert.Null(await test.Office.Consultations.Take(Id, Command("insee", "c0009", value, test.Now), null));
        await test.Office.Catalogue.Save(Census, (await test.Office.Catalogue.Find(Census))!.Card with { Area = "Par EPCI" }, null, "coordination", test.Now);

        await test.Settle();

        Assert.Null((await test.Office.Catalogue.Find(Census))!.Confirmed);
    }

    [Fact]
    public async Task Settled_proposals_go_when_past_keeping_and_those_that_wait_stay()
    {
        var test = await Opened();
        await Take(test, "insee", "c0009", new AnswerValue.Entries(new Dictionary<string, EntrySaid> { [Incomes] = new(EntryWord.Outdated, "Remplacée."), [Census] = new(EntryWord.Outdated, "Remplacée.") }, []));
        await test.Office.CatalogueUpdates.SetAside($"{Id}-insee-{Incomes}", "", null, "coordination", test.Now);

        Assert.Equal(1, await test.Office.CatalogueUpdates.Retain(_ => true));
        Assert.Equal([$"{Id}-insee-{Census}"], (await test.Office.CatalogueUpdates.All()).Select(proposal => proposal.Id));
    }

    [Fact]
    public async Task Who_asks_to_be_erased_is_named_in_no_proposal()
    {
        var test = await Opened();
        var card = (await test.Office.Catalogue.Find(Incomes))!.Card with { Method = "Demander à Zoé Quidam, qui sait tout." };
        await Take(test, "insee", "c0009", Say(Incomes, new EntrySaid(EntryWord.ToCorrect, Card: card)));
        bool IsHer(string text) => text.Contains("Zoé Quidam", StringComparison.Ordinal);

        var named = await test.Office.CatalogueUpdates.Naming(IsHer);
        foreach (var id in named)
            await test.Office.CatalogueUpdates.Forget(id, IsHer);

        Assert.Equal([$"{Id}-insee-{Incomes}"], named);
        Assert.DoesNotContain((await test.Rows("catalogue")).Values, row => IsHer(row));
    }

    static AnswerValue.Entries Say(string entry, EntrySaid said) => new(new Dictionary<string, EntrySaid> { [entry] = said }, []);

    static AnswerCommand Command(string organisation, string by, AnswerValue.Entries value, DateTimeOffset now) =>
        new(organisation, organisation, by, Channel.Page, false, new Dictionary<string, AnswerValue> { ["fiches"] = value }, now);

    static async Task Take(TestOffice test, string organisation, string by, AnswerValue.Entries value)
    {
        Assert.Null(await test.Office.Consultations.Take(Id, Command(organisation, by, value, test.Now), null));
        await test.Settle();
    }

    static async Task<TestOffice> Begun()
    {
        var test = new TestOffice(_setting, _begins);
        await test.Office.Opening.Open(2022, _begins);
        await test.Settle();
        return test;
    }

    static async Task<TestOffice> Opened()
    {
        var test = await Begun();
        await Open(test);
        return test;
    }

    static async Task Open(TestOffice test)
    {
        Assert.Null(await test.Office.Cycle.Apply(2022, new CycleCommand.Open("catalogue", test.Now, "coordination")));
        await test.Settle();
        await test.At(test.Now.AddSeconds(_setting.Platform.Mail.GraceSeconds + 1));
    }
}
