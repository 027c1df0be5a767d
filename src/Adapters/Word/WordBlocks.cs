using System.Diagnostics;
using Almanach.Core.Documents;
using Almanach.Core.Platforms;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Almanach.Adapters.Word;

/// <summary>The blocks of a document as Word's paragraphs and tables.</summary>
internal sealed class WordBlocks(Brand brand, WordLinks links)
{
    private int bookmarks;

    public IEnumerable<OpenXmlElement> Chapter(Section section)
    {
        var title = Heading("Titre1", section.Anchor, section.Title);
        if (section.Number is null)
            title.ParagraphProperties!.NumberingProperties = WordNumbering.None;
        yield return title;
        for (var i = 0; i < section.Blocks.Count; i++)
        {
            foreach (var element in Of(section.Blocks[i]))
                yield return element;
            // Two tables in a row would become one, and a body may not end with a table.
            if (IsTable(section.Blocks[i]) && (i + 1 == section.Blocks.Count || IsTable(section.Blocks[i + 1])))
                yield return WordText.Empty("Intervalle");
        }
    }

    private IEnumerable<OpenXmlElement> Of(Block block) => block switch
    {
        Block.Heading { Level: 1 } heading => [Heading("Titre2", heading.Anchor!, heading.Text)],
        Block.Heading heading => [Heading("Titre3", heading.Anchor!, heading.Text)],
        Block.Paragraph paragraph => [WordText.Paragraph("Corps", paragraph.Text)],
        Block.Bullets bullets => bullets.Items.Select(item => WordText.Paragraph("Liste", item)),
        Block.Table table => WordTables.Of(table),
        Block.Sheet sheet => WordTables.Of(sheet),
        Block.Notice notice => [WordText.Paragraph("EncadreTitre", Runs.Plain(notice.Title)), WordText.Paragraph("Encadre", notice.Text)],
        Block.Contact contact => [Contact(contact)],
        _ => throw new UnreachableException(),
    };

    /// <summary>A heading under a hidden bookmark, which the table of contents leads to.</summary>
    private Paragraph Heading(string style, string anchor, string text)
    {
        var id = $"{++bookmarks}";
        var paragraph = WordText.Empty(style);
        paragraph.Append(new BookmarkStart { Id = id, Name = WordContents.Bookmark(anchor) });
        paragraph.Append(WordText.Plain(text));
        paragraph.Append(new BookmarkEnd { Id = id });
        return paragraph;
    }

    private Paragraph Contact(Block.Contact contact)
    {
        var paragraph = WordText.Empty("Contact");
        foreach (var piece in ContactLine.Of(brand, contact.Lead))
            paragraph.Append(piece.Address is null ? WordText.Plain(piece.Text) : links.To(piece.Address, piece.Text));
        return paragraph;
    }

    private static bool IsTable(Block block) => block is Block.Table or Block.Sheet;
}
