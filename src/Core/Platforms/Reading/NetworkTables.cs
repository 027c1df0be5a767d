using System.Globalization;
using Almanach.Core.Network;

namespace Almanach.Core.Platforms.Reading;

/// <summary>Reads and checks the two tables of the network, one after the other.</summary>
internal sealed class NetworkTables(Platform? platform, PlatformIds? ids, Findings aboutOrganisations, Findings aboutContacts)
{
    private static readonly JsonShape.Name _roles = new(typeof(RoleKind));

    private readonly Dictionary<string, int> _organisations = new(StringComparer.Ordinal);
    private bool _whole;

    public IReadOnlyList<Organisation> Organisations(string? text)
    {
        var organisations = new List<Organisation>();
        if (text is null || TableReader.Open(text, ["id", "nom", "pour", "college", "type", "charte", "engagement"], ["actif"], aboutOrganisations) is not { } table)
            return organisations;
        foreach (var row in table.Rows)
            organisations.Add(Organisation(row));
        if (organisations.Count == 0 && table.Whole)
            aboutOrganisations.Error("", "Il n’y a aucun organisme.", "En écrire au moins un, un par ligne.");
        _whole = table.Whole && _organisations.Count == organisations.Count;
        return organisations;
    }

    private Organisation Organisation(TableRow row)
    {
        var id = row.Id();
        if (!_organisations.TryAdd(id, row.Line))
            row.Refuse("id", $"L’identifiant « {id} » est déjà à la ligne {_organisations[id]}.", "Donner à chaque organisme le sien.");
        ids?.Colleges.Check(row["college"], row.Place("college"), aboutOrganisations);
        return new(id, row.Given("nom"), row.Given("pour"), row["college"], row["type"], row.Day("charte"), row["engagement"], row.YesUnlessNo("actif"));
    }

    public IReadOnlyList<Contact> Contacts(string? text)
    {
        var contacts = new List<Contact>();
        if (text is null || TableReader.Open(
                text, ["id", "organisme", "prenom", "nom", "courriel", "fonction", "roles", "source", "depuis"], ["actif"], aboutContacts) is not { } table)
            return contacts;
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var addresses = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in table.Rows)
        {
            var contact = Contact(row);
            if (!lines.TryAdd(contact.Id, row.Line))
                row.Refuse("id", $"L’identifiant « {contact.Id} » est déjà à la ligne {lines[contact.Id]}.", "Donner à chaque personne le sien.");
            if (contact.Address.Length > 0 && !addresses.TryAdd(contact.Address, row.Line))
                aboutContacts.Warn(row.Place("courriel"), $"Cette adresse est déjà à la ligne {addresses[contact.Address]}.", "N’en garder qu’une si c’est la même personne.");
            contacts.Add(contact);
        }
        if (table.Whole && _whole)
            CheckReferents(contacts);
        return contacts;
    }

    private Contact Contact(TableRow row)
    {
        var organisation = row["organisme"];
        if (organisation.Length == 0)
            row.Refuse("organisme", "Cette personne n’a pas d’organisme.", "Écrire l’identifiant de son organisme.");
        else if (_whole && !_organisations.ContainsKey(organisation))
            row.Refuse("organisme", $"« {organisation} » n’est pas un organisme de la plate-forme.",
                Wording.Suggest(organisation, _organisations.Keys, "Écrire un identifiant de « organisations.csv »."));
        if (!AddressForm.IsWellFormed(row["courriel"]))
            row.Refuse("courriel", "L’adresse électronique n’est pas bien formée.", "Vérifier l’arobase, les espaces, les accents et le point du domaine.");
        return new(row.Id(), organisation, row["prenom"], row.Given("nom"), row["courriel"], row["fonction"],
            Roles(row), row.Given("source"), row.Day("depuis", needed: true) ?? default, Active: row.YesUnlessNo("actif"), Terms: Terms(row));
    }

    /// <summary>« member:copil:2023-01-31 »: until when she sits.</summary>
    private static List<Term>? Terms(TableRow row)
    {
        var terms = new List<Term>();
        foreach (var word in row["roles"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (word.Split(':', 3) is [var kind, var body, var day])
            {
                if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until))
                    row.Refuse("roles", $"« {day} » n’est pas la fin d’un mandat.", "Écrire par exemple « member:copil:2023-01-31 ».");
                else if (_roles.Find(kind) is RoleKind known)
                    terms.Add(new(body, known, until));
            }
        return terms.Count > 0 ? terms : null;
    }

    private List<Role> Roles(TableRow row)
    {
        var roles = new List<Role>();
        foreach (var word in row["roles"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = word.Split(':', 3);
            if (_roles.Find(parts[0]) is not RoleKind kind)
                row.Refuse("roles", $"« {parts[0]} » n’est pas un rôle.", Wording.Suggest(parts[0], _roles.Names, "Les rôles se séparent par une espace."));
            else if (parts is [_, var body, ..])
            {
                ids?.Bodies.Check(body, row.Place("roles"), aboutContacts);
                roles.Add(new(kind, body));
            }
            else if (kind is RoleKind.Member or RoleKind.Chair)
                row.Refuse("roles", $"Le rôle « {word} » ne dit pas dans quelle instance.", $"Écrire par exemple « {word}:{(platform?.Bodies is [var first, ..] ? first.Id : "copil")} ».");
            else
                roles.Add(new(kind, null));
        }
        if (roles.Count == 0 && row["roles"].Length == 0)
            row.Refuse("roles", "Cette personne n’a aucun rôle.", "Écrire au moins « reader », pour qu’elle soit tenue informée.");
        return roles;
    }

    private void CheckReferents(List<Contact> contacts)
    {
        var referents = contacts.Where(contact => contact.Active && contact.Is(RoleKind.Referent))
            .GroupBy(contact => contact.Organisation).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        foreach (var (id, line) in _organisations)
            if (!referents.TryGetValue(id, out var count))
                aboutOrganisations.Warn($"ligne {line}", contacts.Any(contact => contact.Active && contact.Organisation == id && contact.Is(RoleKind.Suppleant))
                    ? $"« {id} » n’a pas de personne référente : seule sa suppléance sera sollicitée." : $"« {id} » n’a pas de personne référente : rien ne lui sera demandé.", "Donner le rôle « referent » à l’un de ses contacts.");
            else if (count > 1)
                aboutOrganisations.Warn($"ligne {line}", $"« {id} » a {count} personnes référentes.", "N’en garder qu’une ; les autres peuvent être « suppleant ».");
    }
}
