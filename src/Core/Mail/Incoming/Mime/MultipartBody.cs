using System.Text;

namespace Almanach.Core.Mail.Incoming.Mime;

/// <summary>Cuts the body of a multipart into its parts (RFC 2046, 5.1).</summary>
internal static class MultipartBody
{
    /// <param name="most">Parts at most; the last holds all that follows.</param>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, string boundary, int most)
    {
        var mark = boundary.Trim().Length > 0 ? "--" + boundary.TrimEnd() : Guess(body.Span);
        if (mark is null)
            return [];
        var parts = Split(body, Encoding.UTF8.GetBytes(mark), most);
        // The boundary written on the lines is not the one declared.
        return parts.Count == 0 && Guess(body.Span) is { } other && other != mark ? Split(body, Encoding.UTF8.GetBytes(other), most) : parts;
    }

    private static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, ReadOnlySpan<byte> mark, int most)
    {
        var parts = new List<ReadOnlyMemory<byte>>();
        int? start = null;
        var at = 0;
        var open = true;
        while (at < body.Length && open && parts.Count < most)
        {
            var line = ByteLines.First(body.Span[at..], out var next).TrimEnd(" \t\r"u8);
            if (line.StartsWith(mark) && (line.Length == mark.Length || line[mark.Length..].SequenceEqual("--"u8)))
            {
                if (start is { } from)
                    parts.Add(WithoutLastEnd(body[from..at]));
                start = at + next;
                open = line.Length == mark.Length;
            }
            at += next;
        }
        if (open && start is { } last && last < body.Length && parts.Count < most)
            parts.Add(body[last..]);
        return parts;
    }

    /// <summary>The end of line before a boundary belongs to the boundary.</summary>
    private static ReadOnlyMemory<byte> WithoutLastEnd(ReadOnlyMemory<byte> part) => part.Span switch
    {
        [.., (byte)'\r', (byte)'\n'] => part[..^2],
        [.., (byte)'\n'] => part[..^1],
        _ => part,
    };

    /// <summary>A first line that looks like a boundary and stands again further down.</summary>
    private static string? Guess(ReadOnlySpan<byte> body)
    {
        for (var at = 0; at < Math.Min(body.Length, 4_000);)
        {
            var line = ByteLines.First(body[at..], out var next).TrimEnd(" \t\r"u8);
            at += next;
            if (line.Length is > 8 and <= 80 && line.StartsWith("--"u8) && line.IndexOfAnyExcept((byte)'-') > 0 && body[at..].IndexOf(line) >= 0)
                return Encoding.UTF8.GetString(line);
        }
        return null;
    }
}
