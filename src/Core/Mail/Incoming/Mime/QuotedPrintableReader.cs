namespace Almanach.Core.Mail.Incoming.Mime;

/// <summary>Quoted-printable as it arrives (RFC 2045, 6.7): an « = » that begins nothing stays as it is.</summary>
internal static class QuotedPrintableReader
{
    /// <param name="underscores">In headers « _ » is a space (RFC 2047, 4.2).</param>
    public static byte[] Decode(ReadOnlySpan<byte> text, bool underscores = false)
    {
        var bytes = new byte[text.Length];
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && SoftBreak(text[(i + 1)..]) is { } skipped)
                i += skipped;
            else if (text[i] == '=' && i + 2 < text.Length && Hex(text[i + 1]) is { } high && Hex(text[i + 2]) is { } low)
            {
                bytes[written++] = (byte)(high << 4 | low);
                i += 2;
            }
            else
                bytes[written++] = underscores && text[i] == '_' ? (byte)' ' : text[i];
        }
        return bytes[..written];
    }

    /// <summary>How much follows « = » at the end of a line, blanks and the end itself; null where the line goes on.</summary>
    private static int? SoftBreak(ReadOnlySpan<byte> rest)
    {
        var blank = rest.IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)'\r');
        return blank < 0 ? rest.Length : rest[blank] == '\n' ? blank + 1 : null;
    }

    private static int? Hex(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
        _ => null,
    };
}
