namespace Almanach.Core.Calendar;

/// <summary>
/// The platform's time zone, and the only place where instants and local days are turned into one another.
/// Throws <see cref="TimeZoneNotFoundException"/> for a name the machine doesn't know.
/// </summary>
/// <param name="iana"><c>Europe/Paris</c>.</param>
public sealed class PlatformZone(string iana)
{
    readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(iana);

    /// <summary>
    /// The instant, UTC, at which the clocks of the platform show this time. An hour that doesn't exist becomes the first
    /// instant after the gap (27 March 2022 at 02:30 is 01:00 UTC, when clocks show 03:00); of an hour that comes twice, the earlier.
    /// </summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        if (_zone.IsInvalidTime(local))
            local = AfterTheGap(local);

        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The day people of the platform live at this instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(LocalOf(instant));

    /// <summary>What the clocks of the platform show at this instant; <see cref="DateTimeKind.Unspecified"/>.</summary>
    public DateTime LocalOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone).DateTime;

    /// <summary>Midnight that follows: what closes « le 14 octobre au soir » is open until then, and closed at that instant.</summary>
    public DateTimeOffset EndOf(DateOnly day) => At(day.AddDays(1), TimeOnly.MinValue);

    /// <summary>That day at the hour of an instant.</summary>
    public DateTimeOffset StartLike(DateTimeOffset like, DateOnly day) => At(day, TimeOnly.FromDateTime(LocalOf(like)));

    /// <summary>The end that has this last day: at the hour of the former end, or in the evening when that was midnight.</summary>
    public DateTimeOffset EndLike(DateTimeOffset? like, DateOnly day) =>
        like is { } former && TimeOnly.FromDateTime(LocalOf(former)) is var hour && hour != TimeOnly.MinValue ? At(day, hour) : EndOf(day);

    DateTime AfterTheGap(DateTime local)
    {
        var minute = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
        while (_zone.IsInvalidTime(minute))
            minute = minute.AddMinutes(1);

        return minute;
    }
}
