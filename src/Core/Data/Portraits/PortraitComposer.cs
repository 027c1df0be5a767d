using Almanach.Core.Data.Dashboard;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;
using Almanach.Core.French;

namespace Almanach.Core.Data.Portraits;

/// <summary>Composes one portrait: facts of each indicator, then sentences, maps, charts and tables.</summary>
internal sealed class PortraitComposer(Board board, PortraitSetting setting, int year, TerritoryLevel level, TerritoryCode code, PlaceWords place, Func<TerritoryCode, string> theOf)
{
    /// <summary>Rows of the table of parts that fit its page.</summary>
    private const int MostRows = 22;

    /// <summary>Lines of a chart.</summary>
    private const int MostLines = 4;

    private bool IsRegion => level == TerritoryLevel.Region;

    public Portrait Make()
    {
        var pages = setting.Pages.Select(Page).ToList();
        var told = setting.KeyFigures.Concat(setting.Pages.SelectMany(page => page.Indicators)).Concat(setting.Table).Distinct().Select(board.Catalogue.Find).OfType<Indicator>().ToList();
        return new Portrait(
            year, level, code, place, place.Name, [.. setting.KeyFigures.Select(board.Catalogue.Find).OfType<Indicator>().Select(KeyFigure)], Intro(), Comparison(told), pages, Parts(),
            [.. told.Select(Source)], Notes(), IsRegion ? null : board.Maps.GetValueOrDefault(TerritoryLevel.Department)?.Divided(true));
    }

    private List<Paragraph> Intro()
    {
        List<Paragraph> intro = [Paragraph.Of("presentation", Presentation())];
        if (code == Rhone.NewRhone)
            intro.Add(Paragraph.Of("rhone", "Dans ce portrait, le Rhône s’entend sans la métropole de Lyon, qui a le sien."));
        intro.Add(Paragraph.Of("mot", ""));
        return intro;
    }

    private string Presentation()
    {
        var communes = Places(TerritoryLevel.Municipality).Count;
        var epci = Places(TerritoryLevel.Intercommunality);
        if (IsRegion)
        {
            var departments = Rhone.Portraits(code, board.Geography.Year, board.Geography.Atlas).Count;
            return $"{Capitals.First(place.The)} compte {Numbers.Count(communes, "commune", "communes")} et {Numbers.Count(epci.Count, "EPCI", "EPCI")}. Elle est présentée ici par {Numbers.Count(departments, "territoire", "territoires")} de niveau départemental, la métropole de Lyon ayant les compétences d’un département.";
        }
        var verb = place.IsPlural ? "comptent" : "compte";
        if (epci.Count == 0)
            return $"{Capitals.First(place.The)} {verb} {Numbers.Count(communes, "commune", "communes")}.";
        var beyond = epci.Count(at => !IsWithin(TerritoryLevel.Intercommunality, at));
        var crossing = beyond == 0 ? "" : beyond == 1 ? ", dont un s’étend aussi sur un département voisin" : $", dont {Numbers.Words(beyond)} s’étendent aussi sur un département voisin";
        return epci.Count == 1 ? $"{Capitals.First(place.The)} {verb} {Numbers.Count(communes, "commune", "communes")}."
            : $"{Capitals.First(place.The)} {verb} {Numbers.Count(communes, "commune", "communes")}, réparties en {Numbers.Digits(epci.Count)}\u00A0EPCI{crossing}.";
    }

    private List<string> Notes()
    {
        List<string> notes = [$"Territoires dans leurs limites du 1er\u00A0janvier {board.Geography.Year}. Aucun chiffre d’après {year}."];
        if (!IsRegion && Places(TerritoryLevel.Intercommunality).Any(at => !IsWithin(TerritoryLevel.Intercommunality, at)))
            notes.Add("*\u00A0EPCI en partie dans un autre département\u00A0: ses chiffres sont ceux de l’EPCI entier.");
        return notes;
    }

    private PortraitSheet Page(PortraitTheme theme)
    {
        List<Paragraph> paragraphs = [];
        PortraitChart? chart = null;
        foreach (var indicator in theme.Indicators.Select(board.Catalogue.Find).OfType<Indicator>())
        {
            var facts = Facts(indicator, theme.Level);
            paragraphs.AddRange(PortraitSentences.Of(facts));
            chart ??= Chart(indicator, facts);
        }
        var drawn = board.Catalogue.Find(theme.Map);
        var map = drawn is null ? null : Map(drawn, theme.Level);
        return new PortraitSheet(theme.Title, paragraphs, map, chart, map is null && drawn is not null ? Ranking(drawn, theme.Level) : null);
    }

