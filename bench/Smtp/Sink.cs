using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Almanach.Bench;

/// <summary>A relay that takes everything and keeps only whom it was for: says its port, and what it took whenever a line comes in.</summary>
internal static class Sink
{
    private static readonly ConcurrentDictionary<string, int> Taken = new(StringComparer.Ordinal);

    /// <param name="pace">What it takes for each letter; zero for as fast as it can.</param>
    public static async Task Run(TimeSpan pace)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = Accept(listener, pace);
        Console.WriteLine(((IPEndPoint)listener.LocalEndpoint).Port);
        while (Console.ReadLine() is not null)
        {
            Console.WriteLine(JsonSerializer.Serialize(new Received(Taken.Count, Taken.Values.Sum(), Taken.Values.Max())));
            Taken.Clear();
        }
    }

    private static void Take(string addressee)
    {
        if (!addressee.Contains("before", StringComparison.Ordinal))
            Taken.AddOrUpdate(addressee, 1, (_, times) => times + 1);
    }

    private static async Task Accept(TcpListener listener, TimeSpan pace)
    {
        while (true)
        {
            var socket = await listener.AcceptSocketAsync();
            _ = Task.Run(() => new SinkTalk(socket, pace, Take).Run());
        }
    }
}

/// <param name="Copies">Different ones since the last time.</param>
/// <param name="All">How many were taken in all.</param>
/// <param name="Most">How often the one was that was taken most often.</param>
public sealed record Received(int Copies, int All, int Most);

/// <summary>One connection of the sink.</summary>
internal sealed class SinkTalk(Socket socket, TimeSpan pace, Action<string> taken)
{
    private readonly byte[] input = new byte[256 * 1024];
    private readonly StringBuilder answers = new();
    private int from;
    private int to;
    private bool inLetter;
    private bool tookOne;
    private string addressee = "";

    public async Task Run()
    {
        using (socket)
        {
            socket.NoDelay = true;
            await socket.SendAsync("220 sink ESMTP\r\n"u8.ToArray());
            while (true)
            {
                Shift();
                var read = await socket.ReceiveAsync(input.AsMemory(to));
                if (read == 0)
                    return;
                to += read;
                while (Step())
                    continue;
                if (answers.Length == 0)
                    continue;
                if (tookOne && pace > TimeSpan.Zero)
                    await Task.Delay(pace);
                tookOne = false;
                await socket.SendAsync(Encoding.ASCII.GetBytes(answers.ToString()));
                answers.Clear();
            }
        }
    }

    private void Shift()
    {
        input.AsSpan(from, to - from).CopyTo(input);
        (from, to) = (0, to - from);
    }

    /// <summary>Takes a command or a letter from what was read; false when it is not there in full.</summary>
    private bool Step()
    {
        var left = input.AsSpan(from, to - from);
        var end = left.IndexOf(inLetter ? "\r\n.\r\n"u8 : "\r\n"u8);
        if (end < 0)
            return false;
        from += end + (inLetter ? 5 : 2);
        if (inLetter)
            taken(addressee);
        tookOne |= inLetter;
        answers.Append(inLetter ? "250 2.0.0 taken\r\n" : Answer(left[..end]));
        inLetter = !inLetter && left.StartsWith("DATA"u8);
        return true;
    }

    private string Answer(ReadOnlySpan<byte> command)
    {
        if (command.StartsWith("RCPT"u8))
            addressee = Encoding.ASCII.GetString(command);
        return command.StartsWith("DATA"u8) ? "354 go\r\n" : command.StartsWith("EHLO"u8) ? "250-sink\r\n250 PIPELINING\r\n" : "250 2.1.0 OK\r\n";
    }
}
