using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Network.Import;
using Almanach.Core.Platforms;

namespace Almanach.Core.Network;

/// <summary>What a change of the network by hand may write. Field names are those of the cockpit's forms.</summary>
public static class MemberRules
{
    public const int MaxName = 160;
    public const int MaxFunction = 160;

    public static Decision<Organisation> Save(Roster roster, Platform platform, Organisation organisation)
    {
        List<FieldError> errors = [];
        if (organisation.Name.Length is 0 or > MaxName)
            errors.Add(new FieldError("nom", organisation.Name.Length == 0 ? "Donnez le nom de l’organisme." : $"Gardez {MaxName} caractères au plus."));
        if (organisation.For.Length is 0 or > MaxName)
            errors.Add(new FieldError("pour", organisation.For.Length == 0 ? "Écrivez comment une phrase le nomme, article compris\u00A0: «\u00A0la Région\u00A0»." : $"Gardez {MaxName} caractères au plus."));
        if (platform.Colleges.All(college => college.Id != organisation.College))
            errors.Add(new FieldError("college", "Choisissez son collège."));
        if (organisation.Kind.Length > MaxName)
            errors.Add(new FieldError("type", $"Gardez {MaxName} caractères au plus."));
        if (organisation.Commitment.Length > MaxName)
            errors.Add(new FieldError("engagement", $"Gardez {MaxName} caractères au plus."));
        if (roster.Organisations.Values.Any(other => other.Id != organisation.Id && ColumnReader.Plain(other.Name) == ColumnReader.Plain(organisation.Name)))
            errors.Add(new FieldError("nom", "Un autre organisme porte déjà ce nom."));
        if (errors.Count > 0)
            return Refusal.Invalid(errors);
        return roster.Organisations.GetValueOrDefault(organisation.Id) == organisation ? Decision.Done<Organisation>() : Decision.Accept(organisation);
    }

    public static Decision<Contact> Save(Roster roster, Platform platform, Contact contact)
    {
        List<FieldError> errors = [];
        if (contact.Name.Length == 0 && contact.Function.Length == 0)
            errors.Add(new FieldError("nom", "Donnez un nom, ou la fonction de cette adresse."));
        if (contact.Name.Length > MaxName)
            errors.Add(new FieldError("nom", $"Gardez {MaxName} caractères au plus."));
        if (contact.Function.Length > MaxFunction)
            errors.Add(new FieldError("fonction", $"Gardez {MaxFunction} caractères au plus."));
        if (!AddressForm.IsWellFormed(contact.Address))
            errors.Add(new FieldError("courriel", "Cette adresse ne peut pas recevoir de message. Elle s’écrit comme prenom.nom@organisme.fr."));
        else if (roster.Contacts.Values.FirstOrDefault(other => other.Id != contact.Id && other.Active && other.Address.Equals(contact.Address, StringComparison.OrdinalIgnoreCase)) is { } other)
            errors.Add(new FieldError("courriel", $"Cette adresse est déjà celle {Elision.De(other.Name)}."));
        if (contact.Roles.Count == 0 || contact.Roles.Any(role => role.Body is { } body && platform.Bodies.All(known => known.Id != body)))
            errors.Add(new FieldError("roles", "Choisissez au moins un rôle."));
        if (contact.Source.Length is 0 or > MaxName)
            errors.Add(new FieldError("source", "Dites d’où vient cette adresse\u00A0: la personne en est informée."));
        if (!roster.Organisations.ContainsKey(contact.Organisation))
            errors.Add(new FieldError("organisme", contact.Organisation.Length == 0 ? "Choisissez son organisme." : "Cet organisme n’existe plus."));
        if (errors.Count > 0)
            return Refusal.Invalid(errors);
        return roster.Contacts.TryGetValue(contact.Id, out var before) && Same(before, contact) ? Decision.Done<Contact>() : Decision.Accept(contact);
    }

    /// <summary>Why nothing is written any more on the card of somebody whose data were erased.</summary>
    public static Refusal Erased => Refusal.Because(Why.Closed,
        "Les données de cette personne ont été effacées\u00A0: sa fiche ne se modifie plus. Si elle revient, ajoutez-la comme une nouvelle personne.");

    /// <summary>Somebody has left: no mail any more, and every personal link of theirs is revoked.</summary>
    public static Contact Left(Contact contact, DateOnly day) => contact with { Active = false, Generation = contact.Generation + 1, Left = day };

    /// <summary>Hands over the roles a successor takes; who has none left stays in the network, kept informed.</summary>
    public static Contact Replaced(Contact contact, IReadOnlyList<Role> taken) =>
        contact with { Roles = contact.Roles.Except(taken).ToList() is { Count: > 0 } left ? left : [new Role(RoleKind.Reader)] };

    private static bool Same(Contact one, Contact other) => one with { Roles = other.Roles } == other && one.Roles.SequenceEqual(other.Roles);
}
