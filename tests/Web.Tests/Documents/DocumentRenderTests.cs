using System.Text;
using System.Text.RegularExpressions;
using Almanach.Core.Documents;
using Almanach.Web.Documents;
using Almanach.Web.Styles;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Almanach.Web.Tests.Documents;

public sealed partial class DocumentRenderTests
{
    [Fact]
    public async Task The_programme_is_drawn_as_approved()
    {
        var page = Encoding.UTF8.GetString(await DocumentRender.WebPage(SampleProgramme.Document));

        Approved.Matches("programme-2022.approved.html", HashOfSheet().Replace(page, ".css").Replace("><", ">\n<", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_document_gives_the_same_bytes_even_from_many_threads()
    {
        var first = await DocumentRender.Page(SampleProgramme.Document);

        var others = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => DocumentRender.Page(SampleProgramme.Document))));

        Assert.All(others, other => Assert.Equal(first, other));
    }

    [Fact]
    public async Task A_page_kept_as_a_file_needs_nothing_else()
    {
        var page = Parse(await DocumentRender.Page(SampleProgramme.Document));

        Assert.Empty(page.QuerySelectorAll("link, script, img, [style]"));
        Assert.All(page.Links.Select(link => link.GetAttribute("href")!), href => Assert.Matches("^(#|tel:|mailto:)", href));
        Assert.Equal(StyleSheets.Standalone(SampleProgramme.Brand).Text, page.QuerySelector("style")!.TextContent);
        Assert.Contains(StyleSheets.Standalone(SampleProgramme.Brand).Source, page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_page_is_served_with_its_own_style_and_nothing_else()
    {
        var policy = DocumentRender.Policy(await DocumentRender.Page(SampleProgramme.Document));

        Assert.Contains($"style-src {StyleSheets.Standalone(SampleProgramme.Brand).Source};", policy, StringComparison.Ordinal);
        Assert.Contains("style-src 'none';", DocumentRender.Policy("<p>sans style</p>"u8), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_the_site_obeys_the_strict_policy()
    {
        var page = Parse(await DocumentRender.WebPage(SampleProgramme.Document));

        Assert.Empty(page.QuerySelectorAll("style, script, [style]"));
        Assert.Equal([StyleSheets.Almanach.Path, StyleSheets.Platform(SampleProgramme.Brand).Path],
            page.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Headings_go_down_one_level_at_a_time()
    {
        var page = Parse(await DocumentRender.Page(SampleProgramme.Document));

        var levels = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToList();

        Assert.Equal(1, levels[0]);
        Assert.Single(levels, level => level == 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.Second} after h{pair.First}"));
    }

    [Fact]
    public async Task Anchors_are_unique_and_each_line_of_the_contents_leads_to_one()
    {
        var page = Parse(await DocumentRender.Page(SampleProgramme.Document));

        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        var lines = page.QuerySelectorAll(".toc a").Select(link => link.GetAttribute("href")![1..]).ToList();

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(5, lines.Count);
        Assert.Subset(ids.ToHashSet(StringComparer.Ordinal), lines.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_table_has_a_caption_and_every_row_a_header()
    {
        var page = Parse(await DocumentRender.Page(SampleProgramme.Document));

        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotEmpty(table.QuerySelector("caption")!.TextContent));
        Assert.All(page.QuerySelectorAll("tbody tr"), row => Assert.Equal("row", row.FirstElementChild!.GetAttribute("scope")));
        Assert.All(page.QuerySelectorAll("thead th"), cell => Assert.Equal("col", cell.GetAttribute("scope")));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")] // an element
    [InlineData("\" onmouseover=\"alert(1)")] // out of an attribute
    [InlineData("</style><img src=x onerror=alert(1)>")] // out of the style sheet
    [InlineData("</title><svg onload=alert(1)>")] // out of the title
    [InlineData("**<b>gras</b>**")] // inside a bold run
    [InlineData("javascript:alert(1)")] // an address
    public async Task Hostile_text_is_inert(string hostile)
    {
        var document = SampleProgramme.Document with
        {
            Title = hostile,
            Lede = hostile,
            Brand = SampleProgramme.Brand with { Short = hostile, Name = hostile, Phone = hostile, PhoneHours = hostile, Mailbox = hostile },
            Chapters = [new Chapter(hostile, hostile, hostile, true, Hostile(hostile)), new Chapter(hostile, hostile, hostile, false, [])],
        };

        var page = Parse(await DocumentRender.Page(document));

        Assert.Empty(page.QuerySelectorAll("script, img, svg, b b, [onmouseover], [onerror], [onload], [href^='javascript:']"));
        Assert.Equal(Runs.Plain(hostile), page.QuerySelector("h1")!.TextContent);
        Assert.Single(page.QuerySelectorAll("style"));
    }

    private static Block[] Hostile(string text) =>
    [
        new Block.Heading(1, text, text), new Block.Paragraph(text), new Block.Bullets([text]), new Block.Table(text, [text, text, text, text, text], [[text, text, text, text, text]]),
        new Block.Sheet(text, [new SheetRow(text, [text])]), new Block.Notice(text, text), new Block.Contact(text),
    ];

    private static IHtmlDocument Parse(byte[] page) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(page));

    [GeneratedRegex(@"\.[0-9a-f]{8}\.css")]
    private static partial Regex HashOfSheet();
}
