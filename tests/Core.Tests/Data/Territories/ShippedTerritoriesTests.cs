using System.Diagnostics;
using Almanach.Adapters.Territories;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Tests.Data.Territories;

/// <summary>The list shipped with the program gives the numbers that Insee publishes.</summary>
public class ShippedTerritoriesTests
{
    private static readonly TerritoryCode AuvergneRhoneAlpes = TerritoryCode.Of("84");

    private static Atlas Atlas => ShippedTerritories.Atlas;

    [Theory]
    [InlineData(2012, 36_700)]
    [InlineData(2015, 36_658)]
    [InlineData(2016, 35_885)]
    [InlineData(2018, 35_357)]
    [InlineData(2019, 34_970 + 94)] // from here on with the 94 of the overseas collectivities
    [InlineData(2020, 34_968 + 94)]
    [InlineData(2021, 34_965 + 94)]
    [InlineData(2022, 34_955 + 94)]
    [InlineData(2023, 34_945 + 94)]
    [InlineData(2024, 34_935 + 94)]
    [InlineData(2025, 34_875 + 94)]
    [InlineData(2026, 34_969)]
    public void Every_year_has_the_municipalities_that_Insee_counts(int year, int count) =>
        Assert.Equal(count, Atlas.All(TerritoryLevel.Municipality, year).Count);

    [Theory]
    [InlineData(TerritoryLevel.Department, 12)]
    [InlineData(TerritoryLevel.Arrondissement, 39)]
    [InlineData(TerritoryLevel.Intercommunality, 172)]
    [InlineData(TerritoryLevel.Municipality, 4_027)]
    [InlineData(TerritoryLevel.Ward, 9)]
    public void Auvergne_Rhone_Alpes_of_2024_is_whole(TerritoryLevel level, int count) =>
        Assert.Equal(count, Atlas.Members(TerritoryLevel.Region, AuvergneRhoneAlpes, level, 2024).Count);

    [Fact]
    public void Of_its_municipalities_775_have_2000_inhabitants_or_more() =>
        Assert.Equal(775, Atlas.Members(TerritoryLevel.Region, AuvergneRhoneAlpes, TerritoryLevel.Municipality, 2026)
            .Count(code => Atlas.Find(TerritoryLevel.Municipality, code, 2026)!.Population >= 2_000));

    [Fact]
    public void Before_2016_its_departments_are_those_of_two_regions()
    {
        Assert.Equal(8, Atlas.Members(TerritoryLevel.Region, TerritoryCode.Of("82"), TerritoryLevel.Department, 2015).Count);
        Assert.Equal(4, Atlas.Members(TerritoryLevel.Region, TerritoryCode.Of("83"), TerritoryLevel.Department, 2015).Count);
        Assert.False(Atlas.Knows(TerritoryLevel.Region, AuvergneRhoneAlpes, 2015));
        Assert.Equal(TerritoryCode.Of("82"), Atlas.Parent(TerritoryLevel.Municipality, TerritoryCode.Of("69123"), TerritoryLevel.Region, 2015));
        Assert.Equal(22, Atlas.Members(TerritoryLevel.Metropolis, TerritoryCode.Of("METRO"), TerritoryLevel.Region, 2015).Count);
        Assert.Equal(13, Atlas.Members(TerritoryLevel.Metropolis, TerritoryCode.Of("METRO"), TerritoryLevel.Region, 2016).Count);
    }

    [Fact]
    public void The_Rhone_is_divided_without_a_rest()
    {
        var (whole, one, other) = (Of(Rhone.Undivided), Of(Rhone.NewRhone), Of(Rhone.LyonMetropolis));

        Assert.Equal(whole, one.Concat(other).Order());
        Assert.Equal(58, other.Count);
        Assert.Equal(other, Atlas.Members(TerritoryLevel.Intercommunality, Rhone.LyonIntercommunality, TerritoryLevel.Municipality, 2024));
        Assert.Equal(Rhone.LyonMetropolis, Rhone.PartOf(TerritoryCode.Of("69123"), 2016, Atlas));
        Assert.Null(Rhone.PartOf(TerritoryCode.Of("69123"), 2014, Atlas));
        Assert.Equal(13, Rhone.Portraits(AuvergneRhoneAlpes, 2024, Atlas).Count);

        static IReadOnlyList<TerritoryCode> Of(TerritoryCode department) => Atlas.Members(TerritoryLevel.Department, department, TerritoryLevel.Municipality, 2024);
    }

    [Theory]
    [InlineData("01091", 2018, 2019, "01033")] // Châtillon-en-Michaille, to Valserhône
    [InlineData("69159", 2024, 2025, "69114")] // Porte des Pierres Dorées takes another number
    [InlineData("60054", 2023, 2024, "60054 60694")] // Les Hauts-Talican and Beaumont-les-Nonains part
    [InlineData("69149", 2024, 2023, "69149 69152")] // Oullins-Pierre-Bénite was two
    [InlineData("01001", 1999, 2026, "01001")]
    public void Municipalities_are_followed_through_the_lists(string code, int from, int to, string codes) =>
        Assert.Equal(codes, string.Join(' ', Atlas.Became(TerritoryCode.Of(code), from, to).Codes));

    [Theory]
    [InlineData("insee_cc_filosofi_2020_COM.csv", 0, 34_929, 2022, 45)]
    [InlineData("base-cc-filosofi-2012.csv", 0, 36_587, 2013, 45)]
    [InlineData("insee_populations_legales_2008_2013_communes.csv", 0, 36_529, 2014, 0)]
    [InlineData("population_municipale_communes_2013_2023.csv", 3, 34_995, 2019, 45)]
    public void Real_tables_find_their_year_and_nothing_is_unknown_but_the_45_municipal_arrondissements(string table, int column, int rows, int year, int unknown)
    {
        var codes = RealTables.Codes(table, column);

        var fit = YearFit.Of(TerritoryLevel.Municipality, codes, Atlas)[0];

        Assert.Equal((rows, year, unknown), (codes.Count, fit.Year.Value, fit.Unknown.Count));
        Assert.All(fit.Unknown, code => Assert.True(Atlas.Knows(TerritoryLevel.Ward, code, year)));
    }

    [Fact]
    public void A_million_codes_are_looked_up_in_less_than_a_second()
    {
        var codes = Atlas.All(TerritoryLevel.Municipality, 2024).Select(one => System.Text.Encoding.UTF8.GetBytes(one.Code.ToString())).ToArray();
        var watch = Stopwatch.StartNew();

        for (var i = 0; i < 1_000_000; i++)
            Assert.True(Atlas.Knows(TerritoryLevel.Municipality, codes[i % codes.Length], 2024));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.ElapsedMilliseconds} ms");
    }
}
