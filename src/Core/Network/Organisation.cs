
namespace Almanach.Core.Network;

/// <summary>An organisation of the network.</summary>
/// <param name="Id">Lower-case letters, digits and dashes; never changes.</param>
/// <param name="For">How a sentence names it after « pour », article included: « le Département de la Drôme », « l’Insee ».
/// The article is data of the organisation, never of a template.</param>
/// <param name="College">Id of its college in the platform's configuration.</param>
/// <param name="Kind">Type as the platform writes it (« Service de l’État », « Caisse » …).</param>
/// <param name="CharterSigned">Day the legal representative signed the charter, if known.</param>
/// <param name="Commitment">Level of commitment agreed, in the platform's own words; may be empty.</param>
public sealed record Organisation(
    string Id, string Name, string For, string College, string Kind, DateOnly? CharterSigned, string Commitment, bool Active = true);

/// <summary>A person of an organisation.</summary>
/// <param name="Id">Opaque (no name in it): it appears in logs, keys and file names.</param>
/// <param name="Roles">What the person does for the platform, per body or for the network.</param>
/// <param name="Source">Where the address comes from, told to the person (GDPR art. 14).</param>
/// <param name="Generation">Links signed for an earlier generation are revoked.</param>
/// <param name="Left">Day the person was marked as left, in the platform's time zone; null while active, or where nobody noted it.</param>
/// <param name="LeftLists">Ids of the newsletters she does not want (any more); null for none.</param>
/// <param name="Terms">Until when the person sits in the bodies whose members have a term (mandat); null for none.</param>
public sealed record Contact(
    string Id, string Organisation, string FirstName, string LastName, string Address, string Function,
    IReadOnlyList<Role> Roles, string Source, DateOnly Since, int Generation = 1, bool Active = true, bool Suppressed = false,
    DateOnly? Left = null, IReadOnlyList<Term>? Terms = null, IReadOnlyList<string>? LeftLists = null)
{
    /// <summary>What stands in the place of a name once somebody who left is past keeping.</summary>
    public const string ErasedName = "Personne effacée";

    public bool IsErased => !Active && LastName == ErasedName;

    public string Name => $"{FirstName} {LastName}".Trim();

    public bool Is(RoleKind kind) => Roles.Any(role => role.Kind == kind);

    public bool SitsIn(string body) => Roles.Any(role => role.Body == body);

    /// <summary>Members of the network receive its newsletters until they say otherwise; who objects to all mail receives none.</summary>
    public bool Receives(string list) => Active && !Suppressed && LeftLists?.Contains(list) != true;

    public Term? TermIn(string body) => Terms?.FirstOrDefault(term => term.Body == body);

    /// <summary>
    /// As she stands on a day: whose term is over no longer sits. The network is read so, and nothing else needs to know of
    /// terms; the term itself stays, so that it can be renewed. Done twice, it is done once.
    /// </summary>
    public Contact On(DateOnly day)
    {
        if (Terms is null || !Terms.Any(term => term.IsOver(day) && SitsIn(term.Body)))
            return this;
        var left = Roles.Where(role => !Terms.Any(term => term.Body == role.Body && term.IsOver(day))).ToList();
        return this with { Roles = left.Count > 0 ? left : [new Role(RoleKind.Reader)] };
    }
}

/// <param name="Body">Id of a body (« copil »); null for the network as a whole.</param>
public sealed record Role(RoleKind Kind, string? Body = null);

public enum RoleKind
{
    /// <summary>Answers for the organisation.</summary>
    Referent,

    /// <summary>Answers in the référent's absence.</summary>
    Suppleant,

    /// <summary>Sits in a body for the organisation.</summary>
    Member,

    /// <summary>Chairs a body.</summary>
    Chair,

    /// <summary>Is kept informed.</summary>
    Reader,
}