    private IndicatorFacts Facts(Indicator indicator, TerritoryLevel wanted)
    {
        var (ownLevel, ownCode) = Owner(indicator);
        Figure Own(string one) => board.Column(indicator, ownLevel, one)!.At(ownCode);
        var own = Known(indicator, ownLevel).Where(period => Own(period).State != FigureState.Absent).ToList();
        var parts = PartLevel(indicator, wanted);
        // A sum that lacks some parts gives way to the last that is whole.
        var period = own.LastOrDefault(one => Own(one).State != FigureState.Incomplete) ?? own.LastOrDefault() ?? Known(indicator, parts).LastOrDefault();
        var now = own.Count > 0 ? Own(period!) : Figure.Absent;
        var earlier = own.Where(one => string.CompareOrdinal(one, period) < 0 && Own(one).IsGiven).ToList();
        var (since, rupture) = period is null ? (null, null) : Start(indicator, earlier, period);
        var then = since is null ? Figure.Absent : Own(since);
        var column = period is null ? null : board.Column(indicator, parts, period);
        var large = parts == TerritoryLevel.Municipality;
        return new IndicatorFacts(
            indicator, place, period, now, since, then, rupture, period is null ? [] : Wider(indicator, period, since), parts,
            column is null ? [] : [.. PartPlaces(parts, large).Select(at => new Part(column.Scope.Names[at], column.Figures[at], parts == TerritoryLevel.Department ? theOf(column.Scope.Codes[at]) : FrenchPhrase.WithArticle(column.Scope.Names[at])))], large,
            IsRegion ? "de France métropolitaine" : "de la région", [.. board.Catalogue.SourcesOf(indicator).Select(source => source.Producer).Distinct()], IsRegion ? "de la région" : code == Rhone.LyonMetropolis ? "de la métropole" : "du département");
    }

    /// <summary>Where its own figures stand: those of the métropole de Lyon may be given as an EPCI, which has the same bounds.</summary>
    private (TerritoryLevel, TerritoryCode) Owner(Indicator indicator) =>
        code == Rhone.LyonMetropolis && !Known(indicator, level).Any(period => board.Column(indicator, level, period)!.At(code).State != FigureState.Absent)
        && Known(indicator, TerritoryLevel.Intercommunality).Any(period => board.Column(indicator, TerritoryLevel.Intercommunality, period)!.At(Rhone.LyonIntercommunality).State != FigureState.Absent)
            ? (TerritoryLevel.Intercommunality, Rhone.LyonIntercommunality) : (level, code);

    /// <summary>Five years back where that compares, else the nearest to it; never across a break.</summary>
    private static (string? Since, SeriesBreak? Break) Start(Indicator indicator, List<string> earlier, string period)
    {
        var target = Period.Before(period, 5);
        var rupture = earlier.Count == 0 ? null : indicator.BreakBetween(earlier[0], period);
        var same = earlier.Where(one => indicator.BreakBetween(one, period) is null).ToList();
        if (same.Contains(target))
            return (target, null);
        var nearest = same.OrderBy(one => Math.Abs(Period.Year(one)!.Value - Period.Year(period)!.Value + 5)).ThenByDescending(one => one, StringComparer.Ordinal).FirstOrDefault();
        return (nearest, rupture);
    }

    private List<Beside> Wider(Indicator indicator, string period, string? since)
    {
        List<Beside> wider = [];
        foreach (var (scope, at, within) in new[] { (TerritoryLevel.Region, board.Geography.Region, "dans la région"), (TerritoryLevel.Metropolis, Geography.Metropolis, "en France métropolitaine") })
            if (scope < level && board.Column(indicator, scope, period) is { } column && column.At(at) is { State: not FigureState.Absent } now)
                wider.Add(new Beside(within, now, since is not null && board.Column(indicator, scope, since) is { } before ? before.At(at) : null));
        return wider;
    }

