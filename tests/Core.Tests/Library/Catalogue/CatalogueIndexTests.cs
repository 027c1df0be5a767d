using Almanach.Core.French;
using Almanach.Core.Library.Catalogue;

namespace Almanach.Core.Tests.Library.Catalogue;

public class CatalogueIndexTests
{
    private static readonly CatalogueQuery All = CatalogueQuery.Everything;

    private static readonly CatalogueIndex Shelf = Cards.Index(
        Cards.Card("Le non-recours aux aides départementales", themes: "emploi sante", territories: "ardeche", from: 2021, producer: "Département de l’Ardèche"),
        Cards.Card("Allocataires du RSA", EntryKind.DataSource, "caf", "emploi", "ara", from: 2009, summary: "Foyers allocataires, par commune."),
        Cards.Card("Les hôpitaux et la santé des personnes âgées", EntryKind.Report, themes: "sante", territories: "france", from: 2015, until: 2018),
        Cards.Card("Habiter la Confluence", EntryKind.Survey, "Université", "logement", "confluence", from: 2019),
        Cards.Card("Se loger dans le Rhône", themes: "logement", territories: "rhone", from: 2020, summary: "Les travaux de la CAF sur le logement social."),
        Cards.Card("Sans date ni lieu"));

    [Theory]
    [InlineData("non-recours", "Le non-recours aux aides départementales")]
    // Accents and capitals do not matter.
    [InlineData("SANTE agees", "Les hôpitaux et la santé des personnes âgées")]
    // Plural and feminine neither, those in -aux included.
    [InlineData("aide départemental", "Le non-recours aux aides départementales")]
    [InlineData("départementaux", "Le non-recours aux aides départementales")]
    [InlineData("hôpital", "Les hôpitaux et la santé des personnes âgées")]
    [InlineData("travail", "Se loger dans le Rhône")]
    // Words that say nothing are not asked for; an elision is none.
    [InlineData("la santé des âgés", "Les hôpitaux et la santé des personnes âgées")]
    [InlineData("l’Ardèche", "Le non-recours aux aides départementales")]
    // The beginning of a word.
    [InlineData("allocat", "Allocataires du RSA")]
    // Producer, territory and kind are words too.
    [InlineData("université", "Habiter la Confluence")]
    [InlineData("enquête confluence", "Habiter la Confluence")]
    [InlineData("caf rsa", "Allocataires du RSA")]
    // All the words, not any of them.
    [InlineData("rsa logement", "")]
    [InlineData("xyz", "")]
    // Nothing but signs asks for nothing: everything is found.
    [InlineData("« »", "*")]
    [InlineData("le la les", "*")]
    public void Words_find_an_entry(string words, string title)
    {
        var found = Shelf.Search(All with { Words = words });

        if (title == "*")
            Assert.Equal(Shelf.Count, found.Total);
        else
            Assert.Equal(title.Length == 0 ? [] : [title], found.Entries.Select(entry => entry.Card.Title));
    }

    [Theory]
    // A department: itself, the region and the country around it, not its neighbour.
    [InlineData("ardeche", "Le non-recours aux aides départementales|Allocataires du RSA|Les hôpitaux et la santé des personnes âgées")]
    // A part of it comes with it: the quarter with its department. What is near comes before what is only around.
    [InlineData("rhone", "Se loger dans le Rhône|Habiter la Confluence|Allocataires du RSA|Les hôpitaux et la santé des personnes âgées")]
    [InlineData("confluence", "Habiter la Confluence|Allocataires du RSA|Se loger dans le Rhône|Les hôpitaux et la santé des personnes âgées")]
    [InlineData("nulle-part", "*")]
    public void A_territory_finds_what_is_about_it_then_what_covers_it(string territory, string titles)
    {
        var found = Shelf.Search(All with { Territory = territory });

        if (titles == "*")
            Assert.Equal((Shelf.Count, ""), (found.Total, found.Query.Territory));
        else
            Assert.Equal(titles.Split('|'), found.Entries.Select(entry => entry.Card.Title));
    }

    [Theory]
    // A study of one year.
    [InlineData(2021, 2021, "Le non-recours aux aides départementales|Allocataires du RSA")]
    // A source goes on: its series began in 2009.
    [InlineData(2009, 2010, "Allocataires du RSA")]
    [InlineData(2008, 2008, "")]
    // A period is met where it overlaps.
    [InlineData(2017, 2019, "Habiter la Confluence|Les hôpitaux et la santé des personnes âgées|Allocataires du RSA")]
    [InlineData(null, 2016, "Les hôpitaux et la santé des personnes âgées|Allocataires du RSA")]
    [InlineData(2021, null, "Le non-recours aux aides départementales|Allocataires du RSA")]
    // Ends that cross are meant the other way round.
    [InlineData(2016, 2012, "Les hôpitaux et la santé des personnes âgées|Allocataires du RSA")]
    public void Years_find_what_overlaps_them(int? from, int? until, string titles)
    {
        var found = Shelf.Search(All with { From = from, Until = until });

        Assert.Equal(titles.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(), found.Entries.Select(entry => entry.Card.Title).Order());
    }

