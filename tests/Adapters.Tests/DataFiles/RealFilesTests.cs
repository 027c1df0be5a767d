using System.Text;
using Almanach.Adapters.DataFiles;
using Almanach.Core.Data.Reading;
using Almanach.Core.Tests.Platforms;
using ExcelDataReader;

namespace Almanach.Adapters.Tests.DataFiles;

/// <summary>Files of Insee and Pôle emploi as they were published: every figure arrives, every total they state is the sum of its parts.</summary>
public class RealFilesTests
{
    [Theory]
    [InlineData("base-cc-filosofi-2012.csv", "utf-8", ';', 36_587, 29)]
    [InlineData("insee_cc_filosofi_2020_COM.csv", "utf-8", ';', 34_929, 28)]
    [InlineData("population_municipale_communes_2013_2023.csv", "utf-8", ';', 34_995, 16)]
    [InlineData("insee_populations_legales_2008_2013_communes.csv", "utf-8", ';', 36_529, 8)]
    [InlineData("insee_cog_historiq2016.txt", "windows-1252", '\t', 12_325, 23)]
    public void A_text_has_its_rows_and_columns(string name, string encoding, char separator, int rows, int columns)
    {
        var report = Made.Check(Given(name));

        Assert.Equal((encoding, separator, rows, columns), (report.Facts!.Encoding, report.Facts.Separator!.Value, report.Rows, report.Columns));
        Assert.Empty(report.Errors.Kept);
    }

    /// <summary>Counted another way: lines of the file, semicolons, cells that are just the mark.</summary>
    [Theory]
    [InlineData("insee_cc_filosofi_2020_COM.csv", new[] { "s", "nd", "so" })]
    [InlineData("base-cc-filosofi-2012.csv", new[] { "" })]
    public void Every_mark_is_kept_for_what_it_is(string name, string[] marks)
    {
        var content = Given(name);
        var cells = Encoding.UTF8.GetString(content).TrimEnd('\r', '\n').Split('\n').Skip(1).SelectMany(line => line.TrimEnd('\r').Split(';')).ToList();
        var read = Read(content, 0).SelectMany(row => row).ToList();

        foreach (var mark in marks)
            Assert.Equal(cells.Count(cell => cell == mark), read.Count(cell => cell == mark));
        Assert.Equal(cells, read);
    }

