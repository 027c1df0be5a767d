using System.Text;

namespace Almanach.Core.Mail.Incoming.Mime;

/// <summary>
/// Encoded words of headers (RFC 2047). Neighbours of one charset are joined before they are decoded, since programs cut
/// characters in two; what is no encoded word stays as it is.
/// </summary>
public static class HeaderWords
{
    public static string Decode(string value)
    {
        if (!value.Contains("=?", StringComparison.Ordinal))
            return value;
        var text = new StringBuilder(value.Length);
        var pending = new List<byte>();
        var charset = "";
        var end = 0;

        void Flush()
        {
            text.Append(Charsets.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(pending), charset));
            pending.Clear();
        }

        foreach (var word in Word.Matches(value))
        {
            var between = value[end..word.Index];
            var declared = word.Groups["charset"].Value.Split('*')[0];
            if (pending.Count > 0 && (!string.IsNullOrWhiteSpace(between) || !declared.Equals(charset, StringComparison.OrdinalIgnoreCase)))
                Flush();
            if (!string.IsNullOrWhiteSpace(between) || end == 0)
                text.Append(between);
            charset = declared;
            pending.AddRange(Bytes(word.Groups["encoding"].Value, word.Groups["text"].Value));
            end = word.Index + word.Length;
        }
        Flush();
        return text.Append(value[end..]).ToString();
    }

    private static byte[] Bytes(string encoding, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return encoding is "B" or "b" ? Base64.Decode(bytes) : QuotedPrintableReader.Decode(bytes, underscores: true);
    }

    /// <summary>Spaces within the text are against the rule, and met.</summary>
    private static readonly SafePattern Word = new(@"=\?(?<charset>[A-Za-z0-9_.:*-]{1,60})\?(?<encoding>[BbQq])\?(?<text>[^?\r\n]*)\?=", asWritten: true);
}
