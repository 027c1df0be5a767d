
namespace Almanach.Core.Consultations.Tallies;

/// <summary>Sorts best first and numbers 1, 1, 3: those that compare equal share a rank and keep the order given.</summary>
static class Ranks
{
    public static IReadOnlyList<TRanked> Of<T, TRanked>(IEnumerable<T> items, IComparer<T> comparer, Func<T, int, TRanked> ranked)
    {
        var sorted = items.OrderByDescending(item => item, comparer).ToList();
        var results = new List<TRanked>(sorted.Count);
        var rank = 1;
        for (var i = 0; i < sorted.Count; i++)
        {
            if (i > 0 && comparer.Compare(sorted[i - 1], sorted[i]) != 0)
                rank = i + 1;

            results.Add(ranked(sorted[i], rank));
        }

        return results;
    }
}
