using Almanach.Core.Calendar;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Secrecy;
using Almanach.Core.Data.Territories;
using Almanach.Core.French;

namespace Almanach.Core.Data.Series;

/// <summary>A figure of the audit: of a measure, a period, and the ground of a territory.</summary>
/// <param name="Since">The first list of codes, of those audited, in which the territory had these bounds (<see cref="Grounds"/>).</param>
/// <param name="Release">Where an earlier release tells what this one hides; empty otherwise.</param>
internal readonly record struct Spot(string Measure, string Period, TerritoryLevel Level, TerritoryCode Code, int Since, string Release);

/// <summary>The table that a release and all that is published beside it make together.</summary>
/// <param name="all">The releases, with that one.</param>
internal sealed class AuditDraft(IndicatorCatalogue catalogue, Atlas atlas, PlatformZone? zone, SeriesRelease release, IReadOnlyList<SeriesRelease> all)
{
    /// <summary>Leaks told in words.</summary>
    private const int MostTold = 20;

    /// <summary>Figures of a column that must all be multiples before it counts as rounded.</summary>
    private const int EnoughRounded = 8;

    private readonly Dictionary<Spot, int> _places = [];

    private readonly List<Spot> _spots = [];

    private readonly List<AuditCell> _cells = [];

    private readonly List<Relation> _relations = [];

    private readonly HashSet<string> _connected = Connected(catalogue, release);

    private readonly Grounds _grounds = new(atlas, Years(all, Connected(catalogue, release)));

