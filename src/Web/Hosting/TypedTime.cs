using System.Globalization;

namespace Almanach.Web.Hosting;

/// <summary>Days and hours as browsers post them, and as people type them where the browser has no field for them.</summary>
public static class TypedTime
{
    private static readonly string[] DayForms = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"];
    private static readonly string[] HourForms = ["HH:mm", "H:mm", "HH:mm:ss", "H'h'mm", "H'h'"];

    /// <summary>Null for what is no day from 2000 to 2199.</summary>
    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1999 and < 2200 ? day : null;

    /// <summary>Null for what is no hour.</summary>
    public static TimeOnly? Hour(string text) =>
        TimeOnly.TryParseExact(text.Replace(" ", "", StringComparison.Ordinal), HourForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
