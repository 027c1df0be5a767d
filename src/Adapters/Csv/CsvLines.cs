using System.Globalization;
using System.Text;
using Almanach.Core.Tables;
using CsvHelper;
using CsvHelper.Configuration;

namespace Almanach.Adapters.Csv;

/// <summary>All lines of a text file as cells, blank ones too, whatever its encoding and separator.</summary>
public static class CsvLines
{
    static CsvLines() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Null for what is no text. A first line « sep=; » is left out, and counted.</summary>
    public static IEnumerable<ImportedRow>? Of(byte[] content)
    {
        if (TextDecoding.Decode(content) is not { } text)
            return null;
        var (separator, told) = Separators.Of(text);
        return Lines(text, separator).Skip(told ? 1 : 0);
    }

    internal static IEnumerable<ImportedRow> Lines(string text, char separator)
    {
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            BadDataFound = null,
            IgnoreBlankLines = false,
            Mode = CsvMode.RFC4180,
            CountBytes = false,
        });
        for (var line = 1; parser.Read(); line = parser.RawRow + 1)
            yield return new ImportedRow(line, parser.Record ?? []);
    }
}
