namespace Almanach.Core.Data.Reading;

/// <summary>The rows of a head joined to one label a column.</summary>
internal static class HeadRows
{
    /// <param name="first">Places in <paramref name="rows"/>.</param>
    public static TableHead Join(IReadOnlyList<HeldRow> rows, int first, int last, IReadOnlyList<MergedCells> merged, SampleColumns below, bool isRagged, TableHead? before = null)
    {
        var width = isRagged
            ? Enumerable.Range(first, last - first + 1).Max(row => rows[row].Count)
            : Math.Max(below.Width, Enumerable.Range(first, last - first + 1).Max(row => rows[row].Filled().DefaultIfEmpty(-1).Max() + 1));
        var own = Enumerable.Range(first, last - first + 1).Select(row => Cells(rows[row], width)).ToList();
        var full = Enumerable.Range(first, last - first + 1).Select(row => Filled(rows[row], own[row - first], row == last, own[^1], merged)).ToList();
        var codes = own.Count > 1 && AreCodes(own[^1], own[^2]);
        var labels = Enumerable.Range(0, width).Select(column => Label(full, column)).ToList();
        var repeated = own[^1].Where(cell => cell.Length > 0).GroupBy(cell => cell).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        var names = new HashSet<string>(StringComparer.Ordinal);
        List<HeadColumn> columns = [];
        for (var column = 0; column < width; column++)
        {
            var inherited = before is not null && column < before.Columns.Count && labels[column].Length == 0 ? before.Columns[column] : null;
            var label = inherited?.Label ?? labels[column];
            var wanted = inherited?.Name ?? (codes && own[^1][column].Length > 0 ? own[^1][column] : label.Length > 0 ? label : $"colonne {Letters.Of(column)}");
            var name = wanted;
            for (var again = 2; !names.Add(name); again++)
                name = $"{wanted} ({again})";
            columns.Add(new HeadColumn(column, name, label, first == last && repeated.Contains(own[^1][column])) { HoldsNumbers = below.HoldsNumbers(column) });
        }
        return new TableHead(rows[first].Row, rows[last].Row, columns);
    }

    /// <summary>A table without a head: its columns are called by their letters.</summary>
    public static TableHead None(HeldRow row, SampleColumns columns) =>
        new(row.Row, row.Row - 1, [.. Enumerable.Range(0, columns.Width).Select(column => new HeadColumn(column, $"colonne {Letters.Of(column)}", $"colonne {Letters.Of(column)}", false) { HoldsNumbers = columns.HoldsNumbers(column) })]);

    private static string[] Cells(HeldRow row, int width) => [.. Enumerable.Range(0, width).Select(column => CellText.OnOneLine(row.Cell(column)))];

    /// <summary>What is written over several columns holds for each: merged cells where the sheet has them, else up to the next word.</summary>
    private static string[] Filled(HeldRow row, string[] own, bool isLast, string[] last, IReadOnlyList<MergedCells> merged)
    {
        var full = (string[])own.Clone();
        var ranges = merged.Where(range => range.FirstRow <= row.Row && row.Row <= range.LastRow).ToList();
        foreach (var range in ranges.Where(range => range.FirstRow == row.Row))
            for (var column = range.FirstColumn; column <= Math.Min(range.LastColumn, full.Length - 1); column++)
                full[column] = range.FirstColumn < own.Length ? own[range.FirstColumn] : "";
        if (!isLast && ranges.Count == 0)
            for (var column = 1; column < full.Length; column++)
                if (full[column].Length == 0 && last[column].Length > 0 && own.AsSpan(0, column).IndexOfAnyExcept("") >= 0)
                    full[column] = full[column - 1];
        return full;
    }

    private static string Label(List<string[]> full, int column) =>
        string.Join(" – ", full.Select(row => row[column]).Where(part => part.Length > 0).Distinct());

    /// <summary>Short words without spaces, each its own, under labels that have some: NB_COM under « Nombre communes ».</summary>
    private static bool AreCodes(string[] row, string[] above)
    {
        var filled = row.Where(cell => cell.Length > 0).ToList();
        return filled.Count > 0 && filled.TrueForAll(cell => cell.Length <= 40 && !cell.Contains(' ', StringComparison.Ordinal)) && filled.Distinct().Count() == filled.Count
            && above.Count(cell => cell.Length > 0) >= filled.Count / 2.0 && above.Any(cell => cell.Contains(' ', StringComparison.Ordinal))
            && filled.Exists(cell => cell.Contains('_', StringComparison.Ordinal) || cell.Equals(cell.ToUpperInvariant(), StringComparison.Ordinal));
    }
}
