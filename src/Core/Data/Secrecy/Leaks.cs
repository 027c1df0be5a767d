using Almanach.Core.Data.Secrecy.Exact;
using Almanach.Core.Data.Secrecy.Feasibility;
using Almanach.Core.Data.Secrecy.Words;

namespace Almanach.Core.Data.Secrecy;

/// <summary>Which published figures give a hidden one.</summary>
static class Leaks
{
    public static Leak Of(AuditTable table, Component component, CellInterval interval, AuditLimits limits)
    {
        if (interval.Proof == IntervalProof.Undecided)
            return new Leak(interval, [], [], LeakWords.Undecided(table.Cells[interval.Cell]));
        if (Alone(table, interval.Cell) is { } one)
            return With(table, interval, [(one, 1 / table.Relations[one].Terms.Where(term => term.Cell == interval.Cell).Sum(term => term.Factor))]);
        return With(table, interval, Together(table, component, interval, limits));
    }

    /// <summary>A relation in which everything else is published.</summary>
    static int? Alone(AuditTable table, int cell) => table.RelationsOf[cell]
        .Where(relation => table.Relations[relation].Terms.Where(term => term.Cell == cell).Sum(term => term.Factor) != 0
            && table.Relations[relation].Terms.All(term => term.Cell == cell || !Component.IsOpen(table.Cells[term.Cell])))
        .OrderBy(relation => table.Relations[relation].Terms.Count).Select(relation => (int?)relation).FirstOrDefault();

    /// <summary>The multipliers that prove the upper end (the lower where there is none), from what everybody knows beforehand.</summary>
    static IReadOnlyList<(int Relation, decimal Times)> Together(AuditTable table, Component component, CellInterval interval, AuditLimits limits)
    {
        try
        {
            var problem = Problem<BigFraction>.Of(table, component);
            var simplex = new Simplex<BigFraction>(problem, problem.Low, problem.High);
            // An explanation is worth less work than a judgement.
            var effort = new Effort(Math.Min(limits.Pivots, 5_000), 0);
            if (component.Relations.Count > 400 || simplex.FindAnyTable(effort) != Ended.AtItsLargest)
                return [];
            var goal = new BigFraction[problem.Cells.Count];
            var at = problem.Cells.ToList().IndexOf(interval.Cell);
            foreach (var sign in new[] { BigFraction.One, BigFraction.Zero - BigFraction.One })
            {
                goal[at] = sign;
                if (simplex.Maximise(goal, effort) != Ended.AtItsLargest)
                    continue;
                var multipliers = simplex.Multipliers;
                var used = problem.Equations.Select((equation, i) => (equation.Relation, Times: (sign * multipliers[i]).ToDecimal(up: true))).Where(pair => pair.Times != 0).ToArray();
                if (used.Length > 0)
                    return used;
            }
            return [];
        }
        catch (OverflowException)
        {
            return [];
        }
    }

    static Leak With(AuditTable table, CellInterval interval, IReadOnlyList<(int Relation, decimal Times)> used)
    {
        var figures = used.SelectMany(each => table.Relations[each.Relation].Terms.Select(term => (term.Cell, Factor: -each.Times * term.Factor)))
            .Where(term => !Component.IsOpen(table.Cells[term.Cell]))
            .GroupBy(term => term.Cell).Select(group => new Term(group.Key, group.Sum(term => term.Factor))).Where(term => term.Factor != 0).ToArray();
        int[] relations = [.. used.Select(each => each.Relation)];
        return new Leak(interval, relations, figures, LeakWords.Of(table, interval, relations, figures));
    }
}
