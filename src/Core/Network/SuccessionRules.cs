using System.Security.Cryptography;
using System.Text;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Network;

/// <summary>What a request for a successor must hold. Field names are those of the page.</summary>
public static class SuccessionRules
{
    public const int MaxName = 120;
    public const int MaxAddress = 254;
    public const int MaxFunction = 160;

    /// <param name="leaving">Id of the colleague who is to be replaced; empty where it is whoever asks.</param>
    public static Decision<SuccessionRequest> Ask(Contact by, string name, string address, string function, DateTimeOffset now, string leaving = "")
    {
        List<FieldError> errors = [];
        if (string.IsNullOrWhiteSpace(name))
            errors.Add(new FieldError("nom", "Donnez le prénom et le nom de la personne."));
        else if (name.Length > MaxName)
            errors.Add(new FieldError("nom", $"Gardez {MaxName} caractères au plus."));
        if (string.IsNullOrWhiteSpace(address))
            errors.Add(new FieldError("adresse", "Donnez son adresse électronique."));
        else if (!AddressForm.IsWellFormed(address))
            errors.Add(new FieldError("adresse", "Cette adresse ne peut pas recevoir de message. Vérifiez-la\u00A0: elle s’écrit comme prenom.nom@organisme.fr."));
        else if (leaving.Length == 0 && address.Equals(by.Address, StringComparison.OrdinalIgnoreCase))
            errors.Add(new FieldError("adresse", "Cette adresse est la vôtre. Donnez celle de la personne qui répond à votre place."));
        if (function.Length > MaxFunction)
            errors.Add(new FieldError("fonction", $"Gardez {MaxFunction} caractères au plus."));
        return errors.Count > 0
            ? Refusal.Invalid(errors)
            : Decision.Accept(new SuccessionRequest(
                leaving.Length > 0 ? Id(by.Id, name, address, function, leaving) : Id(by.Id, name, address, function), by.Id, by.Organisation, name, address, function, now, Leaving: leaving));
    }

    /// <summary>
    /// Who takes over from whom: somebody of the organisation who has that address already, or else a new person. The roles
    /// and terms pass; whoever had them is marked as left.
    /// </summary>
    /// <param name="today">On the platform's clock.</param>
    public static Decision<Succession> Settle(SuccessionRequest request, Roster roster, Platform platform, DateOnly today)
    {
        if (roster.Contacts.GetValueOrDefault(request.Replaced) is not { IsErased: false } from || roster.OrganisationOf(from.Id) is not { Active: true } organisation)
            return Refusal.Because(Why.NotNow, "La personne à remplacer, ou son organisme, n’est plus dans le réseau\u00A0: ajoutez la personne proposée par sa fiche, avec ses rôles.");
        if (from.Address.Equals(request.Address, StringComparison.OrdinalIgnoreCase))
            return Refusal.Because(Why.NotNow, $"L’adresse proposée est celle {Elision.De(from.Name)}, qui est à remplacer. Demandez à l’organisme l’adresse de la personne qui prend la suite.");
        var known = roster.Active.FirstOrDefault(contact => contact.Organisation == organisation.Id && contact.Address.Equals(request.Address, StringComparison.OrdinalIgnoreCase));
        var taken = from.Roles.Where(role => role.Kind != RoleKind.Reader).ToList();
        var (first, last) = Import.PersonNames.Split(request.Name, surnameFirst: false);
        var before = known ?? MemberDesk.Named(new Contact("", organisation.Id, first, last, request.Address, request.Function, [], Source, today), roster);
        var to = before with { Roles = Taking(before.Roles, taken), Terms = Taking(before.Terms ?? [], Passing(from, before, today)) };
        return MemberRules.Save(roster, platform, to) is Decision<Contact>.Refused refused
            ? Refusal.Because(Why.NotNow, $"{string.Join(' ', refused.Refusal.Fields.Select(error => error.Message))} Corrigez la fiche, puis confirmez.")
            : Decision.Accept(new Succession(from, from.Active ? MemberRules.Left(from, today) : from, to, known is null, taken));
    }

    /// <summary>Where the address of a successor comes from, as she is told (GDPR art. 14).</summary>
    public const string Source = "Demande de remplacement faite par votre organisme";

    /// <summary>Who becomes the référent is no suppléant any more; being kept informed goes without saying.</summary>
    private static List<Role> Taking(IReadOnlyList<Role> own, IReadOnlyList<Role> taken)
    {
        var roles = own.Union(taken).Where(role => role.Kind != RoleKind.Reader).ToList();
        if (taken.Any(role => role.Kind == RoleKind.Referent))
            roles.RemoveAll(role => role.Kind == RoleKind.Suppleant);
        return roles.Count > 0 ? roles : [new Role(RoleKind.Reader)];
    }

    /// <summary>The terms of seats that pass: neither those that are over, nor of a body where she sits already with a term of her own.</summary>
    private static List<Term> Passing(Contact from, Contact to, DateOnly today) =>
        [.. (from.Terms ?? []).Where(term => !term.IsOver(today) && from.SitsIn(term.Body) && !(to.SitsIn(term.Body) && to.TermIn(term.Body) is not null))];

    private static List<Term>? Taking(IReadOnlyList<Term> own, IReadOnlyList<Term> taken) =>
        own.Where(term => taken.All(other => other.Body != term.Body)).Concat(taken).ToList() is { Count: > 0 } terms ? terms : null;

    private static string Id(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..16];
}

/// <summary>One person takes another's place.</summary>
/// <param name="From">Whose place it is, as she stands now.</param>
/// <param name="Left">The same once she is marked as left.</param>
/// <param name="To">Who takes it, with all her roles.</param>
/// <param name="IsNew">She was not in the network.</param>
/// <param name="Taken">The roles that pass.</param>
public sealed record Succession(Contact From, Contact Left, Contact To, bool IsNew, IReadOnlyList<Role> Taken);
