using System.Buffers;
using System.Text;
using Almanach.Adapters.Smtp;

namespace Almanach.Adapters.Tests.Mails;

/// <summary>What is read and written, by itself.</summary>
public sealed class SmtpWordsTests
{
    [Theory]
    [InlineData("a\r\nb\r\n", "a\r\nb\r\n")]
    [InlineData(".\r\n", "..\r\n")]
    [InlineData("a\r\n.\r\n.b\r\n..c\r\n", "a\r\n..\r\n..b\r\n...c\r\n")]
    [InlineData("a\r\nb", "a\r\nb\r\n")] // the final dot begins a line
    [InlineData("a.\r\nb.c\r\n", "a.\r\nb.c\r\n")]
    [InlineData("", "\r\n")]
    public void A_dot_that_begins_a_line_is_doubled(string letter, string travels)
    {
        var output = new ArrayBufferWriter<byte>();

        DotStuffing.Write(output, Encoding.ASCII.GetBytes(letter));

        Assert.Equal(travels, Encoding.ASCII.GetString(output.WrittenSpan));
    }

    [Theory]
    [InlineData("MAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>")]
    [InlineData("MAIL FROM:<a@b.example>\n")]
    [InlineData("MAIL FROM:<a\0@b.example>")]
    [InlineData("MAIL FROM:<é@b.example>")]
    [InlineData("MAIL FROM:<a\u007f@b.example>")]
    public void A_command_is_one_line_of_plain_characters(string command) =>
        Assert.Throws<ArgumentException>(() => SmtpWire.Checked(command));

    [Theory]
    [InlineData(550, "5.1.1 nobody", "1.1", "550 5.1.1")]
    [InlineData(550, "5.1.10", "1.10", "550 5.1.10")]
    [InlineData(550, "4.1.1 another class", "", "550")]
    [InlineData(550, "5.1 two", "", "550")]
    [InlineData(550, "5.1.1234 long", "", "550")]
    [InlineData(550, "192.168.1.1 is listed", "", "550")]
    [InlineData(421, "", "", "421")]
    public void An_enhanced_code_is_read_where_there_is_one(int code, string words, string detail, string shown)
    {
        var reply = new SmtpReply(code, [words]);

        Assert.Equal((detail, shown), (reply.Detail, reply.Codes));
    }

    [Fact]
    public void What_a_relay_offers_is_read_whatever_its_case()
    {
        var offers = SmtpOffers.Of(new(250, ["relay.example Hello", "size 35651584", "STARTTLS", "pipelining", "AUTH LOGIN plain", "AUTH=XOAUTH2", "8BITMIME"]));

        Assert.True(offers is { StartTls: true, Pipelining: true, Largest: 35651584, Size: true });
        Assert.Equal(["LOGIN", "PLAIN", "XOAUTH2"], offers.SignIns.Order());
    }

    [Theory]
    [InlineData("SIZE", true)]
    [InlineData("SIZE 0", true)] // no limit (RFC 1870, 4)
    [InlineData("SIZE lots", true)]
    [InlineData("PIPELININGS", false)]
    [InlineData("NOSTARTTLS", false)]
    public void What_is_not_plainly_offered_is_not_believed(string line, bool size)
    {
        var offers = SmtpOffers.Of(new(250, ["STARTTLS PIPELINING are no offers in the first line", line]));

        Assert.Equal(new(false, false, null, size, offers.SignIns), offers);
    }

    [Fact]
    public async Task A_reply_is_read_from_crumbs_and_several_from_one_piece()
    {
        var replies = new ReplyReader();
        using var crumbs = new Crumbs("250-one\r\n250 two\r\n354\r\n");

        Assert.Equal(["one", "two"], (await replies.Read(crumbs, default)).Lines);
        Assert.Equal(354, (await replies.Read(crumbs, default)).Code);
        Assert.True(replies.IsEmpty);
        await Assert.ThrowsAsync<BrokenWireException>(() => replies.Read(crumbs, default).AsTask());
    }

    [Fact]
    public async Task A_reply_of_a_hundred_lines_is_read_and_no_longer_one()
    {
        string Reply(int lines) => string.Concat(Enumerable.Repeat("250-more\r\n", lines - 1)) + "250 last\r\n";

        Assert.Equal(100, (await new ReplyReader().Read(new MemoryStream(Encoding.ASCII.GetBytes(Reply(100))), default)).Lines.Count);
        await Assert.ThrowsAsync<BrokenWireException>(() => new ReplyReader().Read(new MemoryStream(Encoding.ASCII.GetBytes(Reply(101))), default).AsTask());
    }

    /// <summary>Gives a byte at a time.</summary>
    private sealed class Crumbs(string text) : MemoryStream(Encoding.ASCII.GetBytes(text))
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
