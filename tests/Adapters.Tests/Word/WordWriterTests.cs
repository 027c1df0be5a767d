using System.IO.Compression;
using Almanach.Adapters.Word;
using Almanach.Web.Tests.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Block = Almanach.Core.Documents.Block;
using Chapter = Almanach.Core.Documents.Chapter;
using Document = Almanach.Core.Documents.Document;

namespace Almanach.Adapters.Tests.Word;

public sealed class WordWriterTests
{
    private readonly WordWriter writer = new();

    [Theory]
    [InlineData(FileFormatVersions.Office2010)]
    [InlineData(FileFormatVersions.Office2019)]
    [InlineData(FileFormatVersions.Microsoft365)]
    public void The_programme_is_a_valid_Word_document(FileFormatVersions version)
    {
        using var word = Open(writer.Write(SampleProgramme.Document));

        var errors = new OpenXmlValidator(version).Validate(word).Select(error => $"{error.Path?.XPath}: {error.Description}");

        Assert.Empty(errors);
    }

    [Fact]
    public void Two_writes_give_the_same_bytes()
    {
        var first = writer.Write(SampleProgramme.Document);

        var second = new WordWriter().Write(SampleProgramme.Document);

        Assert.Equal(first, second);
    }

    [Fact]
    public void No_part_bears_the_time_it_was_written()
    {
        using var zip = new ZipArchive(new MemoryStream(writer.Write(SampleProgramme.Document)));

        Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        Assert.Contains("[Content_Types].xml", zip.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public void The_properties_give_the_title_and_the_instant_of_the_document()
    {
        using var word = Open(writer.Write(SampleProgramme.Document));

        Assert.Equal("Programme de travail 2022", word.PackageProperties.Title);
        Assert.Equal(SampleProgramme.Brand.Name, word.PackageProperties.Creator);
        Assert.Equal(new DateTime(2021, 12, 20, 9, 0, 0), word.PackageProperties.Created?.ToUniversalTime());
    }

    [Fact]
    public void Each_line_of_the_contents_leads_to_a_heading()
    {
        using var word = Open(writer.Write(SampleProgramme.Document));
        var body = word.MainDocumentPart!.Document.Body!;

        var lines = body.Descendants<SdtBlock>().Single().Descendants<Hyperlink>().Select(link => link.Anchor!.Value!).ToList();
        var headings = body.Descendants<BookmarkStart>().Select(mark => mark.Name!.Value!).ToList();

        Assert.Equal(14, lines.Count);
        Assert.Subset(headings.ToHashSet(StringComparer.Ordinal), lines.ToHashSet(StringComparer.Ordinal));
        Assert.Equal(headings.Count, headings.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Only_chapters_with_a_number_are_numbered()
    {
        using var word = Open(writer.Write(SampleProgramme.Document));

        var titles = Styled(word, "Titre1");

        Assert.Equal(["Introduction"], titles.Where(title => title.ParagraphProperties!.NumberingProperties is not null).Select(title => title.InnerText));
        Assert.Equal(5, titles.Count);
    }

    [Fact]
    public void Nothing_is_asked_on_opening_and_the_text_is_French()
    {
        using var word = Open(writer.Write(SampleProgramme.Document));
        var main = word.MainDocumentPart!;

        Assert.Null(main.DocumentSettingsPart!.Settings.GetFirstChild<UpdateFieldsOnOpen>());
        Assert.Equal("fr-FR", main.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>().Single().Val!.Value);
    }

    [Fact]
    public void Header_rows_come_back_on_each_page_and_widths_fill_it()
    {
        using var word = Open(writer.Write(SampleProgramme.Document));

        var table = word.MainDocumentPart!.Document.Descendants<Table>().First();

        Assert.NotNull(table.Descendants<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.Equal(9638, table.Descendants<GridColumn>().Sum(column => int.Parse(column.Width!.Value!)));
        Assert.Equal("Dates et lieux des journées d’échanges", table.Descendants<TableCaption>().Single().Val!.Value);
    }

    [Fact]
    public void Phone_and_mailbox_are_links()
    {
        using var word = Open(writer.Write(SampleProgramme.Document));

        var addresses = word.MainDocumentPart!.HyperlinkRelationships.Select(link => link.Uri.OriginalString);

        Assert.Equal(["mailto:coordination.pfoss@example.org", "tel:+33465710053"], addresses.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("<w:br/>&amp;</w:t>")] // markup of the format itself
    [InlineData("]]><!-- -->")] // ends of XML sections
    [InlineData("a\u0001b\u0000c\uFFFF")] // what XML cannot hold
    [InlineData("{ TOC } \\o \"1-9\"")] // a field's instruction
    public void Hostile_text_stays_text(string hostile)
    {
        var document = SampleProgramme.Document with
        {
            Title = hostile,
            Lede = hostile,
            Chapters = [new Chapter(hostile, hostile, hostile, true,
            [
                new Block.Heading(1, hostile, hostile), new Block.Paragraph(hostile), new Block.Bullets([hostile]),
                new Block.Table(hostile, [hostile], [[hostile]], true), new Block.Notice(hostile, hostile), new Block.Contact(hostile),
            ]), new Chapter(hostile, hostile, hostile, false, [])],
        };

        using var word = Open(writer.Write(document));

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word).Select(error => error.Description));
        Assert.Equal(Core.Documents.Runs.Clean(hostile), Styled(word, "Corps").Single().InnerText);
    }

    [Fact]
    public void A_document_may_have_a_single_chapter_and_end_with_a_table()
    {
        Document document = SampleProgramme.Document with
        {
            Chapters = [new Chapter("seul", "Seul", "", false, [new Block.Table("Vide", ["A"], []), new Block.Table("Vide", ["A"], [])])],
        };

        using var word = Open(writer.Write(document));

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word).Select(error => error.Description));
        Assert.Empty(word.MainDocumentPart!.Document.Descendants<SdtBlock>());
        Assert.Equal(2, Styled(word, "Intervalle").Count);
    }

    private static List<Paragraph> Styled(WordprocessingDocument word, string style) =>
        [.. word.MainDocumentPart!.Document.Descendants<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == style)];

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
}
