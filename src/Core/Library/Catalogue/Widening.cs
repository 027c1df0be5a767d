using Almanach.Core.Platforms;

namespace Almanach.Core.Library.Catalogue;

/// <summary>What may be asked instead of a search that finds nothing: one criterion wider or less, and what that finds.</summary>
/// <param name="Territory">The wider one that is proposed, for <see cref="WideningKind.Territory"/>.</param>
public sealed record Widening(WideningKind Kind, CatalogueQuery Query, int Count, Territory? Territory = null)
{
    /// <summary>Those that find something, the mildest first; nothing at all only where the catalogue is empty.</summary>
    public static IReadOnlyList<Widening> Of(CatalogueIndex index, CatalogueQuery query, CatalogueSetting setting)
    {
        List<Widening> widenings = [];
        if (setting.TerritoryOf(query.Territory) is { } territory)
            foreach (var wider in setting.Around(territory))
                Add(WideningKind.Territory, query with { Territory = wider.Id }, wider);
        if (query.Territory.Length > 0 && !widenings.Exists(widening => widening.Kind == WideningKind.Territory))
            Add(WideningKind.Anywhere, query with { Territory = "" });
        if (query.From is not null || query.Until is not null)
            Add(WideningKind.AnyYear, query with { From = null, Until = null });
        if (query.Kinds.Count > 0)
            Add(WideningKind.AnyKind, query with { Kinds = [] });
        if (query.Producers.Count > 0)
            Add(WideningKind.AnyProducer, query with { Producers = [] });
        if (query.Themes.Count > 0)
            Add(WideningKind.AnyTheme, query with { Themes = [] });
        if (query.Words.Length > 0)
            Add(WideningKind.NoWords, query with { Words = "" });
        if (widenings.Count == 0 && !query.IsOpen)
            Add(WideningKind.Everything, CatalogueQuery.Everything);
        return widenings;

        void Add(WideningKind kind, CatalogueQuery wider, Territory? proposed = null)
        {
            if (index.Search(wider with { Page = 1 }) is { Total: > 0 } found)
                widenings.Add(new Widening(kind, found.Query, found.Total, proposed));
        }
    }
}

public enum WideningKind
{
    Territory,
    Anywhere,
    AnyYear,
    AnyKind,
    AnyProducer,
    AnyTheme,
    NoWords,
    Everything,
}
