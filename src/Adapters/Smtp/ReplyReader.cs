using System.Text;

namespace Almanach.Adapters.Smtp;

/// <summary>Reads replies from a stream, within bounds: a line of 2,000 characters, a hundred lines.</summary>
internal sealed class ReplyReader
{
    private const int LongestLine = 2000;
    private const int MostLines = 100;
    private readonly byte[] bytes = new byte[LongestLine + 2];
    private int from;
    private int to;

    /// <summary>Nothing was read that nobody asked for.</summary>
    public bool IsEmpty => from == to;

    /// <exception cref="BrokenWireException">The relay closed, or this is no reply.</exception>
    public async ValueTask<SmtpReply> Read(Stream stream, CancellationToken patience)
    {
        List<string> lines = [];
        while (lines.Count < MostLines)
        {
            var line = await Line(stream, patience);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), out var code) || code is < 200 or > 599 || line.Length > 3 && line[3] is not (' ' or '-'))
                throw new BrokenWireException("The relay said something that is no reply.");
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] == ' ')
                return new(code, lines);
        }
        throw new BrokenWireException("The relay's reply does not end.");
    }

    private async ValueTask<string> Line(Stream stream, CancellationToken patience)
    {
        int length;
        while ((length = bytes.AsSpan(from, to - from).IndexOf((byte)'\n')) < 0)
        {
            bytes.AsSpan(from, to - from).CopyTo(bytes);
            (from, to) = (0, to - from);
            if (to == bytes.Length)
                throw new BrokenWireException("A line of the relay does not end.");
            var read = await stream.ReadAsync(bytes.AsMemory(to), patience);
            if (read == 0)
                throw new BrokenWireException("The relay closed the connection.");
            to += read;
        }
        var line = Encoding.Latin1.GetString(bytes, from, length).TrimEnd('\r');
        from += length + 1;
        return line;
    }
}
