using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;
using Almanach.Core.Tests.Data.Territories;

namespace Almanach.Core.Tests.Data.Series;

public class CarryingTests
{
    [Fact]
    public void Municipalities_that_merged_are_summed()
    {
        var brought = Bring(2010, additive: true, (1, 100), (2, 20));

        Assert.Equal(Figure.Of(120), brought[At(1)]);
    }

    [Fact]
    public void A_median_of_merged_municipalities_is_none()
    {
        var brought = Bring(2010, additive: false, (1, 100), (2, 20));

        Assert.Equal(FigureState.NotAdditive, brought[At(1)].State);
        Assert.Equal(Figure.Of(100), Bring(2012, additive: false, (1, 100))[At(1)]);
    }

    [Fact]
    public void Merged_municipalities_of_which_one_is_not_in_the_table_make_an_incomplete_sum()
    {
        var brought = Bring(2010, additive: true, (1, 100));

        Assert.Equal(new Figure(100, FigureState.Incomplete, 1), brought[At(1)]);
    }

    [Fact]
    public void Merged_municipalities_of_which_one_is_secret_make_an_incomplete_sum()
    {
        var rows = new[] { SmallCountry.Code(1), SmallCountry.Code(2) };

        var brought = Made.Country.From(2010).Bring(rows, [new Figure(0, FigureState.Secret), Figure.Of(20)], additive: true);

        Assert.Equal(new Figure(20, FigureState.Incomplete, 1), brought[At(1)]);
    }

    [Fact]
    public void A_municipality_that_was_split_is_not_shared_out_and_says_so()
    {
        var brought = Bring(2010, additive: true, (3, 60));

        Assert.Equal([FigureState.OtherBounds, FigureState.OtherBounds], new[] { brought[At(3)].State, brought[At(4)].State });
    }

    [Fact]
    public void What_holds_all_of_a_split_municipality_counts_it_whole()
    {
        var reading = Made.Reading("communes", TerritoryLevel.Municipality, "people") with { TerritoryYear = 2010 };

        var book = Made.Book(Made.Release("code;people\n01001;100\n01002;20\n01003;60\n01005;40\n", reading));

        Assert.Equal(Figure.Of(220), book.At("people", TerritoryLevel.Department, "01"));
        Assert.Equal(Figure.Of(60), book.At("people", TerritoryLevel.Intercommunality, "200000001"));
        Assert.Equal(FigureState.OtherBounds, book.At("people", TerritoryLevel.Municipality, "01003").State);
    }

    [Fact]
    public void A_municipality_numbered_anew_keeps_its_figure() => Assert.Equal(Figure.Of(40), Bring(2010, additive: true, (5, 40))[At(6)]);

    [Fact]
    public void A_mark_is_carried_as_it_is()
    {
        var brought = Made.Country.From(2010).Bring([SmallCountry.Code(5)], [new Figure(0, FigureState.NotAvailable)], additive: true);

        Assert.Equal(FigureState.NotAvailable, brought[At(6)].State);
        Assert.Equal(FigureState.Absent, brought[At(1)].State);
    }

    [Fact]
    public void Municipal_arrondissements_are_counted_in_their_municipality_only_where_it_is_not_given()
    {
        var wards = Lyon.Members(TerritoryLevel.Municipality, TerritoryCode.Of("69123"), TerritoryLevel.Ward, 2024);
        var rows = wards.Append(TerritoryCode.Of("69123")).ToArray();

        var summed = Real.From(2024).Bring(wards, [.. wards.Select(_ => Figure.Of(10))], additive: true);
        var given = Real.From(2024).Bring(rows, [.. rows.Select(code => Figure.Of(code.ToString() == "69123" ? 91 : 10))], additive: true);
        var median = Real.From(2024).Bring(wards, [.. wards.Select(_ => Figure.Of(10))], additive: false);
        var partly = Real.From(2024).Bring([.. wards.Skip(1)], [.. wards.Skip(1).Select(_ => Figure.Of(10))], additive: true);

        var place = Real.PlaceOf(TerritoryCode.Of("69123"));
        Assert.Equal(9, wards.Count);
        Assert.Equal(Figure.Of(90), summed[place]);
        Assert.Equal(Figure.Of(91), given[place]);
        Assert.Equal(FigureState.NotAdditive, median[place].State);
        Assert.Equal(new Figure(80, FigureState.Incomplete, 1), partly[place]);
    }

    private static Atlas Lyon => Almanach.Adapters.Territories.ShippedTerritories.Atlas;

    private static Geography Real => SeriesBookTests.Region.Value;

    private static Brought Bring(int year, bool additive, params (int Municipality, int Figure)[] figures) =>
        Made.Country.From(year).Bring([.. figures.Select(pair => SmallCountry.Code(pair.Municipality))], [.. figures.Select(pair => Figure.Of(pair.Figure))], additive);

    private static int At(int municipality) => Made.Country.PlaceOf(SmallCountry.Code(municipality));
}
