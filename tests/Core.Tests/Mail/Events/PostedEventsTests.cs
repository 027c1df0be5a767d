using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Almanach.Core.Mail.Events;
using Almanach.Core.Mail.Incoming.Bounces;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Tests.Mail.Incoming;

namespace Almanach.Core.Tests.Mail.Events;

/// <summary>What SendGrid posts, and what each of its kinds means.</summary>
public sealed class PostedEventsTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("""{"event":"processed"}""", Delivery.Sent)]
    [InlineData("""{"event":"deferred","response":"400 try again later","attempt":"5"}""", Delivery.Delayed)]
    [InlineData("""{"event":"delivered","response":"250 OK"}""", Delivery.Delivered)]
    [InlineData("""{"event":"bounce","type":"bounce","reason":"550 5.1.1 user unknown","status":"5.1.1"}""", Delivery.Bounced)]
    [InlineData("""{"event":"bounce","type":"blocked","reason":"550 5.7.1 blocked"}""", Delivery.Bounced)]
    [InlineData("""{"event":"spamreport"}""", Delivery.Complained)]
    [InlineData("""{"event":"dropped","reason":"Bounced Address"}""", Delivery.Bounced)]
    [InlineData("""{"event":"dropped","reason":"Invalid"}""", Delivery.Bounced)]
    [InlineData("""{"event":"dropped","reason":"Unsubscribed Address"}""", Delivery.Suppressed)]
    [InlineData("""{"event":"dropped","reason":"Spam Reporting Address"}""", Delivery.Suppressed)]
    [InlineData("""{"event":"dropped","reason":"Spam Content"}""", Delivery.Refused)]
    [InlineData("""{"event":"dropped","reason":"Recipient List over Package Quota"}""", Delivery.Refused)]
    // Nobody is watched, and what SendGrid may say one day means nothing yet.
    [InlineData("""{"event":"open"}""", null)]
    [InlineData("""{"event":"click","url":"https://a.example.org"}""", null)]
    [InlineData("""{"event":"unsubscribe"}""", null)]
    [InlineData("""{"event":"group_unsubscribe"}""", null)]
    [InlineData("""{"event":"group_resubscribe"}""", null)]
    [InlineData("""{"event":"account_status_change"}""", null)]
    [InlineData("""{"event":5}""", null)]
    [InlineData("{}", null)]
    public void Each_kind_means_one_thing(string given, Delivery? expected)
    {
        var one = JsonNode.Parse(given)!.AsObject();
        (one["message"], one["addressee"]) = ("m-1", "c-1");

        Assert.Equal(expected, PostedEvents.Read(Encoding.UTF8.GetBytes($"[{one.ToJsonString()}]"), _now)!.SingleOrDefault()?.Event.State);
    }

    /// <summary>Handed over by SMTP, it bears nothing of ours but its Message-ID.</summary>
    [Theory]
    [InlineData("<invite-2022-themes.c-00001@pfoss.example.org>", "invite-2022-themes", "c-00001")]
    [InlineData("<a.b.c-00001@pfoss.example.org>", "a.b", "c-00001")]
    [InlineData("<14c5d75ce93@ismtpd-555>", "", "")] // SendGrid's own
    [InlineData("<.c@x>", "", "")]
    [InlineData("", "", "")]
    public void Mail_that_left_by_smtp_is_known_by_its_message_id(string id, string message, string addressee)
    {
        var heard = PostedEvents.Read(Encoding.UTF8.GetBytes(new JsonArray(new JsonObject { ["event"] = "delivered", ["smtp-id"] = id }).ToJsonString()), _now)!.SingleOrDefault();

        Assert.Equal((message, addressee), (heard?.Mailing ?? "", heard?.Event.Contact ?? ""));
    }

    [Theory]
    [InlineData("bounce", "5.1.1", "550 5.1.1 The email account that you tried to reach does not exist", true)]
    [InlineData("bounce", "5.0.0", "500 unknown recipient", true)]
    [InlineData("bounce", "", "550 No such user here", true)]
    [InlineData("bounce", "5.1.2", "domain not found", true)]
    [InlineData("bounce", "5.2.2", "552 5.2.2 mailbox full", false)]
    [InlineData("bounce", "5.7.1", "554 5.7.1 message refused by policy", false)]
    [InlineData("bounce", "5.0.0", "", false)]
    [InlineData("bounce", "", "unknown error", false)]
    [InlineData("bounce", "4.4.7", "delivery expired", false)]
    // SendGrid goes on writing there, whatever the words.
    [InlineData("blocked", "5.1.1", "550 5.1.1 user unknown", false)]
    [InlineData("expired", "5.1.1", "550 5.1.1 user unknown", false)]
    public void Only_an_address_that_is_no_more_is_hard(string type, string status, string reason, bool hard) =>
        Assert.Equal(hard, Only(new JsonObject { ["event"] = "bounce", ["type"] = type, ["status"] = status, ["reason"] = reason }).IsHard);

    [Fact]
    public void What_is_kept_holds_neither_an_address_nor_a_servers_words()
    {
        var kept = Only(new JsonObject { ["event"] = "bounce", ["type"] = "bounce", ["email"] = "anne@exemple.fr", ["reason"] = "550 5.1.1 <anne@exemple.fr> user unknown", ["timestamp"] = 1600112492 });

        Assert.Equal(new DeliveryEvent(kept.Id, "c-1", Delivery.Bounced, DateTimeOffset.FromUnixTimeSeconds(1600112492), "5.1.1", BounceReason.UserUnknown), kept);
        Assert.DoesNotContain("anne", Core.Engine.Stored.Write(kept), StringComparison.Ordinal);
        Assert.Equal(kept, Core.Engine.Stored.Read<DeliveryEvent>(Core.Engine.Stored.Write(kept)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[{]")]
    [InlineData("bonjour")]
    [InlineData("[1,2")]
    public void What_is_no_array_is_not_read(string body) => Assert.Null(PostedEvents.Read(Encoding.UTF8.GetBytes(body), _now));

    [Theory]
    [InlineData("[]")]
    [InlineData("[1,null,\"a\",[],[{}]]")]
    [InlineData("""[{"event":"delivered"}]""")]
    [InlineData("""[{"event":"delivered","message":"m-1","addressee":{"a":1}}]""")]
    [InlineData("""[{"event":"delivered","message":"\ud800","addressee":"c-1"}]""")]
    public void What_says_nothing_of_our_copies_is_passed_over(string body) => Assert.Empty(PostedEvents.Read(Encoding.UTF8.GetBytes(body), _now)!);

    [Theory]
    [InlineData("1e400")]
    [InlineData("-5")]
    [InlineData("999999999999999999")]
    [InlineData("\"hier\"")]
    [InlineData("1513299569.5")]
    public void An_instant_that_cannot_be_read_is_now(string timestamp) =>
        Assert.Equal(_now, PostedEvents.Read(Encoding.UTF8.GetBytes($$"""[{"event":"delivered","message":"m","addressee":"c","timestamp":{{timestamp}}}]"""), _now)!.Single().Event.At);

    [Fact]
    public void SendGrids_own_list_of_kinds_is_read()
    {
        var all = JsonNode.Parse(File.ReadAllText(Path.Combine(Samples.Given("sendgrid"), "events.json")).TrimStart('\uFEFF'))!.AsArray();
        foreach (var one in all)
            (one!["message"], one["addressee"]) = ("m-1", "c-1");

        var read = PostedEvents.Read(JsonSerializer.SerializeToUtf8Bytes(all), _now)!;

        Assert.Equal(["Sent", "Delayed", "Delivered", "Bounced", "Bounced", "Complained"], read.Select(one => one.Event.State.ToString()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Bytes_broken_at_random_are_read_or_not_and_what_is_read_can_be_stored(int seed)
    {
        var random = new Random(seed);
        var body = """[{"event":"bounce","type":"bounce","message":"m-1","addressee":"c-1","email":"a\u00e9@exemple.fr","status":"5.1.1","reason":"550 user \ud83d\ude00 unknown","timestamp":1513299569,"category":["a"]}]"""u8.ToArray();

        for (var i = 0; i < 20_000; i++)
            foreach (var heard in PostedEvents.Read(Mutations.Of(body, random), _now) ?? [])
                Assert.Equal(heard.Event, Core.Engine.Stored.Read<DeliveryEvent>(Core.Engine.Stored.Write(heard.Event)));
    }

    private static DeliveryEvent Only(JsonObject one)
    {
        (one["message"], one["addressee"]) = ("m-1", "c-1");
        return PostedEvents.Read(Encoding.UTF8.GetBytes($"[{one.ToJsonString()}]"), _now)!.Single().Event;
    }
}
