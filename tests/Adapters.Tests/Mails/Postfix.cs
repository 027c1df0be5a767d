using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Almanach.Adapters.Tests.Mails;

/// <summary>
/// A real Postfix of the test's own, on a port of this machine, that delivers into mailboxes of a folder and relays for
/// nobody. It needs the program (on the PATH, in /usr/sbin, or in the variable ALMANACH_POSTFIX) and to be root; otherwise
/// the test is skipped and says so. Addresses may carry a word after « + »: <c>r+abc@…</c> goes to <c>r@…</c>.
/// </summary>
public sealed class Postfix : IAsyncDisposable
{
    private static readonly string[] Queues = ["maildrop", "incoming", "active", "deferred"];
    private readonly string program;
    private readonly TempFolder folder = new();

    private Postfix(string program, X509Certificate2 certificate) => (this.program, Certificate) = (program, certificate);

    public int Port { get; } = FreePort();

    /// <summary>Its own, for 127.0.0.1, that nobody vouches for.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>What it wrote of what it did.</summary>
    public string Log => File.Exists(folder.Path("log")) ? File.ReadAllText(folder.Path("log")) : "";

    /// <param name="mailboxes">Addresses that exist, of any domains; all else at these domains is unknown.</param>
    public static Task<Postfix> Start(params string[] mailboxes) => Start(mailboxes, []);

    /// <param name="gone">Of these, addresses that are taken at RCPT and turn out unknown afterwards: their sender gets a bounce.</param>
    public static async Task<Postfix> Start(string[] mailboxes, string[] gone)
    {
        var program = Environment.GetEnvironmentVariable("ALMANACH_POSTFIX") is { Length: > 0 } named ? named : "/usr/sbin/postfix";
        Assert.SkipUnless(File.Exists(program), "Postfix is not installed: apt-get install postfix, or say where it is in the variable ALMANACH_POSTFIX.");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can start a Postfix of its own.");
        var postfix = new Postfix(program, Certificates.Of("127.0.0.1"));
        await postfix.Write(mailboxes, gone);
        var (code, said) = await postfix.Run(program, "-c", postfix.folder.Path("etc"), "start");
        if (code != 0)
        {
            await postfix.DisposeAsync();
            Assert.Skip($"This Postfix does not start: {said}");
        }
        return postfix;
    }

    /// <summary>Where the mails of an address are delivered: a Maildir.</summary>
    public string Maildir(string address) => folder.Path($"mail/{address}");

    /// <summary>The mails of an address as they lie in its mailbox, lines ended as Unix does.</summary>
    public IReadOnlyList<string> Mailbox(string address)
    {
        var box = folder.Path($"mail/{address}/new");
        return Directory.Exists(box) ? [.. Directory.EnumerateFiles(box).Select(path => File.ReadAllText(path, System.Text.Encoding.Latin1))] : [];
    }

    /// <summary>Waits until all that was taken is delivered.</summary>
    public async Task Delivered()
    {
        var patience = Stopwatch.StartNew();
        while (Queues.Any(queue => Directory.EnumerateFiles(folder.Path($"queue/{queue}"), "*", SearchOption.AllDirectories).Any()))
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(1), $"Postfix did not deliver within a minute: {Log}");
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Run(program, "-c", folder.Path("etc"), "stop");
        Certificate.Dispose();
        folder.Dispose();
    }

    private async Task Write(string[] mailboxes, string[] gone)
    {
        foreach (var name in (string[])["etc", "queue", "data", "mail"])
            Directory.CreateDirectory(folder.Path(name));
        await File.WriteAllTextAsync(folder.Path("etc/key.pem"), $"{Certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()}\n{Certificate.ExportCertificatePem()}\n");
        await File.WriteAllTextAsync(folder.Path("etc/mailboxes"), string.Concat(mailboxes.Select(address => $"{address} {address}/\n")));
        // Forwarded to where nobody is, which only shows after they were taken.
        await File.WriteAllTextAsync(folder.Path("etc/forwards"), string.Concat(gone.Select((address, i) => $"{address} gone{i}@gone.example\n")));
        await File.WriteAllTextAsync(folder.Path("etc/transport"), "gone.example error:5.1.1 user unknown\n");
        await File.WriteAllTextAsync(folder.Path("etc/main.cf"), Main(mailboxes));
        await File.WriteAllTextAsync(folder.Path("etc/master.cf"), Master());
        // Its processes run as two users of few rights.
        await Run("/bin/sh", "-c", $"chmod 755 {folder.Root} && chown postfix {folder.Path("data")} && chown nobody {folder.Path("mail")}");
    }

    private string Main(string[] mailboxes) => $"""
        compatibility_level = 3.6
        queue_directory = {folder.Path("queue")}
        data_directory = {folder.Path("data")}
        maillog_file = {folder.Path("log")}
        maillog_file_prefixes = {folder.Root}
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        myhostname = postfix.example
        mydestination =
        mynetworks = 127.0.0.0/8
        default_transport = error:nothing leaves this machine
        local_header_rewrite_clients =
        recipient_delimiter = +
        virtual_mailbox_domains = {string.Join(", ", mailboxes.Select(address => address.Split('@')[1]).Distinct())}
        virtual_mailbox_maps = texthash:{folder.Path("etc/mailboxes")}
        virtual_alias_maps = texthash:{folder.Path("etc/forwards")}
        transport_maps = texthash:{folder.Path("etc/transport")}
        virtual_mailbox_base = {folder.Path("mail")}
        virtual_mailbox_limit = 0
        virtual_uid_maps = static:65534
        virtual_gid_maps = static:65534
        smtpd_relay_restrictions = reject_unauth_destination
        smtpd_tls_security_level = may
        smtpd_tls_chain_files = {folder.Path("etc/key.pem")}
        smtpd_tls_received_header = yes
        smtpd_peername_lookup = no

        """;

    /// <summary>No service is shut in a folder of its own.</summary>
    private string Master() => $"""
        127.0.0.1:{Port} inet n - n - - smtpd
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        tlsmgr unix - - n 1000? 1 tlsmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        verify unix - - n - 1 verify
        flush unix n - n 1000? 0 flush
        proxymap unix - - n - - proxymap
        proxywrite unix - - n - 1 proxymap
        showq unix n - n - - showq
        error unix - - n - - error
        retry unix - - n - - error
        virtual unix - n n - - virtual
        anvil unix - - n - 1 anvil
        scache unix - - n - 1 scache
        postlog unix-dgram n - n - 1 postlogd

        """;

    private async Task<(int Code, string Said)> Run(string command, params string[] arguments)
    {
        // What it starts goes on after it, and would keep a pipe open: it writes into a file.
        var said = folder.Path("said");
        using var process = Process.Start(new ProcessStartInfo("/bin/sh",
            ["-c", "out=$1; shift; exec \"$@\" >\"$out\" 2>&1 </dev/null", "sh", said, command, .. arguments]))!;
        await process.WaitForExitAsync();
        return (process.ExitCode, await File.ReadAllTextAsync(said));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
