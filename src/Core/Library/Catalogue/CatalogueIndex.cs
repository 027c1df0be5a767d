using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Library.Catalogue;

/// <summary>
/// The catalogue made ready to be searched: the words of every entry, and what it may be chosen by, as numbers. Made once for a
/// state of the catalogue; safe for many threads.
/// </summary>
public sealed class CatalogueIndex
{
    private readonly IReadOnlyList<CatalogueEntry> entries;
    private readonly WordIndex words = new();
    private readonly int[][] themesOf;
    private readonly int[][] touchedBy;
    private readonly int[][] nearTo;
    private readonly int[][] producersOf;
    private readonly (int First, int Last)[] years;
    private readonly int[] order;
    private readonly Facet themes;
    private readonly Facet territories;
    private readonly Facet producers;
    private readonly Facet kinds = new(Enum.GetValues<EntryKind>().Select(kind => (kind.ToString(), Capitals.First(EntryWords.Name(kind)))));

    /// <param name="nameOf">Name of a producer, of the network or not.</param>
    public CatalogueIndex(IReadOnlyList<CatalogueEntry> entries, CatalogueSetting setting, Func<Producer, string> nameOf)
    {
        this.entries = entries;
        var made = entries.SelectMany(entry => entry.Card.Producers).Select(producer => (Key: ProducerKey.Of(producer), Name: nameOf(producer)))
            .DistinctBy(producer => producer.Key).OrderBy(producer => Typography.Fold(producer.Name), StringComparer.Ordinal);
        themes = new Facet(setting.Themes.Select(theme => (theme.Id, theme.Name)));
        territories = new Facet(setting.Territories.Select(territory => (territory.Id, territory.Name)));
        producers = new Facet(made);
        themesOf = new int[entries.Count][];
        touchedBy = new int[entries.Count][];
        nearTo = new int[entries.Count][];
        producersOf = new int[entries.Count][];
        years = new (int, int)[entries.Count];
        var touching = new Touching(setting, territories);
        foreach (var (index, entry) in entries.Index())
        {
            var card = entry.Card;
            themesOf[index] = themes.Numbers(card.Themes);
            touchedBy[index] = touching.All(card.Territories);
            nearTo[index] = touching.Near(card.Territories);
            producersOf[index] = producers.Numbers(card.Producers.Select(ProducerKey.Of));
            years[index] = Years(card);
            words.Add(index, card.Title, 8);
            words.Add(index, string.Join(' ', card.Themes.Select(id => setting.ThemeOf(id)?.Name)), 4);
            words.Add(index, $"{string.Join(' ', card.Producers.Select(nameOf))} {string.Join(' ', card.Territories.Select(id => setting.TerritoryOf(id)?.Name))} {EntryWords.Name(card.Kind)}", 3);
            words.Add(index, $"{card.Summary} {card.Area} {EntryWords.Period(card)}", 2);
            words.Add(index, $"{card.Method} {card.Conditions} {card.Service}", 1);
        }
        words.Settle();
        order = Latest(entries);
    }

    public int Count => entries.Count;

    /// <summary>What is found, a page of it, and what may be chosen further.</summary>
    public SearchResult Search(CatalogueQuery query)
    {
        query = Known(query);
        var asked = SearchWords.Asked(query.Words);
        var scores = asked.Count == 0 ? null : words.Score(asked, entries.Count);
        var wanted = new Criteria(themes.Chosen(query.Themes), territories.Chosen(Territory(query)), producers.Chosen(query.Producers), kinds.Chosen([.. query.Kinds.Select(kind => kind.ToString())]));
        var counts = (Themes: new int[themes.Count], Territories: new int[territories.Count], Producers: new int[producers.Count], Kinds: new int[kinds.Count]);
        List<Hit> found = [];
        foreach (var (place, index) in order.Index())
        {
            if (scores is not null && scores[index] == 0 || !Within(years[index], query.From, query.Until))
                continue;
            var kind = (int)entries[index].Card.Kind;
            var missing = wanted.Missing(themesOf[index], touchedBy[index], producersOf[index], kind);
            if (missing == Criterion.None)
                found.Add(new Hit(index, place, scores?[index] ?? 0, wanted.IsNear(nearTo[index])));
            if (missing is Criterion.None or Criterion.Theme)
                Tally(counts.Themes, themesOf[index]);
            if (missing is Criterion.None or Criterion.Territory)
                Tally(counts.Territories, touchedBy[index]);
            if (missing is Criterion.None or Criterion.Producer)
                Tally(counts.Producers, producersOf[index]);
            if (missing is Criterion.None or Criterion.Kind)
                counts.Kinds[kind]++;
        }
        found.Sort();
        var pages = Math.Max(1, (found.Count + SearchResult.PageSize - 1) / SearchResult.PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        return new SearchResult(query with { Page = page }, found.Count, pages,
            [.. found.Skip((page - 1) * SearchResult.PageSize).Take(SearchResult.PageSize).Select(hit => entries[hit.Index])],
            themes.Values(counts.Themes, query.Themes), territories.Values(counts.Territories, [query.Territory]), producers.Values(counts.Producers, query.Producers),
            kinds.Values(counts.Kinds, [.. query.Kinds.Select(kind => kind.ToString())]));
    }

    /// <summary>Without what nothing is called, so that no address carries it on; years in their order.</summary>
    private CatalogueQuery Known(CatalogueQuery query) => query with
    {
        Themes = themes.Known(query.Themes),
        Territory = Territory(query) is [var known] ? known : "",
        Producers = producers.Known(query.Producers),
        Kinds = [.. query.Kinds.Distinct()],
        From = query.From > query.Until ? query.Until : query.From,
        Until = query.From > query.Until ? query.From : query.Until,
    };

    private IReadOnlyList<string> Territory(CatalogueQuery query) => territories.Known([query.Territory]);

    /// <summary>What an entry covers; a source without an end goes on. One of unknown years is found only where no year is asked.</summary>
    private static (int First, int Last) Years(EntryCard card) => (card.From ?? card.Until ?? card.Published?.Year, card.Until ?? card.From ?? card.Published?.Year) switch
    {
        ({ } first, _) when card.Kind.IsSource() && card.Until is null => (first, int.MaxValue),
        ({ } first, { } last) => (first, Math.Max(last, card.Published?.Year ?? last)),
        _ => (int.MaxValue, int.MinValue),
    };

    private static bool Within((int First, int Last) years, int? from, int? until) =>
        from is null && until is null || years.First <= (until ?? int.MaxValue - 1) && years.Last >= (from ?? int.MinValue + 1);

    /// <summary>What goes on first, then the latest: by the day it came out, else the last year it covers.</summary>
    private static int[] Latest(IReadOnlyList<CatalogueEntry> entries) => [.. entries.Index()
        .OrderByDescending(entry => Years(entry.Item.Card).Last == int.MaxValue)
        .ThenByDescending(entry => entry.Item.Card.Published ?? new DateOnly(Math.Clamp(entry.Item.Card.Until ?? entry.Item.Card.From ?? 1, 1, 9999), 1, 1))
        .ThenBy(entry => Typography.Fold(entry.Item.Card.Title), StringComparer.Ordinal).ThenBy(entry => entry.Item.Id, StringComparer.Ordinal)
        .Select(entry => entry.Index)];

    private static void Tally(int[] counts, int[] numbers)
    {
        foreach (var number in numbers)
            counts[number]++;
    }
}
