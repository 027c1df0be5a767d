using Almanach.Core.Data.Secrecy;

namespace Almanach.Core.Tests.Data.Secrecy;

public class SuggestionProperties
{
    static readonly Protection _needs = new(Width: 2);

    [Theory, InlineData(3, 3, 2), InlineData(3, 2, 1), InlineData(2, 2, 2), InlineData(4, 3, 2)]
    public void What_is_proposed_protects_and_is_the_smallest_there_is(int rows, int columns, int hidden)
    {
        var tables = new RandomTables(rows * 10 + hidden);
        var proposed = 0;
        for (var round = 0; round < 15; round++)
        {
            var table = tables.Next([rows, columns], hidden, needs: _needs);
            var report = SecrecyAudit.Run(table, new SecrecyRules());
            if (report.Suggestion is not { Unprotected: [], Cells.Count: <= 4 } suggestion)
                continue;

            proposed++;
            Assert.True(suggestion.IsSmallest);
            Assert.Empty(SecrecyAudit.Run(Hiding(table, suggestion.Cells), new SecrecyRules()).Leaks);
            Assert.Equal(Smallest(table, suggestion.Cells.Count), (suggestion.Cells.Count, suggestion.Cells.Sum(cell => Value(table, cell))));
        }
        Assert.True(proposed > 3);
    }

    [Fact]
    public void Beyond_the_effort_allowed_a_good_set_is_proposed_and_said_not_to_be_proven()
    {
        var tables = new RandomTables(5);
        for (var round = 0; round < 10; round++)
        {
            var table = tables.Next([5, 5], 4, needs: _needs);
            var report = SecrecyAudit.Run(table, new SecrecyRules(), new AuditLimits { Sets = 2 });
            if (report.Suggestion is not { Unprotected: [], Cells.Count: > 1 } suggestion)
                continue;

            Assert.False(suggestion.IsSmallest);
            Assert.EndsWith("Un ensemble plus petit existe peut-être.", suggestion.Explanation);
            Assert.Empty(SecrecyAudit.Run(Hiding(table, suggestion.Cells), new SecrecyRules()).Leaks);
        }
    }

    [Fact]
    public void Figures_that_are_out_already_are_not_proposed()
    {
        var table = Tables.Of([null, 20m, 24m], [30m, 40m, 70m], [34m, 60m, 94m]);
        var fixedInside = table with { Cells = [.. table.Cells.Select((cell, i) => i == 3 ? cell with { MayHide = false } : cell)] };

        Assert.Equal([1, 3, 4], SecrecyAudit.Run(table, new SecrecyRules()).Suggestion!.Cells);
        Assert.DoesNotContain(3, SecrecyAudit.Run(fixedInside, new SecrecyRules()).Suggestion!.Cells);
    }

    [Fact]
    public void Where_nothing_may_be_hidden_any_more_it_is_said()
    {
        var table = Tables.Of([null, 5m, 9m], [3m, 4m, 7m], [7m, 9m, 16m]);
        var all = table with { Cells = [.. table.Cells.Select(cell => cell with { MayHide = false })] };

        var suggestion = SecrecyAudit.Run(all, new SecrecyRules()).Suggestion!;

        Assert.Equal([0], suggestion.Unprotected);
        Assert.Equal("Un nombre caché reste calculable quoi qu’on cache encore\u00A0: «\u00A0ligne 1, colonne 1\u00A0».", suggestion.Explanation);
    }

    /// <summary>By trying every set of so many cells at most.</summary>
    static (int, decimal) Smallest(AuditTable table, int most)
    {
        int[] shown = [.. Enumerable.Range(0, table.Cells.Count).Where(cell => table.Cells[cell].Known is CellKnowledge.Published { Value: not 0 })];
        var sets = Enumerable.Range(0, 1 << shown.Length).Where(set => int.PopCount(set) <= most)
            .Select(set => shown.Where((_, i) => (set >> i & 1) == 1).ToArray())
            .OrderBy(set => set.Length).ThenBy(set => set.Sum(cell => Value(table, cell)));
        var best = sets.First(set => SecrecyAudit.Run(Hiding(table, set), new SecrecyRules(), suggests: false).Leaks.Count == 0);
        return (best.Length, best.Sum(cell => Value(table, cell)));
    }

    static AuditTable Hiding(AuditTable table, IReadOnlyList<int> cells) =>
        table.With(cells.ToDictionary(cell => cell, cell => (CellKnowledge)new CellKnowledge.Screen(Value(table, cell))));

    static decimal Value(AuditTable table, int cell) => ((CellKnowledge.Published)table.Cells[cell].Known).Value;
}
