using System.Globalization;
using System.Text;

namespace Almanach.Adapters.Tests.DataFiles;

/// <summary>A table at random, written in every format: the same cells come back from each, and the same report.</summary>
public class SameTableTests
{
    private static readonly string[] Words = ["Ambérieu-en-Bugey", "L’Abergement", "Côte d’Or", "s", "nd", "", "Saint-Étienne", "a & b", "x < y", "œuf", "n° 3", "É"];

    [Fact]
    public void Every_format_gives_the_same_cells()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var random = new Random(69_001);
        for (var round = 0; round < 60; round++)
        {
            var (columns, count) = (random.Next(2, 9), random.Next(3, 40));
            List<string[]> rows = [[.. Enumerable.Range(0, columns).Select(column => $"Colonne_{column}")]];
            for (var row = 0; row < count; row++)
                rows.Add([.. Enumerable.Range(0, columns).Select(column => Cell(column, random))]);
            var expected = rows.Select((row, i) => $"{i + 1}:{string.Join('|', row).TrimEnd('|')}").ToList();
            var csv = string.Concat(rows.Select(row => string.Join(';', row.Select(Quoted)) + "\r\n"));

            foreach (var (format, content) in Written(csv, rows))
                Assert.Equal((format, string.Join('\n', expected)), (format, string.Join('\n', Made.Cells(content).Select(line => line.TrimEnd('|')))));
        }
    }

    private static IEnumerable<(string, byte[])> Written(string csv, List<string[]> rows)
    {
        yield return ("utf-8", Made.Utf8(csv));
        yield return ("windows-1252", Encoding.GetEncoding(1252).GetBytes(csv));
        yield return ("utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(csv)]);
        yield return ("zip", Made.Zip(("a.csv", Made.Utf8(csv))));
        yield return ("xlsx", Made.Xlsx(OneTable.XlsxOf(rows)));
        yield return ("strict", Made.Xlsx(OneTable.XlsxOf(rows), strict: true));
        yield return ("ods", Made.Ods(OneTable.OdsOf(rows)));
    }

    private static string Cell(int column, Random random) => column switch
    {
        0 => random.Next(1, 98_000).ToString("00000", CultureInfo.InvariantCulture),
        1 => Words[random.Next(Words.Length)],
        _ when random.Next(8) == 0 => Words[random.Next(3, 6)],
        _ => Math.Round((decimal)random.NextDouble() * random.Next(1, 2_000_000), random.Next(0, 4)).ToString("0.####", CultureInfo.InvariantCulture),
    };

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(";\"\n") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
