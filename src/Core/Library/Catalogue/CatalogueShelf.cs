using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Library.Catalogue;

/// <summary>The catalogue as it stands, with what searches it. Immutable; shared between requests.</summary>
public sealed class CatalogueShelf
{
    private readonly Lazy<CatalogueIndex> found;
    private readonly Lazy<CatalogueIndex> all;

    public CatalogueShelf(IEnumerable<CatalogueEntry> entries, CatalogueSetting setting, Roster roster)
    {
        Roster = roster;
        Entries = entries.OrderBy(entry => entry.Id, StringComparer.Ordinal).ToDictionary(entry => entry.Id);
        found = new(() => new CatalogueIndex([.. Entries.Values.Where(entry => entry.IsFound)], setting, NameOf));
        all = new(() => new CatalogueIndex([.. Entries.Values.Where(entry => entry.IsCurrent)], setting, NameOf));
    }

    public IReadOnlyDictionary<string, CatalogueEntry> Entries { get; }

    /// <summary>As it was when this was made: producers bear its names.</summary>
    public Roster Roster { get; }

    /// <summary>What anybody finds.</summary>
    public CatalogueIndex Found => found.Value;

    /// <summary>What the network finds: internal entries too.</summary>
    public CatalogueIndex All => all.Value;

    public string NameOf(Producer producer) => producer.Organisation.Length > 0
        ? Roster.Organisations.GetValueOrDefault(producer.Organisation)?.Name ?? producer.Organisation
        : producer.Name;

    public IReadOnlyList<string> Producers(EntryCard card) => [.. card.Producers.Select(NameOf)];

    /// <summary>Current entries of an organisation, by title.</summary>
    public IReadOnlyList<CatalogueEntry> Of(string organisation) =>
        [.. Entries.Values.Where(entry => entry.IsCurrent && entry.IsOf(organisation)).OrderBy(entry => French.Typography.Fold(entry.Card.Title), StringComparer.Ordinal)];
}
