using System.Globalization;
using Almanach.Core.Calendar;

namespace Almanach.Web.Cockpit;

/// <summary>Days as date fields send and show them, and the instants they stand for.</summary>
internal static class Days
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>Null for anything but a day of this century.</summary>
    public static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2100 ? day : null;

    public static string Field(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>That day at the hour of an instant.</summary>
    public static DateTimeOffset StartLike(PlatformZone zone, DateTimeOffset like, DateOnly day) => zone.At(day, TimeOnly.FromDateTime(zone.LocalOf(like)));

    /// <summary>The end that has this last day: at the hour of the former end, or in the evening when that was midnight.</summary>
    public static DateTimeOffset EndLike(PlatformZone zone, DateTimeOffset? like, DateOnly day) =>
        like is { } former && TimeOnly.FromDateTime(zone.LocalOf(former)) is var hour && hour != TimeOnly.MinValue ? zone.At(day, hour) : zone.EndOf(day);
}
