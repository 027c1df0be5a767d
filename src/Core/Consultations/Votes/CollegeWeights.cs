using Almanach.Core.Consultations.Tallies;

namespace Almanach.Core.Consultations.Votes;

/// <summary>How often each ballot of a college counts, so that every college that cast a voice weighs the same.</summary>
public static class CollegeWeights
{
    /// <summary>
    /// The smallest whole weights: the least common multiple of the numbers of ballots, divided by that of the college. Where
    /// these would pass what can be counted (hundreds of voters in many colleges), weights as near as whole numbers allow.
    /// </summary>
    /// <param name="ballots">Ballots cast in each college, blank ones aside; a college without any has no weight.</param>
    public static IReadOnlyDictionary<string, int> Of(IReadOnlyDictionary<string, int> ballots)
    {
        var voting = ballots.Where(college => college.Value > 0).ToList();
        var most = BallotList.Most / Math.Max(1, voting.Count);
        long share = 1;
        foreach (var (_, count) in voting)
            share = Math.Min(share / Divisor(share, count) * count, most + 1L);
        return voting.ToDictionary(college => college.Key, college => (int)((share > most ? most : share) / college.Value));
    }

    private static long Divisor(long one, long other) => other == 0 ? one : Divisor(other, one % other);
}
