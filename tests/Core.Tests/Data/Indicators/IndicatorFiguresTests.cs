using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;
using Almanach.Core.Tests.Data.Series;

namespace Almanach.Core.Tests.Data.Indicators;

public class IndicatorFiguresTests
{
    private static readonly SeriesBook Book = Made.Book(
        Made.Release("code;p09;p14\n01001;100;110\n01003;s;40\n01004;0;30\n01006;200;150\n", Made.Reading("communes", TerritoryLevel.Municipality, "p(\\d\\d)=people=20$1")),
        Made.Release("code;a;b\n01001;11;3\n01003;4;2\n01004;s;1\n01006;nd;5\n", Made.Reading("fin", TerritoryLevel.Municipality, "a", "b") with { Period = "2014-12" }));

    [Theory]
    [InlineData(100, 110, 5, 1.92)] // Insee’s average yearly change
    [InlineData(1000, 1000, 6, 0)]
    [InlineData(200, 150, 5, -5.59)]
    public void A_yearly_change_is_the_root_of_the_ratio(int start, int end, int years, double percent) =>
        Assert.Equal((decimal)percent, Math.Round(IndicatorFigures.Yearly(start, end, years)!.Value, 2));

    [Fact]
    public void A_change_from_nothing_is_none() => Assert.Null(IndicatorFigures.Yearly(0, 10, 5));

    [Fact]
    public void A_change_stands_between_two_periods()
    {
        var column = Of(Change, "2014")!;

        Assert.Equal("2009", column.Other);
        Assert.Equal(1.92m, Math.Round(At(column, "01001").Value, 2));
        Assert.Equal(FigureState.Secret, At(column, "01003").State);
        Assert.Equal(FigureState.NotApplicable, At(column, "01004").State);
        Assert.Equal(["2014"], IndicatorFigures.Periods(Book, Change, TerritoryLevel.Municipality));
    }

    [Fact]
    public void A_rate_at_the_end_of_a_month_stands_over_the_population_of_its_year()
    {
        var column = Of(Rate, "2014-12")!;

        Assert.Equal("2014", column.Other);
        Assert.Equal(10m, At(column, "01001").Value);
        Assert.Equal(10m, At(column, "01003").Value);
    }

    [Fact]
    public void A_rate_without_the_denominator_of_its_year_is_none()
    {
        var elsewhere = Made.Book(
            Made.Release("code;people\n01001;100\n01003;50\n", Made.Reading("communes", TerritoryLevel.Municipality, "people") with { Period = "2013" }),
            Made.Release("code;a\n01001;11\n01003;4\n", Made.Reading("fin", TerritoryLevel.Municipality, "a") with { Period = "2014-12" }));

        Assert.Null(IndicatorFigures.Of(elsewhere, Rate, TerritoryLevel.Municipality, "2014-12"));
        Assert.Empty(IndicatorFigures.Periods(elsewhere, Rate, TerritoryLevel.Municipality));
    }

    [Fact]
    public void What_is_derived_of_a_hidden_figure_is_hidden()
    {
        Assert.Equal(FigureState.Secret, At(Of(Rate, "2014-12")!, "01004").State);
        Assert.Equal(FigureState.Secret, At(Of(Both, "2014-12")!, "01004").State);
        Assert.Equal(FigureState.NotAvailable, At(Of(Rate, "2014-12")!, "01006").State);
    }

    [Fact]
    public void Two_producers_are_added_where_both_give_a_figure()
    {
        var column = Of(Both, "2014-12")!;

        Assert.Equal(Figure.Of(14), At(column, "01001"));
        Assert.Equal(Figure.Of(6), At(column, "01003"));
        Assert.Equal(FigureState.NotAvailable, At(column, "01006").State);
    }

    [Fact]
    public void A_secret_weighs_more_than_any_other_reason()
    {
        var book = Made.Book(
            Made.Release("code;a;b\n01001;nd;s\n01003;s;nd\n01006;1;1\n", Made.Reading("fin", TerritoryLevel.Municipality, "a", "b") with { Period = "2014-12" }));

        var column = IndicatorFigures.Of(book, Both, TerritoryLevel.Municipality, "2014-12")!;

        Assert.Equal([FigureState.Secret, FigureState.Secret], new[] { At(column, "01001").State, At(column, "01003").State });
    }

    [Fact]
    public void A_rate_of_a_sum_that_is_not_complete_is_none()
    {
        var column = IndicatorFigures.Of(Book, Rate, TerritoryLevel.Department, "2014-12")!;

        Assert.Equal(FigureState.Incomplete, At(column, "01").State);
    }

    [Fact]
    public void An_indicator_of_which_one_producer_gives_nothing_is_none()
    {
        var missing = Both with { Of = ["a", "c"] };

        Assert.Null(Of(missing, "2014-12"));
        Assert.Empty(IndicatorFigures.Periods(Book, missing, TerritoryLevel.Municipality));
    }

    private static Indicator Change => new("change", "population", "Évolution", "%", IndicatorKind.Change, ["people"], "", Years: 5, Decimals: 2);

    private static Indicator Rate => new("rate", "population", "Taux", "%", IndicatorKind.Rate, ["a"], "", Per: ["people"], Times: 100);

    private static Indicator Both => new("both", "population", "Deux", "personnes", IndicatorKind.Count, ["a", "b"], "");

    private static IndicatorColumn? Of(Indicator indicator, string period) => IndicatorFigures.Of(Book, indicator, TerritoryLevel.Municipality, period);

    private static Figure At(IndicatorColumn column, string code) => column.At(TerritoryCode.Of(code));
}
