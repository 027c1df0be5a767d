using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Texts;
using Almanach.Core.Ports;
using Almanach.Functions.Mail;

namespace Almanach.Functions.Tests.Mail;

public sealed class SendGridMailerTests : IAsyncLifetime
{
    private readonly HurriedClock clock = new();
    private readonly ListLogger<SendGridMailer> log = new();
    private readonly FakeSendGrid server = new() { Exists = address => !address.StartsWith("nobody", StringComparison.Ordinal) };
    private SendGridSettings settings = null!;

    public async ValueTask InitializeAsync()
    {
        await server.Start();
        settings = new SendGridSettings(FakeSendGrid.Key) { Address = server.Address };
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_thousand_copies_are_one_request_and_each_reads_as_it_should()
    {
        var people = Letters.Many(1000);

        var outcomes = await Send(people);

        Assert.Equal(1, server.Requests);
        Assert.Equal(1000, outcomes.Count(outcome => outcome == MailOutcome.Sent));
        foreach (var (person, mail) in people.Zip(server.Taken))
            Assert.Equal(LetterCopy.Of(Letters.Invitation, person), new LetterCopy(mail.Subject, mail.Html, mail.Text));
        Assert.Equal(["SendGrid took 1000 copies of letter themes-2027 as message-1"], log.Lines);
    }

    [Fact]
    public async Task An_envelope_says_who_writes_to_whom_and_carries_ids_alone()
    {
        await Send([Letters.To("zoe")], Letters.Invitation with { Attachments = [new("thèmes.csv", "text/csv", [1, 2])] });

        var mail = Assert.Single(server.Taken);
        Assert.Equal(("zoe@ccas.example", "Zoé Été", "contact@plateforme.example", "r+abc@plateforme.example"), (mail.Address, mail.Name, mail.From, mail.ReplyTo));
        Assert.Equal([new("message", "themes-2027"), new("addressee", "c-zoe")], mail.Arguments);
        Assert.Equal(
            [new("Auto-Submitted", "auto-generated"), new("List-Unsubscribe", "<https://plateforme.example/d/j-zoe>"), new("X-Auto-Response-Suppress", "OOF, AutoReply"), new("X-Theme", "=?utf-8?Q?=C3=89t=C3=A9?=")],
            mail.Headers.OrderBy(header => header.Key, StringComparer.Ordinal));
        Assert.Equal(["th_mes.csv"], mail.Files);
        Assert.False(mail.Tracked);
    }

    [Fact]
    public async Task Each_copy_about_a_meeting_invites_its_own_reader()
    {
        var letter = Letters.Invitation with { Calendar = Letters.Meeting("REQUEST") };
        var much = Letters.To("zoe", [.. Enumerable.Range(0, 300).Select(i => $"Une demande de plus, la {i}ᵉ")]); // written out, by itself

        var outcomes = await Send([.. Letters.Many(20), much], letter);

        Assert.All(outcomes, outcome => Assert.Equal(MailOutcome.Sent, outcome));
        Assert.Equal(21, server.Taken.Count);
        Assert.All(server.Taken, mail => Assert.Equal(letter.Calendar.For(new Mailbox(mail.Name, mail.Address)), mail.Calendar));
    }

    [Fact]
    public async Task What_SendGrid_will_not_tell_calendars_keeps_no_message_from_leaving()
    {
        var outcomes = await Send(Letters.Many(3), Letters.Invitation with { Calendar = Letters.Meeting("CANCEL") });

        Assert.All(outcomes, outcome => Assert.Equal(MailOutcome.Sent, outcome));
        Assert.Equal(["", "", ""], server.Taken.Select(mail => mail.Calendar));
        Assert.Contains("SendGrid refused what letter themes-2027 tells calendars: it leaves without", log.Lines);
    }

    [Fact]
    public async Task Two_people_with_one_address_are_written_to_in_two_requests()
    {
        var outcomes = await Send([Letters.To("accueil"), Letters.To("ACCUEIL") with { Id = "c-2" }, Letters.To("ali"), Letters.To("accueil") with { Id = "c-3" }, Letters.To("zoe")]);

        Assert.All(outcomes, outcome => Assert.Equal(MailOutcome.Sent, outcome));
        Assert.Equal(3, server.Requests);
        Assert.Equal(["c-accueil", "c-ali", "c-zoe", "c-2", "c-3"], server.Taken.Select(mail => mail.Arguments["addressee"]));
    }

    [Fact]
    public async Task Who_has_more_to_read_than_tags_may_hold_has_a_request_of_her_own()
    {
        var much = Letters.To("zoe", [.. Enumerable.Range(0, 200).Select(i => $"Une demande de plus, la {i}ᵉ")]);

        var outcomes = await Send([much, .. Letters.Many(3)]);

        Assert.All(outcomes, outcome => Assert.Equal(MailOutcome.Sent, outcome));
        Assert.Equal(2, server.Requests);
        var mail = server.Taken[^1];
        Assert.Equal(LetterCopy.Of(Letters.Invitation, much), new LetterCopy(mail.Subject, mail.Html, mail.Text));
        Assert.Equal("<https://plateforme.example/d/j-zoe>", mail.Headers["List-Unsubscribe"]);
    }

    [Fact]
    public async Task A_value_that_holds_a_tag_is_not_filled_again()
    {
        var tag = new TaggedLetter(Letters.Invitation).Values(Letters.To("zoe"))!.Keys.First();
        var sly = Letters.To("sly", $"{tag} et {tag}");

        await Send([sly, Letters.To("zoe")]);

        var mail = server.Taken.Single(mail => mail.Address.StartsWith("sly", StringComparison.Ordinal));
        Assert.Equal(LetterCopy.Of(Letters.Invitation, sly), new LetterCopy(mail.Subject, mail.Html, mail.Text));
    }

    [Fact]
    public async Task A_comma_in_a_name_makes_no_second_address()
    {
        await Send([Letters.To("zoe") with { Mailbox = new("Été, \"Zoé\"\r\n", "zoe@ccas.example") }]);

        Assert.Equal("\"Été, Zoé\"", Assert.Single(server.Taken).Name);
    }

    [Fact]
    public async Task An_address_that_cannot_be_written_is_refused_alone_and_not_sent()
    {
        var abroad = Letters.To("x") with { Mailbox = new("", "accueil@ccas-évian.example") };

        Assert.Equal([MailOutcome.NoSuchAddress, MailOutcome.Sent], await Send([Letters.To("zoé"), abroad]));
        Assert.Equal(["accueil@xn--ccas-vian-f4a.example"], server.Taken.Select(mail => mail.Address));
        Assert.Equal([MailOutcome.NoSuchAddress], await Send([Letters.To("zoé")]));
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_letter_that_cannot_be_written_for_one_leaves_for_nobody()
    {
        var open = Letters.To("ali") with { Slots = new Dictionary<string, SlotValue>() };

        await Assert.ThrowsAsync<MissingSlotException>(() => Send([Letters.To("zoe"), open]));

        Assert.Equal(0, server.Requests);
    }

    [Fact]
    public async Task Who_SendGrid_blames_is_refused_and_the_others_are_sent()
    {
        var outcomes = await Send([Letters.To("zoe"), Letters.To("nobody1"), Letters.To("ali"), Letters.To("nobody2")]);

        Assert.Equal([MailOutcome.Sent, MailOutcome.NoSuchAddress, MailOutcome.Sent, MailOutcome.NoSuchAddress], outcomes);
        Assert.Equal((2, 2), (server.Requests, server.Mails));
        Assert.Contains("SendGrid refused 2 addressees of letter themes-2027: c-nobody1 c-nobody2", log.Lines);
    }

    [Fact]
    public async Task Blaming_one_after_the_other_has_an_end()
    {
        server.Then([.. Enumerable.Repeat(FakeAnswer.Blaming("personalizations.0.to.0.email"), 30)]);

        var outcomes = await Send(Letters.Many(40));

        Assert.Equal(21, server.Requests);
        Assert.Equal((21, 19), (outcomes.Count(outcome => outcome == MailOutcome.NoSuchAddress), outcomes.Count(outcome => outcome == MailOutcome.Deferred)));
    }

    [Fact]
    public async Task A_refusal_of_no_one_in_particular_throws_and_says_the_field_but_no_address()
    {
        server.Then(FakeAnswer.Blaming("from.email", "not verified"), FakeAnswer.Blaming("personalizations", "[zoe@ccas.example] twice"));

        var first = await Assert.ThrowsAsync<SendGridRefusedException>(() => Send([Letters.To("zoe")]));
        var second = await Assert.ThrowsAsync<SendGridRefusedException>(() => Send([Letters.To("zoe")]));

        Assert.Equal("SendGrid refuse ce message (400). [from.email] not verified", first.Message);
        Assert.Equal("SendGrid refuse ce message (400).", second.Message);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_key_that_is_refused_throws_at_once(int status)
    {
        server.Then(FakeAnswer.Refused(status));

        var refusal = await Assert.ThrowsAsync<SendGridRefusedException>(() => Send([Letters.To("zoe")]));

        Assert.Equal((status, 1), ((int)refusal.Status, server.Requests));
    }

    [Fact]
    public async Task What_is_too_heavy_is_halved()
    {
        server.Then(FakeAnswer.Refused(413), FakeAnswer.Refused(413));

        var outcomes = await Send(Letters.Many(5));

        Assert.All(outcomes, outcome => Assert.Equal(MailOutcome.Sent, outcome));
        Assert.Equal((5, 5), (server.Requests, server.Mails)); // five, three of them, the two others, two and one of the three
    }

    [Fact]
    public async Task One_copy_that_is_too_heavy_is_a_trouble()
    {
        server.Then(FakeAnswer.Refused(413));

        await Assert.ThrowsAsync<SendGridRefusedException>(() => Send([Letters.To("zoe")]));
    }

    [Fact]
    public async Task A_limit_is_waited_for_until_the_instant_SendGrid_gives()
    {
        server.Then(FakeAnswer.Limited(clock.GetUtcNow().AddSeconds(40)), FakeAnswer.Refused(429, "", ("Retry-After", "7")));

        Assert.Equal([MailOutcome.Sent], await Send([Letters.To("zoe")]));

        Assert.InRange(clock.Waits[0], TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(41));
        Assert.InRange(clock.Waits[1], TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(8));
        Assert.Equal((3, 1), (server.Requests, server.Mails));
    }

    [Fact]
    public async Task A_limit_further_than_patience_is_not_waited_for()
    {
        server.Then(FakeAnswer.Limited(clock.GetUtcNow().AddMinutes(30)));

        await Assert.ThrowsAsync<SendGridRefusedException>(() => Send([Letters.To("zoe")]));

        Assert.Equal((0, 1), (clock.Waits.Count, server.Requests));
    }

    [Fact]
    public async Task A_server_that_stumbles_is_asked_again_and_one_that_stays_down_is_left_after_five_tries()
    {
        server.Then(FakeAnswer.Refused(503), FakeAnswer.Refused(500));
        Assert.Equal([MailOutcome.Sent], await Send([Letters.To("zoe")]));

        server.Then([.. Enumerable.Repeat(FakeAnswer.Refused(503), 5)]);
        await Assert.ThrowsAsync<SendGridRefusedException>(() => Send([Letters.To("ali")]));

        Assert.Equal((3 + 5, 1), (server.Requests, server.Mails));
    }

    [Theory]
    [InlineData(502)]
    [InlineData(504)]
    [InlineData(408)]
    public async Task A_gateway_that_gave_up_waiting_leaves_the_outcome_open_and_nothing_is_sent_again(int status)
    {
        server.Then(FakeAnswer.Refused(status));

        Assert.Equal([MailOutcome.Unknown], await Send([Letters.To("zoe")]));
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task When_some_were_sent_the_others_wait_for_the_next_time()
    {
        server.Then([FakeAnswer.Well, .. Enumerable.Repeat(FakeAnswer.Refused(503), 5)]);

        var outcomes = await Send([Letters.To("accueil"), Letters.To("accueil") with { Id = "c-2" }]);

        Assert.Equal([MailOutcome.Sent, MailOutcome.Deferred], outcomes);
    }

    [Fact]
    public async Task After_many_failures_SendGrid_is_left_in_peace_for_a_while()
    {
        server.Then([.. Enumerable.Repeat(FakeAnswer.Refused(503), 10)]);
        using var mailer = Mailer();
        for (var i = 0; i < 2; i++)
            await Assert.ThrowsAsync<SendGridRefusedException>(() => mailer.Send(Letters.Invitation, [Letters.To("zoe")]));

        await Assert.ThrowsAnyAsync<Exception>(() => mailer.Send(Letters.Invitation, [Letters.To("zoe")]));

        Assert.Equal(10, server.Requests);
    }

    [Fact]
    public async Task A_connection_cut_after_the_mail_leaves_its_outcome_open_and_is_never_sent_again()
    {
        server.Then(FakeAnswer.Cut);

        var outcomes = await Send([Letters.To("accueil"), Letters.To("ali"), Letters.To("accueil") with { Id = "c-2" }]);

        Assert.Equal([MailOutcome.Unknown, MailOutcome.Unknown, MailOutcome.Deferred], outcomes);
        Assert.Equal((1, 2), (server.Requests, server.Mails));
        Assert.Contains("Whether SendGrid took 2 copies of letter themes-2027 is not known", log.Lines);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_leaves_the_outcome_open()
    {
        server.Then(FakeAnswer.Slow(TimeSpan.FromMinutes(1)));
        settings = settings with { Patience = TimeSpan.FromMilliseconds(500) };

        Assert.Equal([MailOutcome.Unknown], await Send([Letters.To("zoe")]));

        Assert.Equal((1, 1), (server.Requests, server.Mails));
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_throws_after_some_tries_and_nobody_was_attempted()
    {
        await server.DisposeAsync();

        await Assert.ThrowsAsync<UnsentException>(() => Send([Letters.To("zoe")]));

        Assert.Equal(4, clock.Waits.Count);
    }

    [Fact]
    public async Task A_host_that_stops_while_it_waits_leaves_everybody_for_later()
    {
        using var stop = new CancellationTokenSource();
        server.Then([FakeAnswer.Well, .. Enumerable.Repeat(FakeAnswer.Refused(503), 5)]);
        clock.OnWait = _ => stop.Cancel();

        var outcomes = await Send([Letters.To("accueil"), Letters.To("accueil") with { Id = "c-2" }], stop: stop.Token);

        Assert.Equal([MailOutcome.Sent, MailOutcome.Deferred], outcomes);
        Assert.Equal([MailOutcome.Deferred], await Send([Letters.To("zoe")], stop: stop.Token));
        Assert.Equal(2, server.Requests);
    }

    [Fact]
    public async Task A_request_once_begun_is_not_interrupted_by_the_stop()
    {
        using var stop = new CancellationTokenSource();
        server.Then(FakeAnswer.Slow(TimeSpan.FromMilliseconds(300), stop.Cancel));

        Assert.Equal([MailOutcome.Sent], await Send([Letters.To("zoe")], stop: stop.Token));
    }

    [Fact]
    public async Task In_sandbox_mode_mails_are_checked_and_go_to_nobody()
    {
        settings = settings with { Sandbox = true };

        Assert.Equal([MailOutcome.Sent], await Send([Letters.To("zoe")]));

        Assert.Equal((1, 0), (server.Requests, server.Mails));
    }

    [Fact]
    public async Task Neither_an_address_nor_the_key_stands_in_the_log()
    {
        server.Then(FakeAnswer.Refused(503), FakeAnswer.Well, FakeAnswer.Blaming("personalizations", "[zoe@ccas.example] twice"), FakeAnswer.Well, FakeAnswer.Cut);
        IReadOnlyList<Addressee> people = [Letters.To("nobody"), Letters.To("zoe"), Letters.To("zoe") with { Id = "c-2" }, Letters.To("ali")];
        await Send(people);
        await Send([.. people.Skip(1)]);

        Assert.True(log.Lines.Count >= 5);
        Assert.All(log.Lines, line => Assert.False(line.Contains('@') || line.Contains("SG.", StringComparison.Ordinal) || line.Contains("Zoé", StringComparison.Ordinal), line));
        Assert.DoesNotContain(FakeSendGrid.Key, settings.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_cannot_work_are_refused_at_start()
    {
        var plain = new SendGridSettings("SG.a.b");

        Assert.Equal("https://api.eu.sendgrid.com", plain.Host);
        Assert.Equal("https://api.sendgrid.com", (plain with { Region = "global" }).Host);
        Assert.Empty(plain.Problems());
        Assert.Single(new SendGridSettings(" ").Problems());
        Assert.Single(new SendGridSettings("SG.a b").Problems());
        Assert.Single((plain with { Region = "us" }).Problems());
        Assert.Single((plain with { Address = "http://ailleurs.example" }).Problems());
        Assert.Single((plain with { Address = "/v3" }).Problems());
        Assert.Single((plain with { Patience = TimeSpan.Zero }).Problems());
        Assert.Single((plain with { Patience = TimeSpan.FromMinutes(20) }).Problems());
        Assert.Throws<ArgumentException>(() => new SendGridMailer(new(""), clock, log));
    }

    [Fact]
    public void Sending_twice_is_two_mails()
    {
        using var mailer = Mailer();

        Assert.Equal((1000, false), (mailer.BatchSize, mailer.Repeatable));
    }

    private async Task<IReadOnlyList<MailOutcome>> Send(IReadOnlyList<Addressee> people, Letter? letter = null, CancellationToken stop = default)
    {
        using var mailer = Mailer();
        return await mailer.Send(letter ?? Letters.Invitation, people, stop);
    }

    private SendGridMailer Mailer() => new(settings, clock, log);
}
