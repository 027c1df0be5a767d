using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Catalogue.Import;
using Almanach.Core.Network.Import;
using Almanach.Core.Tables;

namespace Almanach.Core.Tests.Library.Catalogue;

public class CataloguePlannerTests
{
    private static readonly CatalogueShelf Shelf = new(
        [Cards.Entry("allocataires", Cards.Card("Allocataires du RSA", EntryKind.DataSource, "caf", "emploi", "ara", from: 2009, summary: "Foyers."))], Cards.Setting, Cards.Roster);

    private static CataloguePlan Plan(params string[] lines) => CataloguePlanner.Plan(
        TableReading.Of(new ImportedTable("Inventaire", [.. lines.Select((line, index) => new ImportedRow(index + 1, line.Split('|')))])), Shelf, Cards.Setting, Cards.Now).Plan!;

    [Fact]
    public void An_inventory_is_read_as_people_keep_it()
    {
        var plan = Plan(
            "Inventaire 2021 des études",
            "Intitulé|Type de document|Organisme producteur|Période|Zone géographique|Thématiques|Lien|Accès|Fréquence|Relecteur",
            "Se loger en Ardèche|Enquête|Insee; Agence d’urbanisme|2018-2020|Ardèche; Vivarais|Logement et hébergement, Ruralité|https://a.example.org|En ligne|Annuelle|x");

        var card = Assert.Single(plan.Entries).Card;
        Assert.Equal((EntryKind.Survey, 2018, 2020, Rhythm.Yearly, EntryAccess.Open), (card.Kind, card.From, card.Until, card.Rhythm, card.Access));
        Assert.Equal([new Producer("insee"), new Producer("", "Agence d’urbanisme")], card.Producers);
        // What the platform does not list is kept in words.
        Assert.Equal("ardeche, logement, Vivarais, Mots-clés\u00A0: Ruralité.", string.Join(", ", [.. card.Territories, .. card.Themes, card.Area, card.Summary]));
        Assert.Equal(["Relecteur"], plan.Columns.Where(column => column.Meaning is null).Select(column => column.Head));
        var line = Assert.Single(plan.Lines);
        Assert.Equal((3, Verdict.Added), (line.Line, line.Verdict));
    }

    [Theory]
    [InlineData("Région")]
    [InlineData("région Auvergne-Rhône-Alpes")]
    [InlineData("Auvergne Rhône Alpes")]
    [InlineData("Régional")]
    [InlineData("Échelle régionale")]
    [InlineData("AuRA")]
    [InlineData("Région ARA")]
    public void The_region_of_the_platform_is_known_by_what_it_is_called(string words)
    {
        var card = Assert.Single(Plan("Titre|Producteur|Territoire", $"Une étude|CAF|{words}").Entries).Card;

        Assert.Equal(("ara", ""), (Assert.Single(card.Territories), card.Area));
    }

    [Theory]
    // A blank cell erases nothing; the same again changes nothing.
    [InlineData("Allocataires du RSA|Caisse d’allocations familiales (CAF)||", Verdict.Unchanged)]
    [InlineData("allocataires du rsa|caf|2009|", Verdict.Unchanged)]
    [InlineData("Allocataires du RSA|CAF|2010|", Verdict.Changed)]
    [InlineData("Une autre étude|CAF|2010|", Verdict.Added)]
    // What a person must judge.
    [InlineData("Allocataires du RSA|Insee|2010|", Verdict.Doubtful)]
    [InlineData("Une étude||2010|", Verdict.Doubtful)]
    [InlineData("|CAF|2010|", Verdict.Doubtful)]
    [InlineData("Une étude|CAF|autrefois|", Verdict.Doubtful)]
    [InlineData("Une étude|CAF|2010|pas une adresse", Verdict.Doubtful)]
    public void A_row_is_judged(string row, Verdict verdict)
    {
        var plan = Plan("Titre|Producteur|Année|Lien", row);

        var line = Assert.Single(plan.Lines);
        Assert.Equal(verdict, line.Verdict);
        Assert.Equal(verdict is Verdict.Added or Verdict.Changed ? 1 : 0, plan.Entries.Count);
        if (verdict == Verdict.Doubtful)
            Assert.NotEmpty(line.Reasons);
    }

    [Fact]
    public void The_same_study_twice_in_a_table_is_for_a_person_to_judge()
    {
        var plan = Plan("Titre|Producteur", "Étude|CAF", "étude|caf", "Étude|Insee");

        Assert.Equal([Verdict.Added, Verdict.Doubtful, Verdict.Added], plan.Lines.Select(line => line.Verdict));
        Assert.Equal(["etude", "etude-2"], plan.Entries.Select(entry => entry.Id));
    }

    [Fact]
    public void An_entry_is_named_by_the_address_an_export_gives()
    {
        var plan = Plan("Titre|Producteur|Fiche", "Foyers allocataires du RSA|CAF|https://a.example.org/catalogue/allocataires", "Autre|CAF|https://a.example.org/catalogue/disparue");

        Assert.Equal([Verdict.Changed, Verdict.Doubtful], plan.Lines.Select(line => line.Verdict));
        Assert.Equal(("allocataires", "Foyers allocataires du RSA", "Foyers."), (plan.Entries[0].Id, plan.Entries[0].Card.Title, plan.Entries[0].Card.Summary));
        Assert.Equal(["Change\u00A0: titre."], plan.Lines[0].Reasons);
    }

    [Fact]
    public void A_plan_has_one_name_whenever_it_is_made()
    {
        var reading = TableReading.Of(new ImportedTable("", [new ImportedRow(1, ["Titre", "Producteur"]), new ImportedRow(2, ["Étude", "CAF"])]));

        string Hash(DateTimeOffset now) => CataloguePlanner.Plan(reading, Shelf, Cards.Setting, now).Plan!.Hash;

        Assert.Equal(Hash(Cards.Now), Hash(Cards.Now.AddHours(2)));
    }

    [Fact]
    public void A_table_without_a_title_column_says_what_to_do()
    {
        var planning = CataloguePlanner.Plan(TableReading.Of(new ImportedTable("", [new ImportedRow(1, ["Nombre", "Taux"])])), Shelf, Cards.Setting, Cards.Now);

        Assert.Null(planning.Plan);
        Assert.Contains("Titre", planning.Problem);
    }
}
