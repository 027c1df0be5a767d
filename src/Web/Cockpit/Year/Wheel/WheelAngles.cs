namespace Almanach.Web.Cockpit.Year.Wheel;

/// <summary>
/// Days as angles and angles as points. January begins at the top, time goes clockwise, and each month has a twelfth of the circle,
/// so that a month has the same place in every year.
/// </summary>
public static class WheelAngles
{
    public const double Whole = 2 * Math.PI;

    /// <summary>Where a day begins; where it ends with <paramref name="part"/> 1. In radians from the top, 0 to 2π.</summary>
    public static double Of(DateOnly day, double part = 0) =>
        Whole * (day.Month - 1 + (day.Day - 1 + part) / DateTime.DaysInMonth(day.Year, day.Month)) / 12;

    public static (double X, double Y) Point(double radius, double angle) =>
        (WheelLayout.Centre + radius * Math.Sin(angle), WheelLayout.Centre - radius * Math.Cos(angle));

    /// <summary>Whether two stretches of the circle share something; they may go beyond its start or its end.</summary>
    public static bool Overlap((double From, double To) one, (double From, double To) other) =>
        Enumerable.Range(-1, 3).Any(turn => one.From < other.To + turn * Whole && other.From + turn * Whole < one.To);
}
