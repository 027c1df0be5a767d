using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Data.Dashboard;

/// <summary>Where a figure comes from: the measures it is reckoned from, and for each the cells of the files received.</summary>
public sealed record FigureOrigin(TerritoryLevel Level, TerritoryCode Code, string Name, string Period, Figure Figure, IReadOnlyList<MeasureOrigin> Measures);

/// <param name="Figure">Of the measure, for this territory.</param>
/// <param name="Release">It comes from.</param>
/// <param name="Cells">The first of them.</param>
/// <param name="Count">All cells that are summed.</param>
/// <param name="Earlier">What former releases said of the same, the newest first.</param>
public sealed record MeasureOrigin(Measure Measure, string Period, Figure Figure, SeriesRelease Release, DataSource? Source, IReadOnlyList<RawCell> Cells, int Count, IReadOnlyList<EarlierFigure> Earlier);

/// <param name="Row">Of the raw sheet, from 1.</param>
/// <param name="Column">As the file calls it.</param>
/// <param name="Raw">What stands in the cell of the territory, where it was read mended with the producer’s consent; empty elsewhere.</param>
public sealed record RawCell(int Row, string Column, TerritoryCode Code, string Name, Figure Figure, string Raw = "");

public sealed record EarlierFigure(SeriesRelease Release, Figure Figure);

/// <summary>Goes back from a figure of the dashboard to the files that were received.</summary>
public sealed class OriginDesk(SeriesShelf shelf)
{
    /// <summary>Cells shown of a sum.</summary>
    private const int MostCells = 100;

    /// <summary>Null where there is no such figure.</summary>
    public async Task<FigureOrigin?> Of(Board board, Indicator indicator, TerritoryLevel level, TerritoryCode code, string period, CancellationToken stop = default)
    {
        if (board.Geography.At(level) is not { } scope || scope.PlaceOf(code) is not (>= 0 and var place) || board.Column(indicator, level, period) is not { } column)
            return null;
        List<MeasureOrigin> measures = [];
        foreach (var part in column.From.Distinct().SelectMany(part => part.MakingUp(place)))
            measures.Add(await Of(board, part, scope, place, stop));
        return new FigureOrigin(level, code, scope.Names[place], period, column.Figures[place], measures);
    }

    private async Task<MeasureOrigin> Of(Board board, LevelColumn part, LevelScope scope, int place, CancellationToken stop)
    {
        var tables = await shelf.Tables(part.Release, stop);
        var wanted = Codes(board, part, scope, place);
        var name = part.Release.Table.Columns.FirstOrDefault(found => found.Measure == part.Measure && (found.Period == part.Period || found.Period.Length == 0))?.Name ?? part.Measure;
        List<RawCell> cells = [];
        var count = 0;
        foreach (var (table, figures) in Shown(part.Release, tables, part))
            for (var row = 0; row < table.Codes.Length; row++)
                if (wanted.Contains(table.Codes[row]) && ++count <= MostCells)
                    cells.Add(new RawCell(table.Lines[row], name, table.Codes[row], board.Geography.Atlas.Name(part.Release.Level, table.Codes[row], part.Release.YearOf(part.Measure, part.Period)) ?? "", figures[row]));
        cells = await Mended(part.Release, cells, stop);
        return new MeasureOrigin(
            board.Catalogue.MeasureOf(part.Measure)!, part.Period, part.Figures[place], part.Release, board.Catalogue.MeasureOf(part.Measure) is { } measure ? board.Catalogue.SourceOf(measure.Source) : null,
            cells, count, part.Figures[place].IsHidden ? [] : await Earlier(board, part, wanted, stop));
    }

    /// <summary>With what stands in the file, of the cells whose territory was read by consent as another than stands there.</summary>
    private async Task<List<RawCell>> Mended(SeriesRelease release, List<RawCell> cells, CancellationToken stop)
    {
        if (release is not { Agreed: { } agreed, Table.Mended: > 0 } || cells.Count == 0)
            return cells;
        var values = (await shelf.Mends(agreed, stop)).Mends.Select(mend => mend.Value).ToHashSet(StringComparer.Ordinal);
        var labels = SeriesLabels.Read(await shelf.Data(release, stop), cells.Select(cell => cell.Row).ToHashSet());
        return [.. cells.Select(cell => labels.GetValueOrDefault(cell.Row) is { } label && values.Contains(label) ? cell with { Raw = label } : cell)];
    }

    /// <summary>The figures of a series as the public sees them: what is withheld is withheld here too.</summary>
    private static IEnumerable<(SeriesTable Table, Figure[] Figures)> Shown(SeriesRelease release, IReadOnlyList<SeriesTable> tables, LevelColumn part) =>
        tables.SelectMany(table => table.Columns.Where(column => column.Measure == part.Measure && column.Period == part.Period).Select(column => (table, release.Shown(table, column))));

    /// <summary>Codes, in the list of the release, whose rows make the figure.</summary>
    private static HashSet<TerritoryCode> Codes(Board board, LevelColumn part, LevelScope scope, int place)
    {
        if (part.Release.Level != TerritoryLevel.Municipality)
            return [scope.Codes[place]];
        var members = scope.Level == TerritoryLevel.Municipality ? [board.Geography.PlaceOf(scope.Codes[place])] : scope.Members[place];
        return board.Geography.From(part.Release.YearOf(part.Measure, part.Period)).Sources(members.ToHashSet());
    }

    private async Task<IReadOnlyList<EarlierFigure>> Earlier(Board board, LevelColumn part, HashSet<TerritoryCode> wanted, CancellationToken stop)
    {
        List<EarlierFigure> earlier = [];
        foreach (var release in board.Releases.Where(release => release.IsPublished && release.Id != part.Release.Id && release.Level == part.Release.Level && release.Table.Columns.Any(column => column.Measure == part.Measure))
            .OrderByDescending(release => release.Order).Take(5))
            foreach (var (table, shown) in Shown(release, await shelf.Tables(release, stop), part))
            {
                var figures = table.Codes.Index().Where(one => wanted.Contains(one.Item)).Select(one => shown[one.Index]).ToList();
                if (figures.Count > 0)
                    earlier.Add(new EarlierFigure(release, figures.Count == 1 ? figures[0]
                        : figures.All(figure => figure.IsGiven) ? Figure.Of(figures.Sum(figure => figure.Value))
                        : new Figure(figures.Where(figure => figure.IsGiven).Sum(figure => figure.Value), FigureState.Incomplete, figures.Count(figure => !figure.IsGiven))));
            }
        return earlier;
    }
}
