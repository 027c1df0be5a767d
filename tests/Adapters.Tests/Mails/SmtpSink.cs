using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Almanach.Adapters.Tests.Mails;

/// <summary>A relay on this machine that answers by the addressee's local part: a reply code, or what it does to the connection.</summary>
internal sealed class SmtpSink : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<string> mails = [];

    public SmtpSink()
    {
        listener.Start();
        _ = Accept();
    }

    /// <summary>What MAIL FROM is answered.</summary>
    public string Sender { get; init; } = "250 OK";

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What was taken, dots undone.</summary>
    public IReadOnlyList<string> Mails
    {
        get
        {
            lock (mails)
                return [.. mails];
        }
    }

    public void Dispose() => listener.Dispose();

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Talk(await listener.AcceptTcpClientAsync());
        }
        catch (Exception stopped) when (stopped is ObjectDisposedException or SocketException)
        {
        }
    }

    private async Task Talk(TcpClient client)
    {
        try
        {
            using (client)
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
                await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 sink ESMTP");
                var recipient = "";
                while (await reader.ReadLineAsync() is { } line)
                {
                    var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                    if (verb == "RCPT")
                        recipient = line[(line.IndexOf('<') + 1)..line.IndexOf('@')];
                    if (verb == "DATA" && !await Data(reader, writer, recipient))
                        return;
                    await writer.WriteLineAsync(verb switch
                    {
                        "EHLO" or "HELO" or "NOOP" or "RSET" => "250 sink",
                        "MAIL" => Sender,
                        "RCPT" => char.IsAsciiDigit(recipient[0]) ? $"{recipient} 4.7.1 no" : "250 OK",
                        "DATA" => recipient == "spam" ? "554 5.7.1 no" : "250 queued",
                        "QUIT" => "221 bye",
                        _ => "502 unknown",
                    });
                    if (verb == "QUIT")
                        return;
                }
            }
        }
        catch (IOException)
        {
        }
    }

    /// <summary>False: the connection is cut with the mail received and nothing said.</summary>
    private async Task<bool> Data(StreamReader reader, StreamWriter writer, string recipient)
    {
        await writer.WriteLineAsync("354 go");
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        if (recipient != "spam")
            lock (mails)
                mails.Add(mail.ToString());
        return recipient != "cut";
    }
}
