using Almanach.Adapters.Smtp;
using Almanach.Core.Ports;
using static Almanach.Adapters.Tests.Mails.SmtpMailerTests;

namespace Almanach.Adapters.Tests.Mails;

/// <summary>A connection that breaks: nobody is told twice, nobody is lost, and what is open is said to be.</summary>
public sealed class SmtpBreakTests
{
    private static readonly string[] Five = ["zoe", "ali", "eva", "leo", "mia"];

    /// <summary>Every step of the second of five letters, with and without pipelining, once or whenever it comes.</summary>
    public static TheoryData<string, bool, string> Breaks()
    {
        var data = new TheoryData<string, bool, string>();
        foreach (var step in (string[])["MAIL", "RCPT", "DATA", "BODY", "END"])
            foreach (var pipelining in (bool[])[true, false])
                foreach (var how in (string[])[Relay.Drop, "421 4.3.0 closing"])
                    if (step != "BODY" || how == Relay.Drop)
                        data.Add(step, pipelining, how);
        return data;
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_break_at_any_step_of_one_letter_leaves_every_outcome_exact(string step, bool pipelining, string how)
    {
        using var relay = new Relay
        {
            Offers = pipelining ? ["PIPELINING"] : [],
            Script = said => said is { Connection: 1, Letter: 2 } && said.Step == step ? how : null,
        };
        using var mailer = Mailer(relay);

        var outcomes = await mailer.Send(Letters.Invitation, [.. Five.Select(To)]);

        var second = (step, how) switch
        {
            ("BODY" or "END", Relay.Drop) => MailOutcome.Unknown, // it may have been taken: the final dot had left
            ("RCPT" or "END", not Relay.Drop) => MailOutcome.Deferred, // answered, with « later »
            _ => MailOutcome.Sent, // once more, over another connection
        };
        Assert.Equal([MailOutcome.Sent, second, MailOutcome.Sent, MailOutcome.Sent, MailOutcome.Sent], outcomes);
        Assert.Equal(2, relay.Connections);
        var taken = relay.Taken.ToList();
        Assert.Equal(taken.Distinct(), taken);
        foreach (var (local, outcome) in Five.Zip(outcomes).Where(pair => pair.Second != MailOutcome.Unknown))
            Assert.Equal(outcome == MailOutcome.Sent, taken.Contains(local));
    }

    [Theory]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    public async Task A_relay_that_always_breaks_before_the_letter_is_left_in_peace_after_two_connections(string step)
    {
        using var relay = new Relay { Script = said => said.Step == step ? Relay.Drop : null };
        using var mailer = Mailer(relay);

        var outcomes = await mailer.Send(Letters.Invitation, [.. Five.Select(To)]);

        Assert.All(outcomes, outcome => Assert.Equal(MailOutcome.Deferred, outcome));
        Assert.Equal(2, relay.Connections);
    }

    [Fact]
    public async Task A_relay_that_always_breaks_after_the_letter_leaves_each_open_and_none_is_sent_twice()
    {
        using var relay = new Relay { Script = said => said.Step == "END" ? Relay.Drop : null };
        using var mailer = Mailer(relay);

        var outcomes = await mailer.Send(Letters.Invitation, [.. Five.Select(To)]);

        Assert.All(outcomes, outcome => Assert.Equal(MailOutcome.Unknown, outcome));
        Assert.Equal(Five, relay.Said.Where(said => said.Step == "END").Select(said => said.Line));
    }

    [Fact]
    public async Task A_break_in_the_middle_of_a_long_letter_is_no_open_outcome()
    {
        var heavy = Letters.Invitation with { Attachments = [new("photo.jpg", "image/jpeg", new byte[30_000_000])] };
        using var relay = new Relay { Offers = ["PIPELINING"], Script = said => said is { Connection: 1, Step: "BODY" } ? Relay.Drop : null };
        using var mailer = Mailer(relay);

        var outcomes = await mailer.Send(heavy, [To("zoe")]);

        Assert.Equal([MailOutcome.Sent], outcomes);
        Assert.Equal((2, 1), (relay.Connections, relay.Letters.Count));
    }

    [Fact]
    public async Task A_refusal_that_was_read_counts_though_the_connection_breaks_right_after()
    {
        using var relay = new Relay
        {
            Script = said => said switch
            {
                { Step: "RCPT", Letter: 1, Connection: 1 } => "550 5.1.1 nobody",
                { Step: "DATA", Letter: 1, Connection: 1 } => Relay.Drop,
                _ => null,
            },
        };
        using var mailer = Mailer(relay);

        Assert.Equal([MailOutcome.NoSuchAddress, MailOutcome.Sent], await mailer.Send(Letters.Invitation, [To("zoe"), To("ali")]));
    }

    [Theory]
    [InlineData("GREETING")]
    [InlineData("EHLO")]
    public async Task A_relay_that_closes_at_the_door_throws_as_nobody_was_attempted(string step)
    {
        foreach (var how in (string[])[Relay.Drop, "421 4.3.2 not now", "554 no"])
        {
            using var relay = new Relay { Script = said => said.Step == step ? how : null };
            using var mailer = Mailer(relay);

            await Assert.ThrowsAsync<RelayException>(() => mailer.Send(Letters.Invitation, [To("zoe")]));

            Assert.Equal(1, relay.Connections);
        }
    }

    [Fact]
    public async Task A_relay_that_cannot_be_reached_throws_before_anybody_is_attempted()
    {
        using var relay = new Relay();
        using var mailer = Mailer(relay);
        relay.Dispose();

        await Assert.ThrowsAsync<RelayException>(() => mailer.Send(Letters.Invitation, [To("zoe")]));
    }

    [Theory]
    [InlineData("GREETING", null)]
    [InlineData("EHLO", null)]
    [InlineData("MAIL", MailOutcome.Deferred)]
    [InlineData("DATA", MailOutcome.Deferred)]
    [InlineData("END", MailOutcome.Unknown)]
    public async Task Who_says_nothing_is_given_up(string step, MailOutcome? outcome)
    {
        using var relay = new Relay { Script = said => said.Step == step ? Relay.Silence : null };
        using var mailer = new SmtpMailer(SettingsOf(relay) with { Patience = TimeSpan.FromMilliseconds(200) });

        if (outcome is null)
            await Assert.ThrowsAsync<RelayException>(() => mailer.Send(Letters.Invitation, [To("zoe")]));
        else
            Assert.Equal([outcome.Value], await mailer.Send(Letters.Invitation, [To("zoe")]));
    }

    [Theory]
    [InlineData("EHLO", Relay.Endless, null)]
    [InlineData("MAIL", Relay.Endless, MailOutcome.Deferred)]
    [InlineData("END", Relay.Endless, MailOutcome.Unknown)]
    [InlineData("END", "what?", MailOutcome.Unknown)] // no reply at all
    [InlineData("END", "999 5.0.0 hello", MailOutcome.Unknown)]
    [InlineData("RCPT", "2", MailOutcome.Deferred)]
    [InlineData("DATA", "250 taken already", MailOutcome.Deferred)]
    [InlineData("MAIL", "long", MailOutcome.Deferred)]
    public async Task What_is_no_reply_ends_the_connection(string step, string says, MailOutcome? outcome)
    {
        using var relay = new Relay { Script = said => said.Step != step ? null : says == "long" ? "250 " + new string('x', 5000) : says };
        using var mailer = Mailer(relay);

        if (outcome is null)
            await Assert.ThrowsAsync<RelayException>(() => mailer.Send(Letters.Invitation, [To("zoe")]));
        else
            Assert.Equal([outcome.Value], await mailer.Send(Letters.Invitation, [To("zoe")]));
    }
}
