namespace Almanach.Core.Library.Catalogue;

/// <summary>A study or a data source in the catalogue.</summary>
/// <param name="Id">Made of its first title; never changes, so that its address can be cited.</param>
/// <param name="Shown">Since when everybody may read it; null while it is internal.</param>
/// <param name="Confirmed">When its producer last said that it is right; null where nobody has yet.</param>
/// <param name="Withdrawn">Why it is not current any more; empty while it is. It stays at its address, and is not found by searching.</param>
public sealed record CatalogueEntry(
    string Id, EntryCard Card, DateTimeOffset Added, DateTimeOffset? Shown, DateTimeOffset Changed, Confirmation? Confirmed = null, string Withdrawn = "")
{
    public const string Partition = "catalogue";

    public const string Prefix = "entry|";

    public bool IsCurrent => Withdrawn.Length == 0;

    /// <summary>Anybody finds it.</summary>
    public bool IsFound => IsCurrent && Card.Diffusion == EntryDiffusion.Public;

    public bool IsOf(string organisation) => Card.Producers.Any(producer => producer.Organisation == organisation);
}

/// <summary>A producer said that an entry is right.</summary>
/// <param name="By">Id of the organisation; « coordination » where the coordinator noted it.</param>
public sealed record Confirmation(DateOnly Day, string By);

/// <summary>Changes with every write to the catalogue, so that what is kept in memory never outlives it.</summary>
public sealed record CatalogueState(int Revision)
{
    public const string Key = "state";
}
