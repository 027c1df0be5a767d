using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Tests.Platforms.Reading;

public class CsvTableTests
{
    [Theory]
    [InlineData("a;b\n1;2\n", "1|2")] // semicolons
    [InlineData("a,b\r\n1,2", "1|2")] // commas, CRLF, no final line break
    [InlineData("a,b\n\"1,5\",2\n", "1,5|2")] // a separator inside quotes
    [InlineData("a,b\n\"dit \"\"oui\"\"\",2\n", "dit \"oui\"|2")] // quotes doubled
    [InlineData("a;b\n\"un\ndeux\";2\n", "un\ndeux|2")] // a line break inside quotes
    [InlineData("a;b\n\"\";\n", "|")] // empty cells, quoted and not
    [InlineData("a;b\n\n1;2\n\n", "1|2")] // blank lines are passed over
    public void Cells_are_read_as_RFC_4180_writes_them(string text, string cells)
    {
        var table = CsvTable.Parse(text);

        Assert.Empty(table.Faults);
        Assert.Equal(["a", "b"], table.Header);
        Assert.Equal(cells, string.Join('|', Assert.Single(table.Rows).Cells));
    }

    [Theory]
    [InlineData("a;b\n1;2;3\n", 2)] // a cell too many
    [InlineData("a;b\n1\n", 2)] // a cell too few
    [InlineData("a;b\n\"x\ny\";2\n\"1;2\n", 4)] // a quote never closed: its line
    [InlineData("a;b\n1\"x;2\n", 2)] // a quote inside a plain cell
    [InlineData("a;b\n\"1\"x;2\n", 2)] // text after the closing quote
    [InlineData("a;a\n1;2\n", 1)] // a column twice
    [InlineData("", 1)] // no header
    public void What_breaks_the_rules_is_refused_with_its_line(string text, int line)
    {
        var fault = Assert.Single(CsvTable.Parse(text).Faults);

        Assert.Equal(line, fault.Line);
    }

    [Fact]
    public void A_row_is_known_by_the_line_it_begins_on()
    {
        var table = CsvTable.Parse("a;b\n\"x\ny\";1\n\nz;2\n");

        Assert.Equal([2, 5], table.Rows.Select(row => row.Line));
    }
}
