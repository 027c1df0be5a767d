using Almanach.Core.ICalendar;

namespace Almanach.Core.Tests.ICalendar;

public sealed class CalendarReplyTests
{
    [Theory]
    [InlineData("ACCEPTED", Participation.Accepted)]
    [InlineData("declined", Participation.Declined)]
    [InlineData("TENTATIVE", Participation.Tentative)]
    public void An_answer_is_read(string status, Participation expected)
    {
        var reply = Assert.Single(CalendarReply.Read(Reply($"ATTENDEE;CN=\"Martin: Anne\";PARTSTAT={status}:MAILTO:Anne@Example.org")));

        Assert.Equal(new CalendarReply("2022-copil@example.org", "anne@example.org", expected, 2, new DateTimeOffset(2021, 12, 1, 9, 15, 0, TimeSpan.Zero), "En retard, désolée ; à 10 h"), reply);
    }

    [Fact]
    public void Folded_lines_tabs_bare_line_ends_and_alarms_are_understood()
    {
        var text = "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:2022-co\n\tpil@example.org\nBEGIN:VALARM\nUID:other\nEND:VALARM\nATTENDEE;PARTSTAT=ACCEP\n TED:mailto:anne@example.org\nEND:VEVENT\nEND:VCALENDAR";

        var reply = Assert.Single(CalendarReply.Read(text));

        Assert.Equal(("2022-copil@example.org", Participation.Accepted, 0, null), (reply.Uid, reply.Participation, reply.Sequence, reply.Stamp));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bonjour, je serai là.")]
    [InlineData("BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:a\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR")] // an invitation
    [InlineData("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.org\r\nEND:VEVENT")] // to nothing
    [InlineData("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:a\r\nATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:a@example.org\r\nEND:VEVENT")] // none yet
    [InlineData("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:a\r\nATTENDEE;PARTSTAT=ACCEPTED:tel:+33\r\nEND:VEVENT")] // by nobody
    public void What_is_no_answer_is_none(string text) => Assert.Empty(CalendarReply.Read(text));

    [Fact]
    public void Whatever_is_cut_or_mixed_is_read_without_failing()
    {
        var whole = Reply("ATTENDEE;CN=\"Martin; Anne\";PARTSTAT=ACCEPTED:mailto:anne@example.org");
        var random = new Random(20220412);

        for (var i = 0; i < 3_000; i++)
        {
            var text = whole.ToCharArray();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
                text[random.Next(text.Length)] = ";:,\"\\\r\n \tA=\0"[random.Next(12)];

            var replies = CalendarReply.Read(new string(text)[..random.Next(text.Length)]);

            Assert.InRange(replies.Count, 0, 3);
        }
    }

    [Fact]
    public void The_newest_counts_by_change_and_then_by_instant()
    {
        var first = Assert.Single(CalendarReply.Read(Reply("ATTENDEE;PARTSTAT=ACCEPTED:mailto:anne@example.org")));

        Assert.True((first with { Sequence = 3, Stamp = null }).IsNewerThan(first));
        Assert.True((first with { Stamp = first.Stamp!.Value.AddSeconds(1) }).IsNewerThan(first));
        Assert.False(first.IsNewerThan(first));
        Assert.False((first with { Sequence = 1, Stamp = first.Stamp!.Value.AddDays(9) }).IsNewerThan(first));
    }

    private static string Reply(string attendee) =>
        $"""
        BEGIN:VCALENDAR
        VERSION:2.0
        METHOD:REPLY
        BEGIN:VEVENT
        UID:2022-copil@example.org
        SEQUENCE:2
        DTSTAMP:20211201T091500Z
        ORGANIZER:mailto:pfoss@example.org
        {attendee}
        COMMENT:En retard\, désolée \; à 10 h
        END:VEVENT
        END:VCALENDAR

        """.ReplaceLineEndings("\r\n");
}
