
namespace Almanach.Core.Consultations.Tallies;

/// <param name="Rank">1 for the best; options that nothing parts share a rank: 1, 1, 3.</param>
public sealed record SchulzeOption(string Option, int Rank);

/// <param name="Options">Best first, equal ones in the order given.</param>
/// <param name="Preferences">How many ballots put one option (row) before another (column), in the order given.</param>
/// <param name="Paths">Strength of the strongest path from one option (row) to another (column), in the order given; 0 for none.</param>
public sealed record SchulzeResult(
    IReadOnlyList<SchulzeOption> Options, IReadOnlyList<IReadOnlyList<int>> Preferences, IReadOnlyList<IReadOnlyList<int>> Paths)
{
    /// <summary>How many of the others more ballots put behind this option than before it.</summary>
    /// <param name="option">Its place in the order given.</param>
    public int Wins(int option) => Enumerable.Range(0, Preferences.Count).Count(other => Preferences[option][other] > Preferences[other][option]);
}

/// <summary>
/// Schulze's method for rankings (M. Schulze, « A new monotonic, clone-independent, reversal symmetric, and
/// Condorcet-consistent single-winner election method », Social Choice and Welfare 36, 2011), with winning votes: a duel
/// counts for as many ballots as put its winner first. An option beats another when its strongest path to it is stronger
/// than the way back.
/// </summary>
/// <remarks>
/// Beating is a partial order. First come all whom nobody beats, equal; then, these aside, all whom nobody left beats; and so on.
/// </remarks>
public static class Schulze
{
    /// <summary>An option left blank stands after all that are ranked, equal to the others left blank.</summary>
    public static SchulzeResult Tally(BallotList list)
    {
        var preferences = Preferences(list);
        var paths = StrongestPaths(preferences);
        return new SchulzeResult(Layers(list.Options, paths), Rows(preferences), Rows(paths));
    }

    private static int[,] Preferences(BallotList list)
    {
        var size = list.Options.Count;
        var before = new int[size, size];
        var ranks = new int[size];
        foreach (var ballot in list.Ballots)
        {
            for (var i = 0; i < size; i++)
                ranks[i] = ballot.Marks[i] ?? int.MaxValue;
            for (var one = 0; one < size; one++)
                for (var other = one + 1; other < size; other++)
                    if (ranks[one] < ranks[other])
                        before[one, other] += ballot.Count;
                    else if (ranks[one] > ranks[other])
                        before[other, one] += ballot.Count;
        }
        return before;
    }

    /// <summary>Floyd and Warshall's way: a path is as strong as its weakest duel.</summary>
    private static int[,] StrongestPaths(int[,] before)
    {
        var size = before.GetLength(0);
        var paths = new int[size, size];
        for (var i = 0; i < size; i++)
            for (var j = 0; j < size; j++)
                paths[i, j] = before[i, j] > before[j, i] ? before[i, j] : 0;
        for (var by = 0; by < size; by++)
            for (var from = 0; from < size; from++)
                for (var to = 0; to < size; to++)
                    if (from != to && from != by && to != by)
                        paths[from, to] = Math.Max(paths[from, to], Math.Min(paths[from, by], paths[by, to]));
        return paths;
    }

    private static List<SchulzeOption> Layers(IReadOnlyList<string> options, int[,] paths)
    {
        List<SchulzeOption> ranked = [];
        var left = Enumerable.Range(0, options.Count).ToList();
        while (left.Count > 0)
        {
            var first = left.Where(one => left.All(other => paths[other, one] <= paths[one, other])).ToList();
            var rank = ranked.Count + 1;
            ranked.AddRange(first.Select(one => new SchulzeOption(options[one], rank)));
            left = [.. left.Except(first)];
        }
        return ranked;
    }

    private static int[][] Rows(int[,] table) =>
        [.. Enumerable.Range(0, table.GetLength(0)).Select(row => Enumerable.Range(0, table.GetLength(1)).Select(column => table[row, column]).ToArray())];
}
