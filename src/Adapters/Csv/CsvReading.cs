using Almanach.Adapters.Spreadsheets;
using Almanach.Core.Ports;
using Almanach.Core.Tables;
using CsvHelper;

namespace Almanach.Adapters.Csv;

/// <summary>A table as text, whatever its encoding and separator.</summary>
internal static class CsvReading
{
    /// <summary>A cell with more lines than this has swallowed those that follow it.</summary>
    private const int MostLines = 40;

    public static TableReading Read(byte[] content)
    {
        if (TextDecoding.Decode(content) is not { } text)
            return TableReading.Not(OtherFiles.NoTable);
        var (separator, told) = Separators.Of(text);
        try
        {
            return Rows(text, separator, told);
        }
        catch (CsvFormatException)
        {
            return TableReading.Not("Ce fichier ne se lit pas comme un tableau. Ouvrez-le dans votre tableur, puis enregistrez-le en CSV UTF-8 ou au format Excel (.xlsx).");
        }
    }

    private static TableReading Rows(string text, char separator, bool told)
    {
        List<ImportedRow> rows = [];
        foreach (var (line, whole) in CsvLines.Of(text, separator))
        {
            var cells = whole.Take(TableLimits.Columns).Select(Cell.Cut).ToList();
            if (cells.FirstOrDefault(cell => cell.Count(c => c == '\n') > MostLines) is not null)
                return TableReading.Not($"Un guillemet ouvert à la ligne {line} n’est pas refermé. Corrigez-le dans votre tableur, puis choisissez de nouveau le fichier.");
            if (cells.All(string.IsNullOrWhiteSpace) || (told && line == 1))
                continue;
            if (rows.Count == TableLimits.Rows)
                return TableReading.Not($"Le tableau a plus de {TableLimits.Rows} lignes. Importez-le en plusieurs fois.");
            rows.Add(new ImportedRow(line, cells));
        }
        return rows.Count > 0 ? TableReading.Of(new ImportedTable("", rows)) : TableReading.Not("Ce tableau n’a aucune ligne remplie.");
    }
}
