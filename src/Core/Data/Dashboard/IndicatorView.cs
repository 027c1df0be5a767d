using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Maps;
using Almanach.Core.French;

namespace Almanach.Core.Data.Dashboard;

/// <summary>A territory in a view.</summary>
/// <param name="Change">Against the period before; null across a break in the series, or where a figure is missing.</param>
/// <param name="Top">The numerator of a rate.</param>
public sealed record TerritoryRow(TerritoryLevel Level, TerritoryCode Code, string Name, Figure Figure, decimal? Change, Figure? Top);

/// <summary>The values of one territory over time.</summary>
public sealed record TerritorySeries(string Name, IReadOnlyList<(string Period, Figure Figure)> Points);

/// <summary>One view of an indicator, decided: what the table, the map and the chart show. Pure.</summary>
/// <param name="Rows">In the order asked for.</param>
/// <param name="Beside">Region and France, where they have a figure; department too, of a territory within one.</param>
/// <param name="Before">The period changes are against; null for none.</param>
/// <param name="Break">Why the two do not compare; null where they do.</param>
/// <param name="Left">Municipalities under 2,000 inhabitants that the table leaves out.</param>
public sealed record IndicatorView(
    Indicator Indicator, DashboardQuery Query, TerritoryLevel Level, string Period, IReadOnlyList<TerritoryLevel> Levels, IReadOnlyList<string> Periods, IndicatorColumn Column,
    IReadOnlyList<TerritoryRow> Rows, IReadOnlyList<TerritoryRow> Beside, string? Before, SeriesBreak? Break, Quantiles? Classes, TerritoryMap? Map, TerritoryRow? Chosen,
    IReadOnlyList<TerritorySeries> Lines, int Left)
{
    /// <summary>The threshold below which the platforms show no municipality (A15).</summary>
    public const int Small = 2_000;

    /// <summary>Null where the indicator has no figure yet.</summary>
    public static IndicatorView? Of(Board board, Indicator indicator, DashboardQuery query)
    {
        var levels = board.LevelsOf(indicator);
        if (levels.Count == 0)
            return null;
        var level = query.Level is { } wanted && levels.Contains(wanted) ? wanted : Usual(levels);
        var periods = board.Periods(indicator, level);
        var period = query.Period is { } asked && periods.Contains(asked) ? asked : periods[^1];
        var column = board.Column(indicator, level, period)!;
        var at = periods.Index().First(pair => pair.Item == period).Index;
        var before = at > 0 ? periods[at - 1] : null;
        var rupture = before is null ? null : indicator.BreakBetween(before, period);
        var within = query.Within is { } department && board.Geography.At(TerritoryLevel.Department)?.PlaceOf(department) >= 0 && level > TerritoryLevel.Department ? department : (TerritoryCode?)null;
        query = query with { Within = within };
        var divided = IsDivided(column);
        var places = Places(board, column.Scope, within, divided);
        var shown = query.Small || level != TerritoryLevel.Municipality ? places : [.. places.Where(place => IsLarge(board, column.Scope.Codes[place]))];
        var maker = new RowMaker(board, indicator, period, rupture is null ? before : null);
        var rows = Sorted(maker.Rows(column, shown), query);
        var chosen = query.Territory is { } code && column.Scope.PlaceOf(code) is >= 0 and var own ? maker.Rows(column, [own])[0] : null;
        var beside = maker.Beside(level, chosen?.Code ?? within);
        var map = board.Maps.GetValueOrDefault(level);
        return new IndicatorView(
            indicator, query with { Territory = chosen?.Code }, level, period, levels, periods, column, rows, beside, before, rupture,
            indicator.IsCount ? null : Quantiles.Of(places.Select(place => column.Figures[place]), indicator.Decimals),
            map?.Divided(divided || map.ShapeOf(Rhone.Undivided) is null), chosen, maker.Lines(level, chosen, within), places.Count - shown.Count);
    }

    /// <summary>Departments where they have figures, the smallest level otherwise.</summary>
    private static TerritoryLevel Usual(IReadOnlyList<TerritoryLevel> levels) =>
        levels.Contains(TerritoryLevel.Department) ? TerritoryLevel.Department : levels.Contains(TerritoryLevel.Intercommunality) ? TerritoryLevel.Intercommunality : levels[^1];

    /// <summary>Whether the Rhône is told by its parts: always, but where a producer gives the whole alone.</summary>
    private static bool IsDivided(IndicatorColumn column) =>
        column.At(Rhone.NewRhone).State != FigureState.Absent || column.At(Rhone.LyonMetropolis).State != FigureState.Absent || column.At(Rhone.Undivided).State == FigureState.Absent;

    private static List<int> Places(Board board, LevelScope scope, TerritoryCode? within, bool divided)
    {
        List<int> all = [.. Enumerable.Range(0, scope.Codes.Count)];
        if (scope.Level == TerritoryLevel.Department && scope.PlaceOf(Rhone.NewRhone) >= 0)
            all.RemoveAll(place => divided ? scope.Codes[place] == Rhone.Undivided : Rhone.IsPart(scope.Codes[place]));
        if (within is not { } department)
            return all;
        var departments = board.Geography.At(TerritoryLevel.Department)!;
        var members = departments.Members[departments.PlaceOf(department)].ToHashSet();
        return [.. all.Where(place => scope.Members[place].Any(members.Contains))];
    }

    private static bool IsLarge(Board board, TerritoryCode code) =>
        board.Geography.Atlas.Find(TerritoryLevel.Municipality, code, board.Geography.Year) is not { Population: { } people } || people >= Small;

    private static IReadOnlyList<TerritoryRow> Sorted(IReadOnlyList<TerritoryRow> rows, DashboardQuery query)
    {
        if (query.Sort == DashboardSort.Name && !query.Descending)
            return [.. rows.OrderBy(Folded, StringComparer.Ordinal)];
        Func<TerritoryRow, decimal?> key = query.Sort == DashboardSort.Change ? row => row.Change : row => row.Figure.Known;
        return query.Sort == DashboardSort.Name ? [.. rows.OrderByDescending(Folded, StringComparer.Ordinal)]
            : query.Descending ? [.. rows.OrderByDescending(row => key(row) ?? decimal.MinValue).ThenBy(Folded, StringComparer.Ordinal)]
            : [.. rows.OrderBy(row => key(row) ?? decimal.MaxValue).ThenBy(Folded, StringComparer.Ordinal)];
    }

    /// <summary>As a French index has them: accents and capitals mean nothing.</summary>
    private static string Folded(TerritoryRow row) => Typography.Fold(row.Name);
}
