using System.Buffers;
using System.Text;

namespace Almanach.Core.Mail.Mime;

/// <summary>
/// Quoted-printable UTF-8 (RFC 2045, 6.7): lines of at most 76 characters, broken after a space where one is near so
/// that the source stays readable, never inside a character. Each call starts and ends at the start of a line, which is
/// why runs encoded apart can be joined in any order.
/// </summary>
internal static class QuotedPrintable
{
    private const int Widest = 75;
    private const int LookBack = 24;

    private static readonly SearchValues<char> Literal =
        SearchValues.Create(['\t', .. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Where(c => c != '=')]);

    /// <summary>A run of text that goes on: what follows it belongs to the same line once decoded.</summary>
    public static void Run(ByteSink sink, ReadOnlySpan<char> text)
    {
        if (Encode(sink, text) > 0)
            sink.Append("=\r\n"u8);
    }

    /// <summary>A text and the line break that ends it.</summary>
    public static void Line(ByteSink sink, ReadOnlySpan<char> text) => BreakLine(sink, Encode(sink, text));

    private static int Encode(ByteSink sink, ReadOnlySpan<char> text)
    {
        Span<byte> utf8 = stackalloc byte[4];
        var column = 0;
        while (!text.IsEmpty)
        {
            if (Literals(text[..Math.Min(text.Length, Widest - column)]) is { IsEmpty: false } run)
            {
                sink.Ascii(run);
                column += run.Length;
                text = text[run.Length..];
                continue;
            }

            Rune.DecodeFromUtf16(text, out var rune, out var used);
            text = text[used..];
            if (rune.Value is '\r' or '\n')
            {
                if (rune.Value == '\r' && text is ['\n', ..])
                    text = text[1..];
                BreakLine(sink, column);
                column = 0;
                continue;
            }

            var literal = rune.Value is '\t' or (>= ' ' and <= '~' and not '=');
            var bytes = literal ? 1 : rune.EncodeToUtf8(utf8);
            var width = literal ? 1 : 3 * bytes;
            if (column + width > Widest)
                column = SoftBreak(sink, column);
            column += width;
            if (literal)
                sink.Append((byte)rune.Value);
            else
                foreach (var value in utf8[..bytes])
                    Hex(sink, value);
        }
        return column;
    }

    /// <summary>What the text begins with that stands for itself.</summary>
    private static ReadOnlySpan<char> Literals(ReadOnlySpan<char> text) =>
        text.IndexOfAnyExcept(Literal) is >= 0 and var other ? text[..other] : text;

    /// <summary>Breaks after the last space near the end of the line, else at the end. Returns the new column.</summary>
    private static int SoftBreak(ByteSink sink, int column)
    {
        var tail = sink.Written[^Math.Min(column - 1, LookBack)..];
        var space = tail.LastIndexOf((byte)' ');
        var kept = space < 0 ? 0 : tail.Length - space - 1;
        sink.Insert(sink.Length - kept, "=\r\n"u8);
        return kept;
    }

    /// <summary>A space or tab before a line break must be encoded: transports may cut it.</summary>
    private static void BreakLine(ByteSink sink, int column)
    {
        if (column > 0 && sink.Written[^1] is (byte)' ' or (byte)'\t')
        {
            var last = sink.Written[^1];
            sink.DropLast(1);
            if (column + 2 > Widest)
                sink.Append("=\r\n"u8);
            Hex(sink, last);
        }
        sink.Append("\r\n"u8);
    }

    private static void Hex(ByteSink sink, byte value)
    {
        sink.Append((byte)'=');
        sink.Append("0123456789ABCDEF"u8[value >> 4]);
        sink.Append("0123456789ABCDEF"u8[value & 15]);
    }
}
