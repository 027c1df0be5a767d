using System.Buffers;
using Almanach.Core.Mail.Letters;

namespace Almanach.Core.Mail.Mime;

/// <summary>
/// Header lines (RFC 5322, 2.2), folded at 76 columns between words. Only a word that has no break of its own (an address, a
/// link) may pass that width, and none may pass 998.
/// </summary>
internal static class HeaderLine
{
    private const int Fold = 76;
    private const int Limit = 998;
    private const int LongestPlainWord = 60;

    private static readonly SearchValues<char> Printable =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c)]);

    private static readonly SearchValues<char> Breaking =
        SearchValues.Create([.. Enumerable.Range(0, 256).Select(c => (char)c).Where(char.IsControl), '\u2028', '\u2029']);

    /// <summary>A header people read (Subject …), in encoded-words where it has more than plain words.</summary>
    public static void Text(ByteSink sink, string name, string value)
    {
        var text = OneLine(value);
        Words(sink, name, text.Length == 0 ? [] : IsPlain(text) ? text.Split(' ') : EncodedWords.Encode(text, Fold - name.Length - 2));
    }

    /// <summary>A header machines read (List-Unsubscribe …): its words are kept as they are.</summary>
    /// <exception cref="ArgumentException">The value holds a line break or another control character.</exception>
    public static void Raw(ByteSink sink, string name, string value)
    {
        if (!value.AsSpan().ContainsAnyExcept(Printable))
            Words(sink, name, value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        else if (value.Any(char.IsControl))
            throw new ArgumentException($"The header {name} holds a line break or control character.");
        else
            Text(sink, name, value);
    }

    /// <summary>A display name and its address.</summary>
    /// <exception cref="ArgumentException">The address cannot be written (see <see cref="MailAddresses.Ascii"/>).</exception>
    public static void Mailbox(ByteSink sink, string name, Mailbox mailbox)
    {
        var address = MailAddresses.Ascii(mailbox.Address)
            ?? throw new ArgumentException($"The address of {name} cannot be written.");
        var display = OneLine(mailbox.Name);
        if (display.Length == 0)
            Words(sink, name, [address]);
        else
            Words(sink, name, [.. Phrase(display, Fold - name.Length - 2), $"<{address}>"]);
    }

    /// <summary>A phrase (RFC 5322, 3.2.5) as it travels in a header whose other words are for machines.</summary>
    internal static string Phrase(string display) => string.Join(' ', Phrase(OneLine(display), LongestPlainWord));

    private static IEnumerable<string> Phrase(string display, int firstLongest)
    {
        if (!IsPlain(display))
            return EncodedWords.Encode(display, firstLongest);
        if (!display.AsSpan().ContainsAnyExcept(MailAddresses.AtomsAndSpaces))
            return display.Split(' ');
        return $"\"{display.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"".Split(' ');
    }

    /// <summary>Printable ASCII in single-spaced words that fit a line and cannot be taken for encoded-words.</summary>
    private static bool IsPlain(string text) =>
        !text.AsSpan().ContainsAnyExcept(Printable)
        && !text.Contains("=?", StringComparison.Ordinal)
        && text.Split(' ').All(word => word.Length is > 0 and <= LongestPlainWord);

    private static void Words(ByteSink sink, string name, IEnumerable<string> words)
    {
        sink.Ascii(name);
        sink.Append((byte)':');
        var column = name.Length + 1;
        foreach (var word in words)
        {
            if (column + 1 + word.Length > Fold)
            {
                if (word.Length >= Limit)
                    throw new ArgumentException($"The header {name} holds a word of {word.Length} characters.");
                sink.Append("\r\n"u8);
                column = 0;
            }
            sink.Append((byte)' ');
            sink.Ascii(word);
            column += 1 + word.Length;
        }
        sink.Append("\r\n"u8);
    }

    /// <summary>Line breaks and other control characters are no part of a name or a subject: they become spaces.</summary>
    internal static string OneLine(string text) =>
        text.AsSpan().ContainsAny(Breaking) ? string.Concat(text.Select(c => Breaking.Contains(c) ? ' ' : c)) : text;
}
