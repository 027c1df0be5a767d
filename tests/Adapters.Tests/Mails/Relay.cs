using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Almanach.Adapters.Tests.Mails;

/// <summary>One step of a conversation, as a script sees it.</summary>
/// <param name="Connection">From 1, in the order they came.</param>
/// <param name="Letter">From 1, of this connection: that the step belongs to.</param>
/// <param name="Step">GREETING, a verb, BODY (before the letter is read) or END (the final dot was read).</param>
/// <param name="Line">The command, or the addressee's local part at DATA, BODY and END.</param>
/// <param name="HasMore">More was written before this was answered.</param>
internal sealed record Said(int Connection, int Letter, string Step, string Line, bool HasMore);

/// <param name="Text">Dots undone, one byte a character.</param>
internal sealed record TakenLetter(int Connection, string To, string Text);

/// <summary>A relay on this machine that keeps to the protocol, unless its script says otherwise.</summary>
internal sealed class Relay : IDisposable
{
    /// <summary>Instead of a reply: closes at once, says nothing for ever, goes on for ever.</summary>
    public const string Drop = "drop", Silence = "silence", Endless = "endless";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<TakenLetter> letters = [];
    private readonly List<Said> said = [];
    private readonly List<TcpClient> clients = [];
    private readonly CancellationTokenSource over = new();

    public Relay()
    {
        listener.Start();
        new Thread(Accept) { IsBackground = true }.Start();
    }

    public string[] Offers { get; init; } = ["PIPELINING", "SIZE 10000000", "ENHANCEDSTATUSCODES"];

    /// <summary>What is answered at a step; null for what the protocol says.</summary>
    public Func<Said, string?> Script { get; init; } = _ => null;

    public X509Certificate2? Certificate { get; init; }

    /// <summary>Encrypted from the first byte.</summary>
    public bool IsImplicit { get; init; }

    /// <summary>Said in the same breath as the answer to STARTTLS.</summary>
    public string Injected { get; init; } = "";

    /// <summary>« user password », and nobody without; empty for anybody.</summary>
    public string SignIn { get; init; } = "";

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public IReadOnlyList<TakenLetter> Letters => Locked(() => letters.ToList());

    public IReadOnlyList<Said> Said => Locked(() => said.ToList());

    public IEnumerable<string> Steps => Said.Select(one => one.Step);

    public int Connections => Locked(() => clients.Count);

    public IEnumerable<string> Taken => Letters.Select(letter => letter.To);

    public void Dispose()
    {
        over.Cancel();
        listener.Dispose();
        Locked(() => { clients.ForEach(client => client.Dispose()); return 0; });
    }

    private T Locked<T>(Func<T> what)
    {
        lock (letters)
            return what();
    }

    private void Accept()
    {
        try
        {
            while (true)
            {
                var client = listener.AcceptTcpClient();
                client.NoDelay = true;
                var connection = Locked(() => { clients.Add(client); return clients.Count; });
                new Thread(() => Talk(client, connection)) { IsBackground = true }.Start();
            }
        }
        catch (Exception) when (over.IsCancellationRequested)
        {
        }
    }

    private void Talk(TcpClient client, int connection)
    {
        try
        {
            using (client)
                new RelayTalk(this, client.GetStream(), connection).Run();
        }
        catch (Exception left) when (over.IsCancellationRequested || left is IOException or AuthenticationException)
        {
        }
    }

    /// <summary>One connection.</summary>
    private sealed class RelayTalk(Relay relay, Stream stream, int connection)
    {
        private readonly byte[] read = new byte[8192];
        private int from;
        private int until;
        private int letter = 1;
        private string to = "";
        private bool hasMail;
        private bool isSignedIn = relay.SignIn.Length == 0;

