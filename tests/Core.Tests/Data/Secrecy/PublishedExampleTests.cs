using System.Text.Json;
using Almanach.Core.Data.Secrecy;
using Almanach.Core.Data.Secrecy.Building;

namespace Almanach.Core.Tests.Data.Secrecy;

public class PublishedExampleTests
{
    [Fact]
    public void The_table_of_rtauargus_gets_the_statuses_that_tau_Argus_gave_it()
    {
        var rows = Examples.Given("rtauargus_readme").GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().ToArray()).ToArray();
        var rules = KnownSources.Enterprises;
        var draft = new TableDraft([
            new Dimension(new Dictionary<string, string>(), [new Grouping("Total", ["01", "02", "06"])]),
            new Dimension(new Dictionary<string, string>(), [new Grouping("Total", ["tr1", "tr2"])])]);
        var statuses = new List<string>();

        foreach (var row in rows)
        {
            var cell = new MadeCell(row[2].GetDecimal(), row[3].GetInt32(), [row[4].GetDecimal()]);
            var status = PrimarySecrecy.Status(cell, rules);
            statuses.Add(status switch { SecrecyStatus.Frequency => "A", SecrecyStatus.Dominance => "B", _ => "V" });
            draft.Add(new FigurePlace([row[0].GetString()!, row[1].GetString()!], "2019"), status == SecrecyStatus.Published
                ? new CellKnowledge.Published(cell.Value)
                : new CellKnowledge.Hidden(cell.Value, PrimarySecrecy.Needs(cell, rules)));
        }
        var report = SecrecyAudit.Run(draft.Build(), rules);

        foreach (var cell in report.Suggestion!.Cells)
            statuses[cell] = "D";
        Assert.Equal(rows.Select(row => row[5].GetString()), statuses);
        Assert.True(report.Suggestion.IsSmallest);
        Assert.Equal("Pour que rien ne se calcule, cacher aussi 2\u00A0chiffres\u00A0: «\u00A002, tr2, 2019\u00A0» (20)\u202F; «\u00A006, tr1, 2019\u00A0» (60). C’est le plus petit ensemble possible.", report.Suggestion.Explanation);
        Assert.Equal("Le nombre caché de «\u00A002, tr1, 2019\u00A0» se calcule\u00A0: «\u00A002, Total, 2019\u00A0» (50) moins «\u00A002, tr2, 2019\u00A0» (20) = 30.", report.Leaks[0].Explanation);
    }

    [Fact]
    public void The_table_of_Geurts_has_the_intervals_of_the_handbook()
    {
        var example = Examples.Given("handbook_example3_feasibility");
        var rows = example.GetProperty("rows").EnumerateArray()
            .Select(row => row.EnumerateArray().Select(cell => cell.ValueKind == JsonValueKind.Null ? (decimal?)null : cell.GetDecimal()).ToArray()).ToArray();

        var report = SecrecyAudit.Run(Tables.Of(rows), new SecrecyRules());

        Assert.True(report.IsPublishable);
        Assert.Equal((3, 6), report.Ends(0));
        Assert.Equal((1, 4), report.Ends(1));
        Assert.Equal((0, 3), report.Ends(3));
        Assert.Equal((0, 3), report.Ends(4));
        Assert.All(report.Cells, cell => Assert.Equal(IntervalProof.Certified, cell.Proof));
        Assert.Equal("4\u00A0chiffres cachés. Bornes établies\u00A0: 4 exactement par programmation linéaire, avec certificat.", report.Method);
    }

    [Fact]
    public void Every_case_of_dominance_of_the_handbook_is_judged_as_there()
    {
        var cases = Examples.Given("handbook_dominance").GetProperty("cases").EnumerateArray().ToArray();

        Assert.Equal(5, cases.Length);
        foreach (var each in cases)
        {
            var top = (each.TryGetProperty("top", out var some) ? some : each.GetProperty("contribs")).EnumerateArray().Select(value => value.GetDecimal()).ToArray();
            var cell = new MadeCell(each.GetProperty("X").GetDecimal(), 10, top);
            var rules = Rules(each.GetProperty("rule").GetString()!);

            Assert.Equal(each.GetProperty("sensitive").GetBoolean(), PrimarySecrecy.Status(cell, rules) == SecrecyStatus.Dominance);
            if (each.TryGetProperty("requiredUpperBoundAtLeast", out var required))
                Assert.Equal(required.GetDecimal(), decimal.Round(PrimarySecrecy.Needs(cell, rules).UpperAtLeast!.Value, 2));
        }
    }

    [Fact]
    public void The_controlled_rounding_of_the_handbook_adds_up_and_stays_within_its_base()
    {
        var example = Examples.Given("handbook_rounding_base5");
        var (original, rounded) = (Rows(example.GetProperty("original")), Rows(example.GetProperty("controlled_additive_example")));

        Assert.Empty(RoundedTable.Faults(Tables.Of(original), [.. rounded.SelectMany(row => row).Select(value => value!.Value)], 5));
        rounded[0][0] = 0;
        Assert.Equal(2, RoundedTable.Faults(Tables.Of(original), [.. rounded.SelectMany(row => row).Select(value => value!.Value)], 5).Count);
        rounded[0][0] = 10;
        Assert.Contains("«\u00A0ligne 1, colonne 1\u00A0» (1) est arrondi à 10, à 5 ou plus de sa valeur.", RoundedTable.Faults(Tables.Of(original), [.. rounded.SelectMany(row => row).Select(value => value!.Value)], 5));
    }

    static decimal?[][] Rows(JsonElement rows) => [.. rows.EnumerateArray().Select(row => row.EnumerateArray().Select(cell => (decimal?)cell.GetDecimal()).ToArray())];

    static SecrecyRules Rules(string name) => name switch
    {
        "NK(1,90)" => new() { Dominance = new(1, 90) },
        "NK(2,90.9)" => new() { Dominance = new(2, 90.9m) },
        "NK(1,85)" => new() { Dominance = new(1, 85) },
        "P%(p=10)" or "P%(10)" => new() { PPercent = 10 },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such rule."),
    };
}
