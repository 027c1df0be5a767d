using Almanach.Core.Data.Secrecy.Exact;

namespace Almanach.Core.Data.Secrecy.Feasibility;

/// <summary>Looks for the ends of unknowns, one after the other or many at once, and notes what is attained and proven on the way.</summary>
internal sealed class EndSearch<T>(Problem<T> problem, Narrowed<T> narrowed, Simplex<T> simplex, Reach<T> reach, Effort effort) where T : struct, IExact<T>
{
    const int Rounds = 12;

    static readonly T _minusOne = T.Zero - T.One;

    /// <summary>
    /// Makes the sum of all that still wants room large, then small, then with signs mixed: a few searches show thousands of cells
    /// to be wide enough. They prove no end.
    /// </summary>
    public void AllTogether(int[] unknowns, Func<int, bool> wantsRoom)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var goal = new T[problem.Cells.Count];
            var left = 0;
            foreach (var j in unknowns.Where(wantsRoom))
                (goal[j], left) = ((((left + 1) >> (round / 2)) & 1) == (round & 1) && round > 1 || round == 0 ? T.One : _minusOne, left + 1);
            if (left == 0 || simplex.Maximise(goal, effort) == Ended.OutOfEffort)
                return;
            reach.Attain(simplex.Point);
        }
    }

    /// <summary>One end of one unknown: the table that attains it, and the proof that none goes further.</summary>
    public void End(int j, bool above)
    {
        if (reach.IsProven(j, above))
            return;
        var goal = new T[problem.Cells.Count];
        goal[j] = above ? T.One : _minusOne;
        var ended = simplex.Maximise(goal, effort);
        if (ended == Ended.OutOfEffort)
            return;
        var isAttained = reach.Attain(simplex.Point);
        if (ended == Ended.WithoutLimit)
        {
            if (isAttained)
                reach.Endless(j, above);
            return;
        }
        if (Certificate<T>.AtMost(problem, narrowed.Low, narrowed.High, goal, simplex.Multipliers) is { } bound)
            reach.Prove(j, above ? bound : T.Zero - bound, above);
        if (!isAttained && !reach.IsProven(j, above))
            InWholeNumbers(j, goal, above);
    }

    void InWholeNumbers(int j, T[] goal, bool above)
    {
        var search = new WholeSearch<T>(problem, goal, effort);
        search.Run(narrowed.Low, narrowed.High);
        if (search.Best is not null)
            reach.Attain(search.Best);
        if (search is { IsComplete: true, Best: not null })
            reach.Prove(j, above ? search.BestValue : T.Zero - search.BestValue, above);
    }
}
