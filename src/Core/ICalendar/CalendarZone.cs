using System.Globalization;
using Almanach.Core.Calendar;

namespace Almanach.Core.ICalendar;

/// <summary>
/// How instants are written. In the zone of Paris, local times with its rules, so that a calendar shows the hour people agreed on
/// whatever it knows of zones; elsewhere, and in the hour that comes twice in autumn, UTC, which is never mistaken.
/// </summary>
public sealed class CalendarZone(string iana, PlatformZone zone)
{
    private const string Paris = "Europe/Paris";

    /// <summary>The rules since 1996 (directive 2000/84/CE): no difference with the zone database up to 2036.</summary>
    private static readonly string[] Rules =
    [
        "BEGIN:VTIMEZONE", $"TZID:{Paris}",
        "BEGIN:DAYLIGHT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "DTSTART:19810329T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
        "BEGIN:STANDARD", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
        "END:VTIMEZONE",
    ];

    /// <summary>The rules of the zone, where times refer to them.</summary>
    internal void Write(ContentLines lines, IEnumerable<CalendarEvent> events)
    {
        if (events.Any(one => one.When is CalendarTime.Span span && (Refers(span.Starts) || Refers(span.Ends))))
            foreach (var rule in Rules)
                lines.Raw(rule);
    }

    /// <summary>« DTSTART;TZID=Europe/Paris:20211214T093000 ».</summary>
    internal string Property(string name, DateTimeOffset instant) => Refers(instant)
        ? $"{name};TZID={Paris}:{Text(zone.LocalOf(instant))}"
        : $"{name}:{Utc(instant)}";

    internal static string Utc(DateTimeOffset instant) => Text(instant.UtcDateTime) + "Z";

    private bool Refers(DateTimeOffset instant)
    {
        if (iana != Paris)
            return false;
        var local = zone.LocalOf(instant);
        return zone.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)) == instant.ToUniversalTime() && zone.LocalOf(instant.AddHours(1)) != local;
    }

    private static string Text(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
