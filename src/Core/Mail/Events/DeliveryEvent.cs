using System.Text.Json.Serialization;
using Almanach.Core.Mail.Incoming.Bounces;
using Almanach.Core.Mail.Sending;

namespace Almanach.Core.Mail.Events;

/// <summary>What was heard of one copy, as it is kept beside its batch: neither address nor words of a server.</summary>
/// <param name="Id">Hash of the provider's name for it: the same event, however often it comes.</param>
/// <param name="State">What it says of the copy.</param>
/// <param name="At">When it happened, as the provider says, UTC.</param>
/// <param name="Status">Enhanced status code (RFC 3463) of what came back; empty otherwise.</param>
/// <param name="Reason">Why it came back; null for all else.</param>
public sealed record DeliveryEvent(
    string Id, string Contact, Delivery State, DateTimeOffset At, string Status = "",
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] BounceReason? Reason = null)
{
    public const string Prefix = "event|";

    [JsonIgnore]
    public string Key => Prefix + Id;

    /// <summary>Nobody will ever be reached there.</summary>
    [JsonIgnore]
    public bool IsHard => State == Delivery.Bounced && Reason is { } reason && new Bounce("", Status, reason).Hard;
}

/// <summary>An event as it arrives, with what is not kept of it.</summary>
/// <param name="Mailing">Key of the message.</param>
/// <param name="Address">Where the copy went; empty where the provider does not say.</param>
public sealed record HeardEvent(string Mailing, string Address, DeliveryEvent Event);
