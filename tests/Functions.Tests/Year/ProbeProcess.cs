using System.Diagnostics;

namespace Almanach.Functions.Tests.Year;

/// <summary>tests/Functions.Probe as a process of its own.</summary>
public sealed class ProbeProcess : IDisposable
{
    private readonly Process process;

    public ProbeProcess(params string[] arguments) => process = Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Almanach.Functions.Probe.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

    /// <summary>Has it set its clock and do what is due; returns once nothing is.</summary>
    public async Task Go(DateTimeOffset instant)
    {
        await process.StandardInput.WriteLineAsync($"{instant:O}");
        Assert.Equal("done", await process.StandardOutput.ReadLineAsync());
    }

    /// <summary>Ends it.</summary>
    /// <returns>How many messages it worked on, and how many failed and came back.</returns>
    public async Task<string> End()
    {
        process.StandardInput.Close();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said.Trim();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
