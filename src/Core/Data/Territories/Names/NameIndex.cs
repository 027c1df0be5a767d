namespace Almanach.Core.Data.Territories.Names;

/// <summary>
/// Finds the territories of one level and year by name, as files and people write them. Exact writing wins over the same
/// words without the little ones, the right kind of EPCI over another. A name that only an earlier or later list knew finds
/// the territory if it still stands in the year asked.
/// </summary>
public sealed class NameIndex
{
    /// <summary>From the most to the least exact.</summary>
    private readonly Lazy<ILookup<string, ListedTerritory>>[] tiers;

    private readonly Lazy<(string Key, ListedTerritory Territory)[]> keys;

    private readonly TerritoryLevel level;

    public NameIndex(TerritoryLevel level, TerritoryYear year, Atlas atlas)
    {
        this.level = level;
        var all = atlas.All(level, year);
        var now = all.Select(one => (Name: atlas.Name(level, one.Code, year)!, one)).ToArray();
        var others = all.SelectMany(one => atlas.FormerNames(level, one.Code).Select(name => name.Name).Append(one.Name).Select(name => (Name: name, one)));
        tiers =
        [
            .. Ways(level).Select(way => new Lazy<ILookup<string, ListedTerritory>>(() => now.ToLookup(pair => way(pair.Name), pair => pair.one))),
            .. Ways(level).Select(way => new Lazy<ILookup<string, ListedTerritory>>(() => others.ToLookup(pair => way(pair.Name), pair => pair.one))),
        ];
        keys = new(() => [.. now.Select(pair => (Key(level, pair.Name), pair.one))]);
    }

    /// <param name="department">Where the file says it: tells homonyms apart.</param>
    public NameMatch Find(string name, TerritoryCode? department = null)
    {
        var ways = Ways(level);
        for (var tier = 0; tier < tiers.Length; tier++)
            if (ways[tier % ways.Length](name) is { Length: > 0 } key && tiers[tier].Value[key].Distinct().ToArray() is { Length: > 0 } found)
            {
                if (department is { } within && found.Where(one => Atlas.DepartmentOf(one.Code) == within).ToArray() is { Length: > 0 } there)
                    found = there;
                return new NameMatch(found.Length == 1 ? NameMatchKind.Unique : NameMatchKind.Ambiguous, found);
            }
        return NameMatch.Unknown;
    }

    /// <summary>Other territories that bore exactly this name once, and bear another in the year: « Belleville » is in Meurthe-et-Moselle, and was Belleville-en-Beaujolais.</summary>
    public IReadOnlyList<ListedTerritory> OnceBore(string name, ListedTerritory now) =>
        Ways(level)[0](name) is { Length: > 0 } key ? [.. tiers[Ways(level).Length].Value[key].Distinct().Where(one => one.Code != now.Code)] : [];

    /// <summary>« Vouliez-vous dire… »: names at a small distance, the nearest first.</summary>
    public IReadOnlyList<ListedTerritory> Near(string name, int most = 3)
    {
        var key = Key(level, name);
        var bound = key.Length switch { < 4 => 0, < 8 => 1, < 16 => 2, _ => 3 };
        return [.. keys.Value
            .Where(pair => Math.Abs(pair.Key.Length - key.Length) <= bound)
            .Select(pair => (pair.Territory, distance: EditDistance.Of(key, pair.Key, bound)))
            .Where(pair => pair.distance <= bound)
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.Territory.Code)
            .Take(most)
            .Select(pair => pair.Territory)];
    }

    private static string Key(TerritoryLevel level, string name) => level == TerritoryLevel.Intercommunality ? EpciName.Of(name).Loose : NameKey.Of(name);

    private static Func<string, string>[] Ways(TerritoryLevel level) => level == TerritoryLevel.Intercommunality
        ? [NameKey.Of, name => Kinded(EpciName.Of(name)), name => EpciName.Of(name).Key, name => EpciName.Of(name).Loose]
        : [NameKey.Of, NameKey.Loose];

    private static string Kinded(EpciName name) => name.Kind is null ? "" : $"{name.Kind} {name.Loose}";
}
