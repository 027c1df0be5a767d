using System.Text;
using Almanach.Core.Calendar;
using Almanach.Core.ICalendar;
using Almanach.Core.Mail.Letters;

namespace Almanach.Core.Tests.ICalendar;

public sealed class CalendarWriterTests
{
    private static readonly DateTimeOffset _copil = new(2021, 12, 14, 8, 30, 0, TimeSpan.Zero);

    [Fact]
    public void An_invitation_says_when_in_local_time_with_the_rules_of_the_zone_and_names_one_person()
    {
        var text = Writer().Invitation(Event()).For(new Mailbox("Anne Exemple", "anne@example.org"));

        Assert.Equal(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Almanach//Almanach//FR
            CALSCALE:GREGORIAN
            METHOD:REQUEST
            BEGIN:VTIMEZONE
            TZID:Europe/Paris
            BEGIN:DAYLIGHT
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            TZNAME:CEST
            DTSTART:19810329T020000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            END:DAYLIGHT
            BEGIN:STANDARD
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            TZNAME:CET
            DTSTART:19961027T030000
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:2022-copil@example.org
            DTSTAMP:20211123T080000Z
            SEQUENCE:0
            DTSTART;TZID=Europe/Paris:20211214T093000
            DTEND;TZID=Europe/Paris:20211214T113000
            SUMMARY:PFOSS – COPIL
            LOCATION:Lyon\, salle 3\; rez-de-chaussée
            ORGANIZER;CN=PFOSS (coordination):mailto:pfoss@example.org
            ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
             TRUE;CN=Anne Exemple:mailto:anne@example.org
            STATUS:CONFIRMED
            TRANSP:OPAQUE
            END:VEVENT
            END:VCALENDAR

            """.ReplaceLineEndings("\r\n"), text);
    }

    [Fact]
    public void A_meeting_called_off_is_cancelled_under_the_same_name()
    {
        var calendar = Writer().Invitation(Event() with { Cancelled = true, Sequence = 3 });

        Assert.Equal("text/calendar; charset=utf-8; method=CANCEL", calendar.ContentType);
        var text = calendar.For(new Mailbox("Anne", "anne@example.org"));
        Assert.Contains("\r\nUID:2022-copil@example.org\r\n", text);
        Assert.Contains("\r\nSEQUENCE:3\r\n", text);
        Assert.Contains("\r\nSTATUS:CANCELLED\r\n", text);
    }

    [Theory]
    // Half an hour before the clocks go forward, and as they do.
    [InlineData("2022-03-27T00:30Z", "DTSTART;TZID=Europe/Paris:20220327T013000")]
    [InlineData("2022-03-27T01:00Z", "DTSTART;TZID=Europe/Paris:20220327T030000")]
    // The hour that comes twice cannot be told apart in local time.
    [InlineData("2022-10-30T00:30Z", "DTSTART:20221030T003000Z")]
    [InlineData("2022-10-30T01:30Z", "DTSTART:20221030T013000Z")]
    [InlineData("2022-10-30T02:00Z", "DTSTART;TZID=Europe/Paris:20221030T030000")]
    [InlineData("2022-10-29T23:59Z", "DTSTART;TZID=Europe/Paris:20221030T015900")]
    public void Hours_are_right_across_the_changes_of_the_clocks(string starts, string expected)
    {
        var start = DateTimeOffset.Parse(starts, System.Globalization.CultureInfo.InvariantCulture);

        var text = Writer().Invitation(Event() with { When = new CalendarTime.Span(start, start.AddHours(1)) }).Text;

        Assert.Contains($"\r\n{expected}\r\n", text);
    }

    [Fact]
    public void Elsewhere_hours_are_written_in_UTC()
    {
        var writer = new CalendarWriter(new CalendarZone("Indian/Reunion", new PlatformZone("Indian/Reunion")));

        var text = writer.Invitation(Event()).Text;

        Assert.DoesNotContain("VTIMEZONE", text);
        Assert.Contains("\r\nDTSTART:20211214T083000Z\r\n", text);
    }

    [Fact]
    public void Days_have_no_hours_and_end_the_day_after()
    {
        var text = Writer().Feed("PFOSS", [Event() with { When = new CalendarTime.Days(new DateOnly(2022, 3, 26), new DateOnly(2022, 3, 27)) }]);

        Assert.Contains("\r\nDTSTART;VALUE=DATE:20220326\r\nDTEND;VALUE=DATE:20220328\r\n", text);
        Assert.DoesNotContain("METHOD", text);
        Assert.DoesNotContain("ORGANIZER", text);
    }

    [Fact]
    public void No_line_is_longer_than_75_octets_and_no_character_is_cut()
    {
        for (var length = 1; length < 120; length++)
        {
            var words = string.Concat(Enumerable.Repeat("é🙂œa", length))[..(length * 5)];

            var text = Writer().Feed("PFOSS", [Event() with { Summary = words }]);

            var bytes = Encoding.UTF8.GetBytes(text);
            Assert.All(Encoding.Latin1.GetString(bytes).Split("\r\n"), line => Assert.InRange(line.Length, 0, 75));
            Assert.Contains($"SUMMARY:{words}\r\n", text.Replace("\r\n ", ""));
            Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(bytes));
        }
    }

    [Theory]
    [InlineData("Anne", "CN=Anne:")]
    [InlineData("Martin, Anne", "CN=\"Martin, Anne\":")]
    [InlineData("Anne \"Nan\" : Martin", "CN=\"Anne ’Nan’ : Martin\":")]
    [InlineData("Anne\r\nATTENDEE:mailto:x@example.org", "CN=\"Anne ATTENDEE:mailto:x@example.org\":")]
    public void A_name_cannot_leave_its_place(string name, string expected)
    {
        var line = CalendarWriter.Attendee(new Mailbox(name, "anne@example.org")).Replace("\r\n ", "");

        Assert.Contains(expected, line);
        Assert.Equal(1, line.Split("\r\n").Count(part => part.Length > 0));
    }

    private static CalendarWriter Writer() => new(new CalendarZone("Europe/Paris", new PlatformZone("Europe/Paris")));

    private static CalendarEvent Event() => new(
        "2022-copil@example.org", 0, new DateTimeOffset(2021, 11, 23, 8, 0, 0, TimeSpan.Zero), new CalendarTime.Span(_copil, _copil.AddHours(2)),
        "PFOSS – COPIL", "Lyon, salle 3; rez-de-chaussée", "", "", new Mailbox("PFOSS (coordination)", "pfoss@example.org"), false);
}
