using System.Text;
using Almanach.Adapters.DataFiles;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Schemas;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;

namespace Almanach.Bench;

/// <summary>A raw file checked, and normalised and stored, at the same time.</summary>
internal static class WholeFile
{
    private static readonly TableSchema Schema = SchemaReader.Read(Encoding.UTF8.GetBytes(MillionRows.Schema)).Schema!;

    private static readonly SeriesReading Reading = new("bench", "Quartiers", "insee", TerritoryLevel.Neighbourhood, "CODE", 2024,
        [.. new[] { "POP", "RSA", "AAH", "MEDIANE", "TAUX", "PART" }.Select(name => new ReadColumn(name, name.ToLowerInvariant()))], PeriodColumn: "ANNEE");

    public static int Run(string path)
    {
        var check = Task.Run(() => Check(path));
        return Normalise(path) + check.Result;
    }

    public static int Check(string path)
    {
        using var stream = Open(path);
        var opening = new DataFileReader().Open(stream);
        using var file = opening.File;
        var report = TableCheck.Run(opening, new CheckOptions(Schema));
        return report.IsValid && report.Rows == 1_000_000 ? report.Rows : throw new InvalidOperationException("The million rows are not read as they are.");
    }

    public static int Normalise(string path)
    {
        using var stream = Open(path);
        var file = NormalisedFile.Of(new DataFileReader(), Reading, stream, 2024, null);
        File.WriteAllBytes($"{path}.csv.gz", file.Data);
        File.Delete($"{path}.csv.gz");
        return file.Table is { Rows: 1_000_000 } table && table.Figures + table.Marks.Values.Sum() == 6_000_000 ? table.Rows : throw new InvalidOperationException("Not every figure is in the normalised file.");
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
}
