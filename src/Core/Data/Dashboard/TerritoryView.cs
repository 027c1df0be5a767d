using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Data.Dashboard;

/// <summary>Everything known of one territory: its latest figures, beside the wider ones.</summary>
public sealed record TerritoryView(TerritoryLevel Level, TerritoryCode Code, string Name, int? Population, IReadOnlyList<TerritoryLine> Lines, Board Board)
{
    /// <summary>Null for a territory the dashboard does not show.</summary>
    public static TerritoryView? Of(Board board, TerritoryLevel level, TerritoryCode code)
    {
        if (board.Geography.At(level) is not { } scope || scope.PlaceOf(code) is not (>= 0 and var place))
            return null;
        List<TerritoryLine> lines = [];
        foreach (var indicator in board.Catalogue.Indicators)
            if (board.Periods(indicator, level) is [.., var period] && board.Column(indicator, level, period) is { } column && column.Figures[place].State != FigureState.Absent)
            {
                var periods = board.Periods(indicator, level);
                var before = periods.Count > 1 && indicator.BreakBetween(periods[^2], period) is null ? periods[^2] : null;
                var maker = new RowMaker(board, indicator, period, before);
                lines.Add(new TerritoryLine(indicator, period, before, maker.Rows(column, [place])[0], maker.Beside(level, code)));
            }
        return new TerritoryView(level, code, scope.Names[place], board.Geography.Atlas.Find(level, code, board.Geography.Year)?.Population, lines, board);
    }
}

/// <param name="Before">The period its change is against; null for none.</param>
/// <param name="Beside">The wider territories, the nearest first.</param>
public sealed record TerritoryLine(Indicator Indicator, string Period, string? Before, TerritoryRow Own, IReadOnlyList<TerritoryRow> Beside);
