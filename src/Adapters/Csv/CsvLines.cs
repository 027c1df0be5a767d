using Almanach.Core.Tables;
using CsvHelper;

namespace Almanach.Adapters.Csv;

/// <summary>All lines of a text as cells, blank ones too.</summary>
internal static class CsvLines
{
    /// <param name="misquoted">Told the line where a quote stands inside a cell that is not quoted, or is not closed; left out, such a line is read as well as it can be.</param>
    public static IEnumerable<ImportedRow> Of(string text, char separator, Action<int>? misquoted = null)
    {
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            DetectSeparatorHint = false,
            TrackLineNumbers = true,
            OnMalformedRecord = misquoted is null ? null : wrong => misquoted((int)wrong.LineNumber),
            PoolStrings = true, // the marks of ballots are few and come again and again
        });
        while (reader.Read())
            yield return new ImportedRow((int)reader.LineNumber, Cells(reader));
    }

    private static string[] Cells(CsvReader reader)
    {
        var cells = new string[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = reader.GetString(i);
        return cells;
    }
}
