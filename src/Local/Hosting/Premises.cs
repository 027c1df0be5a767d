using Almanach.Adapters.AllowList;
using Almanach.Adapters.DataFiles;
using Almanach.Adapters.Territories;
using Almanach.Adapters.Files;
using Almanach.Adapters.Html;
using Almanach.Adapters.Outbox;
using Almanach.Adapters.Pdf;
using Almanach.Adapters.Smtp;
using Almanach.Adapters.Sqlite;
using Almanach.Adapters.Word;
using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;
using Almanach.Web;

namespace Almanach.Local.Hosting;

/// <summary>An office on one machine: its file, its folder, its keys, its clock.</summary>
public sealed class Premises : IDisposable
{
    private readonly SqliteFile file;
    private readonly WebRender render = new();
    private readonly SmtpMailer? relay;
    private readonly ChromiumPdf? pdf;

    /// <param name="file">Opened; closed with the premises.</param>
    public Premises(Setting setting, HostSettings host, DataFolder folder, KeyFile keys, SqliteFile file, ILoggerFactory logs)
    {
        this.file = file;
        Host = host;
        Folder = folder;
        Keys = keys;
        Simulated = host.IsDemonstration ? new SimulatedClock(DateTimeOffset.UnixEpoch) : null;
        relay = host.Smtp is { } smtp ? new SmtpMailer(smtp) : null;
        var files = new FolderFiles(folder.Files);
        // How long a message stays hidden is a matter of real processes, so the queue keeps real time in a demonstration too.
        Office = new Office(setting, new Surroundings(
            new SqliteStore(file), files, new SignallingQueue(new SqliteQueue(file, TimeProvider.System), Work), Mailer(setting, files, logs),
            render, new WordWriter(), new HtmlText(), Simulated ?? TimeProvider.System, keys.LinkKeys, host.PublicRoot, ReplyBox(setting, host))
        { DataFiles = new DataFileReader(), Territories = () => ShippedTerritories.Atlas, Drop = new FolderDrop(folder.Drop), Pdf = pdf = ChromiumPdf.Find() });
    }

    public Office Office { get; }
    public HostSettings Host { get; }
    public DataFolder Folder { get; }
    public KeyFile Keys { get; }

    /// <summary>The clock of a demonstration; null in production.</summary>
    public SimulatedClock? Simulated { get; }

    /// <summary>Rings when there is work.</summary>
    public WorkSignal Work { get; } = new();

    public Turn Turn { get; } = new();

    public void Dispose()
    {
        Turn.Dispose();
        relay?.Dispose();
        pdf?.Dispose();
        render.Dispose();
        file.Dispose();
    }

    /// <summary>In a demonstration nothing leaves, and answers are taken from the folder.</summary>
    private static string ReplyBox(Setting setting, HostSettings host) => host is { Incoming.Box.Length: 0, IsDemonstration: true, Smtp: null }
        ? $"reponses@{setting.Platform.Brand.Mailbox.Split('@')[^1]}"
        : host.Incoming.Box;

    private IMailer Mailer(Setting setting, IFiles files, ILoggerFactory logs) => relay switch
    {
        null => new OutboxMailer(files),
        _ when Host.IsDemonstration => new AllowListMailer(relay, setting.Platform.AllowedDomains, logs.CreateLogger<AllowListMailer>()),
        _ => relay,
    };
}
