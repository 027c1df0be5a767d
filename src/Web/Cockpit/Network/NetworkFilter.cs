using Almanach.Core.French;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Network;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Network;

/// <summary>What is looked for in the network.</summary>
/// <param name="Words">Found in names, functions and addresses, accents and capitals aside; all of them.</param>
/// <param name="Role">Name of a role, or « body:copil »; empty for all.</param>
/// <param name="State">« actifs », « partis », « sans-message », « adresse-refusee », « tous ».</param>
public sealed record NetworkFilter(string Words, string College, string Role, string State)
{
    public static NetworkFilter Of(IQueryCollection query) => new(
        Hosting.Fields.Clean(query["q"].ToString()).Trim() is { Length: <= 100 } words ? words : "", query["college"].ToString(), query["role"].ToString(),
        query["etat"].ToString() is "partis" or "sans-message" or Refused or "tous" ? query["etat"].ToString() : "actifs");

    /// <summary>Those whose address does not receive.</summary>
    public const string Refused = "adresse-refusee";

    /// <summary>Nothing but the network as it usually is.</summary>
    public bool IsPlain => Words.Length == 0 && College.Length == 0 && Role.Length == 0 && State == "actifs";

    public string Query => $"?q={Uri.EscapeDataString(Words)}&college={Uri.EscapeDataString(College)}&role={Uri.EscapeDataString(Role)}&etat={State}";

    /// <summary>Organisations in order of name, each with those of its people that are looked for.</summary>
    public IReadOnlyList<NetworkEntry> Find(Roster roster, SuppressedAddresses known) => [.. roster.Organisations.Values
        .Where(organisation => College.Length == 0 || organisation.College == College)
        .Select(organisation => new NetworkEntry(organisation, [.. roster.Contacts.Values
            .Where(contact => contact.Organisation == organisation.Id && HasState(contact, organisation, known) && HasRole(contact) && Says(organisation, contact))
            .OrderBy(contact => Typography.Fold(contact.LastName), StringComparer.Ordinal)]))
        .Where(entry => entry.People.Count > 0 || (Role.Length == 0 && State is "actifs" or "tous" && entry.Organisation.Active && Says(entry.Organisation, null)))
        .OrderBy(entry => Typography.Fold(entry.Organisation.Name), StringComparer.Ordinal)];

    /// <summary>Nobody looks for whoever was erased.</summary>
    private bool HasState(Contact contact, Organisation organisation, SuppressedAddresses known) => !contact.IsErased && State switch
    {
        "partis" => !contact.Active || !organisation.Active,
        "sans-message" => contact.Active && contact.Suppressed,
        Refused => contact.Active && organisation.Active && known.Refused(contact.Address) is not null,
        "tous" => true,
        _ => contact.Active && organisation.Active,
    };

    private bool HasRole(Contact contact) => Role switch
    {
        "" => true,
        ['b', 'o', 'd', 'y', ':', .. var body] => contact.SitsIn(body),
        _ => Posted.Named<RoleKind>(Role) is { } kind && contact.Is(kind),
    };

    private bool Says(Organisation organisation, Contact? contact)
    {
        if (Words.Length == 0)
            return true;
        var text = Typography.Fold($"{organisation.Name} {organisation.Kind} {organisation.Id} {contact?.Name} {contact?.Function} {contact?.Address}");
        return Typography.Fold(Words).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => text.Contains(word, StringComparison.Ordinal));
    }
}

public sealed record NetworkEntry(Organisation Organisation, IReadOnlyList<Contact> People);
