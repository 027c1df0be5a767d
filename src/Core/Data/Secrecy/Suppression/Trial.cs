using Almanach.Core.Data.Secrecy.Feasibility;

namespace Almanach.Core.Data.Secrecy.Suppression;

/// <summary>A table in which further cells are hidden to see whether its leaks are closed.</summary>
sealed class Trial(AuditTable table, SecrecyRules rules, AuditLimits limits, IReadOnlyCollection<int> leaks)
{
    readonly HashSet<int> _leaks = [.. leaks];
    readonly AuditLimits _limits = limits with { ExactUpTo = 0 };

    public AuditTable Table => table;

    public AuditTable Hiding(IEnumerable<int> cells) => table.With(cells.ToDictionary(
        cell => cell, CellKnowledge (cell) => new CellKnowledge.Screen(((CellKnowledge.Published)table.Cells[cell].Known).Value)));

    /// <summary>Leaks that are still open.</summary>
    public IReadOnlyList<int> Open(AuditTable tried)
    {
        var (seen, open) = (new HashSet<int>(), new List<int>());
        foreach (var leak in leaks)
        {
            if (!seen.Add(leak))
                continue;
            var component = Component.Around(tried, leak);
            seen.UnionWith(component.Cells);
            open.AddRange(ComponentAudit.Of(tried, component, rules, _limits).Cells
                .Where(cell => _leaks.Contains(cell.Cell) && (table.Beyond.Contains(cell.Cell) || !SecrecyAudit.IsProtected(tried, rules, cell)))
                .Select(cell => cell.Cell));
        }
        return open;
    }

    /// <summary>
    /// Figures one of which every protecting set hides: beside this leak in a relation where it is alone, or else anywhere beside
    /// its component. Zeros stay: everybody knows why they are zero.
    /// </summary>
    public static IReadOnlyList<int> Beside(AuditTable tried, int leak)
    {
        var alone = tried.RelationsOf[leak].Where(relation => IsAlone(tried, relation)).Select(relation => Candidates(tried, [relation])).MinBy(cells => cells.Count);
        return alone ?? Candidates(tried, Component.Around(tried, leak).Relations);
    }

    /// <summary>Relations that give one of these leaks away at once: each needs a further hidden cell.</summary>
    public static int Alone(AuditTable tried, IReadOnlyList<int> open) => open.SelectMany(leak => tried.RelationsOf[leak]).Distinct().Count(relation => IsAlone(tried, relation));

    static bool IsAlone(AuditTable tried, int relation) => tried.Relations[relation].Terms.Count(term => Component.IsOpen(tried.Cells[term.Cell])) == 1;

    static IReadOnlyList<int> Candidates(AuditTable tried, IReadOnlyList<int> relations) => [.. relations
        .SelectMany(relation => tried.Relations[relation].Terms).Select(term => term.Cell).Distinct()
        .Where(cell => tried.Cells[cell] is { MayHide: true, Known: CellKnowledge.Published { Value: not 0 } })
        .OrderBy(cell => Weight(tried, cell)).ThenBy(cell => cell)];

    public static decimal Weight(AuditTable tried, int cell) => tried.Cells[cell].Known is CellKnowledge.Published published ? Math.Abs(published.Value) : 0;
}
