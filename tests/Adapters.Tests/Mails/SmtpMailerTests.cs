using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using Almanach.Adapters.Smtp;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Mime;
using Almanach.Core.Mail.Texts;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Tests.Mails;

public sealed class SmtpMailerTests : IDisposable
{
    private static readonly SmtpSettings Settings = new("127.0.0.1", 587, false, "", "", TimeSpan.FromSeconds(20));
    private readonly SmtpSink sink = new();

    [Fact]
    public async Task A_mail_arrives_with_the_body_and_the_headers_that_were_written()
    {
        var outcomes = await Send("zoe");

        Assert.Equal([MailOutcome.Sent], outcomes);
        var written = Encoding.ASCII.GetString(MimeWriter.Write(Letters.Invitation, To("zoe")));
        var (head, body) = Cut(Assert.Single(sink.Mails));
        Assert.Equal(Cut(written).Body.TrimEnd(), body.TrimEnd());
        foreach (var name in (string[])["Message-ID", "List-Unsubscribe", "Auto-Submitted", "X-Auto-Response-Suppress", "Content-Type"])
            Assert.Equal(Header(Cut(written).Head, name), Header(head, name));
        Assert.Equal(Letters.Invitation.Subject, Decoded(Header(head, "Subject")));
        Assert.Contains("<contact@plateforme.example>", Header(head, "From"), StringComparison.Ordinal);
        Assert.Contains("<r+abc@plateforme.example>", Header(head, "Reply-To"), StringComparison.Ordinal);
        Assert.Contains("<zoe@ccas.example>", Header(head, "To"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_addressee_has_the_outcome_of_the_relay()
    {
        var outcomes = await Send("550", "zoe", "451", "452", "551", "ali"); // 550, 551: nobody there; 451, 452: not now

        Assert.Equal(
            [MailOutcome.NoSuchAddress, MailOutcome.Sent, MailOutcome.Deferred, MailOutcome.Deferred, MailOutcome.NoSuchAddress, MailOutcome.Sent],
            outcomes);
        Assert.Equal(2, sink.Mails.Count);
    }

    [Fact]
    public async Task A_connection_cut_after_the_mail_leaves_its_outcome_open_and_the_rest_for_later()
    {
        var outcomes = await Send("zoe", "cut", "ali");

        Assert.Equal([MailOutcome.Sent, MailOutcome.Unknown, MailOutcome.Deferred], outcomes);
        Assert.Equal(2, sink.Mails.Count);
    }

    [Fact]
    public async Task A_cut_on_the_first_is_an_outcome_too() => Assert.Equal([MailOutcome.Unknown, MailOutcome.Deferred], await Send("cut", "ali"));

    [Fact]
    public async Task A_relay_that_takes_no_mail_of_ours_blames_no_addressee()
    {
        using var closed = new SmtpSink { Sender = "550 5.7.1 sender not allowed" };
        var mailer = new SmtpMailer(Settings with { Port = closed.Port });

        await Assert.ThrowsAsync<SmtpException>(() => mailer.Send(Letters.Invitation, [To("zoe"), To("ali")]));
    }

    [Fact]
    public async Task A_relay_that_cannot_be_reached_throws_before_anybody_is_attempted()
    {
        var mailer = new SmtpMailer(Settings with { Port = sink.Port });
        sink.Dispose();

        await Assert.ThrowsAnyAsync<SocketException>(() => mailer.Send(Letters.Invitation, [To("zoe")]));
    }

    [Fact]
    public async Task A_relay_without_starttls_is_given_nothing()
    {
        var mailer = new SmtpMailer(Settings with { Port = sink.Port, StartTls = true });

        await Assert.ThrowsAsync<SmtpException>(() => mailer.Send(Letters.Invitation, [To("zoe")]));

        Assert.Empty(sink.Mails);
    }

    [Theory]
    [InlineData("spam")] // refused for what the letter says, after it was read
    [InlineData("554")] // refused with a reply this client does not tell from that one
    public async Task A_refusal_that_may_not_be_of_the_addressee_is_for_later_and_holds_nobody_else_up(string local)
    {
        Assert.Equal([MailOutcome.Deferred, MailOutcome.Sent], await Send(local, "ali"));

        await Assert.ThrowsAsync<SmtpException>(() => Send(local));
    }

    [Fact]
    public async Task A_relay_that_wants_no_more_is_not_pressed() =>
        Assert.Equal([MailOutcome.Sent, MailOutcome.Deferred, MailOutcome.Deferred], await Send("zoe", "421", "ali"));

    [Fact]
    public async Task An_address_with_an_accent_before_the_sign_is_refused_alone() =>
        Assert.Equal([MailOutcome.NoSuchAddress, MailOutcome.Sent], await Send("zoé", "ali"));

    [Fact]
    public async Task A_letter_that_cannot_be_written_for_one_leaves_for_nobody()
    {
        var open = To("ali") with { Slots = new Dictionary<string, SlotValue>() };
        var mailer = new SmtpMailer(Settings with { Port = sink.Port });

        await Assert.ThrowsAsync<MissingSlotException>(() => mailer.Send(Letters.Invitation, [To("zoe"), open]));

        Assert.Empty(sink.Mails);
    }

    [Fact]
    public void Port_465_is_refused_at_start_and_says_what_to_do()
    {
        var refusal = Assert.Throws<ArgumentException>(() => new SmtpMailer(Settings with { Port = 465 }));

        Assert.Equal(
            "Le port 465 n’est pas pris en charge. Indiquez le port 587 avec STARTTLS, que la plupart des serveurs d’envoi offrent aussi.",
            refusal.Message);
    }

    [Fact]
    public void Settings_that_cannot_work_are_refused_at_start()
    {
        Assert.Single((Settings with { Host = " " }).Problems());
        Assert.Single((Settings with { Port = 0 }).Problems());
        Assert.Single((Settings with { User = "contact", Password = "x" }).Problems());
        Assert.Single((Settings with { Patience = TimeSpan.Zero }).Problems());
        Assert.Empty((Settings with { User = "contact", Password = "x", StartTls = true }).Problems());
    }

    [Fact]
    public void Sending_twice_is_two_mails() => Assert.False(new SmtpMailer(Settings).Repeatable);

    public void Dispose() => sink.Dispose();

    private Task<IReadOnlyList<MailOutcome>> Send(params string[] locals) =>
        new SmtpMailer(Settings with { Port = sink.Port }).Send(Letters.Invitation, [.. locals.Select(To)]);

    private static Addressee To(string local) => Letters.To("c-" + local, local + "@ccas.example");

    private static (string Head, string Body) Cut(string mail)
    {
        var end = mail.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return (mail[..end], mail[(end + 4)..]);
    }

    /// <summary>The header's value, unfolded.</summary>
    private static string Header(string head, string name) =>
        head.Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n")
            .Single(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))[(name.Length + 1)..].Trim();

    /// <summary>Encoded-words (RFC 2047), base64 as this client writes them.</summary>
    private static string Decoded(string value) => Encoding.UTF8.GetString(
        [.. value.Split(' ').SelectMany(word => Convert.FromBase64String(word["=?utf-8?B?".Length..^2]))]);
}
