using Almanach.Core.Calendar;
using Almanach.Core.Cycle;
using Almanach.Core.Library;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Newsletter;
using Almanach.Core.Newsletter.Automatic;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Newsletter;

public class EditionFactsTests
{
    private static readonly DateTimeOffset Now = new(2022, 4, 5, 6, 30, 0, TimeSpan.Zero);

    private static readonly PlatformZone Zone = new("Europe/Paris");

    [Fact]
    public void Meetings_of_the_network_are_told_and_those_of_bodies_or_past_are_not()
    {
        var plan = new YearPlan(2022,
        [
            Meeting("journee-1", Now.AddDays(7), null), Meeting("copil", Now.AddDays(8), "copil"), Meeting("passee", Now.AddDays(-1), null), Meeting("lointaine", Now.AddDays(200), null),
        ]);

        var told = Assert.Single(EditionFacts.Meetings([plan], new HashSet<string> { "2022-journee-1" }, Now, Zone));

        Assert.Equal(("journee-1", "/rencontres/2022-journee-1"), (told.Title, told.Link));
        Assert.Contains("12", told.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_network_alone_may_read_is_said_to_be_in_the_members_area()
    {
        var items = EditionFacts.Documents(
        [
            new LibraryNews("Programme", "/documents/programme-2022", new DateOnly(2022, 1, 11), LibraryKind.Programme, false),
            new LibraryNews("Diapositives", "/espace/fichiers/d1", new DateOnly(2022, 1, 12), LibraryKind.Diapositives, true),
        ]);

        Assert.Equal([false, true], items.Select(item => item.Detail.Contains("espace des membres", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_catalogue_is_a_watch_of_what_is_new_with_its_producer_and_year()
    {
        var item = Assert.Single(EditionFacts.Catalogue([new CatalogueNews("etude-1", "Une étude", "Insee", "2021", "https://a.example.org/catalogue/etude-1")]));

        Assert.Equal(("Une étude", "Insee, 2021", "https://a.example.org/catalogue/etude-1"), (item.Title, item.Detail, item.Link));
    }

    [Fact]
    public void A_list_with_nothing_to_say_and_one_without_a_section_are_left_out()
    {
        var letter = Letters.Setting with { Sections = [new SectionSetting("a", "A", [MatterKind.Meetings, MatterKind.Documents])] };
        var facts = new Dictionary<MatterKind, IReadOnlyList<ArticleItem>>
        {
            [MatterKind.Documents] = [],
            [MatterKind.Meetings] = [new ArticleItem("Atelier", "", "")],
            [MatterKind.Catalogue] = [new ArticleItem("Une étude", "", "")],
        };

        var article = Assert.Single(EditionFacts.Articles(Letters.Edition, letter, facts, Now));

        Assert.Equal(("2022-lettre-2-rencontres", "a"), (article.Id, article.Section));
    }

    private static Step Meeting(string id, DateTimeOffset starts, string? body) =>
        new(id, id, id, starts, null, StepState.Planned, true, [], new StepWork.Meet("Rencontre", body, "Lyon", false, false));
}
