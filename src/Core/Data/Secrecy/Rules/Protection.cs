namespace Almanach.Core.Data.Secrecy;

/// <summary>
/// How far the ends of what an attacker can compute must stay from a hidden figure that we know
/// (handbook on statistical disclosure control, 4.2.2: upper, lower and sliding protection levels).
/// </summary>
/// <param name="LowerAtMost">The lower end must be at or under this; null: anything.</param>
/// <param name="UpperAtLeast">The upper end must be at or over this; null: anything.</param>
/// <param name="Width">Both ends must be this far apart, wherever the figure is between them.</param>
public sealed record Protection(decimal? LowerAtMost = null, decimal? UpperAtLeast = null, decimal Width = 0)
{
    /// <param name="low">Lower end that a table compatible with everything published attains; null: as low as one likes.</param>
    public bool IsGivenBy(decimal? low, decimal? high) =>
        (LowerAtMost is not { } most || low is not { } lower || lower <= most)
        && (UpperAtLeast is not { } least || high is not { } upper || upper >= least)
        && (low is not { } from || high is not { } to || to - from >= Width);
}
