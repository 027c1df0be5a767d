using Almanach.Core.Mail.Events;

namespace Almanach.Core.Mail.Sending;

/// <summary>
/// What is known of a copy once something more is heard. Whoever tells first, and however often, the end is the same: what
/// says most stands. Pure.
/// </summary>
public static class DeliveryRules
{
    public static Delivery After(Delivery before, DeliveryEvent heard) => Joined(before, heard.State);

    /// <summary>Two things known of one copy: what we did, what the provider says, in either order.</summary>
    public static Delivery Joined(Delivery one, Delivery other) => one > other ? one : other;

    /// <summary>What is known of a copy by its batch.</summary>
    public static Delivery Of(MailBatch batch, string contact) => batch.Outcomes.TryGetValue(contact, out var known) ? known : batch.State switch
    {
        BatchState.Pending => Delivery.Pending,
        BatchState.Claimed => Delivery.Claimed,
        BatchState.Settled => Delivery.Unknown,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
