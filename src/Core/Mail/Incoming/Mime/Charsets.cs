using System.Text;

namespace Almanach.Core.Mail.Incoming.Mime;

/// <summary>
/// Bytes as text. What a message declares is believed where the bytes bear it out: text declared Latin or not at all that
/// is valid UTF-8 is UTF-8, and text that is not the UTF-8 it says is Windows-1252, as French mail programs err.
/// </summary>
public static class Charsets
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Names of Latin alphabets that mail programs put on whatever they send.</summary>
    private static readonly HashSet<string> Loose = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "us-ascii", "ascii", "ansi_x3.4-1968", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "windows-1252", "cp1252", "cp-1252",
        "x-ansi", "ansi", "unknown", "unknown-8bit", "x-unknown", "8bit", "default", "x-user-defined", "utf-8", "utf8", "unicode-1-1-utf-8", "utf-8n",
    };

    /// <param name="declared">What the message says, in any case; empty or unknown names are guessed.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string declared)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[3..];
        declared = declared.Trim().Trim('"', '\'');
        if (declared.Equals("utf-7", StringComparison.OrdinalIgnoreCase) || declared.Equals("unicode-1-1-utf-7", StringComparison.OrdinalIgnoreCase))
            return Utf7.Decode(bytes);
        if (!Loose.Contains(declared) && Named(declared) is { } encoding)
            return encoding.GetString(bytes);
        return Utf8(bytes) ?? Western.GetString(bytes);
    }

    private static string? Utf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return MostlyUtf8(bytes) ? Encoding.UTF8.GetString(bytes) : null;
        }
    }

    /// <summary>A stray byte in a text otherwise UTF-8, such as a character cut in two by a relay.</summary>
    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var consumed);
            if (status != System.Buffers.OperationStatus.Done)
                bad++;
            else if (!rune.IsAscii)
                good++;
            bytes = bytes[consumed..];
        }
        return good > 20 * bad;
    }

    private static Encoding? Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }
}
