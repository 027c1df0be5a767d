using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Almanach.Local.Tests;

/// <summary>The built <c>almanach</c> as a process of its own.</summary>
public sealed partial class AlmanachProcess : IDisposable
{
    private const int Terminate = 15;
    private readonly Process process;
    private readonly StringBuilder said = new();

    public AlmanachProcess(IReadOnlyDictionary<string, string>? environment, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "almanach.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>All it has said so far, on either output.</summary>
    public string Said
    {
        get
        {
            lock (said)
                return said.ToString();
        }
    }

    public bool HasExited => process.HasExited;

    /// <summary>Bytes of memory it holds just now.</summary>
    public long Held
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public async Task<int> Exit(TimeSpan? within = null)
    {
        using var patience = new CancellationTokenSource(within ?? TimeSpan.FromMinutes(5));
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int Code, string Said)> Run(params string[] arguments)
    {
        using var almanach = new AlmanachProcess(null, arguments);
        var code = await almanach.Exit();
        return (code, almanach.Said);
    }

    /// <summary>Returns once it has said this.</summary>
    /// <exception cref="InvalidOperationException">It ended without saying it.</exception>
    public async Task Says(string words)
    {
        for (var patience = Stopwatch.StartNew(); !Said.Contains(words, StringComparison.Ordinal);)
        {
            if (process.HasExited || patience.Elapsed > TimeSpan.FromMinutes(2))
                throw new InvalidOperationException($"It said: {Said}");
            await Task.Delay(20);
        }
    }

    /// <summary>SIGKILL: nothing is finished.</summary>
    public void Kill() => process.Kill();

    /// <summary>SIGTERM, as a service manager sends it.</summary>
    public void AskToStop() => Signal(process.Id, Terminate);

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
            return;
        lock (said)
            said.AppendLine(line.Data);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
