using System.Text;
using Almanach.Adapters.Csv;
using Almanach.Adapters.Spreadsheets;
using ExcelDataReader;

namespace Almanach.Adapters.Territories.Tables;

/// <summary>The rows of a sheet as text, below its title rows.</summary>
/// <param name="Columns">Column names in small letters.</param>
/// <param name="Title">What stands above them: « Géographie au 01/01/2024 ».</param>
internal sealed record PlainTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, string Title)
{
    /// <summary>Rows of all sheets together: municipalities of France with their districts stay under 40,000, IRIS near 50,000.</summary>
    private const int Most = 120_000;

    private const int MostColumns = 60;

    public int Column(params string[] names) => names.Select(name => Columns.ToList().IndexOf(name)).FirstOrDefault(index => index >= 0, -1);

    public static string Cell(IReadOnlyList<string> row, int column) => column >= 0 && column < row.Count ? row[column].Trim() : "";

    /// <exception cref="TerritoryFileException">No table, or none with a row of column names that starts with a code.</exception>
    public static IReadOnlyList<PlainTable> Read(byte[] content)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        if (OtherFiles.Named(content) is { } other)
            throw new TerritoryFileException($"Ce fichier est {other}, ni des contours ni un tableau. Choisissez un fichier GeoJSON, CSV ou Excel.");
        var sheets = content is [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..] ? Sheets(content) : [Text(content)];
        var tables = sheets.Select(Headed).OfType<PlainTable>().ToArray();
        return tables.Length > 0
            ? tables
            : throw new TerritoryFileException("Aucune ligne d’en-têtes avec une colonne de codes (« CODGEO ») n’est trouvée. Choisissez des contours GeoJSON, la table d’appartenance de l’Insee ou une table de COGugaison.");
    }

    private static PlainTable? Headed(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        for (var i = 0; i < Math.Min(rows.Count, 20); i++)
        {
            var columns = rows[i].Select(cell => cell.Trim().ToLowerInvariant()).ToArray();
            if (columns.Any(column => MembershipColumns.IsCode(column)) && columns.Count(column => column.Length > 0) >= 2)
                return new PlainTable(columns, [.. rows.Skip(i + 1)], string.Join(' ', rows.Take(i).SelectMany(row => row)));
        }
        return null;
    }

    private static IReadOnlyList<IReadOnlyList<string>> Text(byte[] content)
    {
        if (TextDecoding.Decode(content) is not { } text)
            throw new TerritoryFileException("Ce fichier n’est ni un GeoJSON ni un tableau. Choisissez un fichier GeoJSON, CSV ou Excel.");
        var (separator, _) = Separators.Of(text);
        try
        {
            return Counted(CsvLines.Of(text, separator).Select(line => (IReadOnlyList<string>)[.. line.Cells.Take(MostColumns)]));
        }
        catch (CsvHelper.CsvHelperException)
        {
            throw new TerritoryFileException("Ce fichier ne se lit pas comme un tableau CSV. Téléchargez-le de nouveau.");
        }
    }

    private static List<IReadOnlyList<IReadOnlyList<string>>> Sheets(byte[] content)
    {
        try
        {
            using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(content), new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding(1252) });
            List<IReadOnlyList<IReadOnlyList<string>>> sheets = [];
            do
                sheets.Add(Counted(RowsOf(reader)));
            while (reader.NextResult());
            return sheets;
        }
        // A file of a stranger may break the library in any way.
        catch (Exception problem) when (problem is not (OutOfMemoryException or OperationCanceledException or TerritoryFileException))
        {
            throw new TerritoryFileException("Ce classeur ne s’ouvre pas\u00A0: il est protégé ou abîmé, ou c’est une archive à ouvrir d’abord. Enregistrez-le au format Excel (.xlsx) ou CSV.");
        }
    }

    private static IEnumerable<IReadOnlyList<string>> RowsOf(IExcelDataReader reader)
    {
        while (reader.Read())
            yield return [.. Enumerable.Range(0, Math.Min(reader.FieldCount, MostColumns)).Select(column => Convert.ToString(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture) ?? "")];
    }

    private static List<IReadOnlyList<string>> Counted(IEnumerable<IReadOnlyList<string>> rows)
    {
        List<IReadOnlyList<string>> all = [];
        foreach (var row in rows)
            if (all.Count < Most)
                all.Add(row);
            else
                throw new TerritoryFileException($"Le tableau a plus de {Most} lignes. Retirez ce qui n’est ni commune ni quartier.");
        return all;
    }
}
