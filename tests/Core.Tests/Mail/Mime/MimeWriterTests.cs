using System.Text;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Mime;
using Almanach.Core.Mail.Texts;
using static Almanach.Core.Tests.Mail.Letters;

namespace Almanach.Core.Tests.Mail.Mime;

public class MimeWriterTests
{
    [Fact]
    public void The_headers_say_who_writes_to_whom_and_when_and_that_a_program_does()
    {
        var mail = Sent(Plain, To());

        Assert.Equal("Mon, 12 Sep 2022 06:00:00 +0000", mail["Date"]);
        Assert.Equal("=?utf-8?Q?PFOSS_Auvergne-Rh=C3=B4ne-Alpes?= <coordination@pfoss.example.org>", mail["From"]);
        Assert.Equal("=?utf-8?Q?=C3=89lodie_Martin?= <elodie.martin@drome.example>", mail["To"]);
        Assert.Equal("r+abc@pfoss.example.org", mail["Reply-To"]);
        Assert.Equal("<2023.collecte.invitation.c42@pfoss.example.org>", mail["Message-ID"]);
        Assert.Equal("Themes", mail["Subject"]);
        Assert.Equal("auto-generated", mail["Auto-Submitted"]);
        Assert.Equal("OOF, AutoReply", mail["X-Auto-Response-Suppress"]);
        Assert.Equal("1.0", mail["MIME-Version"]);
        Assert.StartsWith("multipart/alternative", mail["Content-Type"]);
    }

    [Fact]
    public void The_same_letter_has_the_same_bytes_however_often_it_is_prepared()
    {
        var letter = With($"<p>{Slots.Mark("nom")}</p>", $"Bonjour {Slots.Mark("nom")}");
        var prepared = new PreparedLetter(letter);

        var first = prepared.For(To(("nom", "Élodie")));
        prepared.For(To(("nom", "Somebody else")));

        Assert.Equal(first, prepared.For(To(("nom", "Élodie"))));
        Assert.Equal(first, MimeWriter.Write(letter, To(("nom", "Élodie"))));
    }

    [Fact]
    public void Text_comes_first_and_HTML_second()
    {
        var mail = Sent(With("<p>Été</p>", "Été"), To());

        Assert.Equal(["text/plain; charset=utf-8", "text/html; charset=utf-8"], mail.Parts.Select(part => part["Content-Type"]));
        Assert.Equal("Été", mail.Parts[0].Text.TrimEnd());
        Assert.Equal("<p>Été</p>", mail.Parts[1].Text.TrimEnd());
    }

    [Fact]
    public void Files_stand_around_and_an_invitation_stands_among_the_alternatives()
    {
        var letter = Plain with
        {
            Calendar = new("REQUEST", $"BEGIN:VCALENDAR\r\n{LetterCalendar.Open}END:VCALENDAR\r\n"),
            Attachments =
            [
                new("Ordre du jour – été.pdf", "application/pdf", [.. Enumerable.Range(0, 256).Select(i => (byte)i)]),
            ],
        };

        var mail = Sent(letter, To());

        Assert.StartsWith("multipart/mixed", mail["Content-Type"]);
        var (alternative, file) = (mail.Parts[0], mail.Parts[1]);
        Assert.Equal("text/calendar; charset=utf-8; method=REQUEST", alternative.Parts[2]["Content-Type"]);
        Assert.Empty(alternative.Parts[2].Headers["Content-Disposition"]);
        Assert.Matches("^BEGIN:VCALENDAR\r\nATTENDEE;[^\r]*\r\n( [^\r]*\r\n)*END:VCALENDAR\r\n$", alternative.Parts[2].Text);
        Assert.Equal("application/pdf", file["Content-Type"]);
        Assert.Contains("filename*=utf-8''Ordre%20du%20jour%20%E2%80%93%20%C3%A9t%C3%A9.pdf", file["Content-Disposition"]);
        Assert.Equal(letter.Attachments[0].Content, file.Body);
    }

