using Almanach.Adapters.Platforms;
using Almanach.Adapters.Spreadsheets;
using Almanach.Adapters.Sqlite;
using Almanach.Core.Access;
using Almanach.Core.Network;
using Almanach.Core.Network.Import;
using Almanach.Core.Platforms.Reading;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;
using Almanach.Local.Commands;
using Almanach.Local.Hosting;
using Almanach.Web.Api;

namespace Almanach.Local.Import;

/// <summary>Imports a table into the data of a platform, whether it is being served or not.</summary>
public static class ImportRun
{
    public static async Task<int> Run(ImportRequest request, bool json, CancellationToken stop)
    {
        var folder = new DataFolder(request.Data);
        if (!File.Exists(folder.Database))
            return Refuse($"Le dossier {folder.Path} ne contient pas de plate-forme. Lancez-la d’abord\u00A0: almanach serve --data {request.Data}");
        if (!File.Exists(request.File))
            return Refuse($"Le fichier {request.File} n’existe pas. Vérifiez le chemin donné.");
        if (new FileInfo(request.File).Length > TableLimits.Bytes)
            return Refuse("Le fichier dépasse deux mégaoctets. Enregistrez le tableau seul, en CSV.");
        var (host, wrong) = HostSettingsReader.Read(
            File.Exists(folder.Settings) ? await File.ReadAllTextAsync(folder.Settings, stop) : null, Environment.GetEnvironmentVariable);
        if (host is null)
            return Refuse(string.Join('\n', wrong));
        var (setting, problems) = PlatformOnDisk.Setting(request.Platform);
        if (setting is null)
            return Refuse(PlatformReport.Text(problems).TrimEnd());

        using var logs = new ConsoleLogs();
        using var premises = new Premises(setting, host, folder, KeyFile.Of(folder), new SqliteFile(folder.Database), logs);
        if (premises.Simulated is { } clock && await YearWalk.Find(premises.Office.Ledger, stop) is { } place)
            clock.Set(place.Now);
        return await Import(premises.Office, request, json, stop);
    }

    private static async Task<int> Import(Core.Office office, ImportRequest request, bool json, CancellationToken stop)
    {
        var planning = ImportPlanner.Plan(
            new TableFiles().Read(request.File, await File.ReadAllBytesAsync(request.File, stop)),
            await office.Network.Load(stop), office.Setting.Platform, request.Source, office.Setting.Zone.DayOf(office.Now));
        if (planning.Plan?.Inviting(request.Invites) is not { } plan)
            return Refuse(planning.Problem);
        var report = await ImportReport.Of(office, plan, written: false, stop);

        var written = !request.DryRun && !plan.WritesNothing;
        if (written)
        {
            if (await office.Imports.Start(plan, Coordination.Id, office.Now, stop) is { } refusal)
                return Refuse(refusal.Message);
            // The network now; the messages leave with the others, when the platform is served.
            await office.Worker.Run(ImportDesk.Partition, stop);
        }
        Console.Out.Write(json ? (report with { Written = written }).Json() + "\n" : PlanText.Of(plan, report.Invitations.Values.Sum(), written));
        return ExitCode.Fine;
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return ExitCode.Refused;
    }
}

/// <param name="Source">Where the addresses come from, told to the people added.</param>
/// <param name="Invites">Whether the people added are asked what is open for their roles.</param>
public sealed record ImportRequest(string File, string Platform, string Data, string Source, bool DryRun, bool Invites);
