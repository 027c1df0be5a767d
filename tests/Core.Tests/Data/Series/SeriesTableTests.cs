using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Tests.Data.Series;

public class SeriesTableTests
{
    [Fact]
    public void What_was_normalised_is_read_again_as_it_was()
    {
        var file = Made.Normalise("code;a;median\n01001;12,5;s\n01003;;-3\n\"Divers, autres\";nd;0\n", Made.Reading("r", TerritoryLevel.Municipality, "a", "median"));

        var table = Assert.Single(SeriesTable.Read(file.Data));

        Assert.Equal([TerritoryCode.Of("01001"), TerritoryCode.Of("01003"), default], table.Codes);
        Assert.Equal([2, 3, 4], table.Lines);
        Assert.Equal([("a", "2014"), ("median", "2014")], table.Columns.Select(column => (column.Measure, column.Period)));
        Assert.Equal([Figure.Of(12.5m), new Figure(0, FigureState.Blank), new Figure(0, FigureState.NotAvailable)], table.Columns[0].Figures);
        Assert.Equal([new Figure(0, FigureState.Secret), Figure.Of(-3), Figure.Of(0m)], table.Columns[1].Figures);
    }

    [Fact]
    public void Periods_in_a_column_make_a_table_each_wherever_their_rows_are()
    {
        var file = Made.Normalise("code;an;a\n01001;2013-12;1\n01001;2014-12;2\n01003;2013-12;3\n01003;2014-12;s\n", Made.Reading("r", TerritoryLevel.Municipality, "a") with { Period = "", PeriodColumn = "an" });

        var tables = SeriesTable.Read(file.Data);

        Assert.Equal(["2013-12", "2014-12"], tables.Select(table => table.Columns[0].Period));
        Assert.Equal([1, 3], tables[0].Columns[0].Figures.Select(figure => figure.Value));
        Assert.Equal([Figure.Of(2), new Figure(0, FigureState.Secret)], tables[1].Columns[0].Figures);
        Assert.Equal([3, 5], tables[1].Lines);
    }
}
