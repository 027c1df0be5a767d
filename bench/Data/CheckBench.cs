using System.Globalization;
using System.Text;
using Almanach.Adapters.DataFiles;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Schemas;
using BenchmarkDotNet.Attributes;
using CsvHelper;

namespace Almanach.Bench;

public class CheckBench
{
    /// <summary>Made by hand: a machine may know no culture.</summary>
    private static readonly CultureInfo French = new("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u00A0" } };

    private readonly TableSchema _schema = SchemaReader.Read(Encoding.UTF8.GetBytes(MillionRows.Schema)).Schema!;

    private byte[] _content = [];

    private string _path = "";

    [GlobalSetup]
    public void Make()
    {
        _content = MillionRows.Make();
        _path = Path.GetTempFileName();
        File.WriteAllBytes(_path, _content);
    }

    [GlobalCleanup]
    public void Clean() => File.Delete(_path);

    /// <summary>What must be done in any case: each field as its type, by the library.</summary>
    [Benchmark(Baseline = true)]
    public decimal TypedParse()
    {
        using var reader = CsvReader.Create(new MemoryStream(_content), new CsvReaderOptions { Separator = ';', HasHeader = true, FormatProvider = French });
        var sum = 0m;
        while (reader.Read())
        {
            sum += reader.GetString(0).Length + reader.GetString(1).Length;
            for (var column = 2; column < 7; column++)
                if (reader.TryParse<int>(column, out var whole))
                    sum += whole;
            for (var column = 7; column < 9; column++)
                if (reader.TryParse<decimal>(column, out var number))
                    sum += number;
            if (reader.TryParse<DateOnly>(9, out var day))
                sum += day.Day;
        }
        return sum;
    }

    [Benchmark]
    public int Check() => Run(_schema);

    [Benchmark]
    public int CheckWithoutSchema() => Run(null);

    /// <summary>As a file that is delivered and taken in: both at once, over two streams of it.</summary>
    [Benchmark]
    public int CheckAndNormalise() => WholeFile.Run(_path);

    [Benchmark]
    public int Normalise() => WholeFile.Normalise(_path);

    private int Run(TableSchema? schema)
    {
        var opening = new DataFileReader().Open(new MemoryStream(_content));
        using var file = opening.File;
        var report = TableCheck.Run(opening, new CheckOptions(schema));
        return report.IsValid && report.Rows == 1_000_000 ? report.Rows : throw new InvalidOperationException("The million rows are not read as they are.");
    }
}
