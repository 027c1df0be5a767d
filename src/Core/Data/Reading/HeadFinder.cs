namespace Almanach.Core.Data.Reading;

/// <summary>
/// Finds the head of a table in the first rows of its sheet: the first row about as filled as those below, in whose number
/// columns stand words (or years); with the rows of groups above it and of codes below it.
/// </summary>
public static class HeadFinder
{
    /// <summary>Rows looked at.</summary>
    public const int Sample = 200;

    /// <summary>Rows of a head, at most.</summary>
    private const int MostRows = 4;

    /// <summary>Null where the sheet holds no table: nothing, or texts one below the other.</summary>
    /// <param name="rows">The first rows of the sheet, blank ones too.</param>
    /// <param name="isRagged">Rows end where they end: cells beyond those of the head are beside the table.</param>
    public static TableHead? Of(IReadOnlyList<HeldRow> rows, IReadOnlyList<MergedCells> merged, bool isRagged)
    {
        for (var at = 0; at < rows.Count; at++)
        {
            var columns = new SampleColumns(rows, at + 1);
            var filled = rows[at].Filled().ToList();
            if (columns.Usual == 0)
                return filled.Count > 1 ? HeadRows.Join(rows, at, at, merged, columns, isRagged) with { Titles = Titles(rows, at) } : null;
            if (filled.Count < Math.Max(Math.Min(2, columns.Width), (columns.Usual + 1) / 2))
                continue;
            if (columns.Usual < 2 && columns.Width > 1 && IsProse(rows, at))
                continue;
            if (!IsHead(rows[at], columns) && Below(rows, at) is { } below)
                at = below;
            else if (!IsHead(rows[at], columns))
                return IsRow(rows, at, columns) ? HeadRows.None(rows[at], columns) with { Titles = Titles(rows, at) } : null;
            var (first, last) = (First(rows, at, merged), Last(rows, at, columns));
            return HeadRows.Join(rows, first, last, merged, new SampleColumns(rows, last + 1), isRagged) with { Titles = Titles(rows, first) };
        }
        return null;
    }

    /// <summary>Numbered columns, with their labels below: the row of labels, where one of the next three is.</summary>
    private static int? Below(IReadOnlyList<HeldRow> rows, int at)
    {
        for (var next = at + 1; next < Math.Min(at + 4, rows.Count - 1); next++)
            if (new SampleColumns(rows, next + 1) is var columns && rows[next].Filled().Count(columns.HoldsNumbers) > 2 && IsHead(rows[next], columns))
                return next;
        return null;
    }

    /// <summary>Whether a row bears labels: in most columns that hold numbers below, it holds words or years.</summary>
    internal static bool IsHead(HeldRow row, SampleColumns columns)
    {
        var filled = row.Filled().Where(columns.HoldsNumbers).ToList();
        var words = filled.Count(column => CellLook.Of(row.Cell(column), row.Kind(column)) == Look.Words) + Labels(row, filled);
        if (filled.Count == 0)
            return true;
        if (2 * words > filled.Count)
            return true;
        var years = filled.Where(column => CellLook.Of(row.Cell(column), row.Kind(column)) == Look.Number).ToList();
        return years.Count > 0 && years.All(column => CellLook.IsYear(row.Cell(column))) && years.Select(column => CellText.OnOneLine(row.Cell(column))).Distinct().Count() == years.Count
            && (words > 0 || row.Filled().Any(column => !columns.HoldsNumbers(column)) || years.Count > 1);
    }

    /// <summary>« S » and « C » are marks among figures, and labels where each stands once.</summary>
    private static int Labels(HeldRow row, List<int> filled)
    {
        var marks = filled.Where(column => CellLook.Of(row.Cell(column), row.Kind(column)) == Look.Mark).Select(column => CellText.OnOneLine(row.Cell(column))).ToList();
        return marks.Distinct().Count() == marks.Count && marks.TrueForAll(mark => mark.Any(char.IsUpper)) ? marks.Count : 0;
    }

    /// <summary>A table without a head has numbers from its first row on.</summary>
    private static bool IsRow(IReadOnlyList<HeldRow> rows, int at, SampleColumns columns) =>
        rows.Skip(at).Count(row => row.Filled().Any(columns.HoldsNumbers)) >= 2;

    /// <summary>Texts one below the other, with a word beside one of them here and there.</summary>
    private static bool IsProse(IReadOnlyList<HeldRow> rows, int at) => rows.Skip(at).Count(row => row.Filled().Skip(1).Any()) < 3;

    private static List<int> Titles(IReadOnlyList<HeldRow> rows, int first) => [.. rows.Take(first).Where(row => row.Filled().Any()).Select(row => row.Row)];

    /// <summary>Rows of groups stand just above: « Hommes » over several columns.</summary>
    private static int First(IReadOnlyList<HeldRow> rows, int at, IReadOnlyList<MergedCells> merged)
    {
        var first = at;
        while (first > 0 && at - first < MostRows - 2 && IsGroups(rows[first - 1], rows[first], merged))
            first--;
        return first;
    }

    private static bool IsGroups(HeldRow above, HeldRow head, IReadOnlyList<MergedCells> merged)
    {
        var filled = above.Filled().ToList();
        if (filled.Count == 0 || filled.Any(column => above.Cell(column).Length > 200))
            return false;
        // A title alone in the first column is none, unless the head leaves that column to it.
        var isTitle = filled is [var only] && only == head.Filled().First() && !merged.Any(range => range.FirstRow == above.Row && range.FirstColumn == only && range.LastRow > above.Row);
        return !isTitle && filled.Max() <= head.Filled().Max();
    }

    /// <summary>A second row of labels, codes mostly, stands just below.</summary>
    private static int Last(IReadOnlyList<HeldRow> rows, int at, SampleColumns columns)
    {
        var last = at;
        while (last + 2 < rows.Count && last - at < MostRows - 2 && IsLabels(rows[last + 1], rows[at], new SampleColumns(rows, last + 2)))
            last++;
        return columns.Usual == 0 ? at : last;
    }

    private static bool IsLabels(HeldRow row, HeldRow head, SampleColumns below)
    {
        var filled = row.Filled().ToList();
        var numbers = filled.Where(below.HoldsNumbers).ToList();
        return numbers.Count > 0 && 2 * filled.Count >= head.Filled().Count()
            && numbers.All(column => CellLook.Of(row.Cell(column), row.Kind(column)) == Look.Words)
            && filled.Select(column => CellText.OnOneLine(row.Cell(column))).Distinct().Count() == filled.Count;
    }
}
