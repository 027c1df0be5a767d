using Almanach.Core.Access;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Network;

namespace Almanach.Web.Cockpit;

/// <summary>People by name, never by id.</summary>
internal static class People
{
    /// <summary>Whether mail still goes to this person.</summary>
    public static bool Reached(Roster roster, string contact) =>
        contact == Coordination.Id || roster.Contacts.TryGetValue(contact, out var person) && person is { Active: true, Suppressed: false };

    /// <summary>« Anne Martin, Département de la Drôme ».</summary>
    public static string Name(Roster roster, string contact) =>
        contact == Coordination.Id ? "La coordination"
        : roster.Contacts.TryGetValue(contact, out var person)
            ? $"{(person.Name.Length > 0 ? person.Name : person.Function)}, {roster.OrganisationOf(contact)?.Name ?? "organisme inconnu"}"
            : Registrant.Read(contact) is not null ? "une personne dont l’inscription est effacée" : "une personne qui n’est plus dans le réseau";
}