    [Fact]
    public void The_history_of_municipalities_keeps_its_accents_of_Windows()
    {
        var rows = Read(Given("insee_cog_historiq2016.txt"), 0);

        Assert.Contains(rows, row => row.Contains("Eyvignes-et-Eybènes"));
        Assert.DoesNotContain(rows, row => row.Any(cell => cell.Contains('\uFFFD', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(1, "Catégorie A+Catégorie B+Catégorie C=Catégorie ABC;Catégorie ABC+Catégorie D+Catégorie E=Catégorie ABCDE")]
    [InlineData(2, "1+2+3+4+5+6=7")]
    [InlineData(3, "1+2+3=4;5+6+7=8")]
    [InlineData(4, "1+2+3=4;5+6+7=8")]
    public void Totals_of_job_seekers_are_the_sums_of_their_parts(int sheet, string sums)
    {
        var (head, rows) = Table(Given("pole-emploi_defm_par_epci_en_decembre_2016.xlsx"), sheet);
        var total = rows.Single(row => row[0] == "TOTAL");

        Assert.Equal(1_263, rows.Count);
        for (var column = 1; column < head.Count; column++)
        {
            if (total[column].Length == 0)
                continue;
            var parts = rows.Where(row => row != total).Select(row => row[column]).ToList();
            var sum = parts.Sum(cell => Figure(cell) ?? 0);
            var hidden = parts.Count(cell => cell == "s.s");

            // What is hidden is what lacks to the total.
            Assert.True(hidden == 0 ? sum == Figure(total[column]) : sum < Figure(total[column]), $"{head[column]}\u00A0: {sum} pour {total[column]}, {hidden} secrets");
        }
        foreach (var row in rows)
            foreach (var rule in sums.Split(';'))
                Assert.True(AddsUp(head, row, rule), $"{row[0]}\u00A0: {rule}");
    }

    [Fact]
    public void Totals_of_populations_are_the_sums_of_their_parts_on_all_46_sheets()
    {
        var content = Given("insee_estim-pop-dep-sexe-aq-1975-2020.xls");
        var sheets = Sheets(content);
        var checkedSheets = 0;
        for (var sheet = 1; sheet < sheets.Count; sheet++)
        {
            var (head, rows) = Table(content, sheet);
            var departments = rows.Where(row => row[0].Length == 2 && char.IsAsciiDigit(row[0][0])).ToList();
            var metropole = rows.Single(row => row[0].Trim() == "France métropolitaine");
            var overseas = rows.Where(row => row[0].Length == 3 && row[0].StartsWith('9')).ToList();

            Assert.Equal(96, departments.Count);
            for (var column = 2; column < head.Count; column++)
            {
                Assert.Equal(Figure(metropole[column]), departments.Sum(row => Figure(row[column])));
                if (overseas.Count > 0)
                {
                    Assert.Equal(Figure(rows.Single(row => row[0] == "DOM")[column]) ?? 0, overseas.Sum(row => Figure(row[column]) ?? 0));
                    Assert.Equal(Figure(rows.Single(row => row[0] == "France métropolitaine et DOM")[column]) ?? 0, Whole(column));
                }
            }
            foreach (var row in rows)
                for (var first = 2; first < 65; first += 21)
                    Assert.Equal(Figure(row[first + 20]), Enumerable.Range(first, 20).Sum(column => Figure(row[column]) ?? 0));
            foreach (var row in rows)
                for (var age = 2; age < 23; age++)
                    Assert.Equal(Figure(row[age]) ?? 0, (Figure(row[age + 21]) ?? 0) + (Figure(row[age + 42]) ?? 0));
            checkedSheets++;

            // From 1990 to 1998 the overseas departments have « 90 ans et plus » in the place of two classes.
            decimal Whole(int column) => departments.Sum(row => Figure(row[column]) ?? 0) + overseas.Sum(row => Figure(row[column]) ?? 0)
                + (Merges(head, rows, column) ? departments.Sum(row => Figure(row[column + 1]) ?? 0) : 0) - (IsMerged(head, rows, column) ? departments.Sum(row => Figure(row[column]) ?? 0) : 0);
        }

        Assert.Equal(46, checkedSheets);
    }

    [Fact]
    public void Years_of_1990_to_1998_have_another_head_before_their_overseas_departments()
    {
        var content = Given("insee_estim-pop-dep-sexe-aq-1975-2020.xls");
        using var file = new DataFileReader().Open(new MemoryStream(content)).File!;
        using var table = new TableRows(file.Open(Sheets(content).IndexOf("1998")));
        var names = new List<string>();
        for (var what = table.Read(); what != TableEvent.End; what = table.Read())
            if (what == TableEvent.Head)
                names.AddRange(table.Head!.Columns.Select(column => column.Name));

        Assert.Contains("Ensemble – 90 ans et plus", names);
        Assert.Equal([114, 115], table.Notes);
    }

    [Fact]
    public void A_double_head_of_labels_and_codes_is_one_and_its_banner_no_data()
    {
        var report = Made.Check(Given("insee_Intercommunalite-Metropole_au_01-01-2020_v1.xlsx"), "Composition_communale");

        Assert.Equal(["CODGEO", "LIBGEO", "EPCI", "LIBEPCI", "DEP", "REG"], report.Fields);
        Assert.Equal(34_968, report.Rows);
    }

    /// <summary>The other hand: ExcelDataReader, where it reads.</summary>
    [Theory]
    [InlineData("insee_Intercommunalite-Metropole_au_01-01-2020_v1.xlsx")]
    [InlineData("pole-emploi_defm_par_epci_en_decembre_2016.xlsx")]
    public void Each_cell_of_a_workbook_is_the_one_that_another_reader_reads(string name)
    {
        var content = Given(name);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(content));
        for (var sheet = 0; sheet < reader.ResultsCount; sheet++, reader.NextResult())
        {
            var row = 0;
            foreach (var line in Made.Cells(content, sheet).Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]))
            {
                Assert.True(reader.Read());
                var other = string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) switch
                {
                    null => "", // of a failed formula too: ours tells it
                    DateTime day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                    IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
                    var text => text.ToString(),
                })).TrimEnd('|');
                row++;
                Assert.Equal(other.Replace("\r", "", StringComparison.Ordinal), line.Replace("#REF!", "", StringComparison.Ordinal).TrimEnd('|').Replace("\r", "", StringComparison.Ordinal));
            }
            while (reader.Read())
                Assert.All(Enumerable.Range(0, reader.FieldCount), i => Assert.Null(reader.GetValue(i)));
            Assert.True(row > 0);
        }
    }

    private static bool AddsUp(List<string> head, List<string> row, string rule)
    {
        int Column(string name) => int.TryParse(name, out var place) ? place : head.IndexOf(name);
        var sides = rule.Split('=');
        var parts = sides[0].Split('+').Select(name => Figure(row[Column(name)])).ToList();
        var total = Figure(row[Column(sides[1])]);
        return parts.Contains(null) || total is null || parts.Sum() == total;
    }

    private static bool Merges(List<string> head, List<List<string>> rows, int column) => head[column].EndsWith("90 à 94 ans", StringComparison.Ordinal) && rows.Exists(row => row[0] == "DOM") && rows.Single(row => row[0] == "DOM")[column + 1].Length == 0;

    private static bool IsMerged(List<string> head, List<List<string>> rows, int column) => head[column].EndsWith("95 ans et plus", StringComparison.Ordinal) && rows.Exists(row => row[0] == "DOM") && rows.Single(row => row[0] == "DOM")[column].Length == 0;

    /// <summary>A lone comma is the zero of Pôle emploi; null for a mark and for nothing.</summary>
    private static decimal? Figure(string cell) => cell == "," ? 0 : FigureText.TryParse(Encoding.UTF8.GetBytes(cell), out var value, out _) ? value : null;

    private static List<string> Sheets(byte[] content)
    {
        using var file = new DataFileReader().Open(new MemoryStream(content)).File!;
        return [.. file.Facts.Sheets.Select(sheet => sheet.Name)];
    }

    private static List<List<string>> Read(byte[] content, int sheet) => Table(content, sheet).Rows;

    private static (List<string> Head, List<List<string>> Rows) Table(byte[] content, int sheet)
    {
        using var file = new DataFileReader().Open(new MemoryStream(content)).File!;
        using var table = new TableRows(file.Open(sheet));
        var head = table.Head!.Columns.Select(column => column.Name).ToList();
        List<List<string>> rows = [];
        for (var what = table.Read(); what != TableEvent.End; what = table.Read())
            if (what == TableEvent.Row)
                rows.Add([.. Enumerable.Range(0, head.Count).Select(place => Encoding.UTF8.GetString(table.Cell(place)))]);
        return (head, rows);
    }

    private static byte[] Given(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Folders.Root, "..", "shared", "data", "tables", name));
        Assert.SkipUnless(File.Exists(path), $"The real table ../shared/data/tables/{name} is not on this machine.");
        return File.ReadAllBytes(path);
    }
}
