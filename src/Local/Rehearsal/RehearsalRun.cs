using System.Diagnostics;
using System.Text;
using Almanach.Adapters.Files;
using Almanach.Adapters.Memory;
using Almanach.Adapters.Outbox;
using Almanach.Adapters.Sqlite;
using Almanach.Adapters.Word;
using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Links;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;
using Almanach.Local.Commands;
using Almanach.Web;

namespace Almanach.Local.Rehearsal;

/// <summary>Walks a year over ports of its own and writes journal, mails, documents and summary.</summary>
public static class RehearsalRun
{
    /// <summary>Links of a rehearsal are signed with this public key: the same year gives the same bytes, and opens nothing.</summary>
    public static readonly LinkKeys Keys = new([new("0", Encoding.ASCII.GetBytes("almanach-rehearsal-key-not-secret"))]);

    public const string Root = "https://repetition.example.org";

    public static async Task<int> Run(Setting setting, RehearsalRequest request, bool json, CancellationToken stop)
    {
        if (Script(request) is not { } script)
        {
            await Console.Error.WriteLineAsync($"Le fichier de réponses de {request.Year} manque. Ajoutez answers-{request.Year}.json au dossier, ou donnez --answers.");
            return ExitCode.Refused;
        }
        if (request.Contacts is { } count)
            (setting, script) = Enlarged.To(setting, script, count);

        var watch = Stopwatch.StartNew();
        var clock = new SimulatedClock(setting.Zone.At(script.Begins, TimeOnly.MinValue));
        Directory.CreateDirectory(request.Out);
        // What a walk that goes on after a death finds must be whole.
        IFiles files = request.Store is null ? new ScratchFiles(request.Out) : new FolderFiles(request.Out);
        using var file = request.Store is null ? null : new SqliteFile(request.Store);
        using var render = new WebRender();
        var office = new Office(setting, new Surroundings(
            file is null ? new MemoryStore() : new SqliteStore(file), files,
            file is null ? new MemoryQueue(clock) : new SqliteQueue(file, clock),
            new OutboxMailer(files), render, new WordWriter(), clock, Keys, Root));

        var progress = json || Console.IsOutputRedirected ? null : new ProgressLine(setting.Zone);
        var report = await new YearWalk(office, clock, script).Run(progress is null ? null : progress.Show, stop);
        progress?.Clear();

        var rows = await new YearJournal(office).Read(setting.Zone.At(script.Begins, TimeOnly.MinValue), setting.Zone.EndOf(script.Ends), stop);
        await JournalFile.Write(files, rows, stop);
        var summary = await Summary.Of(office, script, report, rows, stop);
        await files.Write("summary.json", summary.Json(), stop);
        Console.Out.Write(json ? Encoding.UTF8.GetString(summary.Json()) : summary.Text(request.Out, watch.Elapsed, Process.GetCurrentProcess().PeakWorkingSet64));
        return ExitCode.Fine;
    }
    private static Script? Script(RehearsalRequest request) =>
        request.Answers is { } answers ? ScriptFile.Read(answers) : ScriptFile.Read(request.Platform, request.Year);
}