    private KeyFigure KeyFigure(Indicator indicator)
    {
        var facts = Facts(indicator, TerritoryLevel.Intercommunality);
        var said = new SaidIndicator(indicator);
        var unit = indicator.Unit;
        if (facts.Period is not { } period)
            return new KeyFigure(indicator, "", "–", unit, "pas encore de chiffres", false);
        string Number(decimal value) => Numbers.Decimal(value, indicator.Decimals);
        if (facts.Now.IsGiven)
        {
            var beside = facts.Wider.Where(wider => wider.Now.IsGiven).ToList();
            var note = indicator.IsCount
                ? beside is [{ Now.Value: > 0 } whole, ..] ? $"{Numbers.Decimal(facts.Now.Value / whole.Now.Value * 100, 1)}\u00A0% du total {facts.Whole}" : ""
                : string.Join(", ", beside.Select(wider => $"{Number(wider.Now.Value)} {wider.In}"));
            return new KeyFigure(indicator, period, indicator.Kind == IndicatorKind.Change ? Numbers.Signed(facts.Now.Value, indicator.Decimals) : Number(facts.Now.Value), unit, note, false);
        }
        if (facts.Now is { State: FigureState.Incomplete, Value: > 0 })
            return new KeyFigure(indicator, period, Number(facts.Now.Value), unit, "au moins\u00A0: des communes n’ont pas de chiffre", false);
        var given = facts.Parts.Where(part => part.Figure.IsGiven).Select(part => part.Figure.Value).Order().ToList();
        return given.Count > 1 && said.Shown(given[0]) != said.Shown(given[^1])
            ? new KeyFigure(indicator, period, $"de {Number(given[0])} à {Number(given[^1])}", unit, $"selon {(facts.LargeOnly ? "la commune (2\u202F000\u00A0habitants ou plus)" : facts.PartLevel == TerritoryLevel.Intercommunality ? "l’EPCI" : $"le {LevelNames.One(facts.PartLevel)}")}", true)
            : new KeyFigure(indicator, period, FigureWords.Of(facts.Now, indicator.Decimals), unit, FigureWords.Why(facts.Now) ?? "", false);
    }

    private PortraitTable Comparison(List<Indicator> told)
    {
        List<PortraitRow> rows = [];
        foreach (var indicator in told)
        {
            var facts = Facts(indicator, TerritoryLevel.Intercommunality);
            if (facts.Period is not { } period || (facts.Now.State == FigureState.Absent && facts.Wider.Count == 0))
                continue;
            string At(string within) => facts.Wider.FirstOrDefault(wider => wider.In == within) is { } wider ? Cell(wider.Now, indicator) : "–";
            var change = facts.Since is { } since && RowMaker.Change(indicator, facts.Then, facts.Now) is { } moved
                ? $"{Numbers.Signed(moved, indicator.IsInPoints ? Math.Max(1, indicator.Decimals) : 1)}{(indicator.IsInPoints ? indicator.Unit.StartsWith('%') ? "\u00A0pt" : "" : "\u00A0%")} depuis {Period.Label(since)}" : "–";
            rows.Add(new PortraitRow(indicator.TitleWithUnit == indicator.Title ? $"{indicator.Title} ({Period.Label(period)})" : $"{indicator.Title} ({indicator.Unit}, {Period.Label(period)})", IsRegion
                ? [Cell(facts.Now, indicator), At("en France métropolitaine"), change]
                : [Cell(facts.Now, indicator), At("dans la région"), At("en France métropolitaine"), change]));
        }
        return new PortraitTable("En regard de territoires plus larges", "Indicateur", IsRegion ? [place.Name, "France métropolitaine", "Évolution"] : [place.Name, "Région", "France métropolitaine", "Évolution"], rows, Marks(rows));
    }

