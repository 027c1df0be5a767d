using System.Collections.Concurrent;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Data.Series;

/// <summary>
/// The territories a platform shows, in the bounds of one year, and how municipalities of any list add up to them. Made once;
/// immutable but for what it remembers.
/// </summary>
public sealed class Geography
{
    private readonly Dictionary<TerritoryLevel, LevelScope> _scopes = [];

    private readonly ConcurrentDictionary<(TerritoryLevel, int, int), bool> _bounds = new();

    private readonly ConcurrentDictionary<int, Carrying> _carryings = new();

    private readonly Dictionary<TerritoryCode, int> _places;

    public Geography(Atlas atlas, TerritoryCode region, TerritoryYear year)
    {
        (Atlas, Region, Year) = (atlas, region, year);
        Municipalities = [.. atlas.All(TerritoryLevel.Municipality, year).Select(one => one.Code)];
        _places = Municipalities.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        foreach (var level in Shown)
            if (atlas.Covers(level, year))
                _scopes[level] = Scope(level);
    }

    /// <summary>The levels of the dashboard, from the widest: the nine of the platforms, and neighbourhoods.</summary>
    public static IReadOnlyList<TerritoryLevel> Shown { get; } =
    [
        TerritoryLevel.Metropolis, TerritoryLevel.Region, TerritoryLevel.Department, TerritoryLevel.Arrondissement, TerritoryLevel.Canton, TerritoryLevel.LivingArea,
        TerritoryLevel.Intercommunality, TerritoryLevel.EmploymentZone, TerritoryLevel.Municipality, TerritoryLevel.Neighbourhood,
    ];

    public Atlas Atlas { get; }

    public TerritoryCode Region { get; }

    public TerritoryYear Year { get; }

    /// <summary>Of the whole country, in the order of their codes.</summary>
    public IReadOnlyList<TerritoryCode> Municipalities { get; }

    /// <summary>Those of which something is known.</summary>
    public IEnumerable<LevelScope> Levels => _scopes.Values.Where(scope => scope.Codes.Count > 0);

    /// <summary>Null where the year has no list of that level.</summary>
    public LevelScope? At(TerritoryLevel level) => _scopes.GetValueOrDefault(level);

    /// <summary>How a list of municipalities is brought here.</summary>
    public Carrying From(TerritoryYear year) => _carryings.GetOrAdd(year.Value, from => new Carrying(this, from));

    /// <summary>Place of a municipality in <see cref="Municipalities"/>; −1 for none.</summary>
    public int PlaceOf(TerritoryCode municipality) => _places.GetValueOrDefault(municipality, -1);

    /// <summary>Whether a territory has the same municipalities in both lists, those that merged within it included.</summary>
    public bool HasSameBounds(LevelScope scope, int place, TerritoryYear year) =>
        scope.Level is TerritoryLevel.Metropolis or TerritoryLevel.Region or TerritoryLevel.Department or TerritoryLevel.Municipality or TerritoryLevel.Neighbourhood
        || year == Year
        || _bounds.GetOrAdd((scope.Level, place, year.Value), _ => Compare(scope, place, year));

    private bool Compare(LevelScope scope, int place, TerritoryYear year)
    {
        var then = Atlas.Members(scope.Level, scope.Codes[place], TerritoryLevel.Municipality, year);
        var now = then.Select(code => Atlas.Became(code, year, Year).Whole).Distinct().ToArray();
        return then.Count > 0 && !now.Contains(null) && now.Length == scope.Members[place].Length
            && now.All(code => scope.Members[place].Contains(PlaceOf(code!.Value)));
    }

    private LevelScope Scope(TerritoryLevel level)
    {
        IReadOnlyList<TerritoryCode> codes = level switch
        {
            TerritoryLevel.Metropolis => [Metropolis],
            TerritoryLevel.Region => [Region],
            TerritoryLevel.Department => [.. Atlas.Members(TerritoryLevel.Region, Region, level, Year)
                .SelectMany(code => code == Rhone.Undivided && Year >= Rhone.DividedFrom ? [code, Rhone.NewRhone, Rhone.LyonMetropolis] : new[] { code }).Order()],
            _ => Atlas.Members(TerritoryLevel.Region, Region, level, Year),
        };
        var places = codes.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        List<int>[] members = [.. codes.Select(_ => new List<int>())];
        if (level != TerritoryLevel.Neighbourhood)
            for (var at = 0; at < Municipalities.Count; at++)
                if (Atlas.Parent(TerritoryLevel.Municipality, Municipalities[at], level, Year) is { } parent && places.TryGetValue(parent, out var place))
                    members[place].Add(at);
        if (level == TerritoryLevel.Department)
            foreach (var part in new[] { Rhone.NewRhone, Rhone.LyonMetropolis })
                if (places.TryGetValue(part, out var place))
                    members[place].AddRange(Atlas.Members(level, part, TerritoryLevel.Municipality, Year).Select(PlaceOf).Where(at => at >= 0));
        return new LevelScope(level, codes, [.. codes.Select(code => code == Rhone.NewRhone ? Rhone.NewRhoneName : Atlas.Name(level, code, Year) ?? code.ToString())], [.. members.Select(list => list.ToArray())], places);
    }

    public static TerritoryCode Metropolis { get; } = TerritoryCode.Of("METRO");
}

/// <summary>The territories of a level that are shown, in the order of their codes.</summary>
/// <param name="Members">Of each, the places of its municipalities.</param>
public sealed record LevelScope(TerritoryLevel Level, IReadOnlyList<TerritoryCode> Codes, IReadOnlyList<string> Names, IReadOnlyList<int[]> Members, IReadOnlyDictionary<TerritoryCode, int> Places)
{
    /// <summary>−1 for none.</summary>
    public int PlaceOf(TerritoryCode code) => Places.GetValueOrDefault(code, -1);
}
