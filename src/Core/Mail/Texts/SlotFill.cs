using System.Buffers;
using System.Diagnostics;
using System.Text;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Mime;

namespace Almanach.Core.Mail.Texts;

/// <summary>Turns the values of slots into the words of each part. Whatever a value holds, it stays text.</summary>
internal static class SlotFill
{
    private static readonly SearchValues<char> Special =
        SearchValues.Create([.. "&<>\"'", .. Enumerable.Range(0, 32).Select(c => (char)c), '\u007F']);

    public static SlotValue Value(Addressee addressee, string slot) =>
        addressee.Slots.TryGetValue(slot, out var value) ? value : throw new MissingSlotException(slot, addressee.Id);

    /// <summary>A list inside a sentence is joined with commas.</summary>
    public static string Plain(SlotValue value) => value switch
    {
        SlotValue.Text text => text.Value,
        SlotValue.Lines lines => string.Join(", ", lines.Items),
        _ => throw new UnreachableException(),
    };

    public static string Html(SlotValue value, HtmlPlace place) => place switch
    {
        HtmlPlace.Flow => Escape(Plain(value), "<br>"),
        HtmlPlace.Words => Escape(Plain(value), " "),
        HtmlPlace.Address => Escape(Link(Plain(value)), ""),
        HtmlPlace.List => string.Concat(Items(value).Select(item => $"<li>{Escape(item, "<br>")}</li>")),
    };

    public static IReadOnlyList<string> Items(SlotValue value) => value switch
    {
        SlotValue.Text text => [text.Value],
        SlotValue.Lines lines => lines.Items,
        _ => throw new UnreachableException(),
    };

    /// <summary>Only what HTML needs is encoded, so that accents stay readable; control characters are dropped.</summary>
    private static string Escape(string text, string lineBreak)
    {
        if (!text.AsSpan().ContainsAny(Special))
            return text;
        var html = new StringBuilder(text.Length + 16);
        foreach (var c in text)
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                '\n' => html.Append(lineBreak),
                '\t' => html.Append(' '),
                < ' ' or '\u007F' => html,
                _ => html.Append(c),
            };
        return html.ToString();
    }

    private static string Link(string address) => MailLinks.IsSafe(address)
        ? address
        : throw new ArgumentException("The address of a link must start with https://, http://, mailto: or tel:.");
}
