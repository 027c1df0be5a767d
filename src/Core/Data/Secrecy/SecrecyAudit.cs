using Almanach.Core.Data.Secrecy.Feasibility;
using Almanach.Core.Data.Secrecy.Suppression;

namespace Almanach.Core.Data.Secrecy;

/// <summary>
/// Whether what is published lets a hidden figure be worked out. An attacker is supposed to know all published figures, their
/// rounding, every relation, and that counts are whole and not negative (docs/secret-statistique.md).
/// </summary>
public static class SecrecyAudit
{
    /// <summary>
    /// The interval of every hidden cell, the leaks and how they come about, and what to hide further. Never throws for figures
    /// that contradict each other or that are too many to judge: it says so, and refuses.
    /// </summary>
    /// <param name="suggests">False: only look, as on files that others published.</param>
    public static AuditReport Run(AuditTable table, SecrecyRules rules, AuditLimits? limits = null, bool suggests = true)
    {
        return Report(table, rules, limits ?? new AuditLimits(), Component.All(table), [.. Contradictions.AmongPublished(table, Enumerable.Range(0, table.Relations.Count))], suggests);
    }

    /// <summary>
    /// The same for what hangs together with these cells alone: where a figure is added to a table that was audited, or hidden in
    /// it, nothing else can change.
    /// </summary>
    public static AuditReport Around(AuditTable table, IReadOnlyCollection<int> cells, SecrecyRules rules, AuditLimits? limits = null, bool suggests = true)
    {
        int[] relations = [.. cells.SelectMany(cell => table.RelationsOf[cell]).Distinct()];
        var (seen, components) = (new HashSet<int>(), new List<Component>());
        foreach (var cell in cells.Concat(relations.SelectMany(relation => table.Relations[relation].Terms).Select(term => term.Cell)))
            if (Component.IsOpen(table.Cells[cell]) && !seen.Contains(cell))
            {
                components.Add(Component.Around(table, cell));
                seen.UnionWith(components[^1].Cells);
            }
        return Report(table, rules, limits ?? new AuditLimits(), components, [.. Contradictions.AmongPublished(table, relations)], suggests);
    }

    static AuditReport Report(AuditTable table, SecrecyRules rules, AuditLimits limits, IReadOnlyList<Component> components, List<string> contradictions, bool suggests)
    {
        var (cells, leaks) = (new List<CellInterval>(), new List<Leak>());
        var pivots = 0;
        foreach (var component in components)
        {
            var reach = ComponentAudit.Of(table, component, rules, limits);
            pivots += reach.Pivots;
            cells.AddRange(reach.Cells.Select(cell => table.Beyond.Contains(cell.Cell) ? cell with { Proof = IntervalProof.Undecided } : cell));
            if (reach.Contradiction is { } relation)
                contradictions.Add(Contradictions.Words(table, component, relation));
            else
                leaks.AddRange(cells[^reach.Cells.Count..].Where(cell => !IsProtected(table, rules, cell)).Select(cell => Leaks.Of(table, cell, limits)));
        }
        leaks.Sort((a, b) => a.Cell.CompareTo(b.Cell));
        var suggestion = suggests && leaks.Count > 0 ? Proposal.Of(table, rules, limits, [.. leaks.Select(leak => leak.Cell)]) : null;
        return new AuditReport([.. cells.OrderBy(cell => cell.Cell)], leaks, contradictions, suggestion, pivots);
    }

    /// <summary>The cell is wide enough, and that is known.</summary>
    internal static bool IsProtected(AuditTable table, SecrecyRules rules, CellInterval interval) =>
        interval.Proof != IntervalProof.Undecided && rules.Protects(table.Cells[interval.Cell], interval.Low, interval.High);
}