    [Theory]
    // Kept as it is.
    [InlineData("a.b", "c1", "<a.b.c1@pfoss.example.org>")]
    // A dot in the id could be taken for the one that separates.
    [InlineData("a", "b.c1", "<a.87aa33482f9deb205e1c567d63c2ef36@pfoss.example.org>")]
    // A slash has no place there.
    [InlineData("a/b", "c1", "<c14cddc033f64b9dea80ea675cf280a0.c1@pfoss.example.org>")]
    public void The_message_id_follows_from_key_and_addressee(string key, string id, string expected)
    {
        var mail = Sent(Plain with { Key = key }, To() with { Id = id });

        Assert.Equal(expected, mail["Message-ID"]);
    }

    [Fact]
    public void An_international_domain_travels_in_punycode()
    {
        var mail = Sent(Plain, To() with { Mailbox = new("", "accueil@ccas-Évian.example") });

        Assert.Equal("accueil@xn--ccas-vian-f4a.example", mail["To"]);
    }

    [Theory]
    [InlineData("élodie@example.org")] // accented local part
    [InlineData("a@b@example.org")]
    [InlineData("a b@example.org")]
    [InlineData("a@example.org\r\nBcc: x@example.org")]
    [InlineData("a@")]
    [InlineData("@example.org")]
    [InlineData(".a@example.org")]
    public void An_address_that_cannot_be_written_is_refused(string address)
    {
        Assert.Null(MailAddresses.Ascii(address));
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Plain, To() with { Mailbox = new("", address) }));
    }

    [Fact]
    public void The_letters_own_headers_are_filled_and_may_replace_the_default_ones()
    {
        var letter = Plain with
        {
            Headers = [new("List-Unsubscribe", $"<{Slots.Mark("lien")}>"), new("Auto-Submitted", "auto-replied")],
        };

        var mail = Sent(letter, To(("lien", "https://pfoss.example.org/d/jeton")));

        Assert.Equal("<https://pfoss.example.org/d/jeton>", mail["List-Unsubscribe"]);
        Assert.Equal("auto-replied", mail["Auto-Submitted"]);
    }

    [Theory]
    [InlineData("X-A", "b\r\nBcc: x@example.org")]
    [InlineData("X-A", "b\nBcc: x@example.org")]
    [InlineData("X-A\r\nBcc", "x@example.org")]
    [InlineData("X-A: b", "c")]
    [InlineData("Bcc", "x@example.org")]
    [InlineData("Content-Type", "text/plain")]
    public void A_header_that_would_forge_another_is_refused(string name, string value)
    {
        var fixedOne = Plain with { Headers = [new(name, value)] };
        var filledOne = Plain with { Headers = [new(name, Slots.Mark("valeur"))] };

        Assert.Throws<ArgumentException>(() => MimeWriter.Write(fixedOne, To()));
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(filledOne, To(("valeur", value))));
    }

    [Fact]
    public void A_line_break_in_a_subject_or_a_name_becomes_a_space()
    {
        var letter = Plain with { Subject = $"Pour {Slots.Mark("organisme")}" };
        var addressee = To(("organisme", "Drôme\nBcc: x@example.org")) with { Mailbox = new("A\r\nB", "a@example.org") };

        var mail = Sent(letter, addressee);

        Assert.Equal("Pour Drôme Bcc: x@example.org", ReadMail.Words(mail["Subject"]));
        Assert.Equal("A  B", ReadMail.Name(mail["To"]));
        Assert.Empty(mail.Headers["Bcc"]);
    }

    [Fact]
    public void A_slot_left_open_is_named()
    {
        var letter = With(text: $"Bonjour {Slots.Mark("organisme")}");

        var missing = Assert.Throws<MissingSlotException>(() => MimeWriter.Write(letter, To(("nom", "x"))));

        Assert.Equal("organisme", missing.Slot);
        Assert.Contains("[organisme]", missing.Message);
    }

    [Fact]
    public void Accents_stay_readable_to_who_opens_the_source()
    {
        var bytes = MimeWriter.Write(With(text: "Le comité de pilotage choisira en décembre les thèmes de nos rencontres."), To());

        Assert.Contains(
            "\r\nLe comit=C3=A9 de pilotage choisira en d=C3=A9cembre les th=C3=A8mes de =\r\nnos rencontres.\r\n",
            Encoding.ASCII.GetString(bytes));
    }
}
