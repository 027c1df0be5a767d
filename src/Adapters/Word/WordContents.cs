using System.Security.Cryptography;
using System.Text;
using Almanach.Core.Documents;
using DocumentFormat.OpenXml.Wordprocessing;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Almanach.Adapters.Word;

/// <summary>
/// The table of contents: a real field, its entries written beforehand and leading to the headings, so that it reads well
/// before anybody updates it and Word asks nothing when it opens the file.
/// </summary>
internal static class WordContents
{
    /// <summary>The hidden bookmark of an anchor: 40 characters at most, letters, digits and underscore.</summary>
    public static string Bookmark(string anchor) =>
        "_Toc" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(anchor)))[..16];

    public static SdtBlock Of(IReadOnlyList<Section> sections)
    {
        var content = new SdtContentBlock(WordText.Paragraph("TitreSommaire", "Sommaire"));
        var entries = sections.SelectMany(Entries).ToList();
        entries[0].InsertAfter(WordText.Mark(FieldCharValues.Begin), entries[0].ParagraphProperties);
        entries[0].InsertAt(WordText.Instruction("TOC \\o \"1-2\" \\h \\z"), 2);
        entries[0].InsertAt(WordText.Mark(FieldCharValues.Separate), 3);
        entries[^1].Append(WordText.Mark(FieldCharValues.End));
        content.Append(entries);
        return new SdtBlock(
            new SdtProperties(new SdtId { Val = 1 }, new SdtContentDocPartObject(
                new DocPartGallery { Val = "Table of Contents" }, new DocPartUnique())),
            content);
    }

    private static IEnumerable<Paragraph> Entries(Section section)
    {
        yield return Entry("TM1", section.Number, section.Title, section.Anchor);
        foreach (var block in section.Blocks)
            if (block is Block.Heading { Level: 1 } heading)
                yield return Entry("TM2", null, heading.Text, heading.Anchor!);
    }

    private static Paragraph Entry(string style, string? number, string text, string anchor)
    {
        var link = new Hyperlink { Anchor = Bookmark(anchor), History = true };
        if (number is not null)
            link.Append(WordText.Plain($"{number}."), new Run(new TabChar()));
        link.Append(WordText.Plain(text), new Run(new TabChar()));
        link.Append(WordText.Field($"PAGEREF {Bookmark(anchor)} \\h", ""));
        var paragraph = WordText.Empty(style);
        paragraph.Append(link);
        return paragraph;
    }
}
