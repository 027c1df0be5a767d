using System.Text;
using Almanach.Adapters.DataFiles;
using Almanach.Core.Data.Reading;

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
        var opening = new DataFileReader().Open(new MemoryStream(content));
        using var file = opening.File ?? throw new TerritoryFileException($"{opening.Problem!.Message} Les contours se donnent au format GeoJSON.");
        var tables = Sheets(file).Select(Headed).OfType<PlainTable>().ToArray();
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

    private static List<IReadOnlyList<IReadOnlyList<string>>> Sheets(Core.Ports.IDataFile file)
    {
        try
        {
            List<IReadOnlyList<IReadOnlyList<string>>> sheets = [];
            for (var sheet = 0; sheet < file.Facts.Sheets.Count; sheet++)
            {
                using var rows = file.Open(sheet);
                sheets.Add(Counted(RowsOf(rows)));
            }
            return sheets;
        }
        catch (UnreadableException unreadable)
        {
            throw new TerritoryFileException(unreadable.Problem.Message);
        }
    }

    private static IEnumerable<IReadOnlyList<string>> RowsOf(ISheetRows rows)
    {
        while (rows.Read())
            yield return [.. Enumerable.Range(0, Math.Min(rows.Count, MostColumns)).Select(column => Encoding.UTF8.GetString(rows.Cell(column)))];
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
