using Almanach.Core.Access;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Network;

namespace Almanach.Core.Mail;

/// <summary>Whom a message reaches, when it leaves and on the pages that show it before. Pure.</summary>
public static class Reach
{
    /// <summary>Why a message does not reach somebody; null where it does.</summary>
    /// <param name="list">Id of the newsletter it is; null for any other message.</param>
    /// <param name="requested">She asked for it a moment ago.</param>
    public static Obstacle? Blocked(Roster roster, SuppressedAddresses known, string contact, string? list = null, bool requested = false) =>
        contact == Coordination.Id ? null
        : !roster.Contacts.TryGetValue(contact, out var person) || !person.Active || !roster.Organisations.ContainsKey(person.Organisation) ? Obstacle.Gone
        : person.Suppressed && !requested ? Obstacle.Objects
        : list is not null && !person.Receives(list) ? Obstacle.LeftList
        : SuppressionRules.Withheld([.. known.Of(person.Address).Select(one => one.Reason)], list is not null, requested) switch
        {
            null => null,
            Delivery.Unreachable => Obstacle.Unreachable,
            _ => Obstacle.Complained,
        };

    /// <summary>
    /// What becomes of a copy that is not handed over; null for one that is. An objection stops what we send, not the answer to
    /// one's own request; nor does an address that does not receive. Who left a list since its message was ordered gets none.
    /// </summary>
    public static Delivery? Withheld(Roster roster, SuppressedAddresses known, Mailing mailing, string contact) =>
        Blocked(roster, known, contact, mailing.List, mailing.Requested) switch
        {
            null => null,
            Obstacle.Unreachable => Delivery.Unreachable,
            Obstacle.Gone or Obstacle.Objects or Obstacle.LeftList or Obstacle.Complained => Delivery.Suppressed,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}

/// <summary>What keeps a message from somebody.</summary>
public enum Obstacle
{
    /// <summary>She left, or her organisation did.</summary>
    Gone,

    /// <summary>She wants no mail.</summary>
    Objects,

    /// <summary>She left that newsletter.</summary>
    LeftList,

    /// <summary>Her address does not receive.</summary>
    Unreachable,

    /// <summary>A message was marked as unwanted from her address: no newsletter goes there any more.</summary>
    Complained,
}
