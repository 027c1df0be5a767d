using System.Diagnostics;
using System.Text;
using Almanach.Core.Engine;
using Almanach.Core.Rehearsal;
using Almanach.Local.Commands;

namespace Almanach.Local.Rehearsal;

/// <summary>Rehearses a year for somebody at a terminal.</summary>
public static class RehearsalRun
{
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
        using var rehearsal = new RehearsalOffice(setting, script, request.Out, request.Store);
        var progress = json || Console.IsOutputRedirected ? null : new ProgressLine(setting.Zone);
        var summary = await rehearsal.Walk(progress is null ? null : progress.Show, stop);
        progress?.Clear();

        using var process = Process.GetCurrentProcess();
        Console.Out.Write(json ? Encoding.UTF8.GetString(summary.Json()) : summary.Text(request.Out, watch.Elapsed, process.PeakWorkingSet64));
        return ExitCode.Fine;
    }

    private static Script? Script(RehearsalRequest request) =>
        request.Answers is { } answers ? ScriptFile.Read(answers) : ScriptFile.Read(request.Platform, request.Year);
}
