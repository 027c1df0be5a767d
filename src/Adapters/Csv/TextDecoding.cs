using System.Buffers;
using System.Text;

namespace Almanach.Adapters.Csv;

/// <summary>Bytes of a French office as text: UTF-8, UTF-16, else Windows-1252.</summary>
internal static class TextDecoding
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly SearchValues<char> NoText =
        SearchValues.Create([.. Enumerable.Range(0, 256).Select(code => (char)code).Where(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f' or '\u001A'))]);

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Null for what is no text.</summary>
    public static string? Decode(byte[] content)
    {
        var text = content switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(content, 3, content.Length - 3),
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(content, 2, content.Length - 2),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(content, 2, content.Length - 2),
            _ when Wide(content) is { } wide => wide.GetString(content),
            _ => Narrow(content),
        };
        return text.AsSpan().ContainsAny(NoText) ? null : text;
    }

    private static string Narrow(byte[] content)
    {
        try
        {
            return Utf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return Windows.GetString(content);
        }
    }

    /// <summary>UTF-16 without its mark: a Latin text has a zero in every other byte.</summary>
    private static Encoding? Wide(byte[] content)
    {
        var sample = content.AsSpan(0, Math.Min(content.Length, 1_000) & ~1);
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }
        return odd > sample.Length / 4 && even == 0 ? Encoding.Unicode : even > sample.Length / 4 && odd == 0 ? Encoding.BigEndianUnicode : null;
    }
}
