using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Almanach.Adapters.DataFiles.Texts;

/// <summary>The encoding of a whole text, not of its beginning: a bad byte may stand anywhere.</summary>
internal static class EncodingScan
{
    private const int Chunk = 131_072;

    private static readonly SearchValues<byte> NoText =
        SearchValues.Create([.. Enumerable.Range(0, 32).Where(code => code is not ('\n' or '\r' or '\t' or '\f' or 0x1A)).Select(code => (byte)code), 0x7F]);

    public static ScannedText Of(IByteSource source)
    {
        using var stream = source.Open();
        var buffer = new byte[Chunk];
        var held = stream.ReadAtLeast(buffer, 1_000, throwOnEndOfStream: false);
        if (Marked(buffer.AsSpan(0, held)) is { } marked)
            return new ScannedText(marked, null);
        if (Wide(buffer.AsSpan(0, Math.Min(held, 1_000))) is { } wide)
            return new ScannedText(wide, null);
        while (true)
        {
            var text = buffer.AsSpan(0, held);
            if (text.ContainsAny(NoText))
                return ScannedText.NoText;
            var whole = held - Unfinished(text);
            if (!Utf8.IsValid(text[..whole]))
                return NarrowScan.Of(source);
            text[whole..].CopyTo(buffer);
            var rest = held - whole;
            var read = stream.Read(buffer.AsSpan(rest));
            if (read == 0)
                return rest == 0 ? new ScannedText(Encoding.UTF8, null) : NarrowScan.Of(source);
            held = rest + read;
        }
    }

    private static Encoding? Marked(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>UTF-16 without its mark: a Latin text has a zero in every other byte.</summary>
    private static Encoding? Wide(ReadOnlySpan<byte> start)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < start.Length; i += 2)
        {
            even += start[i] == 0 ? 1 : 0;
            odd += start[i + 1] == 0 ? 1 : 0;
        }
        return odd > start.Length / 4 && even == 0 ? Encoding.Unicode : even > start.Length / 4 && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>Bytes at the end of a sequence that the next chunk finishes.</summary>
    private static int Unfinished(ReadOnlySpan<byte> text)
    {
        for (var back = 1; back <= Math.Min(3, text.Length); back++)
        {
            var lead = text[^back];
            if (lead < 0x80)
                return 0;
            if (lead >= 0xC0)
                return back < (lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2) ? back : 0;
        }
        return 0;
    }
}

/// <param name="Encoding">Null for what is no text, or is damaged.</param>
/// <param name="DamagedLine">Of a UTF-8 text with bytes that are none, the first line that has one.</param>
internal sealed record ScannedText(Encoding? Encoding, int? DamagedLine)
{
    public static readonly ScannedText NoText = new(null, null);
}
