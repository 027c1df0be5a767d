using System.ComponentModel;
using System.Diagnostics;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Pdf;

/// <summary>
/// PDF by a headless Chromium found on PATH. Each page is printed by a process of its own in a folder of its own, with a
/// limit of time; the page's own policy forbids every request, and no proxy leads anywhere. Two at once at most.
/// </summary>
public sealed class ChromiumPdf : IPdf, IDisposable
{
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _turns = new(2);

    private readonly string _program;

    /// <param name="program">Path of the browser.</param>
    public ChromiumPdf(string program) => _program = program;

    /// <summary>Null where no browser is on PATH.</summary>
    public static ChromiumPdf? Find(string? path = null) => (path ?? Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists) is { } found ? new ChromiumPdf(found) : null;

    public async Task<byte[]?> Print(ReadOnlyMemory<byte> page, CancellationToken stop = default)
    {
        await _turns.WaitAsync(stop);
        var folder = Directory.CreateTempSubdirectory("almanach-pdf-");
        try
        {
            var (source, target) = (Path.Combine(folder.FullName, "page.html"), Path.Combine(folder.FullName, "page.pdf"));
            await File.WriteAllBytesAsync(source, page.ToArray(), stop);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
            limit.CancelAfter(Limit);
            return await Run(folder.FullName, source, target, limit.Token) && File.Exists(target) && await File.ReadAllBytesAsync(target, stop) is { Length: > 0 } pdf && pdf.AsSpan().StartsWith("%PDF-"u8) ? pdf : null;
        }
        finally
        {
            Erase(folder);
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private async Task<bool> Run(string folder, string source, string target, CancellationToken limit)
    {
        var start = new ProcessStartInfo(_program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])
        [
            // The sandbox needs what containers seldom allow; the page is ours, and its policy lets nothing run.
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-extensions", "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars",
            "--proxy-server=127.0.0.1:9", "--proxy-bypass-list=<-loopback>", "--disable-background-networking", "--no-pdf-header-footer",
            $"--user-data-dir={Path.Combine(folder, "profile")}", $"--print-to-pdf={target}", new Uri(source).AbsoluteUri,
        ])
            start.ArgumentList.Add(argument);
        start.Environment["TMPDIR"] = folder;
        Process? process = null;
        try
        {
            process = Process.Start(start);
            if (process is null)
                return false;
            var (said, complained) = (process.StandardOutput.ReadToEndAsync(limit), process.StandardError.ReadToEndAsync(limit));
            await process.WaitForExitAsync(limit);
            _ = await said;
            _ = await complained;
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            process?.Kill(entireProcessTree: true);
            return false;
        }
        catch (Win32Exception)
        {
            return false; // no program to be started
        }
        finally
        {
            process?.Dispose();
        }
    }

    private static void Erase(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A process that was ended may hold a file a moment longer: the temporary folder of the machine is emptied anyway.
        }
    }
}
