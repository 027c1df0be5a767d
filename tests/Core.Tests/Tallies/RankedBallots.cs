using Almanach.Core.Consultations.Tallies;

namespace Almanach.Core.Tests.Tallies;

/// <summary>Rankings as papers print them.</summary>
static class RankedBallots
{
    /// <param name="ballots">« 8 ACDB, 3 A=CB »: so many ballots, best first, « = » between equals; letters left out are left blank.</param>
    public static BallotList Of(string options, string ballots) =>
        new([.. options.Select(option => option.ToString())], [.. ballots.Split(',', StringSplitOptions.TrimEntries).Select(ballot => Ballot(options, ballot))]);

    /// <summary>« B=D&gt;A=C ».</summary>
    public static string Order(SchulzeResult result) =>
        string.Join('>', result.Options.GroupBy(option => option.Rank).Select(rank => string.Join('=', rank.Select(option => option.Option).Order())));

    /// <summary>« B14 C14 D12 | A13 C13 D12 | … », an option after the other.</summary>
    public static string Paths(string options, SchulzeResult result) =>
        string.Join(" | ", result.Paths.Select((row, from) => string.Join(' ', options.Select((to, column) => from == column ? "" : $"{to}{row[column]}").Where(cell => cell.Length > 0))));

    private static Ballot Ballot(string options, string ballot)
    {
        var (count, ranking) = ballot.Split(' ') switch { [var times, var letters] => (int.Parse(times), letters), [var letters] => (1, letters), _ => throw new FormatException(ballot) };
        var marks = new int?[options.Length];
        var (rank, equal) = (0, false);
        foreach (var letter in ranking)
        {
            if (letter != '=')
                marks[options.IndexOf(letter, StringComparison.Ordinal)] = equal ? rank : ++rank;
            equal = letter == '=';
        }
        return new Ballot(marks, count);
    }
}
