using System.Text;
using Almanach.Adapters.Smtp;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Mime;
using Almanach.Core.Mail.Texts;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Tests.Mails;

public sealed class SmtpMailerTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)] // a relay that wants each command by itself
    public async Task A_mail_arrives_as_it_was_written_to_the_byte(bool pipelining)
    {
        using var relay = new Relay { Offers = pipelining ? ["PIPELINING"] : [] };

        var outcomes = await Send(relay, "zoe", "ali");

        Assert.Equal([MailOutcome.Sent, MailOutcome.Sent], outcomes);
        foreach (var (letter, local) in relay.Letters.Zip(["zoe", "ali"]))
            Assert.Equal(Encoding.Latin1.GetString(MimeWriter.Write(Letters.Invitation, To(local))), letter.Text);
        Assert.Contains("\r\n.\r\n", relay.Letters[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_envelope_says_sender_addressee_and_size()
    {
        using var relay = new Relay();

        await Send(relay, "zoe");

        var bytes = MimeWriter.Write(Letters.Invitation, To("zoe")).Length;
        Assert.Contains(relay.Said, said => said.Line == $"MAIL FROM:<contact@plateforme.example> SIZE={bytes}");
        Assert.Contains(relay.Said, said => said.Line == "RCPT TO:<zoe@ccas.example>");
        Assert.Contains(relay.Said, said => said.Line == "EHLO [127.0.0.1]");
    }

    [Theory]
    // said of the addressee
    [InlineData("RCPT", "550 5.1.1 user unknown", MailOutcome.NoSuchAddress)]
    [InlineData("RCPT", "550 5.1.2 no such host", MailOutcome.NoSuchAddress)]
    [InlineData("RCPT", "553 5.1.3 bad syntax", MailOutcome.NoSuchAddress)]
    [InlineData("RCPT", "550 5.1.6 moved", MailOutcome.NoSuchAddress)]
    [InlineData("RCPT", "556 5.1.10 null MX", MailOutcome.NoSuchAddress)]
    [InlineData("RCPT", "550 unavailable", MailOutcome.NoSuchAddress)]
    [InlineData("RCPT", "551 not here", MailOutcome.NoSuchAddress)]
    [InlineData("RCPT", "553 not allowed", MailOutcome.NoSuchAddress)]
    [InlineData("RCPT", "550-sorry\r\n550 unavailable", MailOutcome.NoSuchAddress)]
    [InlineData("RCPT", "550 5.0.0 User unknown", MailOutcome.NoSuchAddress)]
    [InlineData("END", "550 5.1.1 user unknown", MailOutcome.NoSuchAddress)] // some ask further only once they have the letter
    // said of the mailbox, of a policy, of the letter: the address stays
    [InlineData("RCPT", "552 5.2.2 mailbox full", MailOutcome.Refused)]
    [InlineData("RCPT", "550 5.2.2 user unknown to have so much", MailOutcome.Refused)]
    [InlineData("RCPT", "550 mailbox is full", MailOutcome.Refused)]
    [InlineData("RCPT", "550 blocked, see our list", MailOutcome.Refused)]
    [InlineData("RCPT", "550 5.7.1 not welcome", MailOutcome.Refused)]
    [InlineData("RCPT", "550 5.2.1 disabled", MailOutcome.Refused)]
    [InlineData("RCPT", "554 no", MailOutcome.Refused)]
    [InlineData("DATA", "554 5.5.1 no", MailOutcome.Refused)]
    [InlineData("END", "554 5.7.1 spam", MailOutcome.Refused)]
    [InlineData("END", "550 I do not like it", MailOutcome.Refused)]
    // not now
    [InlineData("RCPT", "450 4.2.0 greylisted", MailOutcome.Deferred)]
    [InlineData("RCPT", "450 4.1.1 user unknown", MailOutcome.Deferred)]
    [InlineData("RCPT", "452 4.2.2 full", MailOutcome.Deferred)]
    [InlineData("DATA", "451 4.3.0 later", MailOutcome.Deferred)]
    [InlineData("END", "451 4.3.0 later", MailOutcome.Deferred)]
    [InlineData("END", "452 4.3.1 no room", MailOutcome.Deferred)]
    public async Task Each_refusal_is_its_addressees_alone_and_the_others_leave(string step, string reply, MailOutcome outcome)
    {
        foreach (var offers in (string[][])[["PIPELINING"], []])
        {
            using var relay = new Relay { Offers = offers, Script = said => said.Step == step && said.Line.Contains("zoe") ? reply : null };

            var outcomes = await Send(relay, "ali", "zoe", "eva");

            Assert.Equal([MailOutcome.Sent, outcome, MailOutcome.Sent], outcomes);
            Assert.Equal(["ali", "eva"], relay.Taken);
            Assert.Equal(1, relay.Connections);
        }
    }

    [Fact]
    public async Task A_relay_that_lets_data_begin_for_nobody_gets_an_empty_letter_and_the_next_whole()
    {
        using var relay = new Relay
        {
            Script = said => said switch
            {
                { Step: "RCPT" } when said.Line.Contains("zoe") => "550 5.1.1 no",
                { Step: "DATA", Line: "" } => "354 go all the same",
                _ => null,
            },
        };

        Assert.Equal([MailOutcome.NoSuchAddress, MailOutcome.Sent], await Send(relay, "zoe", "ali"));

        Assert.Equal(["ali"], relay.Taken);
    }

    [Theory]
    [InlineData("550 5.7.1 sender not allowed")]
    [InlineData("530 5.7.0 sign in first")]
    [InlineData("552 5.3.4 too large")]
    public async Task A_relay_that_takes_no_mail_of_ours_blames_no_addressee(string reply)
    {
        using var relay = new Relay { Script = said => said.Step == "MAIL" ? reply : null };

        var refusal = await Assert.ThrowsAsync<RelayException>(() => Send(relay, "zoe", "ali"));

        Assert.Contains(reply[..9], refusal.Message, StringComparison.Ordinal);
        Assert.Single(relay.Steps, "MAIL");
    }

    [Theory]
    [InlineData("554 5.7.1 Relay access denied")]
    [InlineData("550 relaying denied")]
    [InlineData("530 5.7.0 sign in first")]
    [InlineData("550 5.1.8 the sender's domain does not exist")]
    public async Task A_relay_that_does_not_know_us_blames_no_addressee_either(string reply)
    {
        using var relay = new Relay { Script = said => said.Step == "RCPT" ? reply : null };

        await Assert.ThrowsAsync<RelayException>(() => Send(relay, "zoe", "ali"));
    }

    [Fact]
    public async Task Once_somebody_got_through_the_others_are_for_later_and_nothing_throws()
    {
        using var relay = new Relay { Script = said => said is { Step: "MAIL", Letter: 2 } ? "550 5.7.1 enough for today" : null };

        Assert.Equal([MailOutcome.Sent, MailOutcome.Deferred, MailOutcome.Deferred], await Send(relay, "zoe", "ali", "eva"));
    }

    [Fact]
    public async Task A_relay_that_is_not_ready_is_asked_once_and_everybody_is_for_later()
    {
        using var relay = new Relay { Script = said => said.Step == "MAIL" ? "452 4.3.1 no room" : null };

        Assert.Equal([MailOutcome.Deferred, MailOutcome.Deferred], await Send(relay, "zoe", "ali"));

        Assert.Single(relay.Steps, "MAIL");
    }

    [Fact]
    public async Task A_domain_that_defers_by_policy_is_not_asked_again_in_this_batch()
    {
        using var relay = new Relay { Offers = [], Script = said => said.Step == "RCPT" && said.Line.Contains("gros.example") ? "451 4.7.1 slow down" : null };
        var mailer = Mailer(relay);

        var outcomes = await mailer.Send(Letters.Invitation,
            [Letters.To("1", "a@gros.example"), Letters.To("2", "b@gros.example"), Letters.To("3", "c@ccas.example"), Letters.To("4", "d@GROS.example")]);

        Assert.Equal([MailOutcome.Deferred, MailOutcome.Deferred, MailOutcome.Sent, MailOutcome.Deferred], outcomes);
        Assert.Single(relay.Said, said => said.Step == "RCPT" && said.Line.Contains("gros", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_greylisted_domain_is_asked_for_each_so_that_each_may_return()
    {
        using var relay = new Relay { Script = said => said.Step == "RCPT" ? "450 4.2.0 greylisted" : null };

        Assert.Equal([MailOutcome.Deferred, MailOutcome.Deferred], await Send(relay, "zoe", "ali"));

        Assert.Equal(2, relay.Steps.Count(step => step == "RCPT"));
    }

    [Fact]
    public async Task A_letter_over_the_announced_size_is_not_sent_and_the_host_hears_why()
    {
        using var relay = new Relay { Offers = ["PIPELINING", "SIZE 1000"] };

        var refusal = await Assert.ThrowsAsync<RelayException>(() => Send(relay, "zoe"));

        Assert.Contains("pèse", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("MAIL", relay.Steps);
    }

    [Theory]
    [InlineData("zoé@ccas.example")] // would need SMTPUTF8
    [InlineData("zoe@ccas.example>\r\nDATA")] // a command inside
    [InlineData("zoe@ccas.example\r\nRCPT TO:<eva@ccas.example>")]
    [InlineData("zoe@ccas.example\n.")]
    [InlineData("zoe\u0000@ccas.example")]
    [InlineData("zoe @ccas.example")]
    [InlineData("<zoe@ccas.example>")]
    public async Task An_address_that_cannot_be_written_is_refused_alone_and_never_said(string address)
    {
        using var relay = new Relay();
        using var mailer = Mailer(relay);

        var outcomes = await mailer.Send(Letters.Invitation, [Letters.To("1", address), To("ali")]);

        Assert.Equal([MailOutcome.NoSuchAddress, MailOutcome.Sent], outcomes);
        Assert.Single(relay.Steps, "RCPT");
    }

    [Fact]
    public async Task An_international_domain_travels_in_punycode()
    {
        using var relay = new Relay();
        using var mailer = Mailer(relay);

        await mailer.Send(Letters.Invitation, [Letters.To("1", "zoe@ccas-évian.example")]);

        Assert.Contains(relay.Said, said => said.Line == "RCPT TO:<zoe@xn--ccas-vian-f4a.example>");
    }

    [Fact]
    public async Task A_letter_that_cannot_be_written_for_one_leaves_for_nobody()
    {
        using var relay = new Relay();
        using var mailer = Mailer(relay);
        var open = To("ali") with { Slots = new Dictionary<string, SlotValue>() };

        await Assert.ThrowsAsync<MissingSlotException>(() => mailer.Send(Letters.Invitation, [To("zoe"), open]));

        Assert.Equal(0, relay.Connections);
    }

    [Fact]
    public async Task A_batch_too_heavy_to_be_kept_is_written_twice_and_arrives_the_same()
    {
        var heavy = Letters.Invitation with { Attachments = [new("photo.jpg", "image/jpeg", new byte[6_000_000])] };
        using var relay = new Relay { Offers = ["PIPELINING"] };
        using var mailer = Mailer(relay);

        var outcomes = await mailer.Send(heavy, [To("zoe"), To("ali"), To("eva")]);

        Assert.All(outcomes, outcome => Assert.Equal(MailOutcome.Sent, outcome));
        Assert.Equal(Encoding.Latin1.GetString(MimeWriter.Write(heavy, To("eva"))), relay.Letters[2].Text);
    }

    [Fact]
    public async Task Nobody_to_write_to_opens_nothing()
    {
        using var relay = new Relay();

        Assert.Empty(await Send(relay));
        Assert.Equal([MailOutcome.NoSuchAddress], await Send(relay, "zoé"));

        Assert.Equal(0, relay.Connections);
    }

    [Fact]
    public void Sending_twice_is_two_mails()
    {
        using var relay = new Relay();

        Assert.False(Mailer(relay).Repeatable);
    }

    internal static SmtpSettings SettingsOf(Relay relay) => new("127.0.0.1", relay.Port, SmtpSecurity.None, "", "", TimeSpan.FromSeconds(20));

    internal static SmtpMailer Mailer(Relay relay) => new(SettingsOf(relay));

    internal static Addressee To(string local) => Letters.To("c-" + local, local + "@ccas.example");

    private static async Task<IReadOnlyList<MailOutcome>> Send(Relay relay, params string[] locals)
    {
        using var mailer = Mailer(relay);
        return await mailer.Send(Letters.Invitation, [.. locals.Select(To)]);
    }
}
