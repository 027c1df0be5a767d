namespace Almanach.Core.Consultations.Tallies;

/// <param name="Blank">Ballots that choose nothing; they took part and are no voice.</param>
/// <param name="Cast">Ballots that choose an option.</param>
public sealed record ChoiceResult(IReadOnlyList<CountedOption> Options, int Blank, int Cast)
{
    /// <summary>More than half of the voices cast, blank ballots aside; null when none has it.</summary>
    public CountedOption? Majority => Options.FirstOrDefault(option => 2L * option.Voices > Cast);
}

/// <summary>One option on a ballot, or none.</summary>
public static class SingleChoice
{
    /// <summary>Most voices first, equal ones in the order given.</summary>
    /// <param name="ballots">The option chosen, or null for a blank ballot.</param>
    public static ChoiceResult Tally(IReadOnlyList<string> options, IReadOnlyCollection<string?> ballots)
    {
        var cast = ballots.OfType<string>().ToList();
        Ballots.MustName(options, cast);
        return new ChoiceResult(
            Approval.Rank(options.Select(option => (option, cast.Count(choice => choice == option)))),
            ballots.Count - cast.Count,
            cast.Count);
    }

    /// <summary>The same from a list of ballots that mark one option with 1, or none.</summary>
    public static ChoiceResult Tally(BallotList list)
    {
        var options = Approval.Tally(list);
        var cast = options.Sum(option => option.Voices);
        return new ChoiceResult(options, list.Total - cast, cast);
    }
}