    /// <summary>Every part with the figures of the table; the most populous where there are too many.</summary>
    private PortraitTable Parts()
    {
        var parts = IsRegion ? TerritoryLevel.Department : Places(TerritoryLevel.Intercommunality).Count > 1 ? TerritoryLevel.Intercommunality : TerritoryLevel.Municipality;
        var columns = setting.Table.Select(board.Catalogue.Find).OfType<Indicator>()
            .Select(indicator => (Indicator: indicator, Column: Shown(indicator, parts) is { } period ? board.Column(indicator, parts, period) : null))
            .Where(pair => pair.Column is not null && pair.Column.Figures.Any(figure => figure.State != FigureState.Absent)).ToList();
        var places = PartPlaces(parts, parts == TerritoryLevel.Municipality);
        var scope = board.Geography.At(parts);
        if (scope is null)
            return new PortraitTable("", "", [], [], []);
        List<string> notes = [];
        if (places.Count > MostRows)
        {
            notes.Add($"Les {MostRows} plus peuplés, sur {Numbers.Digits(places.Count)}.");
            places = [.. places.OrderByDescending(at => People(parts, scope.Codes[at])).Take(MostRows).Order()];
        }
        List<PortraitRow> rows = [.. places.OrderBy(at => Typography.Fold(scope.Names[at]), StringComparer.Ordinal).Select(at =>
            new PortraitRow(scope.Names[at] + (!IsRegion && parts != TerritoryLevel.Municipality && !IsWithin(parts, at) ? "\u00A0*" : ""), [.. columns.Select(pair => Cell(pair.Column!.Figures[at], pair.Indicator))]))];
        foreach (var (wider, at, name) in new[] { (level, code, IsRegion ? place.Name : $"Ensemble {place.Of}"), (TerritoryLevel.Region, board.Geography.Region, "Région"), (TerritoryLevel.Metropolis, Geography.Metropolis, "France métropolitaine") }.DistinctBy(one => one.Item1))
            if (columns.Select(pair => board.Column(pair.Indicator, wider, pair.Column!.Period) is { } column ? Cell(column.At(at), pair.Indicator) : "–").ToList() is var cells && cells.Any(cell => cell != "–"))
                rows.Add(new PortraitRow(name, cells, IsTotal: true));
        notes.AddRange(Marks(rows));
        return new PortraitTable($"Les {LevelNames.Many(parts)}", Capitals.First(LevelNames.One(parts)), [.. columns.Select(pair => $"{pair.Indicator.Title}, {Period.Label(pair.Column!.Period)}")], rows, notes);
    }

    /// <summary>What the marks of a table mean, as far as they stand in it.</summary>
    private static IReadOnlyList<string> Marks(List<PortraitRow> rows)
    {
        var cells = rows.SelectMany(row => row.Cells).ToList();
        var (least, incomplete) = (cells.Exists(cell => cell.StartsWith("au moins", StringComparison.Ordinal)), cells.Contains("incomplet"));
        return (least, incomplete) switch
        {
            (false, false) => [],
            (true, false) => ["«\u00A0au moins\u00A0»\u00A0: des communes n’ont pas de chiffre."],
            (false, true) => ["«\u00A0incomplet\u00A0»\u00A0: des communes n’ont pas de chiffre."],
            (true, true) => ["«\u00A0au moins\u00A0», «\u00A0incomplet\u00A0»\u00A0: des communes n’ont pas de chiffre."],
        };
    }

    private PortraitTable? Ranking(Indicator indicator, TerritoryLevel wanted)
    {
        var parts = PartLevel(indicator, wanted);
        if (Shown(indicator, parts) is not { } period || board.Column(indicator, parts, period) is not { } column)
            return null;
        var rows = PartPlaces(parts, parts == TerritoryLevel.Municipality).Where(at => column.Figures[at].State != FigureState.Absent)
            .OrderByDescending(at => column.Figures[at].Known ?? decimal.MinValue).ThenBy(at => column.Scope.Names[at], StringComparer.Ordinal).Take(12)
            .Select(at => new PortraitRow(column.Scope.Names[at], [Cell(column.Figures[at], indicator)])).ToList();
        return rows.Count < 2 ? null : new PortraitTable($"{indicator.Title}, {Period.Label(period)}", Capitals.First(LevelNames.One(parts)), [Capitals.First(indicator.Unit)], rows, Marks(rows));
    }

    private PortraitMap? Map(Indicator indicator, TerritoryLevel wanted)
    {
        var parts = PartLevel(indicator, wanted);
        if (Shown(indicator, parts) is not { } period || board.Column(indicator, parts, period) is not { } column || board.Maps.GetValueOrDefault(parts)?.Divided(true) is not { } map)
            return null;
        var places = PartPlaces(parts, large: false);
        var shown = places.Select(at => column.Scope.Codes[at]).Where(one => map.ShapeOf(one) is not null).ToHashSet();
        return shown.Count < 2 || places.All(at => !column.Figures[at].IsGiven) ? null
            : new PortraitMap(indicator, period, column, indicator.IsCount ? null : Quantiles.Of(places.Select(at => column.Figures[at]), indicator.Decimals), map, shown);
    }

