using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Almanach.Functions.Tests.Storage;

[assembly: AssemblyFixture(typeof(Azurite))]

namespace Almanach.Functions.Tests.Storage;

/// <summary>
/// Azurite, the emulator of Azure Storage, in one process for the whole run, all in memory. It is looked for in the variable
/// ALMANACH_AZURITE, then on the PATH; without it the tests that need it are skipped. Whoever needs storage takes an
/// account of its own by a name, so that tests don't meet; the connection string works from other processes too.
/// </summary>
public sealed class Azurite : IAsyncLifetime
{
    private const int Accounts = 64;
    private const string Absent =
        "These tests need Azurite: install it with « npm install -g azurite », or say where it is in the variable ALMANACH_AZURITE.";

    private readonly ConcurrentDictionary<string, int> taken = new(StringComparer.Ordinal);
    private readonly int[] ports = FreePorts(3);
    private Process? process;

    /// <summary>The connection string of the account of this name. Skips the test where Azurite is absent.</summary>
    public string Connection(string name)
    {
        Assert.SkipWhen(process is null, Absent);
        var account = taken.GetOrAdd(name, _ => taken.Count);
        Assert.True(account < Accounts, "More accounts are taken than Azurite was started with.");
        return $"DefaultEndpointsProtocol=http;AccountName={Name(account)};AccountKey={Key(account)};"
            + $"BlobEndpoint={Address(0)}/{Name(account)};QueueEndpoint={Address(1)}/{Name(account)};TableEndpoint={Address(2)}/{Name(account)};";
    }

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("ALMANACH_AZURITE") is { Length: > 0 } given)
            process = Start(given);
        else if (OnPath() is { } found)
            process = Start(found);
        if (process is not null)
            await Answering(process);
    }

    public ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            process.Kill(entireProcessTree: true);
        process?.Dispose();
        return ValueTask.CompletedTask;
    }

    private Process Start(string program)
    {
        var start = new ProcessStartInfo(program,
        [
            "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
            "--blobPort", $"{ports[0]}", "--queuePort", $"{ports[1]}", "--tablePort", $"{ports[2]}",
            "--skipApiVersionCheck", "--disableTelemetry", "--inMemoryPersistence", "--silent",
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(0, Accounts).Select(account => $"{Name(account)}:{Key(account)}")) },
        };
        var started = Process.Start(start)!;
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    private async Task Answering(Process started)
    {
        var patience = Stopwatch.StartNew();
        foreach (var port in ports)
            while (!await Answers(port))
            {
                Assert.False(started.HasExited, "Azurite ended as it was started.");
                Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), "Azurite did not answer within a minute.");
                await Task.Delay(100);
            }
    }

    private static async Task<bool> Answers(int port)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string? OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "azurite.cmd" : "azurite"))
        .FirstOrDefault(File.Exists);

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var free = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Dispose());
        return free;
    }

    private string Address(int service) => $"http://127.0.0.1:{ports[service]}";

    /// <summary>Never beginning like a table: where the account stands in the path, the client of a table takes it for its own.</summary>
    private static string Name(int account) => $"account{account:00}";

    private static string Key(int account) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Name(account))));
}
