using Almanach.Core.Library.Catalogue;

namespace Almanach.Core.Tests.Library.Catalogue;

public class WideningTests
{
    private static readonly CatalogueIndex Shelf = Cards.Index(
        Cards.Card("Se loger à la Confluence", themes: "logement", territories: "confluence", from: 2019),
        Cards.Card("L’emploi en France", themes: "emploi", territories: "france", from: 2010));

    [Fact]
    public void A_territory_is_widened_level_by_level_to_where_something_is()
    {
        var widenings = Widening.Of(Shelf, CatalogueQuery.Everything with { Territory = "ardeche", Themes = ["logement"] }, Cards.Setting);

        Assert.Equal([(WideningKind.Territory, "ara", 1), (WideningKind.Territory, "france", 1), (WideningKind.AnyTheme, "ardeche", 1)],
            widenings.Select(widening => (widening.Kind, widening.Query.Territory, widening.Count)));
    }

    [Theory]
    [InlineData("inexistant", null, WideningKind.NoWords)]
    [InlineData("", 2030, WideningKind.AnyYear)]
    // Nothing less than all of it helps.
    [InlineData("inexistant", 2030, WideningKind.Everything)]
    public void Each_other_criterion_is_let_go_by_itself(string words, int? from, WideningKind kind)
    {
        var widenings = Widening.Of(Shelf, CatalogueQuery.Everything with { Words = words, From = from }, Cards.Setting);

        Assert.Equal([kind], widenings.Select(widening => widening.Kind));
        Assert.All(widenings, widening => Assert.Equal(widening.Count, Shelf.Search(widening.Query).Total));
    }

    [Fact]
    public void An_empty_catalogue_has_nothing_to_offer()
    {
        Assert.Empty(Widening.Of(Cards.Index(), CatalogueQuery.Everything with { Territory = "rhone", Words = "x" }, Cards.Setting));
    }
}
