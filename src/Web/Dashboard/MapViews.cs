using Almanach.Core.Data.Dashboard;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Maps;
using Almanach.Web.Dashboard.Drawing;

namespace Almanach.Web.Dashboard;

/// <summary>The map of a view, ready to be drawn.</summary>
internal static class MapViews
{
    public static MapDrawing Of(IndicatorView view, Board board) => new(
        "carte", $"{view.Indicator.Title}, {Period.Label(view.Period)}", ViewWords.MapSummary(view), view.Map!, view.Column, view.Classes,
        view.Query.Within is { } department ? Within(board, view.Column.Scope, department) : null,
        view.Level > TerritoryLevel.Department && view.Query.Within is null ? Outlines(board) : null,
        view.Chosen?.Code);

    /// <summary>Departments over smaller territories: contours only, which have somebody to credit; tiles do not lie over them.</summary>
    private static TerritoryMap? Outlines(Board board) =>
        board.Maps.GetValueOrDefault(TerritoryLevel.Department) is { Credits.Count: > 0 } departments ? departments.Divided(true) : null;

    /// <summary>Territories that lie in a department, wholly or in part.</summary>
    public static HashSet<TerritoryCode> Within(Board board, LevelScope scope, TerritoryCode department)
    {
        var departments = board.Geography.At(TerritoryLevel.Department)!;
        var members = departments.Members[departments.PlaceOf(department)].ToHashSet();
        return [.. scope.Codes.Where((_, place) => scope.Members[place].Any(members.Contains))];
    }
}
