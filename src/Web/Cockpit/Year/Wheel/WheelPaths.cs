using System.Globalization;

namespace Almanach.Web.Cockpit.Year.Wheel;

/// <summary>The paths of the wheel. An arc of the whole circle ends where it begins and would be nothing: it is drawn in thirds at most.</summary>
public static class WheelPaths
{
    public static string Arc(double radius, double from, double to) => $"M{At(radius, from)}{Along(radius, from, to, 1)}";

    /// <summary>A piece of a ring.</summary>
    public static string Sector(double inner, double outer, double from, double to) =>
        $"M{At(outer, from)}{Along(outer, from, to, 1)}L{At(inner, to)}{Along(inner, to, from, 0)}Z";

    /// <summary>Numbers as SVG writes them, whatever the language.</summary>
    public static string N(double number) => Math.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Along(double radius, double from, double to, int clockwise)
    {
        var pieces = Math.Max(1, (int)Math.Ceiling(Math.Abs(to - from) / (WheelAngles.Whole / 3)));
        return string.Concat(Enumerable.Range(1, pieces).Select(piece => $"A{N(radius)} {N(radius)} 0 0 {clockwise} {At(radius, from + (to - from) * piece / pieces)}"));
    }

    private static string At(double radius, double angle)
    {
        var (x, y) = WheelAngles.Point(radius, angle);
        return $"{N(x)} {N(y)}";
    }
}
