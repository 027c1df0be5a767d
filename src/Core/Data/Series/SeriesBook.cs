using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Data.Series;

/// <summary>
/// Every published series in the geography of the dashboard: what producers give at a level, and what is summed up to it
/// from municipalities. Immutable; made anew when a release is published.
/// </summary>
public sealed class SeriesBook
{
    private readonly Dictionary<(string Measure, TerritoryLevel Level, string Period), LevelColumn> _columns = [];

    private readonly Dictionary<(string Measure, TerritoryLevel Level), IReadOnlyList<string>> _periods;

    /// <param name="releases">Published ones with their tables, the oldest first: of two that give the same, the newer holds.</param>
    public SeriesBook(Geography geography, IndicatorCatalogue catalogue, IEnumerable<(SeriesRelease Release, IReadOnlyList<SeriesTable> Tables)> releases)
    {
        (Geography, Catalogue) = (geography, catalogue);
        foreach (var (release, tables) in releases)
            foreach (var table in tables)
                // A column that says nothing takes nobody’s place.
                foreach (var column in table.Columns.Where(column => column.Figures.Any(figure => figure.State is not (FigureState.Blank or FigureState.Absent))))
                    if (catalogue.MeasureOf(column.Measure) is { } measure)
                        Add(release, table, column with { Figures = release.Shown(table, column) }, measure);
        _periods = _columns.Keys.GroupBy(key => (key.Measure, key.Level)).ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(key => key.Period).Order(StringComparer.Ordinal)]);
    }

    public Geography Geography { get; }

    public IndicatorCatalogue Catalogue { get; }

    public int Count => _columns.Count;

    /// <summary>Null where nobody gives it at that level, and it cannot be summed.</summary>
    public LevelColumn? Find(string measure, TerritoryLevel level, string period) => _columns.GetValueOrDefault((measure, level, period));

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<string> Periods(string measure, TerritoryLevel level) => _periods.GetValueOrDefault((measure, level)) ?? [];

    private void Add(SeriesRelease release, SeriesTable table, SeriesColumn column, Measure measure)
    {
        if (release.Level != TerritoryLevel.Municipality)
        {
            if (Geography.At(release.Level) is { } scope)
                Put(measure, column.Period, new LevelColumn(measure.Id, column.Period, scope, Placed(release, scope, table, column, measure.Additive), release, false));
            return;
        }
        var year = release.YearOf(column.Measure, column.Period);
        var all = Geography.From(year).Bring(table.Codes, column.Figures, measure.Additive);
        foreach (var scope in Geography.Levels)
            if (scope.Level == TerritoryLevel.Municipality)
                Put(measure, column.Period, new LevelColumn(measure.Id, column.Period, scope, [.. scope.Codes.Select(code => all[Geography.PlaceOf(code)])], release, false));
            else if (measure.Additive && scope.Level != TerritoryLevel.Neighbourhood && !(Find(measure.Id, scope.Level, column.Period) is { IsSummed: false }))
                Put(measure, column.Period, new LevelColumn(measure.Id, column.Period, scope, all.Sums(scope), release, true));
    }

    private void Put(Measure measure, string period, LevelColumn column) => _columns[(measure.Id, column.Scope.Level, period)] = column;

    private Figure[] Placed(SeriesRelease release, LevelScope scope, SeriesTable table, SeriesColumn column, bool additive)
    {
        var (placed, year) = (new Figure[scope.Codes.Count], release.YearOf(column.Measure, column.Period));
        for (var row = 0; row < table.Codes.Length; row++)
            if (scope.PlaceOf(table.Codes[row]) is >= 0 and var place)
                placed[place] = Geography.HasSameBounds(scope, place, year) ? column.Figures[row] : new Figure(0, FigureState.OtherBounds);
        if (additive && scope.Level == TerritoryLevel.Department)
            Complete(scope, placed);
        return placed;
    }

    /// <summary>Of the Rhône and its two parts, two given figures make the third. Never where one is hidden.</summary>
    private static void Complete(LevelScope scope, Figure[] placed)
    {
        int[] places = [scope.PlaceOf(Rhone.Undivided), scope.PlaceOf(Rhone.NewRhone), scope.PlaceOf(Rhone.LyonMetropolis)];
        if (places.Any(place => place < 0 || placed[place].IsHidden))
            return;
        var all = new RhoneFigures(placed[places[0]].Known, placed[places[1]].Known, placed[places[2]].Known).Completed();
        foreach (var (place, value) in places.Zip([all.Undivided, all.NewRhone, all.LyonMetropolis]))
            if (placed[place].State == FigureState.Absent && value is { } known)
                placed[place] = Figure.Of(known);
    }
}

/// <summary>One measure at one level and period, by the places of the scope.</summary>
/// <param name="IsSummed">From municipalities, by the platform.</param>
public sealed record LevelColumn(string Measure, string Period, LevelScope Scope, Figure[] Figures, SeriesRelease Release, bool IsSummed);
