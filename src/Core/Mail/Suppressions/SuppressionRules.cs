using Almanach.Core.Mail.Sending;

namespace Almanach.Core.Mail.Suppressions;

/// <summary>
/// What is not written to an address that does not receive, or does not want newsletters. Who somebody is, whether she objects
/// (<see cref="Network.Contact.Suppressed"/>) and whether her address receives are three things. Pure.
/// </summary>
public static class SuppressionRules
{
    /// <summary>Whether a message is a newsletter: what a complaint stops.</summary>
    public static bool IsList(Mailing mailing) => mailing.List is not null;

    /// <summary>What becomes of a copy that is not handed over; null for one that is.</summary>
    /// <param name="list">The message is a newsletter.</param>
    /// <param name="requested">Whoever it goes to asked for it a moment ago, by the address she has.</param>
    public static Delivery? Withheld(IReadOnlyCollection<SuppressionReason> reasons, bool list, bool requested) => reasons switch
    {
        _ when requested => null,
        _ when reasons.Contains(SuppressionReason.Bounce) => Delivery.Unreachable,
        // A convocation is no newsletter: it still comes.
        _ when list && reasons.Contains(SuppressionReason.Complaint) => Delivery.Suppressed,
        _ => null,
    };
}
