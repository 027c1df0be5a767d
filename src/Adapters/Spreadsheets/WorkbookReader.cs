using System.Globalization;
using System.IO.Compression;
using System.Text;
using Almanach.Core.Ports;
using Almanach.Core.Tables;
using ExcelDataReader;

namespace Almanach.Adapters.Spreadsheets;

/// <summary>XLSX and XLS as text: formulas by their last value, dates as French people write them.</summary>
internal static class WorkbookReader
{
    private const string Damaged = "Ce classeur ne s’ouvre pas\u00A0: il est protégé par un mot de passe, ou abîmé. Ouvrez-le dans votre tableur, puis enregistrez-le au format Excel (.xlsx) ou CSV.";

    /// <summary>Parts of the package of an honest workbook: sheets, styles, pictures.</summary>
    private const int MostParts = 2_000;

    public static TableReading ReadZip(byte[] content)
    {
        try
        {
            return Package(content) is { } problem ? TableReading.Not(problem) : Read(content);
        }
        catch (InvalidDataException)
        {
            return TableReading.Not(Damaged);
        }
    }

    public static TableReading Read(byte[] content)
    {
        try
        {
            using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(content), new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding(1252) });
            List<ImportedTable> tables = [];
            var left = TableLimits.Rows;
            do
            {
                if (reader.VisibleState != "visible")
                    continue;
                var rows = Rows(reader, ref left);
                if (left < 0)
                    return TableReading.Not($"Le tableau a plus de {TableLimits.Rows} lignes. Importez-le en plusieurs fois.");
                if (rows.Count > 0)
                    tables.Add(new ImportedTable(reader.Name, rows));
            }
            while (reader.NextResult());
            return tables.Count > 0 ? TableReading.Of(tables) : TableReading.Not("Ce classeur n’a aucune cellule remplie.");
        }
        // A file of a stranger may break the library in any way; it never breaks the page.
        catch (Exception problem) when (problem is not (OutOfMemoryException or OperationCanceledException))
        {
            return TableReading.Not(Damaged);
        }
    }

    private static List<ImportedRow> Rows(IExcelDataReader reader, ref int left)
    {
        List<ImportedRow> rows = [];
        for (var line = 1; reader.Read(); line++)
        {
            var cells = Enumerable.Range(0, Math.Min(reader.FieldCount, TableLimits.Columns)).Select(column => Text(reader.GetValue(column))).ToList();
            if (cells.All(cell => cell.Length == 0))
                continue;
            if (--left < 0)
                return rows;
            rows.Add(new ImportedRow(line, cells));
        }
        return rows;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture),
        bool truth => truth ? "oui" : "non",
        double number when number == Math.Truncate(number) && Math.Abs(number) < 1e15 => number.ToString("F0", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Cell.Cut(value.ToString() ?? ""),
    };

    /// <summary>What is wrong with the package, or null. Every part is unpacked and counted: a declared size proves nothing.</summary>
    private static string? Package(byte[] content)
    {
        using var package = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        if (package.GetEntry("mimetype") is not null)
            return "Ce fichier est au format OpenDocument. Dans votre tableur, enregistrez-le au format Excel (.xlsx) ou CSV.";
        if (package.GetEntry("xl/workbook.xml") is null && package.GetEntry("xl/workbook.bin") is null)
            return OtherFiles.Say(OtherFiles.NamedPackage(part => package.GetEntry(part) is not null));
        return package.Entries.Count > MostParts || IsTooLarge(package)
            ? "Ce classeur est trop volumineux une fois ouvert. Retirez les images et les feuilles inutiles, ou enregistrez le tableau seul en CSV."
            : null;
    }

    private static bool IsTooLarge(ZipArchive package)
    {
        var left = TableLimits.Unpacked;
        var buffer = new byte[81_920];
        foreach (var entry in package.Entries)
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0;)
                if ((left -= read) < 0)
                    return true;
        }
        return false;
    }
}
