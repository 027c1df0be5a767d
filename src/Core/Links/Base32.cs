using System.Text;

namespace Almanach.Core.Links;

/// <summary>Base32 (RFC 4648, 6) in lower case and without padding.</summary>
internal static class Base32
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 + 4) / 5);
        var (held, bits) = (0, 0);
        foreach (var value in bytes)
        {
            bits = (bits << 8) | value;
            for (held += 8; held >= 5; held -= 5)
                text.Append(Letters[(bits >> (held - 5)) & 31]);
            bits &= (1 << held) - 1;
        }
        return held > 0 ? text.Append(Letters[(bits << (5 - held)) & 31]).ToString() : text.ToString();
    }

    /// <summary>In any case; null for other characters, and for bits left over that no encoder writes.</summary>
    public static byte[]? Decode(string text)
    {
        var bytes = new List<byte>(text.Length * 5 / 8);
        var (held, bits) = (0, 0);
        foreach (var c in text)
        {
            var value = Letters.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);
            if (value < 0)
                return null;
            bits = (bits << 5) | value;
            held += 5;
            if (held >= 8)
            {
                held -= 8;
                bytes.Add((byte)(bits >> held));
                bits &= (1 << held) - 1;
            }
        }
        return bits == 0 ? [.. bytes] : null;
    }
}
