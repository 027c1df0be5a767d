using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations.Votes;

/// <summary>What a vote makes of an option.</summary>
public enum Standing
{
    /// <summary>Retained by the method alone.</summary>
    Retained,

    /// <summary>Retained because it stands before an equal one on the ballot.</summary>
    RetainedByOrder,

    /// <summary>Equal with others for fewer places than they are: the committee, or its chair, chooses.</summary>
    Tied,

    NotRetained,
}

/// <summary>Which options are retained: the best ones, as many as there are places; equal ones together or not at all, unless a rule parts them.</summary>
public static class Winners
{
    /// <param name="order">Best first; equal ones share a rank and stand in the order of the ballot.</param>
    /// <param name="eligible">Whether an option may be retained at all.</param>
    public static IReadOnlyDictionary<string, Standing> Of(
        IReadOnlyList<(string Option, int Rank)> order, int places, TieRule ties, Func<string, bool> eligible)
    {
        var standings = order.ToDictionary(option => option.Option, _ => Standing.NotRetained);
        var left = places;
        foreach (var equal in order.Where(option => eligible(option.Option)).GroupBy(option => option.Rank))
        {
            var options = equal.Select(option => option.Option).ToList();
            if (left == 0)
                break;
            var standing = options.Count <= left ? Standing.Retained : ties == TieRule.BallotOrder ? Standing.RetainedByOrder : Standing.Tied;
            foreach (var option in standing == Standing.Tied ? options : options.Take(left))
                standings[option] = standing;
            left = standing == Standing.Tied ? 0 : left - Math.Min(left, options.Count);
        }
        return standings;
    }
}