    /// <summary>The territory over time, beside region and France; of what it has no figure of, its largest parts.</summary>
    private PortraitChart? Chart(Indicator indicator, IndicatorFacts facts)
    {
        List<TerritorySeries> lines = [];
        void Add(TerritoryLevel at, TerritoryCode one, string name)
        {
            var points = Known(indicator, at).Select(period => (period, board.Column(indicator, at, period)!.At(one))).ToList();
            if (points.Any(point => point.Item2.IsGiven))
                lines.Add(new TerritorySeries(name, points));
        }
        var (ownLevel, ownCode) = Owner(indicator);
        Add(ownLevel, ownCode, place.Name);
        if (lines.Count > 0 && !indicator.IsCount)
        {
            if (!IsRegion)
                Add(TerritoryLevel.Region, board.Geography.Region, "Région");
            Add(TerritoryLevel.Metropolis, Geography.Metropolis, "France métropolitaine");
        }
        if (lines.Count == 0 && !indicator.IsCount && board.Geography.At(facts.PartLevel) is { } scope)
            foreach (var at in PartPlaces(facts.PartLevel, facts.LargeOnly).OrderByDescending(at => People(facts.PartLevel, scope.Codes[at])).Take(MostLines))
                Add(facts.PartLevel, scope.Codes[at], scope.Names[at]);
        return lines.SelectMany(line => line.Points.Where(point => point.Figure.IsGiven).Select(point => point.Period)).Distinct().Count() < 2 ? null : new PortraitChart(indicator, lines);
    }

    private string Source(Indicator indicator)
    {
        var facts = Facts(indicator, TerritoryLevel.Intercommunality);
        var sources = Lists.Join(board.Catalogue.SourcesOf(indicator).Select(source => $"{source.Producer}, {source.Name}").Distinct());
        return $"{indicator.Title}\u00A0: {indicator.Definition} Source\u00A0: {sources}{(facts.Period is { } period ? $", {Period.Label(period)}" : "")}.{(indicator.Field.Length > 0 ? $" Champ\u00A0: {indicator.Field.TrimEnd('.')}." : "")}";
    }

    private static string Cell(Figure figure, Indicator indicator) => FigureWords.Of(figure, indicator.Decimals);

    /// <summary>Periods up to the year, the oldest first.</summary>
    private IReadOnlyList<string> Known(Indicator indicator, TerritoryLevel at) => [.. board.Periods(indicator, at).Where(period => Period.Year(period) <= year)];

    /// <summary>What maps and tables show: the period of the sentences, where parts have it.</summary>
    private string? Shown(Indicator indicator, TerritoryLevel parts) =>
        Facts(indicator, parts).Period is { } told && Known(indicator, parts).Contains(told) ? told : Known(indicator, parts).LastOrDefault();

    /// <summary>The first of those levels at which there are figures.</summary>
    private TerritoryLevel PartLevel(Indicator indicator, TerritoryLevel wanted)
    {
        TerritoryLevel[] levels = IsRegion ? [TerritoryLevel.Department, TerritoryLevel.Intercommunality, TerritoryLevel.Municipality] : [wanted, TerritoryLevel.Intercommunality, TerritoryLevel.Municipality];
        foreach (var one in levels)
            if (Known(indicator, one).LastOrDefault() is { } period && board.Column(indicator, one, period) is { } column && PartPlaces(one, false) is { Count: > 1 } places && places.Any(at => column.Figures[at].IsGiven))
                return one;
        return levels[0];
    }

    private List<int> PartPlaces(TerritoryLevel at, bool large)
    {
        if (board.Geography.At(at) is not { } scope)
            return [];
        var places = Places(at);
        if (at == TerritoryLevel.Department)
            places = [.. places.Where(one => scope.Codes[one] != Rhone.Undivided || scope.PlaceOf(Rhone.NewRhone) < 0)];
        return large ? [.. places.Where(one => People(at, scope.Codes[one]) is null or >= IndicatorView.Small)] : places;
    }

    /// <summary>Territories of a level that lie in it, wholly or in part.</summary>
    private List<int> Places(TerritoryLevel at)
    {
        if (board.Geography.At(at) is not { } scope)
            return [];
        if (IsRegion)
            return [.. Enumerable.Range(0, scope.Codes.Count)];
        return at == TerritoryLevel.Municipality
            ? [.. Enumerable.Range(0, scope.Codes.Count).Where(one => Own.Contains(board.Geography.PlaceOf(scope.Codes[one])))]
            : [.. Enumerable.Range(0, scope.Codes.Count).Where(one => scope.Members[one].Any(Own.Contains))];
    }

    private bool IsWithin(TerritoryLevel at, int one) => board.Geography.At(at)!.Members[one].All(Own.Contains);

    private HashSet<int> Own => _own ??= [.. board.Geography.At(level)!.Members[board.Geography.At(level)!.PlaceOf(code)]];

    private HashSet<int>? _own;

    private int? People(TerritoryLevel at, TerritoryCode one) => board.Geography.Atlas.Find(at, one, board.Geography.Year)?.Population;
}
