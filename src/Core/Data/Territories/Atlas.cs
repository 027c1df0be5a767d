namespace Almanach.Core.Data.Territories;

/// <summary>
/// The territories of France by level and year of the list of codes: which codes there are, how they are called, what lies in
/// what, and what became of municipalities. Immutable; made of the shipped list and of what was imported
/// (<see cref="With"/>), and shared by everything that reads data.
/// </summary>
/// <remarks>
/// Municipalities, departments and regions are known from <see cref="First"/> on; arrondissements and EPCI from 2019 on;
/// cantons-ou-villes, bassins de vie, zones d'emploi and neighbourhoods in the years of the tables imported: see
/// <see cref="Covers"/>. A year after <see cref="Last"/> is read as if nothing had changed since.
/// </remarks>
public sealed class Atlas
{
    private readonly IReadOnlyList<TerritoryFile> files;

    private readonly Dictionary<TerritoryCode, ListedTerritory[]>[] listed;

    private readonly Dictionary<(TerritoryLevel, TerritoryCode), FormerName[]> formerNames;

    private readonly Memberships memberships;

    private readonly MoveHistory moves;

    public Atlas(IReadOnlyList<TerritoryFile> files)
    {
        this.files = files;
        (First, Last) = (files[0].First, files[0].Last);
        listed = [.. Enum.GetValues<TerritoryLevel>().Select(_ => new Dictionary<TerritoryCode, ListedTerritory[]>())];
        foreach (var territory in files.SelectMany(file => file.Territories))
            listed[(int)territory.Level][territory.Code] = listed[(int)territory.Level].TryGetValue(territory.Code, out var others) ? [.. others, territory] : [territory];
        formerNames = files.SelectMany(file => file.Names).GroupBy(name => (name.Level, name.Code)).ToDictionary(group => group.Key, group => group.OrderBy(name => name.Until).ToArray());
        memberships = new Memberships(files.SelectMany(file => file.Belongings));
        moves = new MoveHistory([.. files.SelectMany(file => file.Moves)]);
    }

    /// <summary>The first list of codes that is known.</summary>
    public TerritoryYear First { get; }

    /// <summary>The newest list of codes that is known.</summary>
    public TerritoryYear Last { get; }

    /// <summary>These territories and those of a table that was imported.</summary>
    public Atlas With(TerritoryFile table) => new([.. files, table]);

    public bool Knows(TerritoryLevel level, TerritoryCode code, TerritoryYear year) => Find(level, code, year) is not null;

    /// <summary>The same from the bytes of a file, without allocating: what is no code is not known.</summary>
    public bool Knows(TerritoryLevel level, ReadOnlySpan<byte> utf8, TerritoryYear year) =>
        TerritoryCode.TryParse(utf8, out var code) && Find(level, code, year) is not null;

    /// <summary>Null where the list of that year does not hold it.</summary>
    public ListedTerritory? Find(TerritoryLevel level, TerritoryCode code, TerritoryYear year)
    {
        if (listed[(int)level].TryGetValue(code, out var spans))
            foreach (var territory in spans)
                if (territory.IsIn(year))
                    return territory;
        return null;
    }

    /// <summary>Whatever its years; the newest first.</summary>
    public IReadOnlyList<ListedTerritory> Ever(TerritoryLevel level, TerritoryCode code) =>
        listed[(int)level].TryGetValue(code, out var spans) ? [.. spans.Reverse()] : [];

    /// <summary>Every territory of a level, whatever its years.</summary>
    public IEnumerable<ListedTerritory> Ever(TerritoryLevel level) => listed[(int)level].Values.SelectMany(spans => spans);

    /// <summary>All of a level in a year, in the order of their codes.</summary>
    public IReadOnlyList<ListedTerritory> All(TerritoryLevel level, TerritoryYear year) =>
        [.. Ever(level).Where(one => one.IsIn(year)).OrderBy(one => one.Code)];

    /// <summary>How it was called that year; null where it was not known.</summary>
    public string? Name(TerritoryLevel level, TerritoryCode code, TerritoryYear year) =>
        Find(level, code, year) is not { } territory ? null
        : formerNames.GetValueOrDefault((level, code))?.FirstOrDefault(name => name.Until >= year.Value)?.Name ?? territory.Name;

    /// <summary>Names it had before, with the last year of each.</summary>
    public IReadOnlyList<FormerName> FormerNames(TerritoryLevel level, TerritoryCode code) => formerNames.GetValueOrDefault((level, code)) ?? [];

    /// <summary>Whether what municipalities belong to at this level is known for the year.</summary>
    public bool Covers(TerritoryLevel level, TerritoryYear year) => level switch
    {
        TerritoryLevel.Municipality or TerritoryLevel.Department or TerritoryLevel.Region or TerritoryLevel.Metropolis => year >= First,
        _ => memberships.Covers(level, year),
    };

