using Almanach.Core.Data.Secrecy.Exact;
using Almanach.Core.Data.Secrecy.Feasibility;
using Almanach.Core.Data.Secrecy.Words;

namespace Almanach.Core.Data.Secrecy;

/// <summary>Which published figures give a hidden one.</summary>
static class Leaks
{
    // An explanation is worth less work than a judgement, and nobody reads one of a hundred relations.
    const int LargestExplained = 150;
    const int FewUnknowns = 6;
    const int StepsOfExplanation = 500;

    public static Leak Of(AuditTable table, CellInterval interval, AuditLimits limits)
    {
        if (interval.Proof == IntervalProof.Undecided)
            return new Leak(interval, [], [], LeakWords.Undecided(table.Cells[interval.Cell]));
        var (upper, lower) = Proofs(table, interval, limits);
        var told = upper is { Count: > 0 } ? upper : lower ?? [];
        var figures = FiguresOf(table, told).ToArray();
        int[] relations = [.. (interval.IsComputed ? told.Concat(lower ?? []) : told).Select(each => each.Relation).Distinct()];
        return new Leak(interval, relations, figures, LeakWords.Of(table, interval, relations, figures));
    }

    /// <summary>
    /// Figures on which the ends rest: so long as none of them is hidden, the ends stay as they are, whatever else is.
    /// Null where no short proof was found.
    /// </summary>
    public static IReadOnlyList<int>? RestsOn(AuditTable table, CellInterval interval, AuditLimits limits) =>
        Proofs(table, interval, limits) is ({ } upper, { } lower) ? [.. FiguresOf(table, upper).Concat(FiguresOf(table, lower)).Select(term => term.Cell).Distinct()] : null;

    static (IReadOnlyList<(int Relation, decimal Times)>? Upper, IReadOnlyList<(int Relation, decimal Times)>? Lower) Proofs(AuditTable table, CellInterval interval, AuditLimits limits)
    {
        if (Alone(table, interval.Cell) is { } one)
        {
            (int Relation, decimal Times)[] proof = [(one, 1 / table.Relations[one].Terms.Where(term => term.Cell == interval.Cell).Sum(term => term.Factor))];
            return (proof, proof);
        }
        return Together(table, interval, limits);
    }

    static IEnumerable<Term> FiguresOf(AuditTable table, IReadOnlyList<(int Relation, decimal Times)> proof) => proof
        .SelectMany(each => table.Relations[each.Relation].Terms.Select(term => (term.Cell, Factor: each.Times * term.Factor)))
        .GroupBy(term => term.Cell).Select(group => new Term(group.Key, -group.Sum(term => term.Factor)))
        .Where(term => term.Factor != 0 && !Component.IsOpen(table.Cells[term.Cell])).OrderBy(term => term.Cell);

    /// <summary>A relation in which everything else is published.</summary>
    static int? Alone(AuditTable table, int cell) => table.RelationsOf[cell]
        .Where(relation => table.Relations[relation].Terms.Where(term => term.Cell == cell).Sum(term => term.Factor) != 0
            && table.Relations[relation].Terms.All(term => term.Cell == cell || !Component.IsOpen(table.Cells[term.Cell])))
        .OrderBy(relation => table.Relations[relation].Terms.Count).Select(relation => (int?)relation).FirstOrDefault();

    /// <summary>
    /// Multipliers that prove each end, among the nearest relations that suffice: the coordinator reads a few figures rather than
    /// a whole region. Null for an end of which no proof was found so.
    /// </summary>
    static (IReadOnlyList<(int Relation, decimal Times)>? Upper, IReadOnlyList<(int Relation, decimal Times)>? Lower) Together(AuditTable table, CellInterval interval, AuditLimits limits)
    {
        var (upper, lower) = (default(IReadOnlyList<(int Relation, decimal Times)>), default(IReadOnlyList<(int Relation, decimal Times)>));
        foreach (var near in Nearest(table, interval.Cell))
        {
            upper ??= End(table, near, interval, above: true, limits);
            lower ??= End(table, near, interval, above: false, limits);
            if (upper is not null && lower is not null)
                break;
        }
        return (upper, lower);
    }

    /// <summary>Ever wider neighbourhoods of a cell: by sums of few unknowns first, then by any.</summary>
    static IEnumerable<Component> Nearest(AuditTable table, int cell) =>
        Nearest(table, cell, FewUnknowns).Concat(Nearest(table, cell, int.MaxValue));

    static IEnumerable<Component> Nearest(AuditTable table, int cell, int open)
    {
        var relations = new SortedSet<int>();
        var cells = new SortedSet<int> { cell };
        for (var before = -1; before != relations.Count;)
        {
            before = relations.Count;
            relations.UnionWith(cells.SelectMany(each => table.RelationsOf[each]).Where(relation => table.Relations[relation].Terms.Count(term => Component.IsOpen(table.Cells[term.Cell])) <= open).ToArray());
            cells.UnionWith(relations.SelectMany(relation => table.Relations[relation].Terms).Select(term => term.Cell).Where(each => Component.IsOpen(table.Cells[each])));
            if (cells.Count > LargestExplained)
                yield break;
            yield return new Component([.. cells], [.. relations]);
        }
    }

    /// <summary>Multipliers that prove this end of the interval within these relations; null where more is needed.</summary>
    static IReadOnlyList<(int Relation, decimal Times)>? End(AuditTable table, Component near, CellInterval interval, bool above, AuditLimits limits)
    {
        if ((above ? interval.High : interval.Low) is null)
            return [];
        try
        {
            return End<Fraction>(table, near, interval, above, limits);
        }
        catch (OverflowException)
        {
            // An explanation is no judgement: without one, the leak is told by its ends alone.
            return null;
        }
    }

    static IReadOnlyList<(int Relation, decimal Times)>? End<T>(AuditTable table, Component near, CellInterval interval, bool above, AuditLimits limits) where T : struct, IExact<T>
    {
        var problem = Problem<T>.Of(table, near);
        var simplex = new Simplex<T>(problem, problem.Low, problem.High);
        var effort = new Effort(Math.Min(limits.Pivots, StepsOfExplanation), 0);
        var (goal, sign) = (new T[problem.Cells.Count], above ? T.One : T.Zero - T.One);
        var at = problem.Cells.ToList().IndexOf(interval.Cell);
        goal[at] = sign;
        if (simplex.FindAnyTable(effort) != Ended.AtItsLargest || simplex.Maximise(goal, effort) != Ended.AtItsLargest)
            return null;
        var end = !table.Cells[interval.Cell].IsWhole ? simplex.Point[at] : sign * (sign * simplex.Point[at]).Floor();
        if (end.ToDecimal(up: !above) != (above ? interval.High : interval.Low))
            return null;
        return [.. problem.Equations.Zip(simplex.Multipliers).Where(pair => pair.Second.Sign != 0).Select(pair => (pair.First.Relation, (sign * pair.Second).ToDecimal(up: true)))];
    }
}
