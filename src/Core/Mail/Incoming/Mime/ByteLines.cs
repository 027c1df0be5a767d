namespace Almanach.Core.Mail.Incoming.Mime;

/// <summary>Lines of bytes, whatever ends them.</summary>
internal static class ByteLines
{
    /// <summary>The first line, without its end, and where the next begins.</summary>
    public static ReadOnlySpan<byte> First(ReadOnlySpan<byte> bytes, out int next)
    {
        var end = bytes.IndexOf((byte)'\n');
        next = end < 0 ? bytes.Length : end + 1;
        var line = end < 0 ? bytes : bytes[..end];
        return line is [.. var start, (byte)'\r'] ? start : line;
    }

    /// <summary>Old Macs ended lines with CR alone: such a message reads as one with LF.</summary>
    public static ReadOnlyMemory<byte> Even(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.Contains((byte)'\n') || !bytes.Span.Contains((byte)'\r'))
            return bytes;
        var even = bytes.ToArray();
        even.AsSpan().Replace((byte)'\r', (byte)'\n');
        return even;
    }
}