    /// <summary>Relations by their terms: several lists of codes mostly tell the same ones.</summary>
    private readonly HashSet<(int Total, string Parts)> _told = [];

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
                    var (rounding, year) = (Rounding(measure, figures), from.YearOf(measure.Id, column.Period));
                    for (var row = 0; row < table.Codes.Length; row++)
                        if (table.Codes[row] != default && figures[row].State != FigureState.Absent)
                            Put(new Spot(measure.Id, column.Period, from.Level, table.Codes[row], _grounds.Since(from.Level, table.Codes[row], year), ""), Known(figures[row], rounding), measure, from);
                }
    }

    private void Put(Spot spot, CellKnowledge told, Measure measure, SeriesRelease from)
    {
        var isOwn = ReferenceEquals(from, release);
        if (_places.TryGetValue(spot, out var before))
        {
            // The same figure, in another release: it is one figure, however often it was told.
            if (told is CellKnowledge.Published && !isOwn && _cells[before].Known is CellKnowledge.Hidden)
            {
                var old = At(spot with { Release = from.Id }, new AuditCell("", $"{Label(spot)} ({ToldBefore.Of(from, catalogue, zone)})", told) { MayHide = false });
                _relations.Add(new Relation($"le même chiffre, {ToldBefore.Of(from, catalogue, zone)}", [new Term(before, 1), new Term(old, -1)]));
            }
            else if (_cells[before].Known is CellKnowledge.Missing && told is not CellKnowledge.Missing)
                _cells[before] = _cells[before] with { Known = Counted(told), MayHide = false };
            else if (told is CellKnowledge.Published && !isOwn)
                _cells[before] = _cells[before] with { MayHide = false };
            return;
        }
        var place = At(spot, Cell(spot, measure, Counted(told)) with { MayHide = isOwn });
        if (isOwn)
            _own.Add(place);
    }

    private AuditCell Cell(Spot spot, Measure measure, CellKnowledge known) =>
        new("", Label(spot), known) { IsWhole = measure.Decimals == 0 && measure.Additive, Floor = measure.Additive ? 0 : null };

    private static CellKnowledge Known(Figure figure, decimal rounding) => figure.IsGiven ? new CellKnowledge.Published(figure.Value, rounding)
        : figure.State == FigureState.Withheld ? new CellKnowledge.Screen()
        : figure.IsHidden ? new CellKnowledge.Hidden()
        : new CellKnowledge.Missing();

    /// <summary>
    /// What the figures of a column are rounded to. That a producer rounds is believed only where they all show it: a rounding
    /// that is none would let the auditor think a hidden figure less certain than it is.
    /// </summary>
    private static decimal Rounding(Measure measure, Figure[] figures) =>
        measure.Rounding > 0 && figures.Count(figure => figure.IsGiven && figure.Value != 0) >= EnoughRounded && figures.All(figure => !figure.IsGiven || figure.Value % measure.Rounding == 0)
            ? measure.Rounding : 0;

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
        Merged();
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

    /// <summary>Municipalities that merged or were split between two lists: the same ground, counted in other parts.</summary>
    private void Merged()
    {
        if (_grounds.Years.Count == 1)
            return;
        var counted = _places.Keys.Where(spot => spot.Level == TerritoryLevel.Municipality && spot.Release.Length == 0 && catalogue.MeasureOf(spot.Measure)!.Additive).Select(spot => (spot.Measure, spot.Period)).Distinct().ToList();
        foreach (var (earlier, later) in _grounds.Years.Zip(_grounds.Years.Skip(1)))
            foreach (var (before, after) in _grounds.Changed(earlier, later))
                foreach (var (measure, period) in counted)
                {
                    Spot[] spots = [.. before.Select(code => Town(code, earlier)), .. after.Select(code => Town(code, later))];
                    Bind(spots, before.Count);
                    Spot Town(TerritoryCode code, int year) => new(measure, period, TerritoryLevel.Municipality, code, _grounds.Since(TerritoryLevel.Municipality, code, year), "");
                }
    }

    /// <summary>What the first make together the others do. Where one side is told nowhere, the other still binds it to what is wider.</summary>
    private void Bind(Spot[] spots, int first)
    {
        if (spots.Distinct().Count() < spots.Length || !(spots[..first].All(_places.ContainsKey) || spots[first..].All(_places.ContainsKey)))
            return;
        foreach (var spot in spots.Where(spot => !_places.ContainsKey(spot)))
            At(spot, Cell(spot, catalogue.MeasureOf(spot.Measure)!, new CellKnowledge.Missing()));
        Add(() => $"{Lists.Join(spots[first..].Select(Label))} = {Lists.Join(spots[..first].Select(Label))}",
            [.. spots.Select((spot, i) => new Term(_places[spot], i < first ? -1 : 1))]);
    }

    /// <summary>A territory that is the sum of those within it, where every one of them is in the table.</summary>
    private void Territories()
    {
        var levels = _spots.Select(spot => spot.Level).Distinct().Order().ToArray();
        foreach (var year in _grounds.Years)
            foreach (var (spot, place) in _places.Where(pair => pair.Key.Release.Length == 0 && _grounds.Since(pair.Key.Level, pair.Key.Code, year) == pair.Key.Since).ToArray())
                foreach (var child in levels.Where(level => level > spot.Level))
                {
                    if (catalogue.MeasureOf(spot.Measure) is not { Additive: true })
                        continue;
                    var members = _grounds.Members(spot.Level, spot.Code, child, year);
                    var parts = members.Select(code => _places.GetValueOrDefault(spot with { Level = child, Code = code, Since = _grounds.Since(child, code, year) }, -1)).ToArray();
                    if (parts.Length > 0 && !parts.Contains(-1) && Nests(spot, child, members, year))
                        Sum(place, parts, () => $"{Label(spot)} = somme de {Numbers.Count(parts.Length, "territoire", "territoires")}");
                }
    }

    /// <summary>Territories told beside their own parts in one table: the Rhône, and Paris, Lyon and Marseille.</summary>
    private void Divided()
    {
        var year = _grounds.Years[^1];
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
            var sum = spot with { Code = undivided, Since = _grounds.Since(level, undivided, _grounds.Years[^1]) };
            var whole = _places.TryGetValue(sum, out var known) ? known : At(sum, Cell(sum, measure, new CellKnowledge.Missing()));
            Sum(whole, parts, () => $"{Label(sum)} = somme de ses {parts.Length} parties");
        }
    }

    /// <summary>An EPCI that crosses a border is no part of a department.</summary>
    private bool Nests(Spot spot, TerritoryLevel child, IReadOnlyList<TerritoryCode> members, int year) =>
        child is TerritoryLevel.Municipality or TerritoryLevel.Department or TerritoryLevel.Region or TerritoryLevel.Arrondissement
        || spot.Level == TerritoryLevel.Metropolis
        || members.All(code => _grounds.Members(child, code, TerritoryLevel.Municipality, year).All(municipality => atlas.Parent(TerritoryLevel.Municipality, municipality, spot.Level, year) == spot.Code));

    private void Sum(int total, int[] parts, Func<string> label) => Add(label, [new Term(total, 1), .. parts.Select(part => new Term(part, -1))]);

    private void Add(Func<string> label, Term[] terms)
    {
        if (Teaches(terms) && _told.Add((terms[0].Cell, string.Join(',', terms.Skip(1).Select(term => term.Cell)))))
            _relations.Add(new Relation(label(), terms));
    }

    /// <summary>Figures that are all published teach nobody anything, unless rounded ones tighten each other; those that do not add up even so are no relation.</summary>
    private bool Teaches(Term[] terms)
    {
        if (terms.Any(term => _cells[term.Cell].Known is not CellKnowledge.Published))
            return true;
        var published = terms.Select(term => (term.Factor, Known: (CellKnowledge.Published)_cells[term.Cell].Known)).ToArray();
        var play = published.Sum(term => term.Known.Rounding / 2);
        return play > 0 && Math.Abs(published.Sum(term => term.Factor * term.Known.Value)) <= play;
    }

    /// <summary>Those of the source that asks for most: figures of several hang together here.</summary>
    private SecrecyRules Rules() => _connected.Select(catalogue.MeasureOf).OfType<Measure>().Select(measure => catalogue.SourceOf(measure.Source)).OfType<DataSource>().Distinct()
        .Select(source => source.Width > 0 ? SourceRules.Of(source.Secrecy) with { MinimalWidth = source.Width } : SourceRules.Of(source.Secrecy))
        .DefaultIfEmpty(new SecrecyRules()).MaxBy(rules => rules.MinimalWidth)!;

    /// <summary>With the year of its bounds where they are not those of the release.</summary>
    private string Label(Spot spot) =>
        $"{atlas.Ever(spot.Level, spot.Code).FirstOrDefault()?.Name ?? spot.Code.ToString()}{(_grounds.Since(spot.Level, spot.Code, release.TerritoryYear) == spot.Since ? "" : $" (limites de {spot.Since})")}, {catalogue.MeasureOf(spot.Measure)?.Name ?? spot.Measure}, {Period.Label(spot.Period)}";

    /// <summary>Of the lists of codes that the columns follow.</summary>
    private static IReadOnlyList<int> Years(IReadOnlyList<SeriesRelease> all, HashSet<string> measures) =>
        [.. all.SelectMany(one => one.Table.Columns.Where(column => measures.Contains(column.Measure)).Select(column => column.Year > 0 ? column.Year : one.TerritoryYear)).Distinct().Order()];

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
