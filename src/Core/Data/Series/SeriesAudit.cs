using Almanach.Core.Calendar;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Secrecy;
using Almanach.Core.Data.Territories;
using Almanach.Core.French;

namespace Almanach.Core.Data.Series;

/// <summary>
/// Puts a new release beside everything that is published, and asks the auditor whether a hidden figure can be worked out:
/// through sums over territories, through categories, and through earlier releases of the same figure.
/// </summary>
public static class SeriesAudit
{
    /// <summary>Leaks told in words.</summary>
    private const int MostTold = 20;

    /// <param name="release">With its tables; in the list of codes it follows.</param>
    /// <param name="others">Published releases, of any reading, with their tables.</param>
    /// <returns>Null where nothing is hidden, neither in it nor in what it hangs together with.</returns>
    public static ReleaseAudit? Of(
        SeriesRelease release, IReadOnlyList<SeriesTable> tables, IReadOnlyList<(SeriesRelease Release, IReadOnlyList<SeriesTable> Tables)> others, IndicatorCatalogue catalogue, Atlas atlas, PlatformZone? zone = null)
    {
        var draft = new Draft(catalogue, atlas, release, zone);
        if (!draft.Hides(tables) && !others.Any(other => draft.Hides(other.Tables)))
            return null;
        draft.Add(release, tables);
        foreach (var (other, own) in others.OrderByDescending(pair => pair.Release.Order))
            draft.Add(other, own);
        return draft.Run();
    }

    private readonly record struct Spot(string Measure, string Period, TerritoryLevel Level, TerritoryCode Code, string Release);

    private sealed class Draft(IndicatorCatalogue catalogue, Atlas atlas, SeriesRelease release, PlatformZone? zone)
    {
        private readonly Dictionary<Spot, int> _places = [];

        private readonly List<Spot> _spots = [];

        private readonly List<AuditCell> _cells = [];

        private readonly List<Relation> _relations = [];

        private readonly HashSet<string> _connected = Connected(catalogue, release);

        /// <summary>Figures that the release itself gives or hides.</summary>
        private readonly HashSet<int> _own = [];

        private int _hidden;

        /// <summary>A figure that hangs together with those of the release, and that nobody may learn.</summary>
        public bool Hides(IReadOnlyList<SeriesTable> tables) =>
            tables.Any(table => table.Columns.Any(column => _connected.Contains(column.Measure) && column.Figures.Any(figure => figure.IsHidden)));

        /// <summary>Figures of measures that hang together with those of the release.</summary>
        public void Add(SeriesRelease from, IReadOnlyList<SeriesTable> tables)
        {
            foreach (var table in tables)
                foreach (var column in table.Columns)
                    if (_connected.Contains(column.Measure) && catalogue.MeasureOf(column.Measure) is { } measure)
                    {
                        var figures = from.Shown(table, column);
                        for (var row = 0; row < table.Codes.Length; row++)
                            if (table.Codes[row] != default && figures[row].State != FigureState.Absent)
                                Put(new Spot(measure.Id, column.Period, from.Level, table.Codes[row], ""), figures[row], measure, from);
                    }
        }

        private void Put(Spot spot, Figure figure, Measure measure, SeriesRelease from)
        {
            var isOwn = ReferenceEquals(from, release);
            if (_places.TryGetValue(spot, out var before))
            {
                // The same figure, in another release: it is one figure, however often it was told.
                if (figure.IsGiven && !isOwn && _cells[before].Known is CellKnowledge.Hidden)
                {
                    var old = At(spot with { Release = from.Id }, new AuditCell("", $"{Label(spot)} ({ToldBefore.Of(from, catalogue, zone)})", new CellKnowledge.Published(figure.Value)) { MayHide = false });
                    _relations.Add(new Relation($"le même chiffre, {ToldBefore.Of(from, catalogue, zone)}", [new Term(before, 1), new Term(old, -1)]));
                }
                else if (_cells[before].Known is CellKnowledge.Missing && Known(figure) is not CellKnowledge.Missing and var told)
                    _cells[before] = _cells[before] with { Known = Counted(told), MayHide = false };
                else if (figure.IsGiven && !isOwn)
                    _cells[before] = _cells[before] with { MayHide = false };
                return;
            }
            var known = Counted(Known(figure));
            var place = At(spot, new AuditCell("", Label(spot), known) { MayHide = isOwn, IsWhole = measure.Decimals == 0 && measure.Additive, Floor = measure.Additive ? 0 : null });
            if (isOwn)
                _own.Add(place);
        }

