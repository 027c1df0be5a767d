using Almanach.Core.Data.Secrecy.Exact;

namespace Almanach.Core.Data.Secrecy.Feasibility;

/// <summary>The intervals of the hidden cells of one component.</summary>
/// <param name="Contradiction">Null, or what cannot hold: a relation by place, or −1 where several together cannot.</param>
internal sealed record ComponentReach(IReadOnlyList<CellInterval> Cells, int? Contradiction, int Pivots);

/// <summary>Propagation where that is proven to be enough, the simplex elsewhere; 64 bits first, any size where they overflow.</summary>
internal static class ComponentAudit
{
    /// <param name="wanted">Hidden cells by place, of which intervals are wanted; null: all.</param>
    public static ComponentReach Of(AuditTable table, Component component, SecrecyRules rules, AuditLimits limits, IReadOnlySet<int>? wanted = null)
    {
        try
        {
            return ComponentAudit<Fraction>.Of(table, component, rules, limits, wanted);
        }
        catch (OverflowException)
        {
            return Wide(table, component, rules, limits, wanted);
        }
    }

    internal static bool IsWanted(AuditTable table, int cell, IReadOnlySet<int>? wanted) => wanted?.Contains(cell) ?? table.Cells[cell].Known is CellKnowledge.Hidden;

    static ComponentReach Wide(AuditTable table, Component component, SecrecyRules rules, AuditLimits limits, IReadOnlySet<int>? wanted = null)
    {
        try
        {
            return ComponentAudit<BigFraction>.Of(table, component, rules, limits, wanted);
        }
        catch (OverflowException)
        {
            // Only bounds beyond 10^28 cannot be told as a decimal.
            return new ComponentReach([.. component.Cells.Where(cell => IsWanted(table, cell, wanted))
                .Select(cell => new CellInterval(cell, null, null, null, null, IntervalProof.Undecided))], null, 0);
        }
    }
}

/// <inheritdoc cref="ComponentAudit"/>
internal static class ComponentAudit<T> where T : struct, IExact<T>
{
    public static ComponentReach Of(AuditTable table, Component component, SecrecyRules rules, AuditLimits limits, IReadOnlySet<int>? wanted = null)
    {
        var problem = Problem<T>.Of(table, component);
        var hidden = Enumerable.Range(0, problem.Cells.Count).Where(j => ComponentAudit.IsWanted(table, problem.Cells[j], wanted)).ToArray();
        var narrowed = Propagation<T>.Of(problem);
        if (narrowed.Contradiction is { } relation)
            return Nothing(problem, narrowed, hidden, relation, 0);
        if (narrowed.IsSettled && Forest<T>.Is(table, problem))
            return new ComponentReach([.. hidden.Select(j => Exactly(problem.Cells[j], narrowed.Low[j]?.ToDecimal(up: true), narrowed.High[j]?.ToDecimal(up: false)))], null, 0);

        var effort = new Effort(limits.Pivots, limits.Branches);
        var simplex = new Simplex<T>(problem, narrowed.Low, narrowed.High);
        var first = simplex.FindAnyTable(effort);
        if (first != Ended.AtItsLargest)
            return Nothing(problem, narrowed, hidden, first == Ended.Infeasible ? -1 : null, effort.Spent);

        var reach = new Reach<T>(problem, narrowed);
        reach.Attain(simplex.Point);
        var search = new EndSearch<T>(problem, narrowed, simplex, reach, effort);
        bool IsWide(int j) => reach.IsWide(j, table.Cells[problem.Cells[j]], rules);
        if (hidden.Length > limits.ExactUpTo)
            search.AllTogether(hidden, j => !IsWide(j));
        foreach (var j in hidden)
            foreach (var above in new[] { true, false })
                if (hidden.Length <= limits.ExactUpTo || !IsWide(j))
                    search.End(j, above);
        return new ComponentReach([.. hidden.Select(j => reach.Interval(j, table.Cells[problem.Cells[j]], rules))], null, effort.Spent);
    }

    static CellInterval Exactly(int cell, decimal? low, decimal? high) => new(cell, low, high, low, high, IntervalProof.Forest);

    static ComponentReach Nothing(Problem<T> problem, Narrowed<T> narrowed, int[] hidden, int? contradiction, int pivots) =>
        new([.. hidden.Select(j => new Reach<T>(problem, narrowed).Interval(j, new AuditCell("", "", new CellKnowledge.Missing()), new()))], contradiction, pivots);
}
