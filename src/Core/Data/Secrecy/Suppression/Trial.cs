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

    /// <summary>Leaks that are still open, with what can still be computed.</summary>
    public IReadOnlyList<CellInterval> Open(AuditTable tried)
    {
        var (seen, open) = (new HashSet<int>(), new List<CellInterval>());
        foreach (var leak in leaks)
        {
            if (!seen.Add(leak))
                continue;
            var component = Component.Around(tried, leak);
            seen.UnionWith(component.Cells);
            open.AddRange(ComponentAudit.Of(tried, component, rules, _limits, _leaks).Cells
                .Where(cell => table.Beyond.Contains(cell.Cell) || !SecrecyAudit.IsProtected(tried, rules, cell)));
        }
        return open;
    }

    /// <summary>Leaks that stay open even where all that may be hidden is.</summary>
    public IReadOnlyList<CellInterval> Hopeless() => Open(Hiding(Enumerable.Range(0, table.Cells.Count).Where(cell => MayHide(table, cell))));

    /// <summary>
    /// Figures one of which every protecting set hides: those on which what can be computed rests, or, where no short proof of it
    /// was found, all that stand beside the component. Zeros stay: everybody knows why they are zero.
    /// </summary>
    /// <param name="nearOnly">Without such a proof, only those in the leak’s own relations: enough to go on with, not for a proof.</param>
    public IReadOnlyList<int> Beside(AuditTable tried, CellInterval leak, bool nearOnly = false)
    {
        var cells = leak.Proof == IntervalProof.Undecided ? null : Leaks.RestsOn(tried, leak, _limits);
        cells ??= [.. (nearOnly ? tried.RelationsOf[leak.Cell] : Component.Around(tried, leak.Cell).Relations).SelectMany(relation => tried.Relations[relation].Terms).Select(term => term.Cell).Distinct()];
        return [.. cells.Where(cell => MayHide(tried, cell)).OrderBy(cell => Weight(tried, cell)).ThenBy(cell => cell)];
    }

    /// <summary>Relations that give one of these leaks away at once: each needs a further hidden cell.</summary>
    public static int Alone(AuditTable tried, IReadOnlyList<CellInterval> open) => open.SelectMany(leak => tried.RelationsOf[leak.Cell]).Distinct().Count(relation => IsAlone(tried, relation));

    static bool IsAlone(AuditTable tried, int relation) => tried.Relations[relation].Terms.Count(term => Component.IsOpen(tried.Cells[term.Cell])) == 1;

    static bool MayHide(AuditTable tried, int cell) => tried.Cells[cell] is { MayHide: true, Known: CellKnowledge.Published { Value: not 0 } };

    public static decimal Weight(AuditTable tried, int cell) => tried.Cells[cell].Known is CellKnowledge.Published published ? Math.Abs(published.Value) : 0;
}
