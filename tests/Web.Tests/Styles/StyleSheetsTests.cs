using System.IO.Compression;
using System.Text;
using Almanach.Web.Styles;
using Almanach.Web.Tests.Documents;

namespace Almanach.Web.Tests.Styles;

public sealed class StyleSheetsTests
{
    [Fact]
    public void The_address_bears_the_hash_of_the_bytes()
    {
        var sheet = StyleSheets.Almanach;

        Assert.Matches("^/styles/almanach\\.[0-9a-f]{8}\\.css$", sheet.Path);
        Assert.Contains(sheet.Hash[..8], sheet.Path, StringComparison.Ordinal);
        Assert.Equal(sheet.Text, Encoding.UTF8.GetString(sheet.Bytes.Span));
    }

    [Fact]
    public void The_compressed_bytes_hold_the_same_text()
    {
        using var brotli = new BrotliStream(new MemoryStream(StyleSheets.Almanach.Brotli.ToArray()), CompressionMode.Decompress);

        Assert.Equal(StyleSheets.Almanach.Text, new StreamReader(brotli).ReadToEnd());
    }

    [Fact]
    public void The_platform_sets_its_two_accents_and_its_name()
    {
        var sheet = StyleSheets.Platform(SampleProgramme.Brand with { AccentDay = "#8a3b12", AccentNight = "#f0b08a", Short = "P\"}*{color:red}" });

        Assert.StartsWith(":root{--accent-day:#8a3b12;--accent-night:#f0b08a}", sheet.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{color", sheet.Text, StringComparison.Ordinal);
        Assert.NotEqual(sheet.Path, StyleSheets.Platform(SampleProgramme.Brand).Path);
    }

    [Theory]
    [InlineData("red")] // a name
    [InlineData("#fff")] // short form
    [InlineData("#8a3b12;}")] // more than a colour
    [InlineData("#8a3b12\n")] // a line more
    public void An_accent_that_is_no_colour_is_refused(string accent)
    {
        Assert.Throws<ArgumentException>(() => StyleSheets.Platform(SampleProgramme.Brand with { AccentDay = accent }));
    }

    [Theory]
    [InlineData("a  {  b : c ;  }", "a{b : c}")] // spaces and the last semicolon
    [InlineData("/* x */ a{b:c}/* y */", "a{b:c}")] // comments
    [InlineData("a :hover{width:calc(1px + 2px)}", "a :hover{width:calc(1px + 2px)}")] // spaces that mean something
    [InlineData("a{content:\" /* x */ ; \\\" \"}", "a{content:\" /* x */ ; \\\" \"}")] // strings
    [InlineData("a,\n  b{c:d;\n\n e:f}", "a,b{c:d;e:f}")] // lines
    public void Minifying_drops_only_what_means_nothing(string css, string expected)
    {
        Assert.Equal(expected, Minify.Css(css));
    }

    [Fact]
    public void On_paper_what_is_folded_is_open()
    {
        var print = StyleSheets.Almanach.Text[StyleSheets.Almanach.Text.IndexOf("@media print", StringComparison.Ordinal)..];

        Assert.Contains("details::details-content{display: block;content-visibility: visible;height: auto}", print, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wide_table_shows_that_it_scrolls_but_not_on_paper()
    {
        var (screen, print) = (StyleSheets.Almanach.Text.Split("@media print", 2)[0], StyleSheets.Almanach.Text.Split("@media print", 2)[1]);

        Assert.Matches(@"\.scroll\{overflow-x: auto;[^}]*var\(--below\)[^}]* local,[^}]*var\(--shade\)[^}]* scroll\}", screen);
        Assert.Contains(".scroll{background: none}", print, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sheet_lost_none_of_its_rules()
    {
        var text = StyleSheets.Almanach.Text;

        Assert.Equal(text.Count(c => c == '{'), text.Count(c => c == '}'));
        Assert.DoesNotContain("/*", text, StringComparison.Ordinal);
        Assert.DoesNotContain("</", text, StringComparison.Ordinal);
        Assert.Contains("@media print{", text, StringComparison.Ordinal);
    }
}
