namespace Almanach.Core.Mail.Incoming.Mime;

/// <summary>
/// Base64 as it arrives (RFC 2045, 6.8): what is no letter of it is passed over, padding in the middle begins anew, and an
/// end that was cut off loses its last bytes only.
/// </summary>
internal static class Base64
{
    public static byte[] Decode(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[text.Length / 4 * 3 + 3];
        int written = 0, bits = 0, held = 0;
        foreach (var c in text)
        {
            if (c == '=')
                held = 0;
            if (Value(c) is not { } value)
                continue;
            bits = (bits << 6) | value;
            held += 6;
            if (held < 8)
                continue;
            held -= 8;
            bytes[written++] = (byte)(bits >> held);
            bits &= (1 << held) - 1;
        }
        return bytes[..written];
    }

    private static int? Value(byte c) => c switch
    {
        >= (byte)'A' and <= (byte)'Z' => c - 'A',
        >= (byte)'a' and <= (byte)'z' => c - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => c - '0' + 52,
        (byte)'+' or (byte)'-' => 62,
        (byte)'/' or (byte)'_' => 63,
        _ => null,
    };
}
