using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Data.Dashboard;

/// <summary>What the dashboard would lose, or say otherwise, were a release put aside.</summary>
/// <param name="Revision">Of the series it was reckoned from.</param>
/// <param name="Indicators">Those that would change, in the order of the dashboard.</param>
public sealed record Withdrawal(int Revision, IReadOnlyList<WithdrawnIndicator> Indicators)
{
    /// <summary>Reckons both boards: the one that stands, and the one without the release.</summary>
    public static Withdrawal Of(Board board, SeriesBook without, SeriesRelease release)
    {
        var measures = release.Table.Columns.Select(column => column.Measure).ToHashSet();
        return new Withdrawal(board.Revision,
            [.. board.Catalogue.Indicators.Where(indicator => indicator.Measures.Any(measures.Contains)).Select(indicator => Of(board, without, indicator)).Where(one => one.Gone.Count > 0 || one.Other.Count > 0)]);
    }

    private static WithdrawnIndicator Of(Board board, SeriesBook without, Indicator indicator)
    {
        List<(string Period, TerritoryLevel Level)> gone = [], other = [];
        var left = false;
        foreach (var level in board.Geography.Levels.Select(scope => scope.Level))
        {
            var after = IndicatorFigures.Periods(without, indicator, level).ToHashSet(StringComparer.Ordinal);
            left |= after.Count > 0;
            foreach (var period in board.Periods(indicator, level))
                if (!after.Contains(period))
                    gone.Add((period, level));
                else if (!board.Column(indicator, level, period)!.Figures.SequenceEqual(IndicatorFigures.Of(without, indicator, level, period)!.Figures))
                    other.Add((period, level));
        }
        return new WithdrawnIndicator(indicator, !left, Grouped(gone), Grouped(other));
    }

    /// <summary>The latest period first, each with its levels from the widest.</summary>
    private static IReadOnlyList<PeriodLevels> Grouped(List<(string Period, TerritoryLevel Level)> all) =>
        [.. all.GroupBy(one => one.Period).OrderByDescending(group => group.Key, StringComparer.Ordinal).Select(group => new PeriodLevels(group.Key, [.. group.Select(one => one.Level)]))];
}

/// <param name="IsGone">No figure of it would be left.</param>
/// <param name="Gone">What would have no figure any more.</param>
/// <param name="Other">What would have other figures: those of an older file, or of some territories only.</param>
public sealed record WithdrawnIndicator(Indicator Indicator, bool IsGone, IReadOnlyList<PeriodLevels> Gone, IReadOnlyList<PeriodLevels> Other);

public sealed record PeriodLevels(string Period, IReadOnlyList<TerritoryLevel> Levels);
