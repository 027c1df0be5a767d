using Almanach.Core.Mail.Incoming;

namespace Almanach.Local.Hosting;

/// <summary>
/// Takes in the messages that a mail server drops into a folder: a Maildir (what is in <c>new/</c>), or a folder of files
/// that end in <c>.eml</c>. Each is kept first and deleted then; one that cannot be taken is set aside in <c>refuses/</c>.
/// </summary>
public sealed partial class IncomingFolder(Premises premises, ILogger<IncomingFolder> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    /// <summary>A file that was just written may not be whole; a Maildir has whole ones only.</summary>
    private static readonly TimeSpan Rests = TimeSpan.FromSeconds(2);

    private readonly string folder = premises.Host.Incoming.Folder is { Length: > 0 } set ? set : premises.Folder.Incoming;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A folder that was set belongs to the mail server, which makes it with rights of its own.
        if (premises.Host.Incoming.Folder.Length == 0)
            Directory.CreateDirectory(folder);
        using var every = new PeriodicTimer(LookEvery);
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                await every.WaitForNextTickAsync(stoppingToken);
                foreach (var file in Arrived())
                    await Try(file, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                Log.Failed(log, problem);
            }
    }

    private IReadOnlyList<FileInfo> Arrived()
    {
        var maildir = new DirectoryInfo(Path.Combine(folder, "new"));
        if (maildir.Exists)
            return [.. maildir.EnumerateFiles().OrderBy(file => file.LastWriteTimeUtc)];
        if (!Directory.Exists(folder))
            return [];
        var before = DateTime.UtcNow - Rests;
        return [.. new DirectoryInfo(folder).EnumerateFiles("*.eml").Where(file => file.LastWriteTimeUtc < before).OrderBy(file => file.LastWriteTimeUtc)];
    }

    /// <summary>One file that cannot be opened keeps no other waiting.</summary>
    private async Task Try(FileInfo file, CancellationToken stop)
    {
        try
        {
            await Take(file, stop);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Log.Failed(log, problem);
        }
    }

    private async Task Take(FileInfo file, CancellationToken stop)
    {
        var refused = file.Length > IncomingReader.MostBytes
            || await premises.Office.Inbox.Receive(await File.ReadAllBytesAsync(file.FullName, stop), premises.Office.Now, stop) is not null;
        if (!refused)
        {
            file.Delete();
            return;
        }
        var aside = Directory.CreateDirectory(Path.Combine(folder, "refuses"));
        file.MoveTo(Path.Combine(aside.FullName, file.Name), overwrite: true);
        Log.Refused(log);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Taking in what arrived failed; it is tried again.")]
        public static partial void Failed(ILogger log, Exception problem);

        [LoggerMessage(2, LogLevel.Warning, "A message that arrived is empty or too large; it was set aside in refuses/.")]
        public static partial void Refused(ILogger log);
    }
}
