using System.Globalization;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Mime;

namespace Almanach.Core.ICalendar;

/// <summary>Writes iCalendar objects: an invitation to one person, or a feed to subscribe to (RFC 5545, 5546, 7986).</summary>
public sealed class CalendarWriter(CalendarZone zone)
{
    private const string Product = "PRODID:-//Almanach//Almanach//FR";

    /// <summary>
    /// What a mail carries so that mail programs offer to answer and to note it: REQUEST, for an invitation as for a change;
    /// CANCEL when it will not be (RFC 5546, 3.2.2 and 3.2.5).
    /// </summary>
    public LetterCalendar Invitation(CalendarEvent one)
    {
        var method = one.Cancelled ? "CANCEL" : "REQUEST";
        var lines = Head().Raw($"METHOD:{method}");
        zone.Write(lines, [one]);
        Write(lines, one, invitation: true);
        return new LetterCalendar(method, lines.Raw("END:VCALENDAR").ToString());
    }

    /// <summary>The line of the person invited, whose calendar answers for her.</summary>
    public static string Attendee(Mailbox attendee) => new ContentLines()
        .Raw($"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE{Name(attendee)}:mailto:{Address(attendee)}").ToString();

    /// <summary>A calendar to subscribe to.</summary>
    /// <param name="name">As calendars name it.</param>
    public string Feed(string name, IReadOnlyList<CalendarEvent> events)
    {
        var lines = Head()
            .Text("NAME", name).Text("X-WR-CALNAME", name)
            .Raw("REFRESH-INTERVAL;VALUE=DURATION:PT6H").Raw("X-PUBLISHED-TTL:PT6H");
        zone.Write(lines, events);
        foreach (var one in events)
            Write(lines, one, invitation: false);
        return lines.Raw("END:VCALENDAR").ToString();
    }

    private static ContentLines Head() => new ContentLines().Raw("BEGIN:VCALENDAR").Raw("VERSION:2.0").Raw(Product).Raw("CALSCALE:GREGORIAN");

    private void Write(ContentLines lines, CalendarEvent one, bool invitation)
    {
        lines.Raw("BEGIN:VEVENT").Text("UID", one.Uid).Raw($"DTSTAMP:{CalendarZone.Utc(one.Stamp)}")
            .Raw($"SEQUENCE:{one.Sequence.ToString(CultureInfo.InvariantCulture)}");
        When(lines, one.When);
        lines.Text("SUMMARY", one.Summary).Text("LOCATION", one.Place).Text("DESCRIPTION", one.Description);
        if (Uri.TryCreate(one.Link, UriKind.Absolute, out var link))
            lines.Raw($"URL:{link.AbsoluteUri}");
        if (invitation)
            lines.Raw($"ORGANIZER{Name(one.Organizer)}:mailto:{Address(one.Organizer)}").Open(LetterCalendar.Open);
        lines.Raw($"STATUS:{(one.Cancelled ? "CANCELLED" : "CONFIRMED")}")
            .Raw($"TRANSP:{(one.When is CalendarTime.Days || one.Cancelled ? "TRANSPARENT" : "OPAQUE")}")
            .Raw("END:VEVENT");
    }

    private void When(ContentLines lines, CalendarTime when)
    {
        switch (when)
        {
            case CalendarTime.Span span:
                lines.Raw(zone.Property("DTSTART", span.Starts)).Raw(zone.Property("DTEND", span.Ends));
                break;
            case CalendarTime.Days days:
                lines.Raw($"DTSTART;VALUE=DATE:{Day(days.First)}").Raw($"DTEND;VALUE=DATE:{Day(days.Last.AddDays(1))}");
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Name(Mailbox mailbox) => mailbox.Name.Length == 0 ? "" : $";CN={ContentLines.Parameter(mailbox.Name)}";

    private static string Address(Mailbox mailbox) => MailAddresses.Ascii(mailbox.Address) ?? ContentLines.Escape(mailbox.Address);
}
