using System.Diagnostics;

namespace Almanach.Adapters.Tests.Sqlite;

/// <summary>tests/Adapters.Probe as a process of its own, with the commits it acknowledged.</summary>
public sealed class ProbeProcess : IDisposable
{
    private readonly Process process;

    public ProbeProcess(string file, string partition)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "Almanach.Adapters.Probe.dll");
        process = Process.Start(new ProcessStartInfo("dotnet", [assembly, file, partition]) { RedirectStandardOutput = true })!;
    }

    /// <summary>The number of the last commit acknowledged so far.</summary>
    public int Acknowledged { get; private set; }

    public async Task ReadUntil(int commit)
    {
        while (Acknowledged < commit && await process.StandardOutput.ReadLineAsync() is { } line)
            Acknowledged = int.Parse(line);
    }

    /// <summary>SIGKILL; what it had still said is read to the end.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
        await ReadUntil(int.MaxValue);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
