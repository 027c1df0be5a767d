using System.Collections.Frozen;

namespace Almanach.Core.Mail.Sending;

/// <summary>
/// What became of one person's copy, from what says least to what says most: of two things known of the same copy, the later
/// of this list stands (<see cref="DeliveryRules"/>). Stored by name.
/// </summary>
public enum Delivery
{
    /// <summary>Its turn has not come. Never stored: a copy of which nothing is known.</summary>
    Pending,

    /// <summary>It is being sent now. Never stored either.</summary>
    Claimed,

    /// <summary>Whom we hand mail to did not take it for now; we try it again.</summary>
    Deferred,

    /// <summary>Not sent: its moment was past when its turn came at last.</summary>
    Expired,

    /// <summary>Not sent: the coordinator stopped the message before its turn came.</summary>
    Stopped,

    /// <summary>It may have left or not; put before the coordinator, unless the provider tells.</summary>
    Unknown,

    /// <summary>Handed over. Where nobody tells what becomes of mail, the last that is known.</summary>
    Sent,

    /// <summary>Handed over; the addressee's server puts it off and the provider, not we, tries it again.</summary>
    Delayed,

    /// <summary>Refused for good when it was handed over.</summary>
    Refused,

    /// <summary>Not sent: its address does not receive, as a copy that came back for good has said before (<see cref="Suppressions.SuppressionRules"/>).</summary>
    Unreachable,

    /// <summary>Not sent: the person has left, or objected, or asked to be left alone (of newsletters, by marking one as unwanted); or its words were past keeping first.</summary>
    Suppressed,

    /// <summary>The addressee's server took it.</summary>
    Delivered,

    /// <summary>It came back, perhaps after the addressee's server had taken it.</summary>
    Bounced,

    /// <summary>It arrived, and the person marked it as unwanted.</summary>
    Complained,
}

/// <summary>States that are treated alike, named once.</summary>
public static class Deliveries
{
    /// <summary>We still have to send it.</summary>
    public static FrozenSet<Delivery> Outstanding { get; } = [Delivery.Pending, Delivery.Claimed, Delivery.Deferred];

    /// <summary>We handed it over, and have heard nothing bad of it.</summary>
    public static FrozenSet<Delivery> Gone { get; } = [Delivery.Sent, Delivery.Delayed, Delivery.Delivered, Delivery.Complained];

    /// <summary>It reached its addressee.</summary>
    public static FrozenSet<Delivery> Arrived { get; } = [Delivery.Delivered, Delivery.Complained];

    /// <summary>The address did not take it.</summary>
    public static FrozenSet<Delivery> Failed { get; } = [Delivery.Refused, Delivery.Bounced];

    /// <summary>The coordinator is told: what she meant to say may not have been read.</summary>
    public static FrozenSet<Delivery> Worrying { get; } = [Delivery.Refused, Delivery.Bounced, Delivery.Unknown, Delivery.Expired, Delivery.Complained];

    /// <summary>Nothing more is expected of us; a provider may still tell.</summary>
    public static FrozenSet<Delivery> Final { get; } = [.. Enum.GetValues<Delivery>().Except(Outstanding)];
}
