using Almanach.Core.Data.Secrecy.Exact;
using Almanach.Core.Data.Secrecy.Feasibility;
using Almanach.Core.Data.Secrecy.Words;

namespace Almanach.Core.Data.Secrecy;

/// <summary>Which published figures give a hidden one.</summary>
static class Leaks
{
    // An explanation is worth less work than a judgement, and nobody reads one of a hundred relations.
    const int LargestExplained = 150;
    const int ShortSum = 12;
    const int StepsOfExplanation = 2_000;

    public static Leak Of(AuditTable table, Component component, CellInterval interval, AuditLimits limits)
    {
        if (interval.Proof == IntervalProof.Undecided)
            return new Leak(interval, [], [], LeakWords.Undecided(table.Cells[interval.Cell]));
        if (Alone(table, interval.Cell) is { } one)
            return With(table, interval, new Proof([(one, 1 / table.Relations[one].Terms.Where(term => term.Cell == interval.Cell).Sum(term => term.Factor))], []));
        return With(table, interval, Together(table, component, interval, limits));
    }

    /// <summary>A relation in which everything else is published.</summary>
    static int? Alone(AuditTable table, int cell) => table.RelationsOf[cell]
        .Where(relation => table.Relations[relation].Terms.Where(term => term.Cell == cell).Sum(term => term.Factor) != 0
            && table.Relations[relation].Terms.All(term => term.Cell == cell || !Component.IsOpen(table.Cells[term.Cell])))
        .OrderBy(relation => table.Relations[relation].Terms.Count).Select(relation => (int?)relation).FirstOrDefault();

    /// <summary>
    /// Multipliers that prove the ends, among the nearest relations that suffice: the coordinator reads a few figures rather than
    /// a whole region. The upper end’s figures are told, or the lower one’s where nothing stops the upper.
    /// </summary>
    static Proof Together(AuditTable table, Component component, CellInterval interval, AuditLimits limits)
    {
        foreach (var near in Nearest(table, component, interval.Cell))
        {
            var (upper, lower) = (End(table, near, interval, above: true, limits), End(table, near, interval, above: false, limits));
            if (interval.IsComputed ? upper is not null && lower is not null : upper is { Count: > 0 } || lower is { Count: > 0 })
                return new Proof((upper is { Count: > 0 } ? upper : lower)!, interval.IsComputed ? lower! : []);
        }
        return new Proof([], []);
    }

    /// <summary>Ever wider neighbourhoods of a cell within its component: by short sums first, then by any.</summary>
    static IEnumerable<Component> Nearest(AuditTable table, Component component, int cell) =>
        Nearest(table, component, cell, ShortSum).Concat(Nearest(table, component, cell, int.MaxValue));

    static IEnumerable<Component> Nearest(AuditTable table, Component component, int cell, int terms)
    {
        var relations = new SortedSet<int>();
        var cells = new SortedSet<int> { cell };
        for (var before = -1; before != relations.Count;)
        {
            before = relations.Count;
            relations.UnionWith(cells.SelectMany(each => table.RelationsOf[each]).Where(relation => table.Relations[relation].Terms.Count <= terms).ToArray());
            cells.UnionWith(relations.SelectMany(relation => table.Relations[relation].Terms).Select(term => term.Cell).Where(each => Component.IsOpen(table.Cells[each])));
            if (cells.Count > LargestExplained)
                yield break;
            yield return component with { Cells = [.. cells], Relations = [.. relations] };
        }
    }

    /// <summary>Multipliers that prove this end of the interval within these relations; null where more is needed.</summary>
    static IReadOnlyList<(int Relation, decimal Times)>? End(AuditTable table, Component near, CellInterval interval, bool above, AuditLimits limits)
    {
        try
        {
            var problem = Problem<BigFraction>.Of(table, near);
            var simplex = new Simplex<BigFraction>(problem, problem.Low, problem.High);
            var effort = new Effort(Math.Min(limits.Pivots, StepsOfExplanation), 0);
            var (goal, sign) = (new BigFraction[problem.Cells.Count], above ? BigFraction.One : BigFraction.Zero - BigFraction.One);
            var at = problem.Cells.ToList().IndexOf(interval.Cell);
            goal[at] = sign;
            if (simplex.FindAnyTable(effort) != Ended.AtItsLargest || simplex.Maximise(goal, effort) != Ended.AtItsLargest)
                return null;
            var end = table.Cells[interval.Cell].IsWhole == false ? simplex.Point[at] : sign * (sign * simplex.Point[at]).Floor();
            if (end.ToDecimal(up: !above) != (above ? interval.High : interval.Low))
                return null;
            return [.. problem.Equations.Zip(simplex.Multipliers).Where(pair => pair.Second.Sign != 0).Select(pair => (pair.First.Relation, (sign * pair.Second).ToDecimal(up: true)))];
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    static Leak With(AuditTable table, CellInterval interval, Proof proof)
    {
        var figures = proof.Told.SelectMany(each => table.Relations[each.Relation].Terms.Select(term => (term.Cell, Factor: each.Times * term.Factor)))
            .GroupBy(term => term.Cell).Select(group => new Term(group.Key, -group.Sum(term => term.Factor)))
            .Where(term => term.Factor != 0 && !Component.IsOpen(table.Cells[term.Cell])).OrderBy(term => term.Cell).ToArray();
        int[] relations = [.. proof.Told.Concat(proof.Other).Select(each => each.Relation).Distinct()];
        return new Leak(interval, relations, figures, LeakWords.Of(table, interval, relations, figures));
    }

    /// <param name="Told">Relations, and what each is multiplied by, that give the end whose figures are told.</param>
    sealed record Proof(IReadOnlyList<(int Relation, decimal Times)> Told, IReadOnlyList<(int Relation, decimal Times)> Other);
}
