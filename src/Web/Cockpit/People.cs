using Almanach.Core.Access;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Network;
using Almanach.Core.Newsletter.Subscriptions;

namespace Almanach.Web.Cockpit;

/// <summary>People by name, never by id.</summary>
internal static class People
{
    /// <summary>Whether a message would be handed over for this person, if it left now.</summary>
    public static bool Reached(Roster roster, SuppressedAddresses known, Mailing mailing, string contact) => Reach.Withheld(roster, known, mailing, contact) is null;

    /// <summary>Whether somebody is of the network, and not a subscriber or a guest from outside.</summary>
    public static bool HasCard(Roster roster, string contact) =>
        roster.Contacts.ContainsKey(contact) && Subscriber.Read(contact) is null && Registrant.Read(contact) is null;

    /// <summary>« Anne Martin, Département de la Drôme ».</summary>
    public static string Name(Roster roster, string contact) =>
        contact == Coordination.Id ? "La coordination"
        : contact == Core.Data.Deliveries.Drops.DropDesk.Nobody ? "le dossier de dépôt"
        : roster.Contacts.TryGetValue(contact, out var person)
            ? $"{(person.Name.Length > 0 ? person.Name : person.Function)}, {roster.OrganisationOf(contact)?.Name ?? "organisme inconnu"}"
            : Subscriber.Read(contact) is not null ? "une personne qui n’est plus abonnée"
            : Registrant.Read(contact) is not null ? "une personne dont l’inscription est effacée" : "une personne qui n’est plus dans le réseau";
}
