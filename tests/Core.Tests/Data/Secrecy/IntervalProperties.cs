using Almanach.Core.Data.Secrecy;

namespace Almanach.Core.Tests.Data.Secrecy;

/// <summary>Random small tables, against every completion in whole numbers. Seeds are fixed: what fails fails again.</summary>
public class IntervalProperties
{
    public static TheoryData<int[], int, int> Shapes => new()
    {
        { [3], 2, 0 },
        { [2, 2], 4, 0 },
        { [3, 3], 7, 0 },
        { [3, 2], 5, 3 },
        { [2, 2, 2], 10, 0 },
        { [3, 2, 2], 11, 0 },
        { [2, 2, 2], 6, 3 },
    };

    [Theory, MemberData(nameof(Shapes))]
    public void Every_interval_is_what_all_completions_give(int[] sizes, int hidden, int rounding)
    {
        var tables = new RandomTables(20 + hidden);
        for (var round = 0; round < 60; round++)
        {
            var table = tables.Next(sizes, hidden, rounding);

            var report = SecrecyAudit.Run(table, new SecrecyRules(), suggests: false);

            var truth = BruteForce.Intervals(table)!;
            Assert.Empty(report.Contradictions);
            Assert.Equal(truth.Count, report.Cells.Count);
            foreach (var cell in report.Cells)
            {
                Assert.NotEqual(IntervalProof.Undecided, cell.Proof);
                Assert.Equal(((decimal?)truth[cell.Cell].Low, (decimal?)truth[cell.Cell].High), (cell.Low, cell.High));
            }
        }
    }

    [Theory, MemberData(nameof(Shapes))]
    public void Judging_without_computing_every_end_gives_the_same_leaks(int[] sizes, int hidden, int rounding)
    {
        var tables = new RandomTables(40 + hidden);
        for (var round = 0; round < 60; round++)
        {
            var table = tables.Next(sizes, hidden, rounding, new Protection(Width: 3));

            var exact = SecrecyAudit.Run(table, new SecrecyRules(), suggests: false);
            var judged = SecrecyAudit.Run(table, new SecrecyRules(), new AuditLimits { ExactUpTo = 0 }, suggests: false);

            Assert.Equal(exact.Leaks.Select(leak => leak.Cell), judged.Leaks.Select(leak => leak.Cell));
            foreach (var (a, b) in exact.Cells.Zip(judged.Cells))
                Assert.True(b.Low >= a.Low && b.High <= a.High && b.AtLeast <= a.Low && b.AtMost >= a.High);
        }
    }

    [Fact]
    public void Where_relations_make_a_forest_propagation_gives_what_the_simplex_gives()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var table = Tree(random);
            // The same sum said twice makes a cycle, and nothing else.
            var doubled = table with { Relations = [.. table.Relations, .. table.Relations] };

            var propagated = SecrecyAudit.Run(table, new SecrecyRules(), suggests: false);
            var solved = SecrecyAudit.Run(doubled, new SecrecyRules(), suggests: false);

            Assert.All(propagated.Cells, cell => Assert.Equal(IntervalProof.Forest, cell.Proof));
            Assert.Contains(solved.Cells, cell => cell.Proof == IntervalProof.Certified);
            Assert.Equal(propagated.Cells.Select(cell => (cell.Cell, cell.Low, cell.High)), solved.Cells.Select(cell => (cell.Cell, cell.Low, cell.High)));
        }
    }

    [Fact]
    public void Looking_around_one_cell_gives_what_looking_at_all_gives_of_it()
    {
        var tables = new RandomTables(9);
        for (var round = 0; round < 60; round++)
        {
            var table = tables.Next([4, 4], 6);
            var all = SecrecyAudit.Run(table, new SecrecyRules(), suggests: false);

            foreach (var cell in all.Cells)
            {
                var around = SecrecyAudit.Around(table, [cell.Cell], new SecrecyRules(), suggests: false);
                Assert.Equal(cell, around.Cells.Single(other => other.Cell == cell.Cell));
                Assert.Equal(all.Leaks.Where(leak => around.Cells.Any(other => other.Cell == leak.Cell)).Select(leak => leak.Explanation), around.Leaks.Select(leak => leak.Explanation));
            }
        }
    }

    /// <summary>Wholes that are parts of wholes, two levels deep, each cell hidden one time in three.</summary>
    static AuditTable Tree(Random random)
    {
        var cells = new List<(int Value, int[] Parts)>();
        int Grow(int level)
        {
            int[] parts = level == 0 ? [] : [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => Grow(level - 1))];
            cells.Add((level == 0 ? random.Next(20) : parts.Sum(part => cells[part].Value), parts));
            return cells.Count - 1;
        }
        Grow(3);
        return new AuditTable(
            [.. cells.Select((cell, i) => new AuditCell($"{i}", $"case {i}", random.Next(3) == 0 ? Tables.Secret() : Tables.Shown(cell.Value)))],
            [.. cells.Select((cell, i) => (cell, i)).Where(pair => pair.cell.Parts.Length > 0).Select(pair => Relation.Sum($"somme {pair.i}", pair.i, pair.cell.Parts))]);
    }
}
