using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Consultations.Votes;

namespace Almanach.Core.Tests.Consultations.Votes;

public sealed class CollegeWeightsTests
{
    [Theory]
    [InlineData("4 1", "1 4")]
    [InlineData("4 6 0", "3 2 -")] // a college that did not vote weighs nothing
    [InlineData("5 5", "1 1")]
    [InlineData("7", "1")]
    [InlineData("", "")]
    public void Each_college_weighs_the_same_with_the_smallest_whole_numbers(string ballots, string expected)
    {
        var weights = CollegeWeights.Of(Counts(ballots));

        Assert.Equal(expected, string.Join(' ', Counts(ballots).Keys.Select(college => weights.TryGetValue(college, out var weight) ? $"{weight}" : "-")));
    }

    [Fact]
    public void Weights_that_could_not_be_counted_are_as_near_as_whole_numbers_allow()
    {
        // Ten different primes: their product has seventeen digits.
        var counts = Counts("53 59 61 67 71 73 79 83 89 97");

        var weights = CollegeWeights.Of(counts);

        var totals = counts.Select(college => (long)college.Value * weights[college.Key]).ToList();
        Assert.InRange(totals.Sum(), 1, BallotList.Most);
        Assert.InRange(totals.Max() - totals.Min(), 0, 100);
        Assert.InRange((double)totals.Min() / totals.Max(), 0.999_999, 1);
    }

    private static Dictionary<string, int> Counts(string ballots) =>
        ballots.Split(' ', StringSplitOptions.RemoveEmptyEntries).Index().ToDictionary(pair => $"c{pair.Index}", pair => int.Parse(pair.Item, System.Globalization.CultureInfo.InvariantCulture));
}
