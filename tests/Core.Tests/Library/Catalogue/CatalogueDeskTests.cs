using Almanach.Core.Engine;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Catalogue.Import;
using Almanach.Core.Tables;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Library.Catalogue;

public class CatalogueDeskTests
{
    private static readonly DateTimeOffset Start = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);

    private static async Task<TestOffice> Opened()
    {
        var test = new TestOffice(TestOffice.Exemple(), Start);
        await test.Office.Network.Write(test.Office.Setting.Folder.Organisations, test.Office.Setting.Folder.Contacts);
        await test.Office.Catalogue.Begin(test.Office.Setting.Folder.Catalogue.Select(card => EntryRules.New(card.Id, card.Card, Start)));
        return test;
    }

    private static EntryCard Card(string title) => EntryCard.Blank with { Title = title, Producers = [new Producer("agence")] };

    [Fact]
    public async Task A_platform_begins_with_the_entries_of_its_folder()
    {
        var test = await Opened();

        var shelf = await test.Office.Catalogue.Load();

        Assert.Equal(5, shelf.Entries.Count);
        Assert.Equal((4, 5), (shelf.Found.Count, shelf.All.Count));
        Assert.Equal(["Département du Val-d’Orme", "Bailleurs réunis de l’Orme"], shelf.Producers(shelf.Entries["demandes-de-logement"].Card));
    }

    [Fact]
    public async Task The_watch_tells_once_what_everybody_can_read_since()
    {
        var test = await Opened();
        var catalogue = test.Office.Catalogue;
        var (_, refused) = await catalogue.Save("", Card(""), null, "coordination", Start.AddDays(1));
        var (added, _) = await catalogue.Save("", Card("Vieillir dans l’Orme"), null, "coordination", Start.AddDays(2));
        var (within, _) = await catalogue.Save("", Card("Note interne") with { Diffusion = EntryDiffusion.Internal }, null, "coordination", Start.AddDays(2));
        await catalogue.Save(within, Card("Note publiée") with { From = 2026 }, null, "coordination", Start.AddDays(8));
        var (gone, _) = await catalogue.Save("", Card("Retirée aussitôt"), null, "coordination", Start.AddDays(3));
        await catalogue.Withdraw(gone, "Doublon.", "coordination", Start.AddDays(4));

        var january = await catalogue.Added(Start.AddDays(1), Start.AddDays(8));
        var february = await catalogue.Added(Start.AddDays(8), Start.AddDays(30));

        Assert.Equal(Why.Invalid, refused!.Why);
        Assert.Equal([new CatalogueNews(added, "Vieillir dans l’Orme", "Agence des solidarités", "", $"https://a.example.org/catalogue/{added}")], january);
        Assert.Equal([("Note publiée", "2026")], february.Select(news => (news.Title, news.Year)));
    }

    [Fact]
    public async Task A_change_in_between_is_not_overwritten()
    {
        var test = await Opened();
        var catalogue = test.Office.Catalogue;
        var seen = Print.Of((await catalogue.Find("jeunes-sans-emploi"))!);
        await catalogue.Save("jeunes-sans-emploi", Card("Un autre titre"), seen, "coordination", Start.AddHours(1));

        var (_, refusal) = await catalogue.Save("jeunes-sans-emploi", Card("Le mien"), seen, "coordination", Start.AddHours(2));

        Assert.Equal(Why.Changed, refusal!.Why);
        Assert.Equal("Un autre titre", (await catalogue.Find("jeunes-sans-emploi"))!.Card.Title);
    }

    [Fact]
    public async Task A_new_card_sent_twice_is_one_entry_and_one_saved_twice_is_not_refused()
    {
        var test = await Opened();
        var catalogue = test.Office.Catalogue;
        var count = (await catalogue.Load()).Entries.Count;
        var seen = Print.Of((await catalogue.Find("jeunes-sans-emploi"))!);

        var ids = new[] { (await catalogue.Save("", Card("Vieillir"), null, "coordination", Start)).Id, (await catalogue.Save("", Card("Vieillir"), null, "coordination", Start)).Id };
        await catalogue.Save("jeunes-sans-emploi", Card("Un autre titre"), seen, "coordination", Start);
        var (_, again) = await catalogue.Save("jeunes-sans-emploi", Card("Un autre titre"), seen, "coordination", Start);

        Assert.Equal(ids[0], ids[1]);
        Assert.Equal(count + 1, (await catalogue.Load()).Entries.Count);
        Assert.Null(again);
    }

    [Fact]
    public async Task An_import_leaves_alone_what_was_written_since_it_was_read_and_says_so()
    {
        var test = await Opened();
        var catalogue = test.Office.Catalogue;
        var table = new TableReading([new ImportedTable("", [new(1, ["Titre", "Fiche", "Producteur"]), new(2, ["Importée", "jeunes-sans-emploi", ""]), new(3, ["Nouvelle étude", "", "Agence des solidarités"])])], "");
        var plan = CataloguePlanner.Plan(table, await catalogue.Load(), test.Office.Setting.Platform.CatalogueOrEmpty(), Start).Plan!;
        await catalogue.Save("jeunes-sans-emploi", Card("Écrite entre-temps"), null, "coordination", Start);

        var refusal = await catalogue.Import(plan, "coordination", Start);

        Assert.Equal(Why.Changed, refusal!.Why);
        Assert.StartsWith("1\u00A0fiche a changé", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("Écrite entre-temps", (await catalogue.Find("jeunes-sans-emploi"))!.Card.Title);
        Assert.NotNull(await catalogue.Find("nouvelle-etude"));
    }

    [Fact]
    public async Task The_same_words_said_again_once_they_were_dealt_with_wait_again()
    {
        var test = await Opened();
        var requests = test.Office.CatalogueRequests;
        var need = new StatedNeed("", "Les expulsions", "", "", "logement", "", Start);
        await requests.Report("jeunes-sans-emploi", "Le lien est mort.", Start);
        await requests.State(need);
        await requests.Settle((await requests.Errors())[0].Id, "coordination", Start.AddDays(1));
        await requests.Answer((await requests.Needs())[0].Id, "", "coordination", Start.AddDays(1)); // set aside

        await requests.Report("jeunes-sans-emploi", "Le lien est mort.", Start.AddDays(300));
        await requests.State(need with { At = Start.AddDays(300) });
        await requests.State(need with { Theme = "" }); // the same words about something else

        Assert.Equal((null, Start.AddDays(300)), (Assert.Single(await requests.Errors()).Settled, (await requests.Errors())[0].At));
        Assert.Equal(2, (await requests.Needs()).Count(one => one.Settled is null));
    }

    [Fact]
    public async Task What_is_withdrawn_keeps_its_address_and_comes_back()
    {
        var test = await Opened();
        var catalogue = test.Office.Catalogue;

        await catalogue.Withdraw("jeunes-sans-emploi", "", "coordination", Start.AddHours(1));
        var (withdrawn, found) = ((await catalogue.Find("jeunes-sans-emploi"))!, (await catalogue.Load()).Found.Count);
        await catalogue.Restore("jeunes-sans-emploi", "coordination", Start.AddHours(2));
        await test.Until(Start.AddHours(3));

        Assert.Equal(("N’est plus à jour.", 3), (withdrawn.Withdrawn, found));
        Assert.True((await catalogue.Find("jeunes-sans-emploi"))!.IsFound);
        Assert.Equal(["catalogue fiche jeunes-sans-emploi retirée", "catalogue fiche jeunes-sans-emploi rétablie"],
            (await test.Journal(Start, Start.AddDays(1))).Select(line => line.Subject));
    }

    [Fact]
    public async Task Needs_and_errors_are_taken_once_answered_once_and_forgotten_in_time()
    {
        var test = await Opened();
        var requests = test.Office.CatalogueRequests;
        var need = new StatedNeed("", "Les enfants à l’hôtel", "Pour agir, dit Ada Rare.", "", "logement", "", Start);
        for (var click = 0; click < 2; click++)
        {
            Assert.Null(await requests.State(need));
            Assert.Null(await requests.Report("jeunes-sans-emploi", "Le lien est mort.", Start));
        }
        var (said, error) = (Assert.Single(await requests.Needs()), Assert.Single(await requests.Errors()));

        await requests.Answer(said.Id, "Le Département y travaille.", "coordination", Start.AddDays(1));
        await requests.Settle(error.Id, "coordination", Start.AddDays(1));
        var forgotten = await requests.Retain(_ => true);

        Assert.Equal(1, forgotten);
        Assert.Empty(await requests.Errors());
        Assert.True(Assert.Single(await requests.Needs()).IsShown);
        await requests.Forget(await requests.Naming(text => text.Contains("Ada Rare", StringComparison.Ordinal)));
        Assert.Empty(await requests.Needs());
        Assert.Equal(Why.Unknown, (await requests.Settle("inconnu", "coordination", Start))!.Why);
        Assert.Equal(["erreur"], (await requests.Report("x", new string('x', 1_001), Start))!.Fields.Select(field => field.Field));
        Assert.Equal(["besoin", "theme", "territoire"], (await requests.State(new StatedNeed("", "", "", "", "non", "non", Start)))!.Fields.Select(field => field.Field));
    }
}
