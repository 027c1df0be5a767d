using System.Buffers;

namespace Almanach.Adapters.Smtp;

/// <summary>A letter as it stands between DATA and the final dot (RFC 5321, 4.5.2).</summary>
internal static class DotStuffing
{
    /// <summary>Doubles the dot that begins a line, and ends the last line; the final dot is not written.</summary>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> letter)
    {
        var whole = letter.EndsWith("\r\n"u8);
        if (letter.StartsWith("."u8))
            output.Write("."u8);
        for (var dot = letter.IndexOf("\r\n."u8); dot >= 0; dot = letter.IndexOf("\r\n."u8))
        {
            output.Write(letter[..(dot + 3)]);
            output.Write("."u8);
            letter = letter[(dot + 3)..];
        }
        output.Write(letter);
        if (!whole)
            output.Write("\r\n"u8);
    }
}