        public void Run()
        {
            if (relay.IsImplicit)
                Encrypt();
            if (!Answer("GREETING", "", "220 relay.example ESMTP"))
                return;
            while (Line() is { } line)
            {
                var verb = line.Split(' ', ':')[0];
                var goes = verb switch
                {
                    "EHLO" => Answer(verb, line, string.Join("\r\n", ((string[])["relay.example", .. relay.Offers]).Select((offer, i) => $"250{(i == relay.Offers.Length ? ' ' : '-')}{offer}"))),
                    "STARTTLS" when relay.Certificate is not null => Answer(verb, line, "220 go" + relay.Injected) && Encrypt(),
                    "AUTH" => Auth(line),
                    "MAIL" when !isSignedIn => Answer(verb, line, "530 5.7.0 Authentication required"),
                    "MAIL" => Answer(verb, line, hasMail ? "503 5.5.1 nested MAIL" : "250 2.1.0 OK", () => hasMail = true),
                    "RCPT" => Rcpt(line),
                    "DATA" => Data(),
                    "RSET" => Answer(verb, line, "250 OK", () => (hasMail, to) = (false, "")),
                    "QUIT" => Answer(verb, line, "221 bye") && false,
                    _ => Answer(verb, line, "502 unknown"),
                };
                if (!goes)
                    return;
            }
        }

        private bool Rcpt(string line)
        {
            var local = line[(line.IndexOf('<') + 1)..line.IndexOf('@')];
            return Answer("RCPT", line, hasMail ? "250 2.1.5 OK" : "503 5.5.1 no MAIL", () => to = local);
        }

        private bool Data()
        {
            if (!Answer("DATA", to, to.Length > 0 ? "354 go" : "554 5.5.1 no valid recipients", () => { }, out var reply))
                return false;
            if (!reply.StartsWith("354", StringComparison.Ordinal))
                return true;
            if (Scripted("BODY", to) == Drop)
            {
                Line();
                return false;
            }
            var text = new StringBuilder();
            string? line;
            while ((line = Line()) is not null && line != ".")
                text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            // Cut off before its end: no relay takes that.
            if (line is null)
                return false;
            var (addressee, number) = (to, letter);
            (hasMail, to) = (false, "");
            var goes = Answer("END", addressee, addressee.Length > 0 ? "250 2.0.0 taken" : "554 5.5.1 no valid recipients",
                () => relay.Locked(() => { relay.letters.Add(new(connection, addressee, text.ToString())); return number; }));
            letter++;
            return goes;
        }

        private bool Auth(string line)
        {
            var words = line.Split(' ');
            var given = words[1] == "PLAIN" ? string.Join(' ', Text(words[2]).Split('\0')[1..]) : $"{Text(Asked("VXNlcm5hbWU6"))} {Text(Asked("UGFzc3dvcmQ6"))}";
            return Answer("AUTH", words[1], given == relay.SignIn ? "235 2.7.0 welcome" : "535 5.7.8 no", () => isSignedIn = true);
        }

        private string Asked(string question)
        {
            Write($"334 {question}\r\n");
            return Line() ?? "";
        }

        private static string Text(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

        private bool Encrypt()
        {
            var encrypted = new SslStream(stream);
            encrypted.AuthenticateAsServer(relay.Certificate!);
            stream = encrypted;
            return true;
        }

        private string? Scripted(string step, string line)
        {
            var one = new Said(connection, letter, step, line, from < until);
            relay.Locked(() => { relay.said.Add(one); return 0; });
            return relay.Script(one);
        }

        private bool Answer(string step, string line, string usual, Action? onYes = null) => Answer(step, line, usual, onYes, out _);

        /// <summary>False: the conversation is over.</summary>
        private bool Answer(string step, string line, string usual, Action? onYes, out string reply)
        {
            reply = Scripted(step, line) ?? usual;
            if (reply == Silence)
                relay.over.Token.WaitHandle.WaitOne();
            if (reply is Drop or Silence)
                return false;
            while (reply == Endless)
                Write("250-and so on\r\n");
            if (reply[0] is '2' or '3')
                onYes?.Invoke();
            Write(reply + "\r\n");
            return !reply.StartsWith("421", StringComparison.Ordinal);
        }

        private void Write(string text) => stream.Write(Encoding.Latin1.GetBytes(text));

        private string? Line()
        {
            var line = new StringBuilder();
            while (true)
            {
                if (from == until)
                    (from, until) = (0, stream.Read(read));
                if (until == 0)
                    return null;
                line.Append((char)read[from++]);
                if (line.Length > 1 && line[^2] == '\r' && line[^1] == '\n')
                    return line.ToString(0, line.Length - 2);
            }
        }
    }
}
