using System.IO.Compression;
using System.Text;
using Almanach.Adapters.Spreadsheets;
using Almanach.Core.Ports;
using Almanach.Core.Tables;

namespace Almanach.Adapters.Tests.Spreadsheets;

public sealed class TableFilesTests
{
    private static readonly TableFiles Files = new();

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes("Organisme;Prénom\r\nCaf;Zoé\r\n") },
        { "UTF-8 with its mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("Organisme;Prénom\r\nCaf;Zoé\r\n")] },
        { "Windows-1252", Encoding.Latin1.GetBytes("Organisme;Prénom\r\nCaf;Zoé\r\n") },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Organisme;Prénom\r\nCaf;Zoé\r\n")] },
        { "UTF-16 big-endian", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("Organisme;Prénom\r\nCaf;Zoé\r\n")] },
        { "UTF-16 without its mark", Encoding.Unicode.GetBytes("Organisme;Prénom\r\nCaf;Zoé\r\n") },
        { "old Mac line ends are not French offices', LF alone is", Encoding.UTF8.GetBytes("Organisme;Prénom\nCaf;Zoé") },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_text_is_read_whatever_its_encoding(string encoding, byte[] content)
    {
        var table = Assert.Single(Files.Read(encoding, content).Tables);

        Assert.Equal([["Organisme", "Prénom"], ["Caf", "Zoé"]], table.Rows.Select(row => row.Cells));
        Assert.Equal([1, 2], table.Rows.Select(row => row.Line));
    }

    [Theory]
    [InlineData("a;b,c;d\n1;2,3;4", 3)] // semicolons part, commas stand in a cell
    [InlineData("a,b,c\n1,\"2;3;4;5\",6", 3)] // what is quoted does not count
    [InlineData("a\tb\n1\t2", 2)]
    [InlineData("a|b|c\n1|2|3", 3)]
    [InlineData("sep=,\na,b\n1,2", 2)] // Excel's own line
    [InlineData("Annuaire 2022\n\na;b;c\n1;2;3", 3)] // a title above
    public void The_separator_is_found(string text, int cells)
    {
        var table = Assert.Single(Files.Read("x.csv", Encoding.UTF8.GetBytes(text)).Tables);

        Assert.Equal(cells, table.Rows[^1].Cells.Count);
        Assert.DoesNotContain(table.Rows, row => row[0].StartsWith("sep=", StringComparison.Ordinal));
    }

    [Fact]
    public void Quoted_cells_hold_separators_quotes_and_lines_and_rows_keep_their_line()
    {
        var table = Assert.Single(Files.Read("x", Encoding.UTF8.GetBytes("a;b\n\"deux\nlignes\";\"un \"\"mot\"\" ; deux\"\n\nc;d\n")).Tables);

        Assert.Equal(["deux\nlignes", "un \"mot\" ; deux"], table.Rows[1].Cells);
        Assert.Equal([1, 2, 5], table.Rows.Select(row => row.Line));
    }

    [Fact]
    public void A_workbook_of_ours_comes_back_as_it_was()
    {
        var export = new ExportTable("reseau", ["Nom", "Nombre", "Téléphone"], [["Été «\u00A0x\u00A0»", "12", "04 73"], ["=1+1", "-3", "0473"], ["deux\nlignes", "", "\u0001caché"]]);

        var table = Assert.Single(Files.Read("x", Files.Workbook(export)).Tables);

        Assert.Equal("reseau", table.Name);
        Assert.Equal([["Nom", "Nombre", "Téléphone"], ["Été «\u00A0x\u00A0»", "12", "04 73"], ["=1+1", "-3", "0473"], ["deux\nlignes", "", "caché"]], table.Rows.Select(row => row.Cells));
    }

    [Fact]
    public void The_same_table_gives_the_same_workbook_without_a_formula()
    {
        var export = new ExportTable("t", ["a"], [["=HYPERLINK(\"http://x\")"]]);

        var bytes = Files.Workbook(export);

        Assert.Equal(bytes, Files.Workbook(export));
        using var package = new ZipArchive(new MemoryStream(bytes));
        using var sheet = new StreamReader(package.Entries.Single(entry => entry.FullName.Contains("sheet")).Open());
        Assert.DoesNotContain("<x:f>", sheet.ReadToEnd());
    }

    [Fact]
    public void A_text_of_ours_comes_back_with_its_apostrophes()
    {
        var table = Assert.Single(Files.Read("x", CsvText.Of(new ExportTable("t", ["a", "b"], [["=1", "x;y"]]))).Tables);

        Assert.Equal(["'=1", "x;y"], table.Rows[1].Cells);
    }

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "nothing", [], "vide" },
        { "blank lines", Encoding.UTF8.GetBytes("\r\n\r\n"), "aucune ligne" },
        { "a picture", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 1, 2, 3], "est une image, pas un tableau" },
        { "a document that is text", Encoding.Latin1.GetBytes("%PDF-1.7\n1 0 obj\n<< /Title (Rapport; 2021) >>\nendobj\n"), "est un document PDF, pas un tableau. Choisissez un classeur Excel" },
        { "something unknown", [0, 1, 2, 255], "n’est pas un tableau" },
        { "the beginning of a picture", [(byte)'R', (byte)'I', (byte)'F', (byte)'F', 0], "n’est pas un tableau" },
        { "an archive", Zip(("tableau.csv", "a;b")), "est une archive ZIP, pas un tableau" },
        { "too heavy", new byte[TableLimits.Bytes + 1], "deux mégaoctets" },
        { "a torn workbook", [(byte)'P', (byte)'K', 3, 4, 9, 9, 9, 9], "ne s’ouvre pas" },
        { "a torn old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0], "ne s’ouvre pas" },
        { "a package that is no workbook", Zip(("word/document.xml", "<x/>")), "est un document Word, pas un tableau" },
        { "OpenDocument", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet")), "OpenDocument" },
        { "a workbook of nonsense", Zip(("xl/workbook.xml", "<not closed")), "ne s’ouvre pas" },
        { "an entity that grows", Zip(("[Content_Types].xml", "<x/>"), ("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><a>&b;</a>")), "s’ouvre pas" },
        { "a quote never closed", Encoding.UTF8.GetBytes("a;b\n\"" + string.Concat(Enumerable.Repeat("x;y\n", 60))), "guillemet" },
        { "too many rows", Encoding.UTF8.GetBytes("a;b\n" + string.Concat(Enumerable.Repeat("x;y\n", TableLimits.Rows + 1))), "plus de" },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_is_no_table_is_refused_in_french(string what, byte[] content, string says)
    {
        var reading = Files.Read(what, content);

        Assert.Empty(reading.Tables);
        Assert.Contains(says, reading.Problem);
    }

    [Fact]
    public void A_package_that_unpacks_without_end_is_refused_before_it_is_read()
    {
        var bomb = Zip(("xl/workbook.xml", "<x/>"), ("xl/worksheets/sheet1.xml", new string(' ', 61_000_000)));
        Assert.True(bomb.Length < TableLimits.Bytes);

        Assert.Contains("trop volumineux", Files.Read("x.xlsx", bomb).Problem);
    }

    [Fact]
    public void Rubbish_never_throws()
    {
        var random = new Random(20221103);
        byte[][] heads = [[], [(byte)'P', (byte)'K', 3, 4], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF]];
        var whole = Files.Workbook(new ExportTable("t", ["a", "b"], [["1", "2"], ["3", "4"]]));
        for (var i = 0; i < 300; i++)
        {
            var noise = new byte[random.Next(2, 400)];
            random.NextBytes(noise);
            var torn = (byte[])whole.Clone();
            for (var hit = 0; hit < 5; hit++)
                torn[random.Next(torn.Length)] ^= (byte)(1 << random.Next(8));

            foreach (var content in new[] { [.. heads[i % heads.Length], .. noise], torn, whole[..random.Next(1, whole.Length)] })
            {
                var reading = Files.Read("x", content);
                Assert.True(reading.Tables.Count > 0 || reading.Problem.Length > 0);
            }
        }
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        var memory = new MemoryStream();
        using (var package = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var part = new StreamWriter(package.CreateEntry(name).Open());
                part.Write(text);
            }
        return memory.ToArray();
    }
}
