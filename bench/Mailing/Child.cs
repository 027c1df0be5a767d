using System.Diagnostics;

namespace Almanach.Bench;

/// <summary>This program as a process of its own, under another verb.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process process;

    public Child(params string[] arguments) => process = Process.Start(
        new ProcessStartInfo("dotnet", [typeof(Child).Assembly.Location, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    /// <summary>A line of what it says.</summary>
    public async Task<string> Says() =>
        await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("A process of the bench ended without its answer.");

    /// <summary>What it answers to a line.</summary>
    public async Task<string> Asked()
    {
        await process.StandardInput.WriteLineAsync();
        return await Says();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
