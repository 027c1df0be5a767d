using Almanach.Core.Access;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Network;

namespace Almanach.Core.Mail;

/// <summary>Whom a message reaches, when it leaves and on the pages that show it before. Pure.</summary>
public static class Reach
{
    /// <summary>
    /// What becomes of a copy that is not handed over; null for one that is. An objection stops what we send, not the answer to
    /// one's own request; nor does an address that does not receive. Who left a list since its message was ordered gets none.
    /// </summary>
    public static Delivery? Withheld(Roster roster, SuppressedAddresses known, Mailing mailing, string contact) =>
        contact == Coordination.Id ? null
        : !roster.Contacts.TryGetValue(contact, out var person) || !person.Active || person.Suppressed && !mailing.Requested || !roster.Organisations.ContainsKey(person.Organisation)
            || mailing.List is { } list && !person.Receives(list)
            ? Delivery.Suppressed : known.Withheld(person.Address, mailing);
}
