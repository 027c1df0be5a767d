namespace Almanach.Core.Consultations.Tallies;

public enum Availability
{
    No,
    IfNeedBe,
    Yes,
}

/// <param name="No">Those who said no; who left the date out is in none of the three.</param>
/// <param name="Rank">1 for the dates that suit best; equal ones share a rank.</param>
public sealed record PolledDate(string Option, int Yes, int IfNeedBe, int No, int Rank)
{
    /// <summary>How many could come, gladly or not.</summary>
    public int CanCome => Yes + IfNeedBe;
}

/// <summary>Yes, if need be, or no for each date. A meeting wants people: first how many can come, then how many gladly.</summary>
public static class DatePoll
{
    /// <summary>Best first, equal ones in the order given.</summary>
    public static IReadOnlyList<PolledDate> Tally(
        IReadOnlyList<string> options, IReadOnlyCollection<IReadOnlyDictionary<string, Availability>> answers)
    {
        Ballots.MustName(options, answers.SelectMany(answer => answer.Keys));
        return Ranks.Of(
            options.Select(option => new PolledDate(option, Said(option, Availability.Yes), Said(option, Availability.IfNeedBe), Said(option, Availability.No), 0)),
            Comparer<PolledDate>.Create((one, other) => (one.CanCome, one.Yes).CompareTo((other.CanCome, other.Yes))),
            (date, rank) => date with { Rank = rank });

        int Said(string option, Availability word) =>
            answers.Count(answer => answer.TryGetValue(option, out var said) && said == word);
    }

    /// <summary>The dates of rank 1, when somebody can come at all.</summary>
    public static IReadOnlyList<PolledDate> Best(IReadOnlyList<PolledDate> dates) =>
        [.. dates.Where(date => date is { Rank: 1, CanCome: > 0 })];
}
