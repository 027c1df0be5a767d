using Almanach.Core.Data.Territories;
using static Almanach.Core.Tests.Data.Territories.SmallCountry;

namespace Almanach.Core.Tests.Data.Territories;

public class RebasingTests
{
    [Fact]
    public void Merged_municipalities_are_summed_and_a_new_number_follows()
    {
        var brought = Rebasing.Sum(Table((1, 100), (2, 20), (5, 7)), 2011, 2014, Country);

        Assert.Equal([(Code(1), 120m), (Code(6), 7m)], brought.Values.Select(pair => (pair.Key, pair.Value)));
        Assert.Empty(brought.Left);
        Assert.Empty(brought.Incomplete);
    }

    [Fact]
    public void A_split_is_not_shared_out_and_is_told_with_its_heirs()
    {
        var left = Assert.Single(Rebasing.Sum(Table((3, 50)), 2012, 2013, Country).Left);

        Assert.Equal((Code(3), NotBroughtReason.Split), (left.Code, left.Reason));
        Assert.Equal([Code(3), Code(4)], left.Where);
    }

    [Fact]
    public void A_sum_that_lacks_a_part_is_not_given()
    {
        var brought = Rebasing.Sum(Table((1, 100)), 2011, 2012, Country);

        Assert.Empty(brought.Values);
        Assert.Equal([Code(2)], Assert.Single(brought.Incomplete).Missing);
    }

    [Fact]
    public void A_code_of_another_year_is_told_as_unknown() =>
        Assert.Equal(NotBroughtReason.Unknown, Assert.Single(Rebasing.Sum(Table((2, 20)), 2012, 2014, Country).Left).Reason);

    [Fact]
    public void Two_municipalities_that_became_one_year_are_summed_back_too() =>
        Assert.Equal(62m, Rebasing.Sum(Table((3, 50), (4, 12)), 2013, 2012, Country).Values[Code(3)]);

    [Fact]
    public void The_populations_of_2013_come_whole_to_the_geography_of_2026_but_for_what_was_split()
    {
        var rows = File.ReadLines(RealTables.Given("insee_populations_legales_2008_2013_communes.csv")).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(';'));
        var table = rows.ToDictionary(cells => TerritoryCode.Of(cells[0]), cells => decimal.Parse(cells[6], System.Globalization.CultureInfo.InvariantCulture));

        var brought = Rebasing.Sum(table, 2014, 2026, Adapters.Territories.ShippedTerritories.Atlas);

        Assert.Equal(table.Values.Sum(), brought.Values.Values.Sum() + brought.Left.Sum(left => table[left.Code]) + brought.Incomplete.Sum(one => Origins(one.Code).Sum(code => table.GetValueOrDefault(code))));
        Assert.All(brought.Left, left => Assert.Equal(NotBroughtReason.Split, left.Reason));

        static IEnumerable<TerritoryCode> Origins(TerritoryCode code) =>
            Adapters.Territories.ShippedTerritories.Atlas.Became(code, 2026, 2014).Codes.Where(origin => Adapters.Territories.ShippedTerritories.Atlas.Became(origin, 2014, 2026).Whole == code);
    }

    private static Dictionary<TerritoryCode, decimal> Table(params (int Number, decimal Value)[] rows) => rows.ToDictionary(row => Code(row.Number), row => row.Value);
}
