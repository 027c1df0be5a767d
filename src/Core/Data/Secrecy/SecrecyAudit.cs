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
        limits ??= new AuditLimits();
        var contradictions = Contradictions.AmongPublished(table).ToList();
        var (cells, leaks) = (new List<CellInterval>(), new List<Leak>());
        var pivots = 0;
        foreach (var component in Component.All(table))
        {
            var reach = ComponentAudit.Of(table, component, rules, limits);
            pivots += reach.Pivots;
            cells.AddRange(reach.Cells.Select(cell => table.Beyond.Contains(cell.Cell) ? cell with { Proof = IntervalProof.Undecided } : cell));
            if (reach.Contradiction is { } relation)
                contradictions.Add(Contradictions.Words(table, component, relation));
            else
                leaks.AddRange(cells[^reach.Cells.Count..].Where(cell => !IsProtected(table, rules, cell)).Select(cell => Leaks.Of(table, component, cell, limits)));
        }
        leaks.Sort((a, b) => a.Cell.CompareTo(b.Cell));
        var suggestion = suggests && leaks.Count > 0 ? Proposal.Of(table, rules, limits, [.. leaks.Select(leak => leak.Cell)]) : null;
        return new AuditReport([.. cells.OrderBy(cell => cell.Cell)], leaks, contradictions, suggestion, pivots);
    }

    /// <summary>The cell is wide enough, and that is known.</summary>
    internal static bool IsProtected(AuditTable table, SecrecyRules rules, CellInterval interval) =>
        interval.Proof != IntervalProof.Undecided && rules.Protects(table.Cells[interval.Cell], interval.Low, interval.High);
}
