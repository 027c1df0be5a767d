using System.Net;
using System.Net.Sockets;
using System.Text;
using Almanach.Core.Mail.Letters;

namespace Almanach.Bench;

/// <summary>
/// One socket that writes bytes: the end of each letter together with the next one's commands, then as many lines
/// read as there were commands. No reply is looked at, nothing is timed out, nothing is shared.
/// </summary>
internal sealed class BareLoop(IEnumerable<byte[]> pieces, int count)
{
    private readonly byte[] input = new byte[4096];

    /// <summary>The letters dealt out in as many hands.</summary>
    public static List<BareLoop> Prepare(IReadOnlyList<Addressee> people, int connections, bool writes)
    {
        var prepared = new PreparedLetter(Post.Letter);
        return [.. people.Select((person, i) => (person, i)).GroupBy(one => one.i % connections, one => one.person)
            .Select(hand => hand.ToList())
            .Select(hand => (Pieces: Pieces(prepared, hand), hand.Count))
            .Select(hand => new BareLoop(writes ? hand.Pieces : hand.Pieces.ToList(), hand.Count))];
    }

    public async Task<int> Run(int port)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = new NetworkStream(socket);
        await Lines(stream, 1);
        await stream.WriteAsync("HELO bench\r\n"u8.ToArray());
        await Lines(stream, 1);
        var i = 0;
        foreach (var piece in pieces)
        {
            await stream.WriteAsync(piece);
            await Lines(stream, i == 0 ? 3 : i == count ? 1 : 4);
            i++;
        }
        return count;
    }

    private static IEnumerable<byte[]> Pieces(PreparedLetter prepared, List<Addressee> people) =>
        Enumerable.Range(0, people.Count + 1).Select(i => (byte[])
            [.. i == 0 ? [] : Stuffed(prepared.For(people[i - 1])), .. i == people.Count ? [] : Commands(people[i])]);

    private static byte[] Commands(Addressee person) =>
        Encoding.ASCII.GetBytes($"MAIL FROM:<{Post.Letter.From.Address}>\r\nRCPT TO:<{person.Mailbox.Address}>\r\nDATA\r\n");

    private static byte[] Stuffed(byte[] letter) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(letter).Replace("\r\n.", "\r\n..", StringComparison.Ordinal) + ".\r\n");

    private async Task Lines(NetworkStream stream, int count)
    {
        while (count > 0)
        {
            var read = await stream.ReadAsync(input);
            if (read == 0)
                throw new InvalidOperationException("The sink closed.");
            count -= input.AsSpan(0, read).Count((byte)'\n');
        }
    }
}
