using Almanach.Core.Data.Secrecy;

namespace Almanach.Core.Tests.Data.Secrecy;

public class DegenerateTests
{
    [Fact]
    public void A_table_without_cells_is_publishable()
    {
        var report = SecrecyAudit.Run(new AuditTable([], []), new SecrecyRules());

        Assert.True(report.IsPublishable);
        Assert.Equal("Aucun chiffre n’est caché.", report.Method);
    }

    [Fact]
    public void A_hidden_cell_in_no_relation_can_be_anything()
    {
        var report = SecrecyAudit.Run(new AuditTable([new AuditCell("x", "x", Tables.Secret())], []), new SecrecyRules());

        Assert.True(report.IsPublishable);
        Assert.Equal((0, null), report.Ends(0));
    }

    [Fact]
    public void Published_figures_that_do_not_add_up_are_named()
    {
        var report = SecrecyAudit.Run(Tables.Of([1m, 2m, 4m], [1m, 2m, 3m], [2m, 4m, 7m]), new SecrecyRules());

        Assert.Equal(2, report.Contradictions.Count);
        Assert.Equal("Les chiffres publiés ne vérifient pas «\u00A0total de la ligne 1\u00A0»\u00A0: écart de 1.", report.Contradictions[0]);
        Assert.False(report.IsPublishable);
    }

    [Fact]
    public void Parts_that_exceed_their_total_are_named()
    {
        var report = SecrecyAudit.Run(Tables.Of([null, 12m, 10m], [null, 4m, 7m], [7m, 16m, 17m]), new SecrecyRules());

        Assert.Contains("Les chiffres publiés se contredisent\u00A0: rien ne peut vérifier «\u00A0total de la ligne 1\u00A0».", report.Contradictions);
        Assert.False(report.IsPublishable);
    }

    [Fact]
    public void Figures_that_only_together_contradict_each_other_are_named()
    {
        // Rows of 20,000 in all, columns of 20,002, and no figure for the whole: narrowing alone would take thousands of steps.
        var cells = new decimal?[] { null, null, null, null, 10_000, 10_000, 10_001, 10_001 }
            .Select((value, i) => new AuditCell($"{i}", $"case {i}", value is { } shown ? Tables.Shown(shown) : Tables.Secret())).ToArray();
        Relation[] relations = [Relation.Sum("ligne 1", 4, [0, 1]), Relation.Sum("ligne 2", 5, [2, 3]), Relation.Sum("colonne 1", 6, [0, 2]), Relation.Sum("colonne 2", 7, [1, 3])];

        var report = SecrecyAudit.Run(new AuditTable(cells, relations), new SecrecyRules());

        Assert.Equal(["Les chiffres publiés se contredisent\u00A0: «\u00A0ligne 1\u00A0», «\u00A0ligne 2\u00A0» et «\u00A0colonne 1\u00A0», parmi d’autres, ne peuvent pas être vraies ensemble."], report.Contradictions);
        Assert.Empty(report.Leaks);
        Assert.False(report.IsPublishable);
    }

    [Fact]
    public void Halves_are_no_table_of_counts()
    {
        // a + b, b + c and a + c are at most 3: a + b + c is at most 4.5, and 4 in whole numbers.
        var cells = new[] { "a", "b", "c", "sum" }.Select(name => new AuditCell(name, name, name == "sum" ? Tables.Secret() : new CellKnowledge.Missing()))
            .Concat(Enumerable.Range(0, 3).Select(i => new AuditCell($"room{i}", "", new CellKnowledge.Missing())))
            .Append(new AuditCell("three", "trois", Tables.Shown(3))).ToArray();
        Relation[] relations = [
            .. new[] { (0, 1), (1, 2), (0, 2) }.Select((pair, i) => Relation.Sum($"{i}", 7, [pair.Item1, pair.Item2, 4 + i])),
            Relation.Sum("sum", 3, [0, 1, 2])];

        var interval = Assert.Single(SecrecyAudit.Run(new AuditTable(cells, relations), new SecrecyRules()).Cells);

        Assert.Equal((0, 4, IntervalProof.Certified), (interval.Low, interval.High, interval.Proof));
    }

    [Fact]
    public void What_cannot_be_computed_within_the_limits_counts_as_too_narrow()
    {
        var report = SecrecyAudit.Run(Tables.Of([null, null, 7m], [null, null, 3m], [3m, 3m, 6m], [9m, 7m, 16m]), new SecrecyRules(), new AuditLimits { Pivots = 1 });

        Assert.Equal(4, report.Leaks.Count);
        Assert.All(report.Cells, cell => Assert.Equal(IntervalProof.Undecided, cell.Proof));
    }

    [Fact]
    public void Figures_too_large_for_quick_arithmetic_are_computed_all_the_same()
    {
        const decimal Large = 10_000_000_000_000_000_000_000m;

        var report = SecrecyAudit.Run(Tables.Of([null, null, 7 * Large], [null, null, 3 * Large], [9 * Large, Large, 10 * Large]), new SecrecyRules());

        Assert.Equal((6 * Large, 7 * Large), report.Ends(0));
    }

    [Fact]
    public void Amounts_need_not_be_whole()
    {
        var table = Tables.Of([null, null, 1.5m], [null, null, 0.75m], [0.5m, 1.75m, 2.25m]);

        var report = SecrecyAudit.Run(table with { Cells = [.. table.Cells.Select(cell => cell with { IsWhole = false })] }, new SecrecyRules());

        Assert.Equal((0, 0.5m), report.Ends(0));
    }

    [Fact]
    public void Rounded_totals_leave_room_for_what_is_hidden()
    {
        CellKnowledge[][] rows = [[Tables.Secret(), Tables.Shown(20, 5), Tables.Shown(25, 5)], [Tables.Shown(10, 5), Tables.Shown(10, 5), Tables.Shown(20, 5)], [Tables.Shown(15, 5), Tables.Shown(30, 5), Tables.Shown(45, 5)]];

        // 23 to 27 less 18 to 22.
        Assert.Equal((1, 9), SecrecyAudit.Run(Tables.Of(rows), new SecrecyRules()).Ends(0));
    }
}
