using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Network;
using Almanach.Core.Network.Import;
using Almanach.Core.Platforms;

namespace Almanach.Core.Library.Joining;

/// <summary>What the form to join says.</summary>
/// <param name="Representative">Name and function of the legal representative, who signs the charter.</param>
/// <param name="College">Id of the college the organisation belongs to, as it sees itself.</param>
public sealed record JoinSheet(
    string Organisation, string College, string Representative, string FirstName, string LastName, string Address, string Function, string Commitment);

/// <summary>An organisation that asks to join, until the coordinator has decided; what names people goes once it is past keeping.</summary>
/// <param name="Settled">When she decided, UTC; null while it waits.</param>
/// <param name="Reason">Why it was declined; empty otherwise.</param>
/// <param name="Accepted">Id of the organisation it became; empty otherwise.</param>
public sealed record JoinRequest(string Id, JoinSheet Sheet, DateTimeOffset At, DateTimeOffset? Settled = null, string Reason = "", string Accepted = "")
{
    public const string Partition = "join-requests";

    [JsonIgnore]
    public bool IsOpen => Settled is null;
}

/// <summary>What a request to join must hold. Field names are those of the public form.</summary>
public static class JoinRules
{
    public const int Max = 160;

    /// <summary>Requests that wait: more at once are no people.</summary>
    public const int MostOpen = 100;

    public static IReadOnlyList<FieldError> Check(JoinSheet sheet, Platform platform)
    {
        List<FieldError> errors = [];
        void Needed(string field, string value, string missing)
        {
            if (value.Length is 0 or > Max)
                errors.Add(new FieldError(field, value.Length == 0 ? missing : $"Gardez {Max} caractères au plus."));
        }
        Needed("organisme", sheet.Organisation, "Donnez le nom de votre organisme.");
        if (platform.Colleges.All(college => college.Id != sheet.College))
            errors.Add(new FieldError("college", "Choisissez ce qui décrit le mieux votre organisme."));
        Needed("representant", sheet.Representative, "Donnez le nom et la fonction de la personne qui signera la charte.");
        Needed("prenom", sheet.FirstName, "Donnez le prénom de la personne référente.");
        Needed("nom", sheet.LastName, "Donnez le nom de la personne référente.");
        if (sheet.Function.Length > Max)
            errors.Add(new FieldError("fonction", $"Gardez {Max} caractères au plus."));
        if (!AddressForm.IsWellFormed(sheet.Address))
            errors.Add(new FieldError("adresse", sheet.Address.Length == 0 ? "Donnez l’adresse de la personne référente." : "Vérifiez cette adresse\u00A0: elle s’écrit comme prenom.nom@organisme.fr."));
        if (sheet.Commitment.Length > Max)
            errors.Add(new FieldError("engagement", $"Gardez {Max} caractères au plus."));
        return errors;
    }

    /// <summary>The same words sent again are the same request.</summary>
    public static string IdOf(JoinSheet sheet) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        sheet.Organisation, sheet.College, sheet.Representative, sheet.FirstName, sheet.LastName, sheet.Address, sheet.Function, sheet.Commitment))))[..16];

    /// <summary>A member that bears the same name, accents, capitals and signs apart; null where none does.</summary>
    public static Organisation? Already(JoinSheet sheet, Roster roster) =>
        roster.Organisations.Values.FirstOrDefault(known => ColumnReader.Plain(known.Name) == ColumnReader.Plain(sheet.Organisation));

    /// <summary>Why its référent cannot be entered: the address is that of somebody of another organisation. Null where it can.</summary>
    /// <param name="organisation">Id of the one it becomes; null for a new one.</param>
    public static Refusal? Elsewhere(JoinSheet sheet, Roster roster, string? organisation) =>
        WithItsAddress(sheet, roster).FirstOrDefault(contact => contact.Organisation != organisation) is { } other
            ? Refusal.Because(Why.NotNow, $"L’adresse de la personne référente est déjà celle {Elision.De(other.Name)}, d’un autre organisme. Changez d’abord l’adresse sur sa fiche, ou demandez une autre adresse à l’organisme, qui remplira de nouveau le formulaire.") : null;

    /// <summary>Whoever of the organisation it becomes has the address of its référent already: nobody is entered then. Null for nobody.</summary>
    public static Contact? Known(JoinSheet sheet, Roster roster, string? organisation) => WithItsAddress(sheet, roster).FirstOrDefault(contact => contact.Organisation == organisation);

    /// <summary>Whoever answers for it already, besides the person it names now.</summary>
    /// <param name="organisation">Id of the one it becomes; null for a new one.</param>
    public static Contact? Referent(JoinSheet sheet, Roster roster, string? organisation) => roster.Active.FirstOrDefault(contact =>
        contact.Organisation == organisation && contact.Is(RoleKind.Referent) && !contact.Address.Equals(sheet.Address, StringComparison.OrdinalIgnoreCase));

    /// <summary>Members whose people write from the same domain: it may be one of them, under another name.</summary>
    public static IReadOnlyList<Organisation> OfItsDomain(JoinSheet sheet, Roster roster) => Domain(sheet.Address) is not { Length: > 0 } domain || Anybodys.Any(anybodys => domain.StartsWith(anybodys, StringComparison.Ordinal))
        ? []
        : [.. roster.Active.Where(contact => Domain(contact.Address) == domain).Select(contact => roster.Organisations[contact.Organisation]).Distinct()];

    private static string Domain(string address) => address[(address.LastIndexOf('@') + 1)..].Trim().ToLowerInvariant();

    /// <summary>Where anybody has an address: it tells nothing of an organisation.</summary>
    private static readonly string[] Anybodys =
        ["gmail.", "outlook.", "hotmail.", "live.", "yahoo.", "icloud.", "orange.", "wanadoo.", "free.fr", "sfr.", "laposte.net", "bbox.", "neuf.fr", "numericable.", "proton.", "protonmail."];

    private static IEnumerable<Contact> WithItsAddress(JoinSheet sheet, Roster roster) =>
        roster.Contacts.Values.Where(contact => contact.Active && contact.Address.Length > 0 && contact.Address.Equals(sheet.Address, StringComparison.OrdinalIgnoreCase));

    /// <summary>The organisation as it enters the network.</summary>
    /// <param name="named">How a sentence names it, article included.</param>
    public static Organisation Organisation(JoinSheet sheet, string named, string kind, DateOnly? signed) =>
        new("", sheet.Organisation, named, sheet.College, kind, signed, sheet.Commitment);

    public static Contact Referent(JoinSheet sheet, string organisation, DateOnly since) => new(
        "", organisation, sheet.FirstName, sheet.LastName, sheet.Address, sheet.Function, [new Role(RoleKind.Referent)], "Votre demande d’adhésion, sur le site de la plate-forme", since);
}
