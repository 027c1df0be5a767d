using Almanach.Core.Data.Dashboard;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;
using Almanach.Web.Dashboard.Drawing;

namespace Almanach.Web.Dashboard;

/// <summary>The map of a view, ready to be drawn.</summary>
internal static class MapViews
{
    public static MapDrawing Of(IndicatorView view, Board board) => new(
        "carte", $"{view.Indicator.Title}, {Period.Label(view.Period)}", ViewWords.MapSummary(view), view.Map!, view.Column, view.Classes,
        view.Query.Within is { } department ? Within(board, view.Column.Scope, department) : null,
        view.Level is TerritoryLevel.Municipality or TerritoryLevel.Intercommunality or TerritoryLevel.Canton or TerritoryLevel.LivingArea or TerritoryLevel.EmploymentZone or TerritoryLevel.Arrondissement
            ? board.Maps.GetValueOrDefault(TerritoryLevel.Department)?.Divided(true) is { Credits.Count: > 0 } outlines && view.Query.Within is null ? outlines : null : null,
        view.Chosen?.Code);

    /// <summary>Territories that lie in a department, wholly or in part.</summary>
    public static HashSet<TerritoryCode> Within(Board board, LevelScope scope, TerritoryCode department)
    {
        var departments = board.Geography.At(TerritoryLevel.Department)!;
        var members = departments.Members[departments.PlaceOf(department)].ToHashSet();
        return [.. scope.Codes.Where((_, place) => scope.Members[place].Any(members.Contains))];
    }
}
