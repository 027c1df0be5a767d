namespace Almanach.Core.Library.Catalogue;

/// <summary>
/// One choice more or less than a search has. A choice that is offered finds something, and so does taking one back: with it go
/// those of its facet that would find nothing by themselves.
/// </summary>
/// <param name="Value">What is chosen, or taken back.</param>
/// <param name="Next">The search once it is.</param>
/// <param name="Count">How many entries have it.</param>
/// <param name="Alone">Nothing else would be chosen in its facet: <paramref name="Count"/> is what would be found.</param>
public sealed record Choice(FacetValue Value, CatalogueQuery Next, int Count, bool Alone);

public static class FacetChoices
{
    public static IEnumerable<Choice> Of(SearchResult found) => [.. Themes(found), .. Territories(found), .. Kinds(found), .. Producers(found)];

    public static IEnumerable<Choice> Themes(SearchResult found) => Several(found, found.Themes, keys => found.Query with { Themes = keys });

    public static IEnumerable<Choice> Producers(SearchResult found) => Several(found, found.Producers, keys => found.Query with { Producers = keys });

    public static IEnumerable<Choice> Kinds(SearchResult found) => Several(found, found.Kinds, keys => found.Query with { Kinds = [.. keys.Select(Enum.Parse<EntryKind>)] });

    /// <summary>One territory at a time: another replaces it.</summary>
    public static IEnumerable<Choice> Territories(SearchResult found) =>
        found.Territories.Select(value => new Choice(value, found.Query with { Territory = value.Chosen ? "" : value.Key, Page = 1 }, value.Count, !value.Chosen));

    private static IEnumerable<Choice> Several(SearchResult found, IReadOnlyList<FacetValue> values, Func<IReadOnlyList<string>, CatalogueQuery> with)
    {
        var chosen = values.Where(value => value.Chosen).ToList();
        return values.Select(value => new Choice(value,
            with(value.Chosen ? [.. chosen.Where(other => other != value && other.Count > 0).Select(other => other.Key)] : [.. chosen.Select(other => other.Key), value.Key]) with { Page = 1 },
            value.Count, !value.Chosen && chosen.Count == 0));
    }
}