    [Fact]
    public void Several_themes_find_any_of_them_and_other_criteria_narrow()
    {
        var two = Shelf.Search(All with { Themes = ["logement", "sante"] });
        var narrowed = Shelf.Search(All with { Themes = ["logement", "sante"], Kinds = [EntryKind.Study], Producers = ["insee"] });

        Assert.Equal(4, two.Total);
        Assert.Equal(["Se loger dans le Rhône"], narrowed.Entries.Select(entry => entry.Card.Title));
    }

    [Fact]
    public void A_word_in_the_title_comes_before_one_in_a_note_and_equals_by_date()
    {
        var index = Cards.Index(
            Cards.Card("Le parc social", from: 2022, summary: "Logement."),
            Cards.Card("Logement, ancienne série", from: 2001),
            Cards.Card("Logement, nouvelle série", from: 2019),
            Cards.Card("Les logements vacants", from: 1999));

        var found = index.Search(All with { Words = "logements" });

        Assert.Equal(
            ["Logement, nouvelle série", "Logement, ancienne série", "Les logements vacants", "Le parc social"],
            found.Entries.Select(entry => entry.Card.Title));
    }

    [Fact]
    public void Twenty_a_page_and_a_page_beyond_the_last_is_the_last()
    {
        var index = Cards.Index([.. Enumerable.Range(0, 45).Select(number => Cards.Card($"Étude {number}"))]);

        Assert.Equal((45, 3, 20), Sizes(index.Search(All)));
        Assert.Equal(5, index.Search(All with { Page = 3 }).Entries.Count);
        Assert.Equal(3, index.Search(All with { Page = int.MaxValue }).Query.Page);
        Assert.Equal(1, index.Search(All with { Page = -4 }).Query.Page);
        Assert.Equal((0, 1, 0), Sizes(Cards.Index().Search(All)));

        static (int, int, int) Sizes(SearchResult found) => (found.Total, found.Pages, found.Entries.Count);
    }

    [Fact]
    public void What_a_facet_offers_is_what_choosing_it_finds()
    {
        var random = new Random(5);
        string Some(string[] of) => string.Join(' ', of.Where(_ => random.Next(3) == 0));
        string[] themes = ["logement", "emploi", "sante"], territories = ["france", "ara", "ardeche", "rhone", "confluence"], producers = ["insee", "caf", "Université", "Ville"];
        var kinds = Enum.GetValues<EntryKind>();
        for (var round = 0; round < 60; round++)
        {
            var index = Cards.Index([.. Enumerable.Range(0, 30).Select(number => Cards.Card(
                $"Titre {number % 7}", kinds[random.Next(kinds.Length)], producers[random.Next(4)], Some(themes), Some(territories), 2000 + random.Next(20)))]);
            var query = All;
            // A walk of choices, each among what is offered.
            for (var step = 0; step < 6; step++)
            {
                var found = index.Search(query);
                Assert.True(found.Total > 0);
                foreach (var (_, next, count, alone) in FacetChoices.Of(found))
                {
                    var chosen = index.Search(next);
                    Assert.True(chosen.Total >= 1);
                    if (alone)
                        Assert.Equal(count, chosen.Total);
                }
                query = FacetChoices.Of(found).OrderBy(_ => random.Next()).Select(choice => choice.Next).FirstOrDefault() ?? query;
            }
        }
    }

    [Fact]
    public void A_thousand_entries_are_found_as_a_plain_scan_finds_them()
    {
        var random = new Random(11);
        string[] words = ["logement", "emploi", "jeunes", "précarité", "rural", "quartiers", "santé", "étudiants"];
        var cards = Enumerable.Range(0, 1000).Select(number => Cards.Card(
            $"{words[random.Next(8)]} {words[random.Next(8)]} {number}", summary: words[random.Next(8)], from: 1990 + random.Next(30), themes: random.Next(2) == 0 ? "emploi" : "sante")).ToList();
        var index = Cards.Index(cards);

        foreach (var word in words)
        {
            var stem = SearchWords.Stem(Typography.Fold(word));
            var expected = cards.Count(card => card.From >= 2000 && card.Themes.Contains("emploi")
                && SearchWords.Stems($"{card.Title} {card.Summary} Emploi et chômage Insee étude").Any(known => known.StartsWith(stem, StringComparison.Ordinal)));

            Assert.Equal(expected, index.Search(All with { Words = word, From = 2000, Themes = ["emploi"] }).Total);
        }
    }
}
