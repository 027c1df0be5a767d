namespace Almanach.Core.Data.Territories;

/// <summary>In which list of codes a set of codes stands: files seldom say their geography.</summary>
/// <param name="Unknown">Codes that the list of that year does not hold, in order.</param>
public sealed record YearFit(TerritoryYear Year, IReadOnlyList<TerritoryCode> Unknown)
{
    /// <summary>
    /// Every list, the best first: fewest unknown codes, then fewest territories left out in the departments that the codes
    /// touch (a whole department fits its own year closest), then the newest.
    /// </summary>
    public static IReadOnlyList<YearFit> Of(TerritoryLevel level, IReadOnlyCollection<TerritoryCode> codes, Atlas atlas)
    {
        var distinct = codes.Distinct().Order().ToArray();
        var departments = distinct.Select(Atlas.DepartmentOf).ToHashSet();
        var there = atlas.Ever(level).Where(one => departments.Contains(Atlas.DepartmentOf(one.Code))).ToArray();
        return [.. Enumerable.Range(atlas.First.Value, atlas.Last.Value - atlas.First.Value + 1)
            .Select(year => (fit: new YearFit(year, [.. distinct.Where(code => !atlas.Knows(level, code, year))]), size: there.Count(one => one.IsIn(year))))
            .OrderBy(pair => pair.fit.Unknown.Count)
            .ThenBy(pair => pair.size - (distinct.Length - pair.fit.Unknown.Count))
            .ThenByDescending(pair => pair.fit.Year.Value)
            .Select(pair => pair.fit)];
    }
}
