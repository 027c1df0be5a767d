using System.Text;
using Almanach.Adapters.Word;
using Almanach.Core.Documents;
using Almanach.Web.Documents;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;

namespace Almanach.Web.Tests.Documents;

/// <summary>Two hands, one text: a new kind of block breaks these tests until both draw it.</summary>
public sealed class BothHandsTests
{
    private static readonly Dictionary<Type, (Block Block, string[] Words)> Samples = new()
    {
        [typeof(Block.Heading)] = (new Block.Heading(2, "alpha"), ["alpha"]),
        [typeof(Block.Paragraph)] = (new Block.Paragraph("alpha **bravo** charlie"), ["alpha bravo charlie"]),
        [typeof(Block.Bullets)] = (new Block.Bullets(["alpha", "bravo"]), ["alpha", "bravo"]),
        [typeof(Block.Table)] = (new Block.Table("alpha", ["bravo", "charlie"], [["delta", "echo"]], ShowCaption: true), ["alpha", "bravo", "charlie", "delta", "echo"]),
        [typeof(Block.Sheet)] = (new Block.Sheet("", [new("alpha", ["bravo"]), new("charlie", ["delta :", "echo"])]), ["alpha", "bravo", "charlie", "delta :", "echo"]),
        [typeof(Block.Notice)] = (new Block.Notice("alpha", "bravo"), ["alpha", "bravo"]),
        [typeof(Block.Contact)] = (new Block.Contact("alpha"), ["alpha, la coordination", "04\u00A065\u00A071\u00A000\u00A053", SampleProgramme.Brand.Mailbox]),
    };

    public static TheoryData<Type> Kinds => [.. typeof(Block).GetNestedTypes()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Both_hands_draw_all_the_text_of(Type kind)
    {
        var (block, words) = Samples[kind];
        var document = SampleProgramme.Document with { Chapters = [new Chapter("seul", "Seul", "", true, [block])] };

        var html = Article(await DocumentRender.Page(document));
        var docx = Body(new WordWriter().Write(document));

        Assert.All(words, word => Assert.Contains(word, html, StringComparison.Ordinal));
        Assert.All(words, word => Assert.Contains(word, docx, StringComparison.Ordinal));
    }

    [Fact]
    public void The_sample_programme_holds_every_kind()
    {
        var held = SampleProgramme.Document.Chapters.SelectMany(chapter => chapter.Blocks).Select(block => block.GetType());

        Assert.Equal(typeof(Block).GetNestedTypes().ToHashSet(), held.ToHashSet());
    }

    private static string Article(byte[] page) =>
        new HtmlParser().ParseDocument(Encoding.UTF8.GetString(page)).QuerySelector("article")!.TextContent;

    private static string Body(byte[] bytes)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        return word.MainDocumentPart!.Document.Body!.InnerText;
    }
}
