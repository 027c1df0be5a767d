using Almanach.Core.Data.Checks;

namespace Almanach.Adapters.Tests.DataFiles;

public class OpenDocumentTests
{
    private const string Table = """
        <table:table table:name="Données">
        <table:table-column table:number-columns-repeated="1024"/>
        <table:table-header-rows><table:table-row><table:table-cell office:value-type="string"><text:p>Code</text:p></table:table-cell><table:table-cell office:value-type="string"><office:annotation><dc:date>2024-01-01</dc:date><text:p>un commentaire</text:p></office:annotation><text:p>Taux<text:s/>2024</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Jour</text:p></table:table-cell></table:table-row></table:table-header-rows>
        <table:table-row><table:table-cell office:value-type="float" office:value="1004"><text:p>01004</text:p></table:table-cell><table:table-cell office:value-type="percentage" office:value="0.125"><text:p>12,5 %</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2024-12-31"><text:p>31/12/24</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="69123"><text:p>69 123</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>s</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
        <table:table-row><table:table-cell/><table:table-cell office:value-type="string"><text:p>Deux</text:p><text:p>lignes</text:p></table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>VRAI</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
        </table:table>
        """;

    [Fact]
    public void Cells_are_their_values_repeated_as_often_as_they_say_and_the_blank_rest_is_none() =>
        Assert.Equal(
            ["1:Code|Taux 2024|Jour", "2:01004|0.125|2024-12-31", "3:69123|s|s", "4:69123|s|s", "5:", "6:|Deux\nlignes|true"],
            Made.Cells(Made.Ods(Table)));

    [Fact]
    public void The_check_says_the_sheet_and_its_rows()
    {
        var report = Made.Check(Made.Ods("<table:table table:name=\"Lisez-moi\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>Texte</text:p></table:table-cell></table:table-row></table:table>" + Table));

        Assert.Equal(("ods", "Données", 4, 3), (report.Facts!.Format, report.Sheet, report.Rows, report.Columns));
        Assert.Contains(report.Warnings.Kept, finding => finding.Type == FindingTypes.OtherSheets);
    }

    [Fact]
    public void Merged_cells_name_all_their_columns()
    {
        var report = Made.Check(Made.Ods("""
            <table:table table:name="A"><table:table-row><table:table-cell/><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1" office:value-type="string"><text:p>Hommes</text:p></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="string"><text:p>Total</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell office:value-type="string"><text:p>Dep</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Jeunes</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Autres</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Tous</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell office:value-type="string"><text:p>Ain</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1"/><table:table-cell office:value-type="float" office:value="2"/><table:table-cell office:value-type="float" office:value="3"/></table:table-row>
            <table:table-row><table:table-cell office:value-type="string"><text:p>Allier</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="4"/><table:table-cell office:value-type="float" office:value="5"/><table:table-cell office:value-type="float" office:value="9"/></table:table-row></table:table>
            """));

        Assert.Equal(["Dep", "Hommes – Jeunes", "Hommes – Autres", "Total – Tous"], report.Fields);
        Assert.Equal(2, report.Rows);
    }

    [Theory]
    [InlineData("<table:table table:name=\"A\"><table:table-row table:number-rows-repeated=\"2000000000\"><table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row></table:table>")]
    [InlineData("<table:table table:name=\"A\"><table:table-row><table:table-cell table:number-columns-repeated=\"900000\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row></table:table>")]
    public void What_repeats_without_end_is_refused(string tables) => Assert.False(Made.Check(Made.Ods(tables)).IsValid);

    [Fact]
    public void A_truncated_document_and_an_entity_are_refused()
    {
        Assert.False(Made.Check(Made.Ods("<table:table table:name=\"A\"><table:table-row>")).IsValid);
        var entity = Made.Zip(("mimetype", Made.Utf8("application/vnd.oasis.opendocument.spreadsheet")), ("content.xml", Made.Utf8("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>")));

        Assert.False(Made.Check(entity).IsValid);
    }

    [Fact]
    public void A_text_document_is_told_to_be_one() =>
        Assert.Contains("OpenDocument", Made.Problem(Made.Zip(("mimetype", Made.Utf8("application/vnd.oasis.opendocument.text")), ("content.xml", Made.Utf8("<a/>"))))!.Message, StringComparison.Ordinal);
}
