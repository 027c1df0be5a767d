using System.Text;
using Almanach.Core.Tables;

namespace Almanach.Core.Tests.Tables;

public sealed class CsvTextTests
{
    [Fact]
    public void A_table_opens_with_its_mark_its_semicolons_and_its_quotes()
    {
        var bytes = CsvText.Of(new ExportTable("t", ["Nom", "Dit"], [["Été ; hiver", "« oui »"], ["deux\nlignes", "un \"mot\""]]));

        Assert.Equal("\uFEFFNom;Dit\r\n\"Été ; hiver\";« oui »\r\n\"deux\nlignes\";\"un \"\"mot\"\"\"\r\n", Encoding.UTF8.GetString(bytes));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+33 4 73", "'+33 4 73")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("-12", "-12")] // a plain number runs nothing
    [InlineData("-3,5", "-3,5")]
    [InlineData("-", "'-")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void What_would_run_as_a_formula_is_made_text_and_taken_back(string cell, string written)
    {
        Assert.Equal(written, CsvText.Harmless(cell));
        Assert.Equal(cell, CsvText.Meant(written));
    }
}
