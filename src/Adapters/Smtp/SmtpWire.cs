using System.Buffers;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Almanach.Adapters.Smtp;

/// <summary>A connection as commands out and replies in, each wait bounded. What fails fails as <see cref="BrokenWireException"/>.</summary>
internal sealed class SmtpWire(Socket socket) : IDisposable
{
    /// <summary>Bytes written at once.</summary>
    private const int Block = 64 * 1024;

    /// <summary>A command with its arguments (RFC 5321, 4.5.3.1.4; 12,288 where AUTH is spoken: RFC 4954, 4).</summary>
    private const int LongestCommand = 12_288;

    private readonly CancellationTokenSource patience = new();
    private readonly ReplyReader replies = new();
    private ArrayBufferWriter<byte> output = new();
    private Stream stream = new NetworkStream(socket, ownsSocket: true);

    public bool IsEncrypted => stream is SslStream;

    /// <summary>This end as EHLO names it: an address literal, since a machine need have no name (RFC 5321, 4.1.3).</summary>
    public string Literal => ((IPEndPoint)socket.LocalEndPoint!).Address switch
    {
        { IsIPv4MappedToIPv6: true } mapped => $"[{mapped.MapToIPv4()}]",
        { AddressFamily: AddressFamily.InterNetworkV6 } six => $"[IPv6:{six}]",
        var four => $"[{four}]",
    };

    /// <summary>The relay said something unasked, or closed: both end the use of it.</summary>
    public bool IsStale => !replies.IsEmpty || socket.Poll(0, SelectMode.SelectRead);

    /// <summary>A command, unless it would be two: one line of printable ASCII.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static string Checked(string command) =>
        command.Length <= LongestCommand && !command.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? command : throw new ArgumentException("A command holds characters that would end it, or too many.");

    /// <summary>Nothing is waited for until the next command.</summary>
    public void Rest() => patience.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <summary>Whatever waits now, or will wait, fails.</summary>
    public void GiveUp() => patience.Cancel();

    /// <summary>Encrypts. What was said before is not believed to be said after (RFC 3207, 5).</summary>
    /// <exception cref="System.Security.Authentication.AuthenticationException">The certificate is not the relay's.</exception>
    public async Task Encrypt(SslClientAuthenticationOptions options, TimeSpan longest)
    {
        if (!replies.IsEmpty)
            throw new BrokenWireException("The relay said something before encryption that would be taken for said after.");
        var encrypted = new SslStream(stream);
        stream = encrypted;
        await Within(Step(), longest);

        async ValueTask<bool> Step()
        {
            await encrypted.AuthenticateAsClientAsync(options, patience.Token);
            return true;
        }
    }

    /// <summary>To be written with the next <see cref="Flush"/>.</summary>
    /// <exception cref="ArgumentException">It would be two commands, or none.</exception>
    public void Put(string command)
    {
        output.Advance(Encoding.ASCII.GetBytes(Checked(command), output.GetSpan(command.Length)));
        output.Write("\r\n"u8);
    }

    /// <summary>Puts a letter without its final dot, and writes all but its end: while this runs, the relay cannot have taken it.</summary>
    public async ValueTask Content(byte[] letter, TimeSpan longest)
    {
        DotStuffing.Write(output, letter);
        var most = output.WrittenCount - 1;
        if (most < Block)
            return;
        for (var at = 0; at + Block <= most; at += Block)
            await Write(output.WrittenMemory.Slice(at, Block), longest);
        var rest = output.WrittenMemory[(most / Block * Block)..].ToArray();
        Clear();
        output.Write(rest);
    }

    public async ValueTask Flush(TimeSpan longest)
    {
        if (output.WrittenCount == 0)
            return;
        await Write(output.WrittenMemory, longest);
        Clear();
    }

    public ValueTask<SmtpReply> Read(TimeSpan longest) =>
        replies.TryRead() is { } reply ? new(reply) : Within(replies.Read(stream, patience.Token), longest);

    public async ValueTask<SmtpReply> Ask(string command, TimeSpan longest)
    {
        Put(command);
        await Flush(longest);
        return await Read(longest);
    }

    public void Dispose()
    {
        stream.Dispose();
        patience.Dispose();
    }

    private ValueTask<bool> Write(ReadOnlyMemory<byte> bytes, TimeSpan longest)
    {
        return Within(Step(), longest);

        async ValueTask<bool> Step()
        {
            await stream.WriteAsync(bytes, patience.Token);
            return true;
        }
    }

    /// <summary>A large letter is not kept in memory.</summary>
    private void Clear()
    {
        if (output.Capacity > 4 * Block)
            output = new();
        else
            output.ResetWrittenCount();
    }

    /// <summary>Most writes and many replies are done at once: only what is waited for is timed.</summary>
    private async ValueTask<T> Within<T>(ValueTask<T> step, TimeSpan longest)
    {
        try
        {
            if (!step.IsCompleted)
                patience.CancelAfter(longest);
            return await step;
        }
        catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            throw new BrokenWireException("The connection broke, or its patience ended.", broken);
        }
    }
}
