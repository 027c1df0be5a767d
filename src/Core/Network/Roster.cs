namespace Almanach.Core.Network;

/// <summary>Who belongs to the platform, as loaded for a decision or a page. Immutable; shared between requests.</summary>
public sealed class Roster
{
    public Roster(IEnumerable<Organisation> organisations, IEnumerable<Contact> contacts)
    {
        Organisations = organisations.OrderBy(organisation => organisation.Id, StringComparer.Ordinal).ToDictionary(organisation => organisation.Id);
        Contacts = contacts.OrderBy(contact => contact.Id, StringComparer.Ordinal).ToDictionary(contact => contact.Id);
    }

    public IReadOnlyDictionary<string, Organisation> Organisations { get; }

    public IReadOnlyDictionary<string, Contact> Contacts { get; }

    public Organisation? OrganisationOf(string contact) =>
        Contacts.TryGetValue(contact, out var person) ? Organisations.GetValueOrDefault(person.Organisation) : null;

    /// <summary>Active people of active organisations, in order of id.</summary>
    public IEnumerable<Contact> Active =>
        Contacts.Values.Where(contact => contact.Active && Organisations.TryGetValue(contact.Organisation, out var organisation) && organisation.Active);

    /// <summary>Those who have one of the roles, in this body where one is named.</summary>
    public IReadOnlyList<Contact> Having(IReadOnlyList<RoleKind> roles, string? body) =>
        [.. Active.Where(contact => contact.Roles.Any(role => roles.Contains(role.Kind) && (body is null || role.Body == body)))];

    /// <summary>The members of a body, or everybody when it is null.</summary>
    public IReadOnlyList<Contact> Of(string? body) =>
        [.. Active.Where(contact => body is null || contact.SitsIn(body))];
}
