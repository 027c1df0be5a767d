using System.Text;
using Almanach.Core.Data.Checks;

namespace Almanach.Adapters.Tests.DataFiles;

public class TextFileTests
{
    private const string Table = "CODGEO;LIBGEO;POP\n01004;Ambérieu-en-Bugey;14359\n01007;Ambronay;2800\n26198;Montélimar;39000\n";

    static TextFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", false, "utf-8")]
    [InlineData("utf-8", true, "utf-8")]
    [InlineData("windows-1252", false, "windows-1252")]
    [InlineData("utf-16", true, "utf-16le")]
    [InlineData("utf-16", false, "utf-16le")]
    [InlineData("utf-16BE", true, "utf-16be")]
    [InlineData("utf-16BE", false, "utf-16be")]
    [InlineData("ibm850", false, "ibm850")]
    [InlineData("macintosh", false, "macintosh")]
    public void A_text_is_read_in_the_encodings_of_French_offices(string encoding, bool marked, string told)
    {
        var coding = Encoding.GetEncoding(encoding);
        byte[] content = [.. marked ? coding.GetPreamble() : [], .. coding.GetBytes(Table)];

        Assert.Equal("2:01004|Ambérieu-en-Bugey|14359", Made.Cells(content)[1]);
        Assert.Equal(told, Made.Check(content).Facts!.Encoding);
    }

    [Theory]
    [InlineData(';', "csv")]
    [InlineData(',', "csv")]
    [InlineData('\t', "tsv")]
    [InlineData('|', "csv")]
    public void The_separator_is_the_one_that_parts_most_lines_alike(char separator, string format)
    {
        var report = Made.Check(Made.Utf8(Table.Replace(';', separator)));

        Assert.Equal((format, separator, 3, 3), (report.Facts!.Format, report.Facts.Separator, report.Rows, report.Columns));
    }

    [Fact]
    public void Decimal_commas_do_not_part_cells()
    {
        var text = string.Concat(Enumerable.Range(0, 12).Select(i => $"{i},5;{i},25;{i},75;{i},1;{i},2\n"));

        Assert.Equal(';', Made.Check(Made.Utf8("A;B;C;D;E\n" + text)).Facts!.Separator);
        Assert.Equal(';', Made.Check(Made.Utf8(text)).Facts!.Separator);
    }

    [Fact]
    public void A_first_line_that_says_the_separator_is_no_row()
    {
        var report = Made.Check(Made.Utf8("sep=,\nA,B\nx,1\ny,2\n"));

        Assert.Equal((',', 2, 2), (report.Facts!.Separator, report.Rows, report.Columns));
    }

    [Fact]
    public void A_bad_byte_far_beyond_any_sample_is_found_with_its_line()
    {
        var good = Encoding.UTF8.GetBytes("A;B\n" + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"é{i};{i}\n")));
        byte[] content = [.. good, (byte)'x', 0xE9, (byte)';', (byte)'1', (byte)'\n'];
        var report = Made.Check(content);

        Assert.Equal((FindingTypes.Encoding, 60_002), (report.Errors.Kept[0].Type, report.Errors.Kept[0].Row));
        Assert.False(report.IsValid);
    }

    [Fact]
    public void A_Windows_text_whose_first_accent_comes_late_is_read_as_such()
    {
        var content = Encoding.GetEncoding(1252).GetBytes("A;B\n" + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"e{i};{i}\n")) + "Été;1\n");

        Assert.Equal("windows-1252", Made.Check(content).Facts!.Encoding);
        Assert.Equal("60002:Été|1", Made.Cells(content)[^1]);
    }

    [Fact]
    public void Line_ends_of_any_kind_are_ends_of_rows()
    {
        foreach (var end in new[] { "\n", "\r\n", "\r" })
            Assert.Equal(3, Made.Check(Made.Utf8(Table.Replace("\n", end, StringComparison.Ordinal))).Rows);
        Assert.Equal(3, Made.Check(Made.Utf8(Table.TrimEnd())).Rows);
    }

    [Theory]
    [InlineData("%PDF-1.7 …", "un document PDF")]
    [InlineData("\u0001\u0002\u0003 binaire", "n’est pas un tableau")]
    [InlineData("", "vide")]
    public void What_is_no_table_is_refused_in_words(string content, string words) =>
        Assert.Contains(words, Made.Problem(Made.Utf8(content))!.Message, StringComparison.Ordinal);

    [Fact]
    public void A_row_of_thousands_of_cells_is_refused() =>
        Assert.Contains("cellules", Made.Check(Made.Utf8("A;B\nx" + new string(';', 5_000) + "\n")).Errors.Kept[0].Message, StringComparison.Ordinal);
}
