using System.Buffers;
using System.Text;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Texts;

namespace Almanach.Core.Mail.Mime;

/// <summary>
/// The text part: each line of the body is a paragraph, filled and then wrapped. Paragraphs without a slot are wrapped once for
/// all. A line with nothing but « – » and a slot is a list: one bullet for each item, and no line at all for none.
/// </summary>
internal static class TextPart
{
    private const string Bullet = "– ";

    private static readonly SearchValues<char> Stray =
        SearchValues.Create([.. Enumerable.Range(0, 256).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\n' or '\t'))]);

    public static void Write(MimePieces pieces, string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var template = new SlotTemplate(lines[i]);
            if (!template.HasSlots)
            {
                Paragraph(pieces.Fixed, lines[i]);
            }
            else if (IsList(template))
            {
                var blankAfter = i + 1 < lines.Length && lines[i + 1].Length == 0;
                pieces.Vary((sink, addressee) => List(sink, template.Pieces[0].Slot, addressee, blankAfter));
                if (blankAfter)
                    i++;
            }
            else
            {
                pieces.Vary((sink, addressee) => Paragraph(sink, Clean(template.Fill(addressee))));
            }
        }
    }

    /// <summary>The lines one addressee reads, not wrapped.</summary>
    public static IEnumerable<string> Fill(string text, Addressee addressee)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var template = new SlotTemplate(lines[i]);
            if (!IsList(template))
            {
                yield return template.HasSlots ? Clean(template.Fill(addressee)) : lines[i];
                continue;
            }
            var items = SlotFill.Items(SlotFill.Value(addressee, template.Pieces[0].Slot));
            foreach (var item in items)
                yield return Bullet + Clean(item);
            if (items.Count == 0 && i + 1 < lines.Length && lines[i + 1].Length == 0)
                i++;
        }
    }

    /// <summary>
    /// The lines with a tag for each slot. A list's tag stands for its line breaks too, so that an empty one leaves no line;
    /// a text that begins with a list has no line before to end, and is one tag.
    /// </summary>
    public static string Tag(string text, SlotTags tags)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (IsList(new SlotTemplate(lines[0])))
            return tags.New(addressee => string.Join('\n', Fill(text, addressee)));
        var tagged = new StringBuilder(text.Length + 256);
        for (var i = 0; i < lines.Length; i++)
        {
            var template = new SlotTemplate(lines[i]);
            if (!IsList(template))
            {
                tagged.Append(i == 0 ? "" : "\n");
                tagged.Append(template.HasSlots ? Line(template, tags) : lines[i]);
                continue;
            }
            var blankAfter = i + 1 < lines.Length && lines[i + 1].Length == 0;
            tagged.Append(tags.For(template.Pieces[0].Slot, blankAfter ? "list and blank" : "list", value => Lines(value, blankAfter)));
            if (blankAfter)
                i++;
        }
        return tagged.ToString();
    }

    /// <summary>Slots that touch share a tag: a line end may be half in one value and half in the next.</summary>
    private static string Line(SlotTemplate template, SlotTags tags) =>
        template.Pieces.Skip(1).Any(piece => piece.Literal.Length == 0)
            ? tags.New(addressee => Clean(template.Fill(addressee)))
            : Clean(tags.In(template, "words", value => Clean(SlotFill.Plain(value))));

    private static string Lines(SlotValue value, bool blankAfter)
    {
        var items = SlotFill.Items(value);
        return string.Concat(items.Select(item => "\n" + Bullet + Clean(item))) + (blankAfter && items.Count > 0 ? "\n" : "");
    }

    private static bool IsList(SlotTemplate template) =>
        template is { Pieces: [{ Literal: Bullet }], Tail: "" };

    private static void List(ByteSink sink, string slot, Addressee addressee, bool blankAfter)
    {
        var items = SlotFill.Items(SlotFill.Value(addressee, slot));
        foreach (var item in items)
            Paragraph(sink, Bullet + Clean(item));
        if (blankAfter && items.Count > 0)
            sink.Append("\r\n"u8);
    }

    private static void Paragraph(ByteSink sink, string paragraph)
    {
        foreach (var line in TextWrap.Lines(paragraph))
            QuotedPrintable.Line(sink, line);
    }

    /// <summary>Control characters other than line breaks and tabs have no place in a text.</summary>
    private static string Clean(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        return lines.AsSpan().ContainsAny(Stray) ? string.Concat(lines.Where(c => !Stray.Contains(c))) : lines;
    }
}
