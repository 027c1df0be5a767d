namespace Almanach.Core.Data.Territories;

/// <summary>
/// The Rhône: since 2015 the Métropole de Lyon (<c>69M</c>, EPCI 200046977) has the powers of a department within its bounds, and
/// the department (<c>69D</c>, « nouveau Rhône ») keeps the rest. The State and most producers still count an undivided
/// <c>69</c>. A region has twelve departments and thirteen portraits.
/// </summary>
public static class Rhone
{
    public static TerritoryCode Undivided { get; } = TerritoryCode.Of("69");

    public static TerritoryCode NewRhone { get; } = TerritoryCode.Of("69D");

    /// <summary>As readers are told of it: its own name, « Rhône », is also that of the whole.</summary>
    public const string NewRhoneName = "Rhône hors métropole de Lyon";

    public static TerritoryCode LyonMetropolis { get; } = TerritoryCode.Of("69M");

    /// <summary>The EPCI whose bounds are those of <see cref="LyonMetropolis"/>.</summary>
    public static TerritoryCode LyonIntercommunality { get; } = TerritoryCode.Of("200046977");

    /// <summary>The first list of codes in which it is divided.</summary>
    public static TerritoryYear DividedFrom { get; } = 2015;

    public static bool IsPart(TerritoryCode code) => code == NewRhone || code == LyonMetropolis;

    /// <summary>The department of the State: <c>69</c> for either part, any other as it is.</summary>
    public static TerritoryCode Whole(TerritoryCode department) => IsPart(department) ? Undivided : department;

    /// <summary>Which part a municipality of the Rhône belongs to; null elsewhere and before 2015.</summary>
    public static TerritoryCode? PartOf(TerritoryCode municipality, TerritoryYear year, Atlas atlas) =>
        atlas.Members(TerritoryLevel.Department, LyonMetropolis, TerritoryLevel.Municipality, year).Contains(municipality) ? LyonMetropolis
        : atlas.Members(TerritoryLevel.Department, NewRhone, TerritoryLevel.Municipality, year).Contains(municipality) ? NewRhone
        : null;

    /// <summary>The departments of a region as portraits have them: 69 gives way to its two parts.</summary>
    public static IReadOnlyList<TerritoryCode> Portraits(TerritoryCode region, TerritoryYear year, Atlas atlas) =>
        [.. atlas.Members(TerritoryLevel.Region, region, TerritoryLevel.Department, year)
            .SelectMany<TerritoryCode, TerritoryCode>(code => code == Undivided && year >= DividedFrom ? [NewRhone, LyonMetropolis] : [code])];
}
