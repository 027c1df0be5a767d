using System.Security.Cryptography;
using System.Text;

namespace Almanach.Core.Network;

/// <summary>Who is asked for a successor, and when the coordinator has to do it herself. Pure.</summary>
public static class VacancyRules
{
    /// <summary>Whether the place is one that somebody must take: not that of whoever was only kept informed.</summary>
    public static bool Matters(Contact contact, Roster roster) =>
        !contact.IsErased && contact.Roles.Any(role => role.Kind != RoleKind.Reader) && roster.OrganisationOf(contact.Id) is { Active: true };

    /// <summary>Who answers for the same organisation and can be written to: the référent before a suppléant. Null for nobody.</summary>
    public static Contact? Colleague(Contact contact, Roster roster) => roster.Active
        .Where(other => other.Organisation == contact.Organisation && other.Id != contact.Id && !other.Suppressed && (other.Is(RoleKind.Referent) || other.Is(RoleKind.Suppleant)))
        .OrderBy(other => other.Is(RoleKind.Referent) ? 0 : 1).ThenBy(other => other.Id, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Nobody could be asked, and still nobody can answer: the coordinator calls the organisation.</summary>
    public static bool Waits(SuccessorAsk ask, Roster roster) => ask.Asked is null
        && roster.Contacts.GetValueOrDefault(ask.Contact) is { } contact && roster.OrganisationOf(contact.Id) is { Active: true }
        && Colleague(contact, roster) is null
        && (!contact.Active || (ask.Reason == VacancyReason.Refused && Mark(contact) == ask.Mark));

    /// <summary>An address without saying it.</summary>
    public static string Mark(Contact contact) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(contact.Address.ToLowerInvariant())))[..16];

    /// <summary>Who answers now, for whoever holds a link of somebody who left: no name, only that there is somebody.</summary>
    public static string AnswersNow(Contact contact, Roster roster) => roster.OrganisationOf(contact.Id) switch
    {
        null => "",
        { Active: false } organisation => $"{French.Capitals.First(organisation.For)} ne fait plus partie de la plate-forme.",
        { } organisation when roster.Active.Any(other => other.Organisation == organisation.Id && (other.Is(RoleKind.Referent) || other.Is(RoleKind.Suppleant))) =>
            $"Une autre personne répond désormais pour {organisation.For}\u00A0; ce qui était demandé lui est adressé.",
        { } organisation => $"Personne ne répond pour l’instant pour {organisation.For}\u00A0: la coordination cherche qui prend la suite. Si vous le savez, dites-le-lui.",
    };
}
