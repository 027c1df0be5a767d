using Almanach.Core.French;
using Almanach.Core.ICalendar;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Platforms;

namespace Almanach.Core.Meetings.Calendars;

/// <summary>A meeting as calendars show it.</summary>
public static class MeetingEvents
{
    /// <summary>For those convened: with its link and its agenda.</summary>
    /// <param name="message">Key of the message that carries it: its place among those that told people numbers the change.</param>
    /// <param name="stamp">When the message is dated.</param>
    public static CalendarEvent ForMembers(Meeting meeting, Brand brand, string message, DateTimeOffset stamp) => new(
        Uid(meeting.Id, brand), Math.Max(0, (meeting.Told ?? []).ToList().IndexOf(message)), stamp, Time(meeting), Title(meeting, brand), Place(meeting),
        Description(meeting), meeting.Link, Organizer(brand), meeting.State == MeetingState.Cancelled);

    /// <summary>For a member who subscribes to the calendar.</summary>
    public static CalendarEvent InFeed(Meeting meeting, Brand brand, DateTimeOffset stamp) =>
        ForMembers(meeting, brand, "", stamp) with { Sequence = Sequence(meeting) };

    /// <summary>For everybody: neither link nor agenda.</summary>
    public static CalendarEvent ForAll(Meeting meeting, Brand brand, DateTimeOffset stamp) => new(
        Uid(meeting.Id, brand), Sequence(meeting), stamp, Time(meeting), Title(meeting, brand), Place(meeting), "", "", Organizer(brand), meeting.State == MeetingState.Cancelled);

    /// <summary>The last change people were told of.</summary>
    public static int Sequence(Meeting meeting) => Math.Max(0, (meeting.Told?.Count ?? 0) - 1);

    /// <summary>« 2022-copil@example.org »: the platform's domain makes it unique.</summary>
    public static string Uid(string meeting, Brand brand) => $"{meeting}@{brand.Mailbox.Split('@')[^1].ToLowerInvariant()}";

    private static CalendarTime Time(Meeting meeting) => new CalendarTime.Span(meeting.Starts, meeting.Ends);

    private static string Title(Meeting meeting, Brand brand) => Typography.Text($"{brand.Short} – {meeting.Title}", Flavour.Mail);

    private static string Place(Meeting meeting) => meeting.Remote ? "En visioconférence" : meeting.Place;

    private static string Description(Meeting meeting)
    {
        var agenda = meeting.Agenda.Count == 0 ? "" : "Ordre du jour :\n" + string.Join('\n', meeting.Agenda.Select(point => $"– {point}"));
        var link = meeting.Link.Length == 0 ? "" : $"Visioconférence : {meeting.Link}";
        return Typography.Text(string.Join("\n\n", new[] { link, agenda }.Where(part => part.Length > 0)), Flavour.Mail);
    }

    private static Mailbox Organizer(Brand brand) => new($"{brand.Short} (coordination)", brand.Mailbox);
}
