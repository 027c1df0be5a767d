using Almanach.Core.Data.Territories;

namespace Almanach.Core.Data.Series;

/// <summary>
/// Which territories are the same ground in lists of codes of several years: one code may stand for other bounds once
/// municipalities merged, and then its figures are others.
/// </summary>
/// <param name="years">Of the lists, in rising order.</param>
internal sealed class Grounds(Atlas atlas, IReadOnlyList<int> years)
{
    private readonly Dictionary<(TerritoryLevel, TerritoryCode, int), int> _since = [];

    private readonly Dictionary<(TerritoryLevel, TerritoryCode, TerritoryLevel, int), IReadOnlyList<TerritoryCode>> _members = [];

    public IReadOnlyList<int> Years => years;

    /// <summary>The first of the years from which on, up to this one, a territory has had the bounds it has in this year.</summary>
    public int Since(TerritoryLevel level, TerritoryCode code, int year)
    {
        if (years.Count == 1 || level is TerritoryLevel.Department or TerritoryLevel.Region or TerritoryLevel.Metropolis)
            return years[0];
        if (_since.TryGetValue((level, code, year), out var since))
            return since;
        since = year;
        foreach (var earlier in years.Where(one => one < year).OrderDescending())
        {
            if (!IsSame(level, code, earlier, since))
                break;
            since = earlier;
        }
        return _since[(level, code, year)] = since;
    }

    /// <summary>As <see cref="Atlas.Members"/>, remembered.</summary>
    public IReadOnlyList<TerritoryCode> Members(TerritoryLevel level, TerritoryCode code, TerritoryLevel child, int year) =>
        _members.TryGetValue((level, code, child, year), out var members) ? members : _members[(level, code, child, year)] = atlas.Members(level, code, child, year);

    /// <summary>Municipalities whose bounds changed between two lists, in the smallest pieces of ground that are the same in both.</summary>
    public IEnumerable<(IReadOnlyList<TerritoryCode> Before, IReadOnlyList<TerritoryCode> After)> Changed(int earlier, int later)
    {
        HashSet<TerritoryCode> seen = [];
        foreach (var territory in atlas.All(TerritoryLevel.Municipality, later))
            if (!seen.Contains(territory.Code) && !IsSame(TerritoryLevel.Municipality, territory.Code, earlier, later))
            {
                SortedSet<TerritoryCode> before = [], after = [territory.Code];
                for (var count = 0; count != before.Count + after.Count;)
                {
                    count = before.Count + after.Count;
                    before.UnionWith(after.SelectMany(code => atlas.Became(code, later, earlier).Codes));
                    after.UnionWith(before.SelectMany(code => atlas.Became(code, earlier, later).Codes));
                }
                seen.UnionWith(after);
                if (before.Count > 0)
                    yield return ([.. before], [.. after]);
            }
    }

    /// <summary>Where a list is not known, nothing says that bounds changed.</summary>
    private bool IsSame(TerritoryLevel level, TerritoryCode code, int earlier, int later)
    {
        if (level != TerritoryLevel.Municipality)
            return !atlas.Covers(level, earlier) || !atlas.Covers(level, later) || SameMembers(level, code, earlier, later);
        var (before, after) = (atlas.Knows(level, code, earlier), atlas.Knows(level, code, later));
        return before == after && (!before || (IsAlone(atlas.Became(code, earlier, later)) && IsAlone(atlas.Became(code, later, earlier))));
    }

    private static bool IsAlone(Fate fate) => fate is { Kind: FateKind.Same, Codes.Count: 1 };

    private bool SameMembers(TerritoryLevel level, TerritoryCode code, int earlier, int later)
    {
        var (before, after) = (Members(level, code, TerritoryLevel.Municipality, earlier), Members(level, code, TerritoryLevel.Municipality, later));
        return before.SelectMany(one => atlas.Became(one, earlier, later).Codes).ToHashSet().SetEquals(after)
            && after.SelectMany(one => atlas.Became(one, later, earlier).Codes).ToHashSet().SetEquals(before);
    }
}
