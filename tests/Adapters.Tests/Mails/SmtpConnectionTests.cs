using Almanach.Adapters.Smtp;
using Almanach.Core.Ports;
using static Almanach.Adapters.Tests.Mails.SmtpMailerTests;

namespace Almanach.Adapters.Tests.Mails;

/// <summary>Which connections are opened, kept and left, and how many letters they carry.</summary>
public sealed class SmtpConnectionTests
{
    [Fact]
    public async Task Two_batches_share_a_connection_and_it_is_left_politely()
    {
        using var relay = new Relay();
        using (var mailer = Mailer(relay))
        {
            await mailer.Send(Letters.Invitation, [To("zoe")]);
            await mailer.Send(Letters.Invitation, [To("ali"), To("eva")]);
        }

        Assert.Equal(["zoe", "ali", "eva"], relay.Taken);
        Assert.Equal(1, relay.Connections);
        Assert.Equal("QUIT", relay.Steps.Last());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_next_letters_commands_come_before_the_answer_to_the_last_where_that_is_offered(bool pipelining)
    {
        using var relay = new Relay { Offers = pipelining ? ["PIPELINING"] : [] };
        using var mailer = Mailer(relay);

        await mailer.Send(Letters.Invitation, [To("zoe"), To("ali")]);

        Assert.Equal(
            ["GREETING", "EHLO", "MAIL", "RCPT", "DATA", "BODY", "END", "MAIL", "RCPT", "DATA", "BODY", "END"], relay.Steps);
        Assert.Equal(pipelining ? ["MAIL", "RCPT", "END", "MAIL", "RCPT"] : [], relay.Said.Where(said => said.HasMore).Select(said => said.Step));
    }

    [Fact]
    public async Task A_batch_is_shared_among_several_connections_and_each_letter_leaves_once()
    {
        // The first letters wait for each other: only several connections bring all of them on.
        using var together = new Barrier(4);
        using var relay = new Relay { Script = said => Together(said, together) };
        using var mailer = Mailer(relay);
        var locals = Enumerable.Range(0, 100).Select(i => $"p{i}").ToList();

        var outcomes = await mailer.Send(Letters.Invitation, [.. locals.Select(To)]);

        Assert.All(outcomes, outcome => Assert.Equal(MailOutcome.Sent, outcome));
        Assert.Equal(4, relay.Connections);
        Assert.Equal(locals.Order(), relay.Taken.Order());
    }

    [Fact]
    public async Task Batches_at_once_share_the_connections_and_each_letter_leaves_once()
    {
        using var relay = new Relay();
        using var mailer = new SmtpMailer(SettingsOf(relay) with { Connections = 2, PerMinute = 1000 });
        var batches = Enumerable.Range(0, 5).Select(batch => Enumerable.Range(0, 30).Select(i => To($"p{batch}-{i}")).ToList()).ToList();

        var outcomes = await Task.WhenAll(batches.Select(batch => mailer.Send(Letters.Invitation, batch)));

        Assert.All(outcomes.SelectMany(each => each), outcome => Assert.Equal(MailOutcome.Sent, outcome));
        Assert.Equal((150, 150), (relay.Letters.Count, relay.Taken.Distinct().Count()));
        Assert.True(relay.Connections <= 4, $"{relay.Connections} connections"); // two, and two more where they carried a hundred
    }

    [Fact]
    public async Task Few_letters_are_not_worth_a_second_connection()
    {
        using var relay = new Relay();
        using var mailer = Mailer(relay);

        await mailer.Send(Letters.Invitation, [.. Enumerable.Range(0, 10).Select(i => To($"p{i}"))]);

        Assert.Equal(1, relay.Connections);
    }

    [Fact]
    public async Task A_relay_that_wants_one_connection_only_gets_all_letters_over_it()
    {
        using var relay = new Relay { Script = said => said is { Step: "GREETING", Connection: > 1 } ? "421 4.7.0 too many connections" : null };
        using var mailer = Mailer(relay);

        var outcomes = await mailer.Send(Letters.Invitation, [.. Enumerable.Range(0, 60).Select(i => To($"p{i}"))]);

        Assert.All(outcomes, outcome => Assert.Equal(MailOutcome.Sent, outcome));
    }

    [Theory]
    [InlineData("421 4.7.0 enough on this connection")]
    [InlineData("451 4.7.0 enough on this connection")]
    public async Task A_limit_of_letters_a_connection_is_met_with_another_connection(string reply)
    {
        using var relay = new Relay { Script = said => said is { Step: "MAIL", Letter: > 3 } ? reply : null };
        using var mailer = Mailer(relay);
        string[] locals = ["a", "b", "c", "d", "e", "f", "g", "h"];

        var outcomes = await mailer.Send(Letters.Invitation, [.. locals.Select(To)]);

        Assert.All(outcomes, outcome => Assert.Equal(MailOutcome.Sent, outcome));
        Assert.Equal(locals, relay.Taken);
        Assert.Equal(3, relay.Connections);
    }

    [Theory]
    [InlineData("421 4.7.0 enough on this connection")]
    [InlineData(Relay.Drop)] // as some relays say it
    public async Task Several_connections_that_meet_their_limit_together_defer_nobody(string how)
    {
        using var relay = new Relay { Script = said => said is { Step: "MAIL", Letter: > 4 } ? how : null };
        using var mailer = Mailer(relay);
        var locals = Enumerable.Range(0, 100).Select(i => $"p{i}").ToList();

        var outcomes = await mailer.Send(Letters.Invitation, [.. locals.Select(To)]);

        Assert.All(outcomes, outcome => Assert.Equal(MailOutcome.Sent, outcome));
        Assert.Equal(locals.Order(), relay.Taken.Order());
    }

    [Fact]
    public async Task A_connection_carries_a_hundred_letters_and_is_left()
    {
        using var relay = new Relay();
        using var mailer = new SmtpMailer(SettingsOf(relay) with { Connections = 1 });

        for (var batch = 0; batch < 3; batch++)
            await mailer.Send(Letters.Invitation, [.. Enumerable.Range(0, 40).Select(i => To($"p{batch}-{i}"))]);

        Assert.Equal([100, 20], relay.Letters.CountBy(letter => letter.Connection).Select(count => count.Value));
        Assert.Single(relay.Steps, "QUIT");
        Assert.Equal(relay.Taken.Distinct(), relay.Taken);
    }

    [Fact]
    public async Task A_connection_that_closed_between_batches_is_replaced_and_nothing_is_lost()
    {
        using var relay = new Relay { Script = said => said is { Connection: 1, Letter: 2 } ? Relay.Drop : null };
        using var mailer = Mailer(relay);

        await mailer.Send(Letters.Invitation, [To("zoe")]);
        var outcomes = await mailer.Send(Letters.Invitation, [To("ali")]);

        Assert.Equal([MailOutcome.Sent], outcomes);
        Assert.Equal(["zoe", "ali"], relay.Taken);
        Assert.Equal(2, relay.Connections);
    }

    [Fact]
    public async Task A_connection_that_said_goodbye_while_it_waited_is_not_used()
    {
        using var relay = new Relay { Script = said => said is { Connection: 1, Step: "END" } ? "250 taken\r\n421 4.4.2 you say nothing" : null };
        using var mailer = Mailer(relay);

        await mailer.Send(Letters.Invitation, [To("zoe")]);
        var outcomes = await mailer.Send(Letters.Invitation, [To("ali")]);

        Assert.Equal([MailOutcome.Sent], outcomes);
        Assert.Equal(["zoe", "ali"], relay.Taken);
    }

    [Fact]
    public async Task A_connection_that_waits_too_long_is_left()
    {
        using var relay = new Relay();
        var clock = new HastyClock();
        using var mailer = new SmtpMailer(SettingsOf(relay), clock, null);

        await mailer.Send(Letters.Invitation, [To("zoe")]);
        await clock.Ring();

        Assert.Contains("QUIT", relay.Steps);
    }

    [Fact]
    public async Task A_host_that_stops_finishes_what_has_begun_and_begins_nothing_more()
    {
        using var stop = new CancellationTokenSource();
        using var relay = new Relay { Offers = [], Script = said => { if (said is { Letter: 2, Step: "BODY" }) stop.Cancel(); return null; } };
        using var mailer = Mailer(relay);

        var outcomes = await mailer.Send(Letters.Invitation, [To("zoe"), To("ali"), To("eva")], stop.Token);

        Assert.Equal([MailOutcome.Sent, MailOutcome.Sent, MailOutcome.Deferred], outcomes);
        Assert.Equal(["zoe", "ali"], relay.Taken);
    }

    [Fact]
    public async Task A_host_that_stopped_before_opens_nothing()
    {
        using var relay = new Relay();
        using var mailer = Mailer(relay);

        Assert.Equal([MailOutcome.Deferred], await mailer.Send(Letters.Invitation, [To("zoe")], new CancellationToken(canceled: true)));

        Assert.Equal(0, relay.Connections);
    }

    [Fact]
    public async Task A_host_that_stops_while_a_relay_keeps_it_at_the_door_leaves_everybody_for_later()
    {
        using var stop = new CancellationTokenSource();
        using var relay = new Relay { Script = said => { stop.Cancel(); return Relay.Silence; } };
        using var mailer = Mailer(relay);

        Assert.Equal([MailOutcome.Deferred], await mailer.Send(Letters.Invitation, [To("zoe")], stop.Token));
    }

    [Fact]
    public async Task What_is_over_a_domains_minute_waits_for_it_in_the_call()
    {
        using var relay = new Relay();
        var clock = new HastyClock();
        using var mailer = new SmtpMailer(SettingsOf(relay) with { PerMinute = 2 }, clock, null);
        var began = clock.GetUtcNow();

        var outcomes = await mailer.Send(Letters.Invitation, [To("a"), To("b"), To("c"), Letters.To("d", "d@elsewhere.example")]);

        Assert.All(outcomes, outcome => Assert.Equal(MailOutcome.Sent, outcome));
        Assert.Equal(["a", "b", "d", "c"], relay.Taken);
        Assert.Equal(TimeSpan.FromMinutes(1), clock.GetUtcNow() - began);
    }

    [Fact]
    public async Task What_would_wait_longer_than_a_call_may_last_is_for_later()
    {
        using var relay = new Relay();
        using var mailer = new SmtpMailer(SettingsOf(relay) with { PerMinute = 1 }, new HastyClock(), null);

        var outcomes = await mailer.Send(Letters.Invitation, [To("a"), To("b"), To("c"), To("d")]);

        Assert.Equal([MailOutcome.Sent, MailOutcome.Sent, MailOutcome.Deferred, MailOutcome.Deferred], outcomes);
    }

    private static string? Together(Said said, Barrier together)
    {
        if (said is { Letter: 1, Step: "MAIL" })
            together.SignalAndWait(TimeSpan.FromSeconds(20));
        return null;
    }
}
