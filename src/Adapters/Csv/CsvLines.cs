using System.Globalization;
using Almanach.Core.Tables;
using CsvHelper;
using CsvHelper.Configuration;

namespace Almanach.Adapters.Csv;

/// <summary>All lines of a text as cells, blank ones too.</summary>
internal static class CsvLines
{
    /// <param name="misquoted">Told the line where a quote stands inside a cell that is not quoted, or is not closed; left out, such a line is read as well as it can be.</param>
    public static IEnumerable<ImportedRow> Of(string text, char separator, Action<int>? misquoted = null)
    {
        var line = 1;
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            BadDataFound = misquoted is null ? null : _ => misquoted(line),
            IgnoreBlankLines = false,
            Mode = CsvMode.RFC4180,
            CountBytes = false,
            CacheFields = true, // the marks of ballots are few and come again and again
        });
        for (; parser.Read(); line = parser.RawRow + 1)
            yield return new ImportedRow(line, parser.Record ?? []);
    }
}
