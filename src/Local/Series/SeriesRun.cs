using System.Text;
using Almanach.Adapters.Platforms;
using Almanach.Adapters.Sqlite;
using Almanach.Core.Data.Reading;
using Almanach.Core.Data.Series;
using Almanach.Core.French;
using Almanach.Core.Platforms.Reading;
using Almanach.Core.Rehearsal;
using Almanach.Local.Commands;
using Almanach.Local.Hosting;

namespace Almanach.Local.Series;

/// <summary>Takes a data file into the series of a platform, whether it is being served or not.</summary>
public static class SeriesRun
{
    public static async Task<int> Add(SeriesRequest request, CancellationToken stop)
    {
        if (!File.Exists(request.File))
            return Refuse($"Le fichier {request.File} n’existe pas. Vérifiez le chemin donné.");
        if (new FileInfo(request.File).Length > DataLimits.Bytes)
            return Refuse($"Le fichier dépasse {DataLimits.Bytes / 1_000_000} mégaoctets. Partagez-le en plusieurs.");
        var folder = new DataFolder(request.Data);
        folder.Make();
        var (host, wrong) = HostSettingsReader.Read(File.Exists(folder.Settings) ? await File.ReadAllTextAsync(folder.Settings, stop) : null, Environment.GetEnvironmentVariable);
        if (host is null)
            return Refuse([.. wrong]);
        var (setting, problems) = PlatformOnDisk.Setting(request.Platform);
        if (setting is null)
            return Refuse(PlatformReport.Text(problems).TrimEnd());
        using var logs = new ConsoleLogs();
        using var premises = new Premises(setting, host, folder, KeyFile.Of(folder), new SqliteFile(folder.Database), logs);
        if (premises.Simulated is { } clock)
            clock.Set(await YearWalk.Find(premises.Office.Ledger, stop) is { } place ? place.Now : TimeProvider.System.GetUtcNow());
        var office = premises.Office;
        var year = request.Year ?? office.Setting.Zone.DayOf(office.Now).Year;
        await using var file = File.OpenRead(request.File);
        var taken = await office.Series.TakeIn(request.Reading, Path.GetFileName(request.File), file, year, office.Now, stop);
        if (taken.Release is not { } release)
            return Refuse([.. taken.Problems, "Rien n’a été pris en compte."]);
        Console.Out.Write(Text(release));
        return release.State == ReleaseState.Held ? ExitCode.Refused : ExitCode.Fine;
    }

    private static string Text(SeriesRelease release)
    {
        var text = new StringBuilder();
        var table = release.Table;
        text.AppendLine($"{Numbers.Count(table.Rows, "ligne", "lignes")}, {Numbers.Count(table.Figures, "chiffre", "chiffres")} en {Numbers.Count(table.Columns.Count, "série", "séries")}.");
        foreach (var (mark, count) in table.Marks)
            text.AppendLine($"{Numbers.Count(count, "case", "cases")}\u00A0: {(mark.Length == 0 ? "non renseigné" : Core.Data.Series.FigureMarks.Known.First(one => one.Mark == mark).Label)}.");
        if (table.Unplaced > 0)
            text.AppendLine($"{Numbers.Count(table.Unplaced, "ligne n’a pas de territoire connu", "lignes n’ont pas de territoire connu")}\u00A0: {string.Join(", ", table.UnplacedFirst.Take(10).Select(row => $"{row.Label} (ligne\u00A0{row.Row})"))}{(table.Unplaced > 10 ? "…" : ".")} {(table.Unplaced == 1 ? "Elle est gardée, et ne figure" : "Elles sont gardées, et ne figurent")} pas sur les cartes.");
        if (release.Audit is { } audit)
        {
            text.AppendLine($"Secret statistique\u00A0: {(audit.Told.Length > 0 ? audit.Told : audit.Method)}");
            foreach (var leak in audit.Leaks.Concat(audit.Contradictions))
                text.AppendLine($"- {leak}");
        }
        foreach (var few in release.Few)
            text.AppendLine($"{FewWords.Count(few)}\u00A0: {string.Join("\u00A0; ", few.First.Select(FewWords.At))}{(few.Count > few.First.Count ? "\u00A0; …" : ".")}");
        text.AppendLine(release.State switch
        {
            ReleaseState.Published => $"Publication {release.Id}.",
            ReleaseState.Held => $"La publication {release.Id} est retenue\u00A0: la coordination décide dans la salle «\u00A0Données\u00A0».",
            ReleaseState.Withdrawn => $"La publication {release.Id} est écartée.",
        });
        return text.ToString();
    }

    private static int Refuse(params IReadOnlyList<string> why)
    {
        foreach (var line in why)
            Console.Error.WriteLine(line);
        return ExitCode.Refused;
    }
}

/// <param name="Year">Of the platform; null for the current one.</param>
public sealed record SeriesRequest(string File, string Reading, int? Year, string Platform, string Data);