        private static CellKnowledge Known(Figure figure) => figure.IsGiven ? new CellKnowledge.Published(figure.Value)
            : figure.State == FigureState.Withheld ? new CellKnowledge.Screen()
            : figure.IsHidden ? new CellKnowledge.Hidden()
            : new CellKnowledge.Missing();

        private CellKnowledge Counted(CellKnowledge known)
        {
            if (known is CellKnowledge.Hidden)
                _hidden++;
            return known;
        }

        private int At(Spot spot, AuditCell cell)
        {
            _places[spot] = _cells.Count;
            _spots.Add(spot);
            _cells.Add(cell with { Id = $"{_cells.Count}" });
            return _cells.Count - 1;
        }

        public ReleaseAudit Run()
        {
            Categories();
            Divided();
            Territories();
            var table = new AuditTable(_cells, _relations);
            var report = SecrecyAudit.Run(table, Rules(), suggests: false);
            if (report.Leaks.Count is > 0 and <= 200)
                report = SecrecyAudit.Run(table, Rules());
            var proposal = report.Suggestion is { Unprotected.Count: 0 } suggestion ? suggestion.Cells.Select(cell => _spots[cell]).ToList() : [];
            List<Leak> own = [.. report.Leaks.Where(leak => _own.Contains(leak.Interval.Cell))];
            return new ReleaseAudit(
                _hidden, [.. report.Leaks.Take(MostTold).Select(leak => leak.Explanation)], report.Leaks.Count,
                [.. proposal.Select(spot => new WithheldFigure(spot.Measure, spot.Period, spot.Code.ToString()))], report.Suggestion?.Explanation ?? "", report.Method, [.. report.Contradictions.Take(MostTold)])
            {
                Own = [.. own.Take(MostTold).Select(leak => leak.Explanation)],
                OwnCount = own.Count,
                Told = report.Told,
            };
        }

        /// <summary>A measure that is the sum of others, at every territory that has them.</summary>
        private void Categories()
        {
            foreach (var total in catalogue.Measures.Where(measure => measure.Parts is { Count: > 0 } && _connected.Contains(measure.Id)))
                foreach (var (spot, place) in _places.Where(pair => pair.Key.Measure == total.Id && pair.Key.Release.Length == 0).ToArray())
                {
                    var parts = total.Parts!.Select(part => _places.GetValueOrDefault(spot with { Measure = part }, -1)).ToArray();
                    if (!parts.Contains(-1))
                        Sum(place, parts, () => $"{Label(spot)} = somme de ses {parts.Length} parties");
                }
        }

        /// <summary>A territory that is the sum of those within it, where every one of them is in the table.</summary>
        private void Territories()
        {
            TerritoryYear year = release.TerritoryYear;
            var levels = _spots.Select(spot => spot.Level).Distinct().Order().ToArray();
            foreach (var (spot, place) in _places.Where(pair => pair.Key.Release.Length == 0).ToArray())
                foreach (var child in levels.Where(level => level > spot.Level))
                {
                    if (catalogue.MeasureOf(spot.Measure) is not { Additive: true })
                        continue;
                    var members = atlas.Members(spot.Level, spot.Code, child, year);
                    var parts = members.Select(code => _places.GetValueOrDefault(spot with { Level = child, Code = code }, -1)).ToArray();
                    if (parts.Length > 0 && !parts.Contains(-1) && Nests(spot, child, members, year))
                        Sum(place, parts, () => $"{Label(spot)} = somme de {Numbers.Count(parts.Length, "territoire", "territoires")}");
                }
        }

