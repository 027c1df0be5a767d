using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Texts;

namespace Almanach.Core.Mail.Mime;

/// <summary>The HTML part: its fixed runs are encoded once, each slot's value on lines of its own.</summary>
internal static class HtmlPart
{
    public static void Write(MimePieces pieces, string html)
    {
        var template = new SlotTemplate(html);
        foreach (var (literal, slot, start, end) in template.Pieces)
        {
            QuotedPrintable.Run(pieces.Fixed, literal);
            var place = HtmlPlaces.Of(html.AsSpan(0, start), html.AsSpan(end));
            pieces.Vary((sink, addressee) =>
                QuotedPrintable.Run(sink, SlotFill.Html(SlotFill.Value(addressee, slot), place)));
        }
        QuotedPrintable.Line(pieces.Fixed, template.Tail.AsSpan().TrimEnd('\n'));
    }

    /// <summary>The page with a tag for each slot and place.</summary>
    public static string Tag(string html, SlotTags tags)
    {
        var template = new SlotTemplate(html);
        var page = new System.Text.StringBuilder(html.Length + 512);
        foreach (var (literal, slot, start, end) in template.Pieces)
        {
            var place = HtmlPlaces.Of(html.AsSpan(0, start), html.AsSpan(end));
            page.Append(literal).Append(tags.For(slot, place.ToString(), value => SlotFill.Html(value, place)));
        }
        return page.Append(template.Tail).ToString();
    }

    /// <summary>The page one addressee reads.</summary>
    public static string Fill(string html, Addressee addressee)
    {
        var template = new SlotTemplate(html);
        var page = new System.Text.StringBuilder(html.Length + 512);
        foreach (var (literal, slot, start, end) in template.Pieces)
            page.Append(literal).Append(SlotFill.Html(SlotFill.Value(addressee, slot), HtmlPlaces.Of(html.AsSpan(0, start), html.AsSpan(end))));
        return page.Append(template.Tail).ToString();
    }
}
