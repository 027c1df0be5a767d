using System.Text;

namespace Almanach.Core.Mail.Incoming.Mime;

/// <summary>Reads the headers at the start of a message or part (RFC 5322, 2.2).</summary>
internal static class HeaderReader
{
    /// <summary>
    /// The headers, and where the body begins: after the blank line, or, where that is missing, with the first line that is
    /// no header.
    /// </summary>
    public static (HeaderBlock Headers, int Body) Read(ReadOnlySpan<byte> bytes)
    {
        var fields = new List<KeyValuePair<string, string>>();
        var name = "";
        var value = new List<byte>();
        var at = 0;

        void Close()
        {
            if (name.Length > 0 && fields.Count < MimeLimits.Headers)
                fields.Add(new(name, Charsets.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(value), "")));
            name = "";
            value.Clear();
        }

        while (at < bytes.Length)
        {
            var line = ByteLines.First(bytes[at..], out var next);
            if (line.IsEmpty || line.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0 && name.Length == 0)
            {
                at += next;
                break;
            }
            if (line[0] is (byte)' ' or (byte)'\t')
                Add(value, line);
            else if (Name(line) is { } colon)
            {
                Close();
                name = Encoding.ASCII.GetString(line[..colon]).TrimEnd();
                Add(value, line[(colon + 1)..]);
            }
            else if (!IsEnvelope(line))
                break;
            at += next;
        }
        Close();
        return (new HeaderBlock(fields), at);
    }

    private static void Add(List<byte> value, ReadOnlySpan<byte> line)
    {
        if (value.Count + line.Length <= MimeLimits.HeaderBytes)
            value.AddRange(line);
    }

    /// <summary>Where the colon of « Name: » stands; null on a line that is no header.</summary>
    private static int? Name(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        return colon is > 0 and <= 80 && line[..colon].TrimEnd((byte)' ').IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0 ? colon : null;
    }

    /// <summary>The line that mailbox files put before a message.</summary>
    private static bool IsEnvelope(ReadOnlySpan<byte> line) => line.StartsWith("From "u8) || line.StartsWith(">From "u8);
}
