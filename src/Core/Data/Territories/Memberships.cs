namespace Almanach.Core.Data.Territories;

/// <summary>What lies in what, both ways. Of two sources for the same year, the first given holds.</summary>
internal sealed class Memberships
{
    private readonly Dictionary<(TerritoryLevel, TerritoryCode), List<Belonging>> byParent = [];

    /// <summary>By child; lazily made for each pair of levels, since most programs ask of a few.</summary>
    private readonly Dictionary<(TerritoryLevel Parent, TerritoryLevel Child), Lazy<ILookup<TerritoryCode, (YearSpan Years, TerritoryCode Parent)>>> byChild;

    private readonly Dictionary<TerritoryLevel, List<YearSpan>> years = [];

    public Memberships(IEnumerable<Belonging> belongings)
    {
        var all = belongings.ToArray();
        foreach (var belonging in all)
            Add(byParent, (belonging.Level, belonging.Code), belonging);
        foreach (var (level, span) in all.Select(belonging => (belonging.Level, belonging.Years)).Distinct())
            Add(years, level, span);
        byChild = all.GroupBy(belonging => (belonging.Level, belonging.ChildLevel)).ToDictionary(
            group => group.Key,
            group => new Lazy<ILookup<TerritoryCode, (YearSpan, TerritoryCode)>>(() => group
                .SelectMany(belonging => belonging.Children.Select(child => (child, belonging.Years, belonging.Code)))
                .ToLookup(row => row.child, row => (row.Years, row.Code))));
    }

    public bool Covers(TerritoryLevel level, TerritoryYear year) => years.TryGetValue(level, out var spans) && spans.Exists(span => span.Holds(year));

    public TerritoryCode? Parent(TerritoryLevel parent, TerritoryLevel child, TerritoryCode code, TerritoryYear year)
    {
        if (byChild.TryGetValue((parent, child), out var lookup))
            foreach (var (span, found) in lookup.Value[code])
                if (span.Holds(year))
                    return found;
        return null;
    }

    public IReadOnlyList<TerritoryCode> Children(TerritoryLevel parent, TerritoryCode code, TerritoryLevel child, TerritoryYear year) =>
        byParent.TryGetValue((parent, code), out var all)
            ? [.. all.Where(belonging => belonging.ChildLevel == child && belonging.Years.Holds(year)).SelectMany(belonging => belonging.Children).Distinct().Order()]
            : [];

    private static void Add<TKey, TItem>(Dictionary<TKey, List<TItem>> lists, TKey key, TItem item)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        list.Add(item);
    }
}
