using System.Text;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Mime;
using Almanach.Core.Mail.Texts;
using FsCheck;
using FsCheck.Fluent;
using static Almanach.Core.Tests.Mail.Letters;

namespace Almanach.Core.Tests.Mail.Mime;

public class MimePropertyTests
{
    private static readonly string[] Hostile =
        ["\r\n", "\n", "\r", "\r\nBcc: x@example.org", "=?utf-8?Q?x?=", "=", "=3D", "\"", "\\", "<b>", "&", "--=_", ".", "From ", " ", "  ", "\t", "\0", "\uD800", "\uE000", "\uE000lien\uE001", "\u00A0", "\u2028"];

    /// <summary>Any text: plain words, accents, any character of Unicode, and what has hurt mail programs before.</summary>
    private static readonly Gen<string> AnyText =
        Gen.Frequency(
            (4, Gen.Choose(' ', '~').Select(c => ((char)c).ToString())),
            (3, Gen.Elements("é", "à", "œ", "’", "thèmes ", "observation ")),
            (2, Gen.Choose(0x80, 0x10FFFF).Where(c => c is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32)),
            (1, Gen.Elements(Hostile)))
        .ListOf().Select(pieces => string.Concat(pieces));

    private static readonly Arbitrary<(string, string, string)> Three =
        (from subject in AnyText from name in AnyText from value in AnyText select (subject, name, value)).ToArbitrary();

    [Fact]
    public void Whatever_subject_name_and_value_hold_comes_back_and_nothing_else_does()
    {
        Prop.ForAll(Three, texts =>
        {
            var (name, value) = (texts.Item2, texts.Item3);
            var subject = WithoutMark(texts.Item1);

            var bytes = MimeWriter.Write(Letter(subject), Addressee(name, value));

            AssertLines(bytes);
            var mail = ReadMail.Of(bytes);
            Assert.Equal(OneLine(subject + value), ReadMail.Words(mail["Subject"]));
            if (OneLine(name).Length > 0)
                Assert.Equal(OneLine(name), ReadMail.Name(mail["To"]));
            Assert.Equal(
                ["Date", "From", "To", "Reply-To", "Message-ID", "Subject", "Auto-Submitted", "X-Auto-Response-Suppress", "MIME-Version", "Content-Type"],
                mail.Headers.Select(header => header.Key));
            Assert.Equal(2, mail.Parts.Count);
            Assert.Equal($"<p>{Escaped(value)}</p>\r\n", mail.Part("text/html").Text);
            Assert.Equal(Words($"Bonjour {value}"), Words(mail.Part("text/plain").Text));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Fixed_text_comes_back_too()
    {
        Prop.ForAll(AnyText.ToArbitrary(), text =>
        {
            var whole = WithoutMark(text);

            var bytes = MimeWriter.Write(With($"<p>{whole}</p>"), To());

            AssertLines(bytes);
            Assert.Equal($"<p>{Lf(Scalars(whole))}</p>\n", Lf(ReadMail.Of(bytes).Part("text/html").Text));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static Letter Letter(string subject) => With($"<p>{Slots.Mark("nom")}</p>", $"Bonjour {Slots.Mark("nom")}") with
    {
        Subject = subject + Slots.Mark("nom"),
    };

    private static string WithoutMark(string text) => text.Replace("\uE000lien\uE001", "", StringComparison.Ordinal);

    private static Addressee Addressee(string name, string value) =>
        To(("nom", value)) with { Mailbox = new(name, "a@example.org") };

    /// <summary>ASCII in lines of at most 78 characters, each ended by CRLF, with no other CR or LF.</summary>
    private static void AssertLines(byte[] bytes)
    {
        Assert.All(bytes, value => Assert.InRange(value, 1, 127));
        var lines = Encoding.ASCII.GetString(bytes).Split("\r\n");
        Assert.Equal("", lines[^1]);
        Assert.All(lines, line =>
        {
            Assert.InRange(line.Length, 0, 78);
            Assert.DoesNotContain('\r', line);
            Assert.DoesNotContain('\n', line);
            Assert.False(line.EndsWith(' ') || line.EndsWith('\t'));
        });
    }

    private static string OneLine(string text) =>
        Scalars(string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)));

    private static string Escaped(string text) => string.Concat(Scalars(text).Select(c => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        '\n' => "<br>",
        '\t' => " ",
        < ' ' or '\u007F' => "",
        _ => c.ToString(),
    }));

    /// <summary>Wrapping moves spaces and line breaks; the rest must be there, in order.</summary>
    private static string Words(string text) =>
        string.Concat(Scalars(text).Where(c => !char.IsControl(c) && c is not (' ' or '\u2028' or '\u2029')));

    /// <summary>A half of a surrogate pair is no character: it is written as U+FFFD.</summary>
    private static string Scalars(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Lf(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
