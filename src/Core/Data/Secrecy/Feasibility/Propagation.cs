using Almanach.Core.Data.Secrecy.Exact;

namespace Almanach.Core.Data.Secrecy.Feasibility;

/// <summary>
/// Bounds consistency: each equation narrows each of its unknowns to what the others leave, until nothing moves.
/// What it gives always contains what is feasible; where equations form a forest it is exactly that
/// (docs/secret-statistique.md, « Quand la propagation suffit »).
/// </summary>
internal static class Propagation<T> where T : struct, IExact<T>
{
    // An equation of a tree is looked at a few times; one in a cycle may narrow for ever.
    const int LooksPerEquation = 40;

    public static Narrowed<T> Of(Problem<T> problem)
    {
        var (low, high) = ((T?[])problem.Low.Clone(), (T?[])problem.High.Clone());
        var equationsOf = Enumerable.Range(0, problem.Cells.Count).Select(_ => new List<int>()).ToArray();
        for (var equation = 0; equation < problem.Equations.Count; equation++)
            foreach (var unknown in problem.Equations[equation].Unknowns)
                equationsOf[unknown].Add(equation);

        var queue = new Queue<int>(Enumerable.Range(0, problem.Equations.Count));
        var waits = Enumerable.Repeat(true, problem.Equations.Count).ToArray();
        var looks = problem.Equations.Count * LooksPerEquation;
        var moved = new List<int>();
        while (queue.TryDequeue(out var at))
        {
            if (looks-- == 0)
                return new Narrowed<T>(low, high, IsSettled: false, null);
            waits[at] = false;
            moved.Clear();
            if (!Narrow(problem, problem.Equations[at], low, high, moved))
                return new Narrowed<T>(low, high, IsSettled: true, problem.Equations[at].Relation);
            foreach (var other in moved.SelectMany(unknown => equationsOf[unknown]))
                if (!waits[other])
                {
                    waits[other] = true;
                    queue.Enqueue(other);
                }
        }
        return new Narrowed<T>(low, high, IsSettled: true, null);
    }

    /// <summary>False if nothing is left for some unknown: the figures contradict each other.</summary>
    static bool Narrow(Problem<T> problem, Equation<T> equation, T?[] low, T?[] high, List<int> moved)
    {
        var (least, most) = (T.Zero, T.Zero);
        var (openBelow, openAbove) = (0, 0);
        for (var i = 0; i < equation.Unknowns.Length; i++)
        {
            var (from, to) = Part(equation, i, low, high);
            if (from is { } lower) least += lower; else openBelow++;
            if (to is { } upper) most += upper; else openAbove++;
        }
        if ((openBelow == 0 && least.CompareTo(equation.Right) > 0) || (openAbove == 0 && most.CompareTo(equation.Right) < 0))
            return false;

        for (var i = 0; i < equation.Unknowns.Length; i++)
        {
            var (from, to) = Part(equation, i, low, high);
            T? atMost = openBelow == 0 && from is { } own ? equation.Right - least + own : openBelow == 1 && from is null ? equation.Right - least : null;
            T? atLeast = openAbove == 0 && to is { } other ? equation.Right - most + other : openAbove == 1 && to is null ? equation.Right - most : null;
            if (!Take(problem, equation.Unknowns[i], equation.Factors[i], atLeast, atMost, low, high, moved))
                return false;
        }
        return true;
    }

    static (T? From, T? To) Part(Equation<T> equation, int i, T?[] low, T?[] high)
    {
        var (unknown, factor) = (equation.Unknowns[i], equation.Factors[i]);
        T? a = low[unknown] is { } lower ? factor * lower : null;
        T? b = high[unknown] is { } upper ? factor * upper : null;
        return factor.Sign > 0 ? (a, b) : (b, a);
    }

    static bool Take(Problem<T> problem, int unknown, T factor, T? atLeast, T? atMost, T?[] low, T?[] high, List<int> moved)
    {
        T? from = atLeast is { } a ? a / factor : null;
        T? to = atMost is { } b ? b / factor : null;
        if (factor.Sign < 0)
            (from, to) = (to, from);
        if (problem.Whole[unknown])
            (from, to) = (from is { } f && !f.IsWhole ? f.Floor() + T.One : from, to is { } t ? t.Floor() : null);

        var changed = false;
        if (from is { } lower && (low[unknown] is not { } oldLow || lower.CompareTo(oldLow) > 0))
            (low[unknown], changed) = (lower, true);
        if (to is { } upper && (high[unknown] is not { } oldHigh || upper.CompareTo(oldHigh) < 0))
            (high[unknown], changed) = (upper, true);
        if (changed)
            moved.Add(unknown);
        return low[unknown] is not { } l || high[unknown] is not { } h || l.CompareTo(h) <= 0;
    }
}

/// <param name="IsSettled">Nothing moves any more.</param>
/// <param name="Contradiction">The relation that nothing can satisfy, or null.</param>
internal sealed record Narrowed<T>(T?[] Low, T?[] High, bool IsSettled, int? Contradiction) where T : struct, IExact<T>;
