using System.Globalization;

namespace Almanach.Core.Platforms.Reading;

/// <summary>Contrast of a platform's accent colour with the page (WCAG 2.2, success criterion 1.4.3: 4.5:1 for text).</summary>
public static class Accents
{
    /// <summary>The page's ground by day and by night, as the style sheet has them.</summary>
    public const string DayGround = "#fbfaf6";
    public const string NightGround = "#14181a";

    public const double Least = 4.5;

    /// <summary>Contrast ratio, 1 to 21; null when one of the colours is not <c>#rrggbb</c>.</summary>
    public static double? Contrast(string colour, string ground)
    {
        if (Luminance(colour) is not { } one || Luminance(ground) is not { } other)
            return null;
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
    }

    private static double? Luminance(string colour)
    {
        if (colour.Length != 7 || colour[0] != '#'
            || !int.TryParse(colour.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
            return null;
        return 0.2126 * Linear(rgb >> 16 & 255) + 0.7152 * Linear(rgb >> 8 & 255) + 0.0722 * Linear(rgb & 255);
    }

    private static double Linear(int channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
