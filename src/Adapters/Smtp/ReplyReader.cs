using System.Text;

namespace Almanach.Adapters.Smtp;

/// <summary>Reads replies from a stream, within bounds: a line of 2,000 characters, a hundred lines.</summary>
internal sealed class ReplyReader
{
    private const int LongestLine = 2000;
    private const int MostLines = 100;
    private readonly byte[] bytes = new byte[LongestLine + 2];
    private readonly List<string> lines = [];
    private int from;
    private int to;

    /// <summary>Nothing was read that nobody asked for.</summary>
    public bool IsEmpty => from == to;

    /// <summary>The next reply, where it was read whole already: with pipelining most are.</summary>
    /// <exception cref="BrokenWireException">This is no reply.</exception>
    public SmtpReply? TryRead()
    {
        while (NextLine() is { } line)
            if (Add(line) is { } reply)
                return reply;
        return null;
    }

    /// <exception cref="BrokenWireException">The relay closed, or this is no reply.</exception>
    public async ValueTask<SmtpReply> Read(Stream stream, CancellationToken patience)
    {
        while (true)
        {
            if (TryRead() is { } reply)
                return reply;
            bytes.AsSpan(from, to - from).CopyTo(bytes);
            (from, to) = (0, to - from);
            if (to == bytes.Length)
                throw new BrokenWireException("A line of the relay does not end.");
            var read = await stream.ReadAsync(bytes.AsMemory(to), patience);
            if (read == 0)
                throw new BrokenWireException("The relay closed the connection.");
            to += read;
        }
    }

    /// <summary>The reply that this line ends; null when more lines follow.</summary>
    private SmtpReply? Add(string line)
    {
        if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), out var code) || code is < 200 or > 599 || line.Length > 3 && line[3] is not (' ' or '-'))
            throw new BrokenWireException("The relay said something that is no reply.");
        var words = line.Length > 4 ? line[4..] : "";
        var isLast = line.Length == 3 || line[3] == ' ';
        if (isLast && lines.Count == 0)
            return new SmtpReply(code, [words]);
        lines.Add(words);
        if (isLast)
        {
            var reply = new SmtpReply(code, [.. lines]);
            lines.Clear();
            return reply;
        }
        return lines.Count < MostLines ? null : throw new BrokenWireException("The relay's reply does not end.");
    }

    private string? NextLine()
    {
        var length = bytes.AsSpan(from, to - from).IndexOf((byte)'\n');
        if (length < 0)
            return null;
        var line = Encoding.Latin1.GetString(bytes, from, length).TrimEnd('\r');
        from += length + 1;
        return line;
    }
}
