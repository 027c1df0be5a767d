using System.Collections.Concurrent;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Maps;

namespace Almanach.Core.Data.Dashboard;

/// <summary>Everything the pages of the dashboard are made of. Immutable but for what it remembers.</summary>
/// <param name="Revision">Of the series it was made of.</param>
/// <param name="Lists">Hash of the lists of territories it was made of.</param>
public sealed record Board(SeriesBook Book, IReadOnlyDictionary<TerritoryLevel, TerritoryMap> Maps, IReadOnlyList<SeriesRelease> Releases, int Revision, byte[] Lists)
{
    private readonly ConcurrentDictionary<(string, TerritoryLevel, string), IndicatorColumn?> _columns = new();

    private readonly ConcurrentDictionary<(string, TerritoryLevel), IReadOnlyList<string>> _periods = new();

    public IndicatorCatalogue Catalogue => Book.Catalogue;

    public Geography Geography => Book.Geography;

    /// <summary>Null where the series do not give it.</summary>
    public IndicatorColumn? Column(Indicator indicator, TerritoryLevel level, string period) =>
        _columns.GetOrAdd((indicator.Id, level, period), _ => IndicatorFigures.Of(Book, indicator, level, period));

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<string> Periods(Indicator indicator, TerritoryLevel level) =>
        _periods.GetOrAdd((indicator.Id, level), _ => IndicatorFigures.Periods(Book, indicator, level));

    /// <summary>The levels at which an indicator has figures, from the widest.</summary>
    public IReadOnlyList<TerritoryLevel> LevelsOf(Indicator indicator) =>
        [.. Geography.Levels.Select(scope => scope.Level).Where(level => Periods(indicator, level).Count > 0 && Column(indicator, level, Periods(indicator, level)[^1]) is { } column && column.Figures.Any(figure => figure.State != FigureState.Absent))];

    private readonly ConcurrentDictionary<string, IndicatorView?> _usual = new();

    /// <summary>The view of an indicator that nobody chose anything in; null where it has no figure.</summary>
    public IndicatorView? Usual(Indicator indicator) =>
        _usual.GetOrAdd(indicator.Id, _ => IndicatorView.Of(this, indicator, new DashboardQuery(null, null, null, null, DashboardSort.Name, false, false)));

    private IReadOnlyList<Alert>? _alerts;

    /// <summary>By indicator, then level.</summary>
    public IReadOnlyList<Alert> Alerts() => _alerts ??= Dashboard.Alerts.Of(this);
}
