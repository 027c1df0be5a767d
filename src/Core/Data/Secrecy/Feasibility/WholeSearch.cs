using Almanach.Core.Data.Secrecy.Exact;

namespace Almanach.Core.Data.Secrecy.Feasibility;

/// <summary>
/// The largest value that a table of whole numbers attains, where the simplex ends at halves: branch and bound, depth first.
/// </summary>
internal sealed class WholeSearch<T>(Problem<T> problem, T[] goal, Effort effort) where T : struct, IExact<T>
{
    readonly bool _isWholeGoal = goal.Select((factor, j) => factor.Sign == 0 || (factor.IsWhole && problem.Whole[j])).All(isWhole => isWhole);

    /// <summary>The best table found, or null.</summary>
    public T[]? Best { get; private set; }

    public T BestValue { get; private set; }

    /// <summary>Nothing was left out: <see cref="Best"/> is the best there is, or there is none.</summary>
    public bool IsComplete { get; private set; } = true;

    public void Run(T?[] low, T?[] high)
    {
        if (!effort.Branch())
        {
            IsComplete = false;
            return;
        }
        var simplex = new Simplex<T>(problem, low, high);
        var ended = simplex.FindAnyTable(effort);
        if (ended == Ended.AtItsLargest)
            ended = simplex.Maximise(goal, effort);
        if (ended is Ended.OutOfEffort or Ended.WithoutLimit)
            IsComplete = false;
        if (ended is Ended.OutOfEffort or Ended.Infeasible)
            return;

        var point = simplex.Point.ToArray();
        var value = Value(point);
        if (ended == Ended.AtItsLargest && Best is not null && (_isWholeGoal ? value.Floor() : value).CompareTo(BestValue) <= 0)
            return;
        var broken = Enumerable.Range(0, point.Length).FirstOrDefault(j => problem.Whole[j] && !point[j].IsWhole, -1);
        if (broken < 0)
        {
            if (Certificate<T>.IsCompatible(problem, point) && (Best is null || value.CompareTo(BestValue) > 0))
                (Best, BestValue) = (point, value);
            return;
        }
        var floor = point[broken].Floor();
        Run(With(low, broken, floor + T.One), high);
        Run(low, With(high, broken, floor));
    }

    T Value(T[] point)
    {
        var value = T.Zero;
        for (var j = 0; j < point.Length; j++)
            if (goal[j].Sign != 0)
                value += goal[j] * point[j];
        return value;
    }

    static T?[] With(T?[] bounds, int place, T bound)
    {
        var copy = (T?[])bounds.Clone();
        copy[place] = bound;
        return copy;
    }
}