    /// <summary>The territory of a level that a municipality (or a part of one, or a department) lies in; null where none, or not known.</summary>
    public TerritoryCode? Parent(TerritoryLevel child, TerritoryCode code, TerritoryLevel parent, TerritoryYear year) => (child, parent) switch
    {
        _ when child == parent => code,
        (_, TerritoryLevel.Metropolis) => Parent(child, code, TerritoryLevel.Region, year) is { } region ? memberships.Parent(parent, TerritoryLevel.Region, region, year) : null,
        (TerritoryLevel.Region, _) => null,
        (TerritoryLevel.Department, TerritoryLevel.Region) => memberships.Parent(parent, child, Rhone.Whole(code), year),
        (_, TerritoryLevel.Region) => Parent(child, code, TerritoryLevel.Department, year) is { } department ? Parent(TerritoryLevel.Department, department, parent, year) : null,
        (TerritoryLevel.Municipality or TerritoryLevel.Arrondissement, TerritoryLevel.Department) => Knows(child, code, year) ? DepartmentOf(code) : null,
        (TerritoryLevel.Municipality, _) => memberships.Parent(parent, child, code, year),
        (TerritoryLevel.Ward or TerritoryLevel.FormerMunicipality or TerritoryLevel.Neighbourhood, TerritoryLevel.Municipality) => memberships.Parent(parent, child, code, year),
        (TerritoryLevel.Ward or TerritoryLevel.FormerMunicipality or TerritoryLevel.Neighbourhood, _) =>
            Parent(child, code, TerritoryLevel.Municipality, year) is { } municipality ? Parent(TerritoryLevel.Municipality, municipality, parent, year) : null,
        _ => null,
    };

    /// <summary>
    /// Those of a level that lie in a territory, wholly or in part (an EPCI may cross the border of a department), in the order
    /// of their codes.
    /// </summary>
    public IReadOnlyList<TerritoryCode> Members(TerritoryLevel level, TerritoryCode code, TerritoryLevel child, TerritoryYear year) => (level, child) switch
    {
        (TerritoryLevel.Metropolis, TerritoryLevel.Region) or (TerritoryLevel.Region, TerritoryLevel.Department) => memberships.Children(level, code, child, year),
        (TerritoryLevel.Metropolis, _) => [.. memberships.Children(level, code, TerritoryLevel.Region, year).SelectMany(region => Members(TerritoryLevel.Region, region, child, year)).Distinct().Order()],
        (TerritoryLevel.Region, _) => [.. memberships.Children(level, code, TerritoryLevel.Department, year).SelectMany(department => Members(TerritoryLevel.Department, department, child, year)).Distinct().Order()],
        (TerritoryLevel.Department, TerritoryLevel.Municipality) => Rhone.IsPart(code)
            ? memberships.Children(level, code, child, year)
            : [.. Ever(child).Where(one => one.Code.StartsWith(code) && DepartmentOf(one.Code) == code && one.IsIn(year)).Select(one => one.Code).Order()],
        (_, TerritoryLevel.Municipality) => memberships.Children(level, code, child, year),
        (TerritoryLevel.Municipality, _) => memberships.Children(level, code, child, year),
        (_, TerritoryLevel.Ward or TerritoryLevel.FormerMunicipality or TerritoryLevel.Neighbourhood) =>
            [.. Members(level, code, TerritoryLevel.Municipality, year).SelectMany(municipality => Members(TerritoryLevel.Municipality, municipality, child, year)).Order()],
        _ => [.. Members(level, code, TerritoryLevel.Municipality, year).Select(municipality => Parent(TerritoryLevel.Municipality, municipality, child, year)).OfType<TerritoryCode>().Distinct().Order()],
    };

    /// <summary>
    /// Where the ground of a municipality of one list lies in another, later or earlier. A municipality that merged and was
    /// split off again counts as split: what it received meanwhile is not told apart.
    /// </summary>
    /// <example>01091 of 2018 lies, in 2019, in 01033 (Valserhône).</example>
    public Fate Became(TerritoryCode municipality, TerritoryYear from, TerritoryYear to)
    {
        if (!Knows(TerritoryLevel.Municipality, municipality, from))
            return Fate.Unknown;
        var codes = moves.Follow(municipality, from.Value, to.Value, (code, year) => Knows(TerritoryLevel.Municipality, code, year)).ToArray();
        return codes switch
        {
            [] => Fate.Unknown,
            [var one] => !Knows(TerritoryLevel.Municipality, one, to) ? Fate.Unknown : new Fate(one == municipality ? FateKind.Same : FateKind.Another, codes),
            _ => new Fate(FateKind.Several, codes),
        };
    }

    /// <summary>The department a municipality or arrondissement is numbered in: <c>01001</c> in <c>01</c>, <c>97105</c> in <c>971</c>.</summary>
    public static TerritoryCode DepartmentOf(TerritoryCode code) => code.StartsWith(Overseas97) || code.StartsWith(Overseas98) ? code.Start(3) : code.Start(2);

    private static readonly TerritoryCode Overseas97 = TerritoryCode.Of("97");

    private static readonly TerritoryCode Overseas98 = TerritoryCode.Of("98");
}
