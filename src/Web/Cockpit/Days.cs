using System.Globalization;

namespace Almanach.Web.Cockpit;

/// <summary>Days as date fields send and show them.</summary>
internal static class Days
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>Null for anything but a day of this century.</summary>
    public static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2100 ? day : null;

    public static string Field(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);
}
