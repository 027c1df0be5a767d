using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Data.Dashboard;

/// <summary>Rows and lines of one indicator at one period.</summary>
/// <param name="before">Changes are against it; null for none.</param>
internal sealed class RowMaker(Board board, Indicator indicator, string period, string? before)
{
    /// <summary>In per cent of a count or a value, in the unit itself of a rate or a share.</summary>
    public static decimal? Change(Indicator indicator, Figure then, Figure now) =>
        !then.IsGiven || !now.IsGiven ? null
        : indicator.IsInPoints ? now.Value - then.Value
        : then.Value == 0 ? null : (now.Value / then.Value - 1) * 100;

    public IReadOnlyList<TerritoryRow> Rows(IndicatorColumn column, IReadOnlyList<int> places)
    {
        var then = before is null ? null : board.Column(indicator, column.Scope.Level, before);
        var top = indicator.Kind == IndicatorKind.Rate ? column.From[0] : null;
        var tops = top is null ? null : indicator.Of.Count == 1 ? top.Figures : null;
        return [.. places.Select(place => new TerritoryRow(
            column.Scope.Level, column.Scope.Codes[place], column.Scope.Names[place], column.Figures[place],
            then is null ? null : Change(indicator, then.Figures[place], column.Figures[place]), tops?[place]))];
    }

    /// <summary>The wider territories that have a figure: the department of a smaller one, the region, France.</summary>
    public IReadOnlyList<TerritoryRow> Beside(TerritoryLevel level, TerritoryCode? about)
    {
        List<TerritoryRow> rows = [];
        if (about is { } code && Department(level, code) is { } department && board.Column(indicator, TerritoryLevel.Department, period) is { } departments && departments.Scope.PlaceOf(department) is >= 0 and var place)
            rows.AddRange(Rows(departments, [place]));
        foreach (var wider in new[] { TerritoryLevel.Region, TerritoryLevel.Metropolis })
            if (wider < level && board.Column(indicator, wider, period) is { } column)
                rows.AddRange(Rows(column, [0]));
        return [.. rows.Where(row => row.Figure.State != FigureState.Absent)];
    }

    /// <summary>The chosen territory over time, with department, region and France where figures compare.</summary>
    public IReadOnlyList<TerritorySeries> Lines(TerritoryLevel level, TerritoryRow? chosen, TerritoryCode? within)
    {
        List<TerritorySeries> lines = [];
        if (chosen is not null)
            Add(lines, level, chosen.Code, chosen.Name);
        if (chosen is not null && indicator.IsCount)
            return lines;
        if ((chosen?.Code ?? within) is { } code && Department(level, code) is { } department && (chosen is null || level != TerritoryLevel.Department))
            Add(lines, TerritoryLevel.Department, department, board.Geography.Atlas.Name(TerritoryLevel.Department, department, board.Geography.Year) ?? "");
        if (lines.Count == 0 || !indicator.IsCount)
            Add(lines, TerritoryLevel.Region, board.Geography.Region, board.Geography.At(TerritoryLevel.Region)!.Names[0]);
        if (!indicator.IsCount)
            Add(lines, TerritoryLevel.Metropolis, Geography.Metropolis, "France métropolitaine");
        return lines;
    }

    private void Add(List<TerritorySeries> lines, TerritoryLevel level, TerritoryCode code, string name)
    {
        List<(string, Figure)> points = [.. board.Periods(indicator, level).Select(one => (one, board.Column(indicator, level, one)!.At(code)))];
        if (points.Any(point => point.Item2.IsGiven))
            lines.Add(new TerritorySeries(name, points));
    }

    /// <summary>The department of a territory; null where it lies in several, or is one, or is wider.</summary>
    private TerritoryCode? Department(TerritoryLevel level, TerritoryCode code)
    {
        var departments = board.Geography.At(TerritoryLevel.Department)!;
        if (level == TerritoryLevel.Department || departments.PlaceOf(code) >= 0)
            return departments.PlaceOf(code) >= 0 && level != TerritoryLevel.Department ? code : null;
        if (board.Geography.At(level) is not { } scope || scope.PlaceOf(code) is not (>= 0 and var place) || scope.Members[place].Length == 0)
            return null;
        var found = departments.Codes.Index()
            .Where(one => one.Item != Rhone.Undivided || departments.PlaceOf(Rhone.NewRhone) < 0)
            .Where(one => scope.Members[place].All(departments.Members[one.Index].Contains)).Select(one => one.Item).ToArray();
        return found is [var only] ? only : null;
    }
}
