using Almanach.Core.French;

namespace Almanach.Core.Documents;

/// <summary>Sets a whole document as French is set, whoever typed its words and on whatever keyboard.</summary>
public static class Typeset
{
    public static Document Of(Document document) => document with
    {
        Title = Text(document.Title),
        Lede = Text(document.Lede),
        Chapters = [.. document.Chapters.Select(chapter => chapter with
        {
            Title = Text(chapter.Title), Summary = Text(chapter.Summary), Blocks = [.. chapter.Blocks.Select(Of)],
        })],
    };

    private static Block Of(Block block) => block switch
    {
        Block.Heading heading => heading with { Text = Text(heading.Text) },
        Block.Paragraph paragraph => new Block.Paragraph(Text(paragraph.Text)),
        Block.Bullets bullets => new Block.Bullets(All(bullets.Items)),
        Block.Table table => table with { Caption = Text(table.Caption), Head = All(table.Head), Rows = [.. table.Rows.Select(All)] },
        Block.Sheet sheet => new Block.Sheet(Text(sheet.Caption), [.. sheet.Rows.Select(row => new SheetRow(Text(row.Label), All(row.Contents)))]),
        Block.Notice notice => new Block.Notice(Text(notice.Title), Text(notice.Text)),
        Block.Contact contact => new Block.Contact(Text(contact.Lead)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IReadOnlyList<string> All(IReadOnlyList<string> texts) => [.. texts.Select(Text)];

    private static string Text(string text) => Typography.Text(text);
}
