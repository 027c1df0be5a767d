using Almanach.Core.Calendar;
using Almanach.Core.Engine;

namespace Almanach.Core.Meetings.Registration;

/// <summary>When people are reminded, and when they are forgotten.</summary>
public static class RegistrationTimes
{
    /// <summary>Names and addresses are erased so many days after the meeting.</summary>
    public const int DaysKept = 30;

    /// <summary>Days before the meeting on which people are reminded of it.</summary>
    public const int ReminderDays = 2;

    private static readonly TimeOnly Morning = new(9, 0);

    private static readonly TimeOnly Night = new(3, 0);

    public static DateTimeOffset Reminds(Meeting meeting, PlatformZone zone) => zone.At(zone.DayOf(meeting.Starts).AddDays(-ReminderDays), Morning);

    public static DateTimeOffset Erases(Meeting meeting, PlatformZone zone) => zone.At(zone.DayOf(meeting.Starts).AddDays(DaysKept + 1), Night);

    /// <summary>Opened or moved when the morning of the reminder is past, a meeting has none: whoever registers then has just read its date.</summary>
    public static RegistrationBook Settled(RegistrationBook book, Meeting meeting, PlatformZone zone, DateTimeOffset now) =>
        Reminds(meeting, zone) <= now ? book with { Reminded = zone.DayOf(meeting.Starts) } : book;

    public static bool RemindsNow(RegistrationBook book, RegistrationScene scene, DateTimeOffset now) =>
        scene.IsAhead(now) && Reminds(scene.Meeting, scene.Zone) <= now && book.Reminded != scene.Zone.DayOf(scene.Meeting.Starts);

    /// <summary>The instants at which the book is looked at again.</summary>
    public static IEnumerable<Effect> Next(RegistrationBook book, Meeting meeting, PlatformZone zone, DateTimeOffset now) => book.Erased ? [] :
        new[] { Reminds(meeting, zone), Erases(meeting, zone) }.Where(due => due > now).Select(due => At(meeting, due));

    public static Effect At(Meeting meeting, DateTimeOffset due) => new Effect.TendRegistration(meeting.Id, $"tend-{meeting.Id}-{Todo.Stamp(due)}", due, meeting.Step);
}
