using Almanach.Core.Data.Checks;

namespace Almanach.Adapters.Tests.DataFiles;

public class WorkbookFileTests
{
    private const string Rows = """
        <sheetData>
        <row r="1"><c r="A1" t="inlineStr"><is><t>Code</t></is></c><c r="B1" t="inlineStr"><is><t>Taux</t></is></c><c r="C1" t="inlineStr"><is><t>Jour</t></is></c><c r="D1" t="inlineStr"><is><t>Part</t></is></c></row>
        <row r="2"><c r="A2" s="1"><v>1004</v></c><c r="B2"><v>12.1</v></c><c r="C2" s="2"><v>45657</v></c><c r="D2" s="3"><v>0.45</v></c></row>
        <row r="3"><c r="A3" s="1"><v>69123</v></c><c r="B3"><v>1.0000000000000001E-5</v></c><c r="C3" s="2"><v>45658</v></c><c r="D3" t="str"><f>A1</f><v>s</v></c></row>
        <row r="5"><c r="A5" s="1"><v>26198</v></c><c r="B5" t="e"><v>#DIV/0!</v></c><c r="C5" t="b"><v>1</v></c></row>
        </sheetData>
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Cells_of_a_workbook_are_what_it_shows_of_codes_and_all_digits_of_figures(bool strict)
    {
        Assert.Equal(
            ["1:Code|Taux|Jour|Part", "2:01004|12.1|2024-12-31|0.45", "3:69123|0.00001|2025-01-01|s", "4:", "5:26198|#DIV/0!|true"],
            Made.Cells(Made.Xlsx(Rows, strict)));
        var report = Made.Check(Made.Xlsx(Rows, strict));

        Assert.Equal(("xlsx", "Données", 3, 4), (report.Facts!.Format, report.Sheet, report.Rows, report.Columns));
        Assert.Contains(report.Warnings.Kept, finding => finding.Type == FindingTypes.CellError && finding.Row == 5 && finding.Column == 2);
    }

    [Fact]
    public void A_Strict_workbook_may_write_its_dates_as_such()
    {
        const string rows = """<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Jour</t></is></c><c r="B1" t="inlineStr"><is><t>N</t></is></c></row><row r="2"><c r="A2" t="d" s="2"><v>2024-12-31</v></c><c r="B2"><v>3</v></c></row><row r="3"><c r="A3" t="d" s="2"><v>2025-01-01T00:00:00</v></c><c r="B3"><v>4</v></c></row></sheetData>""";

        Assert.Equal(["1:Jour|N", "2:2024-12-31|3", "3:2025-01-01|4"], Made.Cells(Made.Xlsx(rows, strict: true)));
    }

    [Fact]
    public void A_sheet_that_does_not_exist_is_refused_with_those_that_do()
    {
        Assert.Contains("Le classeur a\u00A0: «\u00A0Données\u00A0»", Made.Check(Made.Xlsx(Rows), "Autre").Errors.Kept[0].Message, StringComparison.Ordinal);
        Assert.Equal(3, Made.Check(Made.Xlsx(Rows), "données").Rows);
        Assert.Equal(3, Made.Check(Made.Xlsx(Rows), "1").Rows);
    }

    [Fact]
    public void A_workbook_that_is_damaged_is_refused()
    {
        var content = Made.Xlsx(Rows);

        Assert.NotNull(Made.Problem(content[..(content.Length / 2)]));
        Assert.Equal(FindingTypes.Format, Made.Check(Made.Xlsx("<sheetData><row r=\"1\"><c r=\"A1\"><v>12</v></c>")).Errors.Kept[0].Type);
    }

    [Fact]
    public void An_archive_may_hold_one_table_or_one_that_is_named()
    {
        var table = Made.Utf8("A;B\nx;1\ny;2\n");

        Assert.Equal((2, "base.csv"), Told(Made.Check(Made.Zip(("base.csv", table), ("meta_base.csv", Made.Utf8("COD;LIB\na;b\n"))))));
        Assert.Equal((2, "b.csv"), Told(Made.Check(Made.Zip(("a.csv", Made.Utf8("Z;T\nq;9\n")), ("b.csv", table)), "b.csv")));
        Assert.Equal((3, "c.xlsx"), Told(Made.Check(Made.Zip(("dossier/c.xlsx", Made.Xlsx(Rows))))));
        Assert.Contains("contient 2 tableaux", Made.Problem(Made.Zip(("a.csv", table), ("b.csv", table)))!.Message, StringComparison.Ordinal);
        Assert.Contains("aucun tableau", Made.Problem(Made.Zip(("a.pdf", table)))!.Message, StringComparison.Ordinal);
        Assert.Contains("est vide", Made.Problem(Made.Zip(("a.csv", [])))!.Message, StringComparison.Ordinal);

        static (int, string?) Told(CheckReport report) => (report.Rows, report.Facts!.Archived);
    }

    [Fact]
    public void A_bomb_is_refused_and_what_an_entry_declares_binds_it()
    {
        // 1.2 GB of zeros in 1.2 MB.
        var content = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(content, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("a.csv").Open();
            var zeros = new byte[1_000_000];
            for (var i = 0; i < 1_200; i++)
                part.Write(zeros);
        }
        Assert.Contains("trop volumineux", Made.Problem(content.ToArray())!.Message, StringComparison.Ordinal);
    }
}
