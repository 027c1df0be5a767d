namespace Almanach.Core.Mail.Incoming.Bounces;

/// <summary>One address that a message did not reach, or not yet.</summary>
/// <param name="Recipient">The address written to, in lower case; empty where the notice does not say.</param>
/// <param name="Status">The enhanced status code (RFC 3463), such as « 5.1.1 »; where the notice has none, the one its words stand for.</param>
public sealed record Bounce(string Recipient, string Status, BounceReason Reason)
{
    /// <summary>
    /// Nobody will ever be reached there: user or host unknown, moved, or a domain that takes no mail. A full mailbox, a
    /// policy or a delay says nothing of the address.
    /// </summary>
    public bool Hard => Reason is BounceReason.UserUnknown or BounceReason.HostUnknown or BounceReason.Moved or BounceReason.TakesNoMail;
}

/// <summary>Why a message did not arrive.</summary>
public enum BounceReason
{
    UserUnknown,
    HostUnknown,
    Moved,

    /// <summary>The domain says that it takes no mail at all (RFC 7505).</summary>
    TakesNoMail,
    MailboxFull,

    /// <summary>The account is there, and closed for now.</summary>
    Suspended,
    TooLarge,

    /// <summary>Refused for who sends, or for what is sent.</summary>
    Policy,

    /// <summary>Not yet, or no connection in time.</summary>
    Delayed,
    Other,
}