        /// <summary>Territories told beside their own parts in one table: the Rhône, and Paris, Lyon and Marseille.</summary>
        private void Divided()
        {
            TerritoryYear year = release.TerritoryYear;
            Divided(TerritoryLevel.Department, Rhone.Undivided, [Rhone.NewRhone, Rhone.LyonMetropolis]);
            foreach (var city in atlas.All(TerritoryLevel.Ward, year).GroupBy(ward => atlas.Parent(TerritoryLevel.Ward, ward.Code, TerritoryLevel.Municipality, year)))
                if (city.Key is { } whole)
                    Divided(TerritoryLevel.Municipality, whole, [.. city.Select(ward => ward.Code)]);
        }

        /// <summary>Where nobody gives the whole, it still binds its parts to what is wider.</summary>
        private void Divided(TerritoryLevel level, TerritoryCode undivided, TerritoryCode[] codes)
        {
            foreach (var spot in _places.Keys.Where(key => key.Level == level && key.Code == codes[0] && key.Release.Length == 0).ToArray())
            {
                var parts = codes.Select(code => _places.GetValueOrDefault(spot with { Code = code }, -1)).ToArray();
                if (parts.Contains(-1) || catalogue.MeasureOf(spot.Measure) is not { Additive: true } measure)
                    continue;
                var sum = spot with { Code = undivided };
                var whole = _places.TryGetValue(sum, out var known) ? known
                    : At(sum, new AuditCell("", Label(sum), new CellKnowledge.Missing()) { IsWhole = measure.Decimals == 0 });
                Sum(whole, parts, () => $"{Label(sum)} = somme de ses {parts.Length} parties");
            }
        }

        /// <summary>An EPCI that crosses a border is no part of a department.</summary>
        private bool Nests(Spot spot, TerritoryLevel child, IReadOnlyList<TerritoryCode> members, TerritoryYear year) =>
            child is TerritoryLevel.Municipality or TerritoryLevel.Department or TerritoryLevel.Region or TerritoryLevel.Arrondissement
            || spot.Level == TerritoryLevel.Metropolis
            || members.All(code => atlas.Members(child, code, TerritoryLevel.Municipality, year).All(municipality => atlas.Parent(TerritoryLevel.Municipality, municipality, spot.Level, year) == spot.Code));

        /// <summary>Figures that are all published teach nobody anything, and rounded ones do not add up: only a sum with another is kept.</summary>
        private void Sum(int total, int[] parts, Func<string> label)
        {
            if (parts.Append(total).Any(place => _cells[place].Known is not CellKnowledge.Published))
                _relations.Add(Relation.Sum(label(), total, parts));
        }

        private SecrecyRules Rules()
        {
            var source = release.Table.Columns.Select(column => catalogue.MeasureOf(column.Measure)).OfType<Measure>().Select(measure => catalogue.SourceOf(measure.Source)).FirstOrDefault();
            var rules = source?.Secrecy switch
            {
                SourceSecrecy.FilosofiMedian => KnownSources.FilosofiMedian,
                SourceSecrecy.FilosofiShares => KnownSources.FilosofiShares,
                SourceSecrecy.Enterprises => KnownSources.Enterprises,
                SourceSecrecy.Police => KnownSources.Police,
                SourceSecrecy.FamilyAllowances => KnownSources.FamilyAllowances,
                _ => new SecrecyRules(),
            };
            return source is { Width: > 0 } ? rules with { MinimalWidth = source.Width } : rules;
        }

        private string Label(Spot spot) =>
            $"{atlas.Ever(spot.Level, spot.Code).FirstOrDefault()?.Name ?? spot.Code.ToString()}, {catalogue.MeasureOf(spot.Measure)?.Name ?? spot.Measure}, {Period.Label(spot.Period)}";

        /// <summary>Those of the release, and all that sums tie to them.</summary>
        private static HashSet<string> Connected(IndicatorCatalogue catalogue, SeriesRelease release)
        {
            var all = release.Table.Columns.Select(column => column.Measure).ToHashSet();
            for (var count = 0; count != all.Count;)
            {
                count = all.Count;
                foreach (var measure in catalogue.Measures.Where(measure => measure.Parts is { Count: > 0 }))
                    if (all.Contains(measure.Id) || measure.Parts!.Any(all.Contains))
                        all.UnionWith([measure.Id, .. measure.Parts!]);
            }
            return all;
        }
    }
}
