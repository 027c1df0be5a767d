using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Data.Series;

/// <summary>
/// Every published series in the geography of the dashboard: what producers give at a level, and what is summed up to it
/// from municipalities. Immutable; made anew when a release is published.
/// </summary>
public sealed class SeriesBook
{
    private readonly Dictionary<(string Measure, TerritoryLevel Level, string Period), LevelColumn> _columns;

    private readonly Dictionary<(string Measure, TerritoryLevel Level), IReadOnlyList<string>> _periods;

    /// <param name="releases">
    /// Published ones with their tables, the oldest first. Of two by one reading that give the same series, the newer holds; of
    /// two readings (each fund gives its own territories) each gives what the other does not, the newer where both do.
    /// </param>
    public SeriesBook(Geography geography, IndicatorCatalogue catalogue, IEnumerable<(SeriesRelease Release, IReadOnlyList<SeriesTable> Tables)> releases)
    {
        (Geography, Catalogue) = (geography, catalogue);
        Dictionary<(string Measure, TerritoryLevel Level, string Period), List<Told>> told = [];
        foreach (var (release, tables) in releases)
            foreach (var table in tables)
                // A column that says nothing takes nobody’s place.
                foreach (var column in table.Columns.Where(column => column.Figures.Any(figure => figure.State is not (FigureState.Blank or FigureState.Absent))))
                    if (catalogue.MeasureOf(column.Measure) is { } measure)
                        foreach (var one in Tell(release, table, column with { Figures = release.Shown(table, column) }, measure))
                        {
                            var key = (measure.Id, one.Column.Scope.Level, column.Period);
                            if (!told.TryGetValue(key, out var all))
                                told[key] = all = [];
                            all.RemoveAll(other => other.Column.Release.Reading == release.Reading);
                            all.Insert(0, one);
                        }
        _columns = told.ToDictionary(pair => pair.Key, pair => Joined(pair.Value, catalogue.MeasureOf(pair.Key.Measure)!));
        _periods = _columns.Keys.GroupBy(key => (key.Measure, key.Level)).ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(key => key.Period).Order(StringComparer.Ordinal)]);
    }

    public Geography Geography { get; }

    public IndicatorCatalogue Catalogue { get; }

    public int Count => _columns.Count;

    /// <summary>Null where nobody gives it at that level, and it cannot be summed.</summary>
    public LevelColumn? Find(string measure, TerritoryLevel level, string period) => _columns.GetValueOrDefault((measure, level, period));

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<string> Periods(string measure, TerritoryLevel level) => _periods.GetValueOrDefault((measure, level)) ?? [];

    /// <summary>What a column of a release says at each level.</summary>
    private IEnumerable<Told> Tell(SeriesRelease release, SeriesTable table, SeriesColumn column, Measure measure)
    {
        if (release.Level != TerritoryLevel.Municipality)
        {
            if (Geography.At(release.Level) is { } scope)
                yield return new Told(new LevelColumn(measure.Id, column.Period, scope, Placed(release, scope, table, column, measure.Additive), release, false), null);
            yield break;
        }
        var year = release.YearOf(column.Measure, column.Period);
        var all = Geography.From(year).Bring(table.Codes, column.Figures, measure.Additive);
        foreach (var scope in Geography.Levels)
            if (scope.Level == TerritoryLevel.Municipality)
                yield return new Told(new LevelColumn(measure.Id, column.Period, scope, [.. scope.Codes.Select(code => all[Geography.PlaceOf(code)])], release, false), null);
            else if (measure.Additive && scope.Level != TerritoryLevel.Neighbourhood)
                yield return new Told(new LevelColumn(measure.Id, column.Period, scope, all.Sums(scope), release, true), place => all[place]);
    }

    /// <summary>What several readings say of one series: what a producer gives at a level goes before sums.</summary>
    /// <param name="all">The newest first.</param>
    private static LevelColumn Joined(List<Told> all, Measure measure)
    {
        var said = all.Exists(one => !one.Column.IsSummed) ? all.FindAll(one => !one.Column.IsSummed) : all;
        if (said is [var only])
            return only.Column;
        var joined = said.Skip(1).Aggregate(said[0], (newer, older) => newer.With(older));
        if (measure.Additive && joined.Column is { IsSummed: false, Scope.Level: TerritoryLevel.Department })
            Complete(joined.Column.Scope, joined.Column.Figures);
        return joined.Column with { Parts = [.. said.Select(one => one.Column)] };
    }

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

    /// <param name="At">Of a sum: what it says of each municipality of the country.</param>
    private sealed record Told(LevelColumn Column, Func<int, Figure>? At)
    {
        /// <summary>What both make, this one being the newer.</summary>
        public Told With(Told older)
        {
            Func<int, Figure>? at = At is { } mine && older.At is { } theirs ? place => Better(mine(place), theirs(place)) : null;
            var (scope, newer, before) = (Column.Scope, Column.Figures, older.Column.Figures);
            return new Told(Column with { Figures = [.. newer.Select((figure, place) => at is null ? Better(figure, before[place]) : Sum(figure, before[place], scope.Members[place], at))] }, at);
        }

        /// <summary>The newer, where it says something; a secret is something.</summary>
        private static Figure Better(Figure newer, Figure older) =>
            newer.IsGiven || newer.IsHidden ? newer
            : older.IsGiven || older.IsHidden || newer.State == FigureState.Absent ? older
            : newer;

        /// <summary>Each may know some of the municipalities of a territory.</summary>
        private static Figure Sum(Figure newer, Figure older, int[] members, Func<int, Figure> at)
        {
            if (newer.IsGiven || older.State == FigureState.Absent)
                return newer;
            if (older.IsGiven || newer.State == FigureState.Absent)
                return older;
            var (sum, lacking) = (0m, 0);
            foreach (var figure in members.Select(at))
                (sum, lacking) = (sum + (figure.IsGiven || figure.State == FigureState.Incomplete ? figure.Value : 0), lacking + (figure.IsGiven ? 0 : 1));
            return lacking == 0 ? Figure.Of(sum) : lacking < newer.Lacking ? new Figure(sum, FigureState.Incomplete, lacking) : newer;
        }
    }
}

/// <summary>One measure at one level and period, by the places of the scope.</summary>
/// <param name="Release">It comes from: the newest, where several readings give it.</param>
/// <param name="IsSummed">From municipalities, by the platform.</param>
public sealed record LevelColumn(string Measure, string Period, LevelScope Scope, Figure[] Figures, SeriesRelease Release, bool IsSummed)
{
    /// <summary>What each reading says, the newest first, where several do; empty otherwise.</summary>
    public IReadOnlyList<LevelColumn> Parts { get; init; } = [];

    /// <summary>The columns that make the figure of a place: of a sum all that know something of it, else the one whose word it is.</summary>
    public IReadOnlyList<LevelColumn> MakingUp(int place) =>
        Parts.Count == 0 ? [this]
        : Parts.Where(part => part.Figures[place] == Figures[place]).Take(1).ToList() is [var own] ? [own]
        : [.. Parts.Where(part => part.Figures[place].State != FigureState.Absent)];
}
