using Almanach.Core.Data.Territories;

namespace Almanach.Adapters.Territories.Tables;

/// <summary>A table of memberships with the names that another file gives, as a list of territories.</summary>
internal static class PreparedTable
{
    public static TerritoryFile Of(IReadOnlyList<MembershipTable> tables, Atlas atlas)
    {
        var labels = tables.SelectMany(table => table.Labels).DistinctBy(label => label.Key).ToDictionary();
        var belongings = tables.SelectMany(table => table.Belongings).DistinctBy(one => (one.Level, one.Code, one.Years, one.ChildLevel)).ToArray();
        var named = belongings
            .Where(one => one.ChildLevel == TerritoryLevel.Municipality)
            .DistinctBy(one => (one.Level, one.Code))
            .Select(one => new ListedTerritory(one.Level, one.Code, Name(one, labels, atlas), one.Years));
        return new TerritoryFile(atlas.First.Value, atlas.Last.Value, [.. named, .. tables.SelectMany(table => table.Neighbourhoods)], [], belongings, []);
    }

    /// <summary>A bassin de vie is called after its centre; others without a name, by their code.</summary>
    private static string Name(Belonging one, Dictionary<(TerritoryLevel, TerritoryCode), string> labels, Atlas atlas) =>
        labels.GetValueOrDefault((one.Level, one.Code))
        ?? atlas.Find(one.Level, one.Code, atlas.Last)?.Name
        ?? (one.Level == TerritoryLevel.LivingArea ? atlas.Name(TerritoryLevel.Municipality, one.Code, one.Years.From) : null)
        ?? $"{LevelNames.One(one.Level)} {one.Code}";
}
