namespace Almanach.Core.Cycle.Preparation;

/// <summary>Dates the coordinator chose for a year before it opens; those of all other steps are the calendar's.</summary>
/// <param name="Dates">The steps whose dates differ from the calendar's, and only those.</param>
public sealed record PreparedYear(int Year, IReadOnlyList<NewDate> Dates)
{
    /// <summary>In the year's own partition; gone once the year is open.</summary>
    public const string Key = "prepared";
}
