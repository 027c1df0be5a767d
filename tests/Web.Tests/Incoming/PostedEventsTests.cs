using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Almanach.Core.Engine;
using Almanach.Core.Mail.Events;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Tests.Mail.Events;
using Almanach.Core.Tests.Mail.Incoming;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Incoming;

/// <summary>What a provider posts of mails that left, signed or not.</summary>
public sealed class PostedEventsTests
{
    private const string Door = "/courrier/evenements";
    private const string Message = "invite-2022-themes";

    [Fact]
    public async Task Signed_events_are_kept_and_say_what_became_of_copies()
    {
        await using var platform = await TestPlatform.Collecting();
        var (one, other) = await Two(platform);

        using var response = await Post(platform, Body(Event("1", "delivered", one), Event("2", "bounce", other, "550 5.1.1 user unknown")));

        var outcomes = await platform.Office.MailRoom.Outcomes(Message);
        Assert.Equal((HttpStatusCode.OK, Delivery.Delivered, Delivery.Bounced), (response.StatusCode, outcomes[one], outcomes[other]));
        Assert.Equal([Delivery.Delivered, Delivery.Bounced], (await platform.Office.MailRoom.Heard(Message)).OrderBy(heard => heard.State).Select(heard => heard.State));
    }

    /// <summary>Whoever listened in may say again what was said: it changes nothing.</summary>
    [Fact]
    public async Task The_same_post_again_changes_nothing()
    {
        await using var platform = await TestPlatform.Collecting();
        var (one, other) = await Two(platform);
        var body = Body(Event("1", "delivered", one), Event("2", "bounce", other, "550 5.1.1 user unknown"));
        var (signature, timestamp) = platform.Events.Sign(body, DateTimeOffset.UtcNow);
        using var first = await Post(platform, body, signature, timestamp);
        await platform.Settle();
        IReadOnlyList<string> before = [.. await Rows(platform, MailingState.Partition(Message)), .. await Rows(platform, "successors")];

        using var again = await Post(platform, body, signature, timestamp);
        await platform.Settle();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.Equal(before, [.. await Rows(platform, MailingState.Partition(Message)), .. await Rows(platform, "successors")]);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("empty")]
    [InlineData("another key")]
    [InlineData("another body")]
    [InlineData("another timestamp")]
    [InlineData("too old")]
    [InlineData("too new")]
    public async Task What_is_not_signed_now_with_the_key_finds_no_page_and_leaves_nothing(string how)
    {
        await using var platform = await TestPlatform.Collecting();
        var (one, _) = await Two(platform);
        using var stranger = new EventHand();
        var body = Body(Event("1", "bounce", one, "550 5.1.1 user unknown"));
        var now = DateTimeOffset.UtcNow;
        var (signature, timestamp) = how switch
        {
            "another key" => stranger.Sign(body, now),
            "another body" => platform.Events.Sign([.. body, (byte)' '], now),
            "too old" => platform.Events.Sign(body, now.AddMinutes(-6)),
            "too new" => platform.Events.Sign(body, now.AddMinutes(6)),
            _ => platform.Events.Sign(body, now),
        };
        if (how == "another timestamp")
            timestamp = (now.ToUnixTimeSeconds() - 60).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var before = await Rows(platform, MailingState.Partition(Message));

        using var response = await Post(platform, body, how == "none" ? null : how == "empty" ? "" : signature, timestamp);
        using var nowhere = await platform.Client().GetAsync("/courrier-qui-n-existe-pas", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(await nowhere.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(before, await Rows(platform, MailingState.Partition(Message)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Zm9v")] // no key: it is as if there were none
    public async Task Without_a_key_nobody_is_heard(string key)
    {
        await using var platform = await TestPlatform.Open(eventsKey: key);

        using var response = await Post(platform, "[]"u8.ToArray());

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[{\"event\":")]
    [InlineData("bonjour")]
    public async Task A_signed_body_that_is_no_array_is_a_bad_request(string body)
    {
        await using var platform = await TestPlatform.Open();

        using var response = await Post(platform, Encoding.UTF8.GetBytes(body));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[1,null,{}]")]
    [InlineData("""[{"event":"open","message":"invite-2022-themes","addressee":"c-1"},{"event":"demain","message":"invite-2022-themes","addressee":"c-1"}]""")]
    [InlineData("""[{"event":"delivered","message":"jamais-vu","addressee":"c-1"},{"event":"delivered","message":"../../x","addressee":"c-1"}]""")]
    public async Task What_says_nothing_of_our_mail_is_taken_and_dropped(string body)
    {
        await using var platform = await TestPlatform.Collecting();
        var before = await Rows(platform, MailingState.Partition(Message));

        using var response = await Post(platform, Encoding.UTF8.GetBytes(body));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(before, await Rows(platform, MailingState.Partition(Message)));
    }

    [Fact]
    public async Task A_body_too_large_is_refused_before_it_is_read()
    {
        await using var platform = await TestPlatform.Open();

        using var response = await Post(platform, new byte[(2 * 1024 * 1024) + 1]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    /// <summary>The door for mail beside it takes far more.</summary>
    [Theory]
    [InlineData("/courrier/evenements")]
    [InlineData("/courrier/evenements/")]
    [InlineData("/Courrier/Evenements/")]
    [InlineData("/courrier/%65venements/")]
    public async Task However_the_door_is_written_a_body_too_large_is_refused(string door)
    {
        await using var platform = await TestPlatform.Open();
        using var body = new ByteArrayContent(new byte[(2 * 1024 * 1024) + 1]);

        using var response = await platform.Client().PostAsync(door, body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task What_bears_no_signature_is_answered_before_it_is_read()
    {
        await using var platform = await TestPlatform.Open();
        using var body = new UnreadContent();

        using var response = await platform.Client().PostAsync(Door, body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.False(body.IsRead);
    }

    /// <summary>Says that it has a body, and notes whether somebody wants it to the end.</summary>
    private sealed class UnreadContent : HttpContent
    {
        public bool IsRead { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            // More than the pipe of the test server holds: it is written on only as the other side reads.
            for (var piece = 0; piece < 16; piece++)
                await stream.WriteAsync(new byte[64 * 1024]);
            IsRead = true;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 1024 * 1024;
            return true;
        }
    }

    [Fact]
    public async Task A_page_cannot_be_asked_of_it()
    {
        await using var platform = await TestPlatform.Open();

        using var response = await platform.Client().GetAsync(Door, TestContext.Current.CancellationToken);

        Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Payloads_broken_at_random_are_never_an_error_of_ours(int seed)
    {
        var random = new Random(seed);
        await using var platform = await TestPlatform.Collecting();
        var (one, other) = await Two(platform);
        var body = Body(
            Event("1", "processed", one), Event("2", "deferred", one), Event("3", "delivered", one), Event("4", "bounce", other, "550 5.1.1 user unknown"),
            Event("5", "dropped", other, "Bounced Address"), Event("6", "spamreport", one), Event("7", "open", one), Event("8", "group_unsubscribe", other));

        for (var i = 0; i < 150; i++)
        {
            using var response = await Post(platform, Mutations.Of(body, random));
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{i}: {response.StatusCode}");
        }
        await platform.Settle();

        Assert.Empty(await platform.Office.Troubles.All());
        await foreach (var row in platform.Store.List(MailingState.Partition(Message), DeliveryEvent.Prefix, null))
            Assert.NotNull(Stored.Read<DeliveryEvent>(row.Value));
    }

    private static JsonObject Event(string id, string kind, string contact, string reason = "") => new()
    {
        ["sg_event_id"] = id,
        ["event"] = kind,
        ["message"] = Message,
        ["addressee"] = contact,
        ["email"] = "",
        ["timestamp"] = 1_632_900_000,
        ["sg_message_id"] = "LRzXl_NHStOGhQ4kofSm_A.filterdrecv",
        ["reason"] = reason,
        ["type"] = kind == "bounce" ? "bounce" : "",
        ["category"] = new JsonArray("a", "b"),
    };

    private static byte[] Body(params JsonObject[] events) => [.. JsonSerializer.SerializeToUtf8Bytes(new JsonArray([.. events])), .. "\r\n"u8];

    private static async Task<(string One, string Other)> Two(TestPlatform platform)
    {
        var outcomes = await platform.Office.MailRoom.Outcomes(Message);
        var people = outcomes.Keys.Order(StringComparer.Ordinal).ToList();
        return (people[0], people[1]);
    }

    private static async Task<IReadOnlyList<string>> Rows(TestPlatform platform, string partition)
    {
        List<string> rows = [];
        await foreach (var row in platform.Store.List(partition))
            rows.Add($"{row.Key} {row.Value}");
        return rows;
    }

    private static Task<HttpResponseMessage> Post(TestPlatform platform, byte[] body)
    {
        var (signature, timestamp) = platform.Events.Sign(body, DateTimeOffset.UtcNow);
        return Post(platform, body, signature, timestamp);
    }

    private static async Task<HttpResponseMessage> Post(TestPlatform platform, byte[] body, string? signature, string timestamp)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Door) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Twilio-Email-Event-Webhook-Signature", signature);
            request.Headers.TryAddWithoutValidation("X-Twilio-Email-Event-Webhook-Timestamp", timestamp);
        }
        return await platform.Client().SendAsync(request);
    }
}
