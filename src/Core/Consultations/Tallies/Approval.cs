namespace Almanach.Core.Consultations.Tallies;

/// <param name="Rank">1 for the most voices; equal voices share a rank: 1, 1, 3.</param>
public sealed record CountedOption(string Option, int Voices, int Rank);

/// <summary>Any number of options on a ballot, one voice each.</summary>
public static class Approval
{
    /// <summary>Most voices first, equal ones in the order given; an option named twice on one ballot counts once.</summary>
    public static IReadOnlyList<CountedOption> Tally(IReadOnlyList<string> options, IReadOnlyCollection<IReadOnlyCollection<string>> ballots)
    {
        Ballots.MustName(options, ballots.SelectMany(ballot => ballot));
        return Rank(options.Select(option => (option, ballots.Count(ballot => ballot.Contains(option)))));
    }

    /// <summary>The same from a list of ballots marked 0 and 1.</summary>
    public static IReadOnlyList<CountedOption> Tally(BallotList list)
    {
        var voices = new int[list.Options.Count];
        foreach (var ballot in list.Ballots)
            for (var option = 0; option < voices.Length; option++)
                voices[option] += ballot.Marks[option] is 1 ? ballot.Count : 0;
        return Rank(list.Options.Zip(voices));
    }

    internal static IReadOnlyList<CountedOption> Rank(IEnumerable<(string Option, int Voices)> counts) =>
        Ranks.Of(
            counts,
            Comparer<(string Option, int Voices)>.Create((one, other) => one.Voices.CompareTo(other.Voices)),
            (count, rank) => new CountedOption(count.Option, count.Voices, rank));
}
