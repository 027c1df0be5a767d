using System.Globalization;

namespace Almanach.Web.Hosting;

/// <summary>Days and hours as browsers post them, and as people type them where the browser has no field for them.</summary>
public static class TypedTime
{
    private static readonly string[] DayForms = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"];
    private static readonly string[] HourForms = ["HH:mm", "H:mm", "HH:mm:ss", "H'h'mm", "H'h'"];

    /// <summary>Null for what is no day from 2000 to 2199.</summary>
    public static DateOnly? Day(string text) => Any(text) is { Year: > 1999 and < 2200 } day ? day : null;

    /// <summary>What is wrong with a text that is no day we take: one that reads is told as what it is.</summary>
    /// <param name="write">« Écrivez par exemple 14/06/2022. »</param>
    public static string Unread(string text, string write) => Any(text) switch
    {
        null => $"Ce jour ne se lit pas. {write}",
        { Year: < 2000 } => "Ce jour est passé depuis longtemps. Vérifiez l’année.",
        _ => "Ce jour est trop lointain. Vérifiez l’année.",
    };

    private static DateOnly? Any(string text) => DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Null for what is no hour.</summary>
    public static TimeOnly? Hour(string text) =>
        TimeOnly.TryParseExact(text.Replace(" ", "", StringComparison.Ordinal), HourForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
