using System.Text;

namespace Almanach.Core.Mail.Incoming.Mime;

/// <summary>UTF-7 (RFC 2152), which .NET no longer reads: runs of base64 without padding between « + » and what cannot be base64.</summary>
internal static class Utf7
{
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '+')
            {
                text.Append((char)bytes[i]);
                continue;
            }
            var run = bytes[(i + 1)..];
            var length = run.IndexOfAnyExcept(Alphabet);
            run = length < 0 ? run : run[..length];
            text.Append(run.IsEmpty ? "+" : Encoding.BigEndianUnicode.GetString(Base64.Decode(run)));
            i += run.Length;
            if (i + 1 < bytes.Length && bytes[i + 1] == '-')
                i++;
        }
        return text.ToString();
    }

    private static readonly System.Buffers.SearchValues<byte> Alphabet =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);
}
