namespace Almanach.Core.Library.Catalogue;

/// <summary>What a search finds.</summary>
/// <param name="Query">With the page it really shows.</param>
/// <param name="Total">How many entries are found, on all pages.</param>
/// <param name="Entries">Of this page, the most relevant first, then the latest.</param>
public sealed record SearchResult(
    CatalogueQuery Query, int Total, int Pages, IReadOnlyList<CatalogueEntry> Entries,
    IReadOnlyList<FacetValue> Themes, IReadOnlyList<FacetValue> Territories, IReadOnlyList<FacetValue> Producers, IReadOnlyList<FacetValue> Kinds)
{
    public const int PageSize = 20;
}

/// <summary>One value that may be chosen, or is.</summary>
/// <param name="Key">As the address of a search has it.</param>
/// <param name="Count">
/// How many entries have it among those that meet every other criterion: what is found when it alone is chosen in its facet.
/// At least 1 unless it is chosen already.
/// </param>
public sealed record FacetValue(string Key, string Name, int Count, bool Chosen);
