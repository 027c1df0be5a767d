using Almanach.Adapters.DataFiles;
using Almanach.Adapters.Files;
using Almanach.Adapters.Html;
using Almanach.Adapters.Memory;
using Almanach.Adapters.Outbox;
using Almanach.Adapters.Sqlite;
using Almanach.Adapters.Word;
using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;
using Almanach.Web;

namespace Almanach.Local.Rehearsal;

/// <summary>The whole office over ports of its own and a clock that is set, for one script: nothing of it reaches anybody.</summary>
public sealed class RehearsalOffice : IDisposable
{
    private readonly Script script;
    private readonly IFiles files;
    private readonly SimulatedClock clock;
    private readonly WebRender render = new();
    private readonly SqliteFile? file;
    private readonly ScratchFiles? scratch;

    /// <param name="output">Where mails, documents, journal and summary go.</param>
    /// <param name="store">A SQLite file that keeps how far it came; null to keep everything in memory.</param>
    /// <param name="around">What stands between the office and its store; null for nothing.</param>
    public RehearsalOffice(Setting setting, Script script, string output, string? store = null, Func<IStore, IStore>? around = null)
    {
        this.script = script;
        Directory.CreateDirectory(output);
        clock = new SimulatedClock(setting.Zone.At(script.Begins, TimeOnly.MinValue));
        // What a walk that goes on after a death finds must be whole.
        scratch = store is null ? new ScratchFiles(output) : null;
        files = scratch is null ? new FolderFiles(output) : scratch;
        file = store is null ? null : new SqliteFile(store);
        IStore kept = file is null ? new MemoryStore() : new SqliteStore(file);
        Office = new Office(setting, new Surroundings(
            around is null ? kept : around(kept), files, file is null ? new MemoryQueue(clock) : new SqliteQueue(file, clock),
            new OutboxMailer(files), render, new WordWriter(), new HtmlText(), clock, RehearsalLinks.Keys, RehearsalLinks.Root)
        { DataFiles = new DataFileReader() });
    }

    public Office Office { get; }

    /// <summary>Walks to the end of the script, then writes journal and summary.</summary>
    public async Task<Summary> Walk(Action<DateTimeOffset>? progress = null, CancellationToken stop = default)
    {
        var report = await new YearWalk(Office, clock, script).Run(progress, stop);
        var zone = Office.Setting.Zone;
        var rows = await new YearJournal(Office).Read(zone.At(script.Begins, TimeOnly.MinValue), zone.EndOf(script.Ends), stop);
        await JournalFile.Write(files, rows, stop);
        var summary = await Summary.Of(Office, script, report, rows, stop);
        await files.Write("summary.json", summary.Json(), stop);
        if (scratch is not null)
            await scratch.Settle(stop);
        return summary;
    }

    public void Dispose()
    {
        render.Dispose();
        scratch?.Dispose();
        file?.Dispose();
    }
}
