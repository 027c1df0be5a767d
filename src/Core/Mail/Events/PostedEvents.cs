using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Almanach.Core.Mail.Incoming.Bounces;
using Almanach.Core.Mail.Sending;

namespace Almanach.Core.Mail.Events;

/// <summary>
/// Reads what SendGrid posts: an array of flat objects, in which the ids we sent along stand beside its own fields. Opening,
/// clicking and unsubscribing are not read: nobody is watched.
/// </summary>
public static class PostedEvents
{
    /// <summary>Events read of one post: far more than SendGrid sends in one.</summary>
    public const int Most = 10_000;

    /// <param name="now">Stands for an instant that cannot be read.</param>
    /// <returns>Null for what is no array of JSON.</returns>
    public static IReadOnlyList<HeardEvent>? Read(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Take(Most).Where(one => one.ValueKind == JsonValueKind.Object).Select(one => Event(one, now)).OfType<HeardEvent>()]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static HeardEvent? Event(JsonElement one, DateTimeOffset now)
    {
        var (mailing, contact) = Copy(one);
        if (mailing.Length == 0 || contact.Length == 0 || State(one) is not { } state)
            return null;
        var address = Word(one, "email").ToLowerInvariant();
        var bounce = state == Delivery.Bounced ? Bounce(one) : null;
        // Its bytes as they came, which need not even be characters.
        var id = Word(one, "sg_event_id") is { Length: > 0 } given ? Encoding.UTF8.GetBytes(given) : JsonMarshal.GetRawUtf8Value(one);
        return new HeardEvent(mailing, address, new DeliveryEvent(Convert.ToHexStringLower(SHA256.HashData(id))[..24], contact, state, At(one, now), bounce?.Status ?? "", bounce?.Reason));
    }

    /// <summary>
    /// Which copy it is about: as we said when we handed it over, or, of mail that SendGrid took by SMTP, by its Message-ID, whose
    /// left half is made of both where they can stand in it (<see cref="MessageNames"/>).
    /// </summary>
    private static (string Mailing, string Contact) Copy(JsonElement one)
    {
        if (Word(one, "message") is { Length: > 0 } mailing)
            return (mailing, Word(one, "addressee"));
        var id = Word(one, "smtp-id").Trim('<', '>').Split('@')[0];
        return id.LastIndexOf('.') is > 0 and var dot ? (id[..dot], id[(dot + 1)..]) : ("", "");
    }

    private static Delivery? State(JsonElement one) => Word(one, "event") switch
    {
        "processed" => Delivery.Sent,
        "deferred" => Delivery.Delayed,
        "delivered" => Delivery.Delivered,
        "bounce" or "blocked" => Delivery.Bounced,
        "spamreport" => Delivery.Complained,
        // Not sent by SendGrid, for what it knows of the address or thinks of the mail.
        "dropped" => Word(one, "reason").ToLowerInvariant() switch
        {
            "bounced address" or "invalid" => Delivery.Bounced,
            "spam reporting address" or "unsubscribed address" or "unsubscribed group" or "group unsubscribe" => Delivery.Suppressed,
            _ => Delivery.Refused,
        },
        _ => null,
    };

    private static Bounce Bounce(JsonElement one)
    {
        if (Word(one, "event") == "dropped")
            // It bounced once, of which we were told then; why, this does not say.
            return Word(one, "reason").Equals("invalid", StringComparison.OrdinalIgnoreCase) ? new Bounce("", "5.1.1", BounceReason.UserUnknown) : new Bounce("", "5.0.0", BounceReason.Other);
        var judged = BounceReader.Judge(Word(one, "status"), Word(one, "reason"));
        // « blocked » or « expired »: SendGrid goes on writing to that address, whatever the words.
        var soft = Word(one, "event") == "blocked" || Word(one, "type") is { Length: > 0 } and not "bounce";
        return soft && judged.Hard ? judged with { Reason = BounceReason.Policy } : judged;
    }

    private static DateTimeOffset At(JsonElement one, DateTimeOffset now) =>
        one.TryGetProperty("timestamp", out var at) && at.ValueKind == JsonValueKind.Number && at.TryGetInt64(out var seconds) && seconds is > 0 and < 32_503_680_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) : now;

    /// <summary>Empty for what is no text, or half of a character.</summary>
    private static string Word(JsonElement one, string name)
    {
        try
        {
            return one.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
