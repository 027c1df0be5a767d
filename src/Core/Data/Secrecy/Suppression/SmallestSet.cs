namespace Almanach.Core.Data.Secrecy.Suppression;

/// <summary>Sets of one cell, then of two, … until one protects: the first size found is the smallest, and all of that size are compared.</summary>
sealed class SmallestSet
{
    // Any open leak will do to branch on; the one that leaves the fewest choices does best.
    const int LeaksCompared = 4;

    readonly Trial _trial;
    readonly int _relationsOfOne;
    readonly HashSet<string> _seen = [];
    int _left;
    IReadOnlyList<int>? _best;
    decimal _bestWeight;

    SmallestSet(Trial trial, int sets) =>
        (_trial, _left, _relationsOfOne) = (trial, sets, Math.Max(1, trial.Table.RelationsOf.Max(relations => relations.Length)));

    /// <param name="good">A protecting set: none larger is looked for.</param>
    /// <returns>The smallest set and true, or <paramref name="good"/> and false where it would take more than so many sets.</returns>
    public static (IReadOnlyList<int> Set, bool IsSmallest) AtMost(Trial trial, IReadOnlyList<int> good, int sets)
    {
        var search = new SmallestSet(trial, sets);
        for (var size = 1; size <= good.Count; size++)
        {
            search._seen.Clear();
            search.Look([], size, 0);
            if (search._left <= 0)
                return (search._best ?? good, false);
            if (search._best is { } best)
                return (best, true);
        }
        return (good, true);
    }

    void Look(IReadOnlyList<int> cells, int more, decimal weight)
    {
        if (_left-- <= 0 || (_best is not null && weight > _bestWeight))
            return;
        var tried = _trial.Hiding(cells);
        var open = _trial.Open(tried);
        if (open.Count == 0)
        {
            if (_best is null || weight < _bestWeight || (weight == _bestWeight && IsBefore(cells, _best)))
                (_best, _bestWeight) = (cells, weight);
            return;
        }
        // A cell can stand in so many relations at most, and each that gives a leak away needs one.
        if (more * _relationsOfOne < Math.Max(1, Trial.Alone(tried, open)))
            return;
        foreach (var cell in open.Take(LeaksCompared).Select(leak => _trial.Beside(tried, leak)).MinBy(cells => cells.Count)!)
        {
            int[] with = [.. cells.Append(cell).Order()];
            if (_seen.Add(string.Join(',', with)))
                Look(with, more - 1, weight + Trial.Weight(_trial.Table, cell));
        }
    }

    static bool IsBefore(IReadOnlyList<int> a, IReadOnlyList<int> b) => a.Zip(b).FirstOrDefault(pair => pair.First != pair.Second) is var (x, y) && x < y;
}
