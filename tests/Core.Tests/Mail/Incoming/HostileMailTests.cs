using System.Text;
using Almanach.Core.Mail.Incoming.Mime;

namespace Almanach.Core.Tests.Mail.Incoming;

/// <summary>What strangers may send: broken at random, or made to hurt.</summary>
public sealed class HostileMailTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Messages_broken_at_random_are_read_all_the_same(int seed)
    {
        var random = new Random(seed);

        foreach (var name in Samples.All)
        {
            var bytes = File.ReadAllBytes(Path.Combine(Samples.Folder, name + ".eml"));
            for (var i = 0; i < 8; i++)
                Assert.NotNull(Samples.Reader.Read(Mutations.Of(bytes, random)).Text);
        }
    }

    [Fact]
    public void The_same_bytes_give_the_same_reading()
    {
        var random = new Random(4);

        foreach (var name in Samples.All.Where((_, index) => index % 9 == 0))
        {
            var bytes = Mutations.Of(File.ReadAllBytes(Path.Combine(Samples.Folder, name + ".eml")), random);

            var (first, second) = (Samples.Reader.Read(bytes), Samples.Reader.Read(bytes));

            Assert.Equal((first.Kind, first.Text, first.Subject), (second.Kind, second.Text, second.Subject));
        }
    }

    [Fact]
    public void Parts_within_parts_without_end_are_read_to_a_depth()
    {
        var message = new StringBuilder("From: a@exemple.fr\r\nSubject: poupées\r\n");
        for (var i = 0; i < 5_000; i++)
            message.Append($"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n");
        message.Append("Content-Type: text/plain\r\n\r\nau fond\r\n");

        var part = MimeReader.Read(Encoding.UTF8.GetBytes(message.ToString()));

        Assert.InRange(part.Walk().Count(), 2, MimeLimits.Parts);
    }

    [Fact]
    public void Messages_carried_in_messages_without_end_are_read_to_a_depth()
    {
        var message = string.Concat(Enumerable.Repeat("From: a@exemple.fr\r\nContent-Type: message/rfc822\r\n\r\n", 20_000)) + "fin";

        var part = MimeReader.Read(Encoding.UTF8.GetBytes(message));

        Assert.InRange(part.Walk().Count(), 2, MimeLimits.Depth + 1);
    }

    [Fact]
    public void A_hundred_thousand_parts_are_read_to_a_number()
    {
        var message = "From: a@exemple.fr\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + string.Concat(Enumerable.Repeat("--b\r\n\r\nmot\r\n", 100_000));

        var part = MimeReader.Read(Encoding.UTF8.GetBytes(message));

        Assert.InRange(part.Walk().Count(), 100, MimeLimits.Parts);
    }

    [Fact]
    public void Headers_without_end_are_read_to_a_number()
    {
        var message = string.Concat(Enumerable.Range(0, 200_000).Select(i => $"X-{i}: {i}\r\n")) + "From: a@exemple.fr\r\n\r\nmot";

        var part = MimeReader.Read(Encoding.UTF8.GetBytes(message));

        Assert.True(part.Headers.Count <= MimeLimits.Headers);
    }

    [Fact]
    public void A_megabyte_in_one_header_is_cut()
    {
        var message = $"From: a@exemple.fr\r\nSubject: {string.Concat(Enumerable.Repeat("=?utf-8?Q?=C3=A9?=\r\n ", 60_000))}\r\n\r\nmot";

        var mail = Samples.Reader.Read(Encoding.UTF8.GetBytes(message));

        Assert.InRange(mail.Subject.Length, 1, MimeLimits.HeaderBytes);
    }

    public static TheoryData<string, string> Lines => new()
    {
        { "marks of quotation", string.Concat(Enumerable.Repeat(">", 900_000)) },
        { "marks, one a line", string.Concat(Enumerable.Repeat("> 1\n\n", 100_000)) },
        { "openings of attributions", string.Concat(Enumerable.Repeat("Le 3 mars 2026 à 10:12, ", 40_000)) },
        { "attributions on end", string.Concat(Enumerable.Repeat("Le 3 mars 2026 à 10:12, a@exemple.fr\n", 25_000)) },
        { "labels without values", string.Concat(Enumerable.Repeat("De :\nÀ :\n", 50_000)) },
        { "rules", string.Concat(Enumerable.Repeat("----\n", 150_000)) },
        { "closings", string.Concat(Enumerable.Repeat("Cordialement,\n", 60_000)) },
        { "addresses", string.Concat(Enumerable.Repeat("a@b.fr", 150_000)) },
        { "addresses of one letter", string.Concat(Enumerable.Repeat("a@", 450_000)) },
        { "figures", string.Concat(Enumerable.Repeat("5.1.1.", 150_000)) },
        { "spaces", new string(' ', 900_000) + "x" },
        { "blank lines", new string('\n', 900_000) + "x" },
        { "absences", string.Concat(Enumerable.Repeat("je suis actuellement ", 40_000)) },
    };

    [Theory]
    [MemberData(nameof(Lines), DisableDiscoveryEnumeration = true)]
    public void Words_made_to_be_slow_are_read(string what, string words)
    {
        foreach (var from in (string[])["anne@exemple.fr", "MAILER-DAEMON@exemple.fr"])
        {
            var mail = Samples.Reader.Read(Encoding.UTF8.GetBytes($"From: {from}\r\nSubject: failure notice {what}\r\n\r\n{words}"));

            Assert.NotNull(mail.Text);
        }
    }

    public static TheoryData<string, string> Pages => new()
    {
        { "elements within elements", string.Concat(Enumerable.Repeat("<div>", 150_000)) + "mot" },
        { "formatting left open", string.Concat(Enumerable.Range(0, 60_000).Select(i => $"<b a={i}><p>")) + "mot" },
        { "tables within tables", string.Concat(Enumerable.Repeat("<table><tr><td>", 50_000)) + "mot" },
        { "quotations within quotations", string.Concat(Enumerable.Repeat("<blockquote>x", 60_000)) },
        { "items without lists", string.Concat(Enumerable.Repeat("<li>x", 150_000)) },
        { "lists within lists", string.Concat(Enumerable.Repeat("<ul><li>", 80_000)) + "mot" },
        { "openings of tags", new string('<', 900_000) },
        { "attributes without end", "<p " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}=1 ")) + ">mot" },
        { "closings alone", string.Concat(Enumerable.Repeat("</p>", 200_000)) },
        { "entities", string.Concat(Enumerable.Repeat("&#xD800;&amp;&nbsp;", 50_000)) },
    };

    [Theory]
    [MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public void Pages_made_to_be_slow_are_read(string what, string html)
    {
        var mail = Samples.Reader.Read(Encoding.UTF8.GetBytes($"From: anne@exemple.fr\r\nSubject: {what}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}"));

        Assert.NotNull(mail.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("\0")]
    [InlineData("From:")]
    [InlineData(":")]
    [InlineData("Content-Type: multipart/mixed")]
    [InlineData("Content-Type: multipart/mixed; boundary=\"\"\r\n\r\n--\r\n--\r\n")]
    [InlineData("Content-Type: message/rfc822\r\n\r\n")]
    [InlineData("From: =?utf-8?B?=?=\r\n\r\n")]
    [InlineData("Content-Type: text/plain; charset=utf-16\r\n\r\nx")]
    [InlineData("Content-Type: text/plain; charset=\"\u00e9\"\r\n\r\nx")]
    [InlineData("Content-Type: text/plain; name*99999999999999=x; name*-1=y; name*0*=''%\r\n\r\nx")]
    public void Almost_nothing_is_read_too(string message) => Assert.NotNull(Samples.Reader.Read(Encoding.UTF8.GetBytes(message)).Text);
}
