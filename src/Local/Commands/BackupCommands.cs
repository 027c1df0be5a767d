using System.CommandLine;
using System.Text.Json.Nodes;
using Almanach.Local.Backup;
using Almanach.Local.Hosting;

namespace Almanach.Local.Commands;

/// <summary><c>almanach backup FILE.zip</c> and <c>almanach restore FILE.zip</c>.</summary>
public static class BackupCommands
{
    private static readonly Argument<string> Zip = new("FICHIER") { Description = "La sauvegarde, un fichier .zip." };
    private static readonly Option<bool> Json = new("--json") { Description = "Écrit le résultat en JSON sur la sortie standard, et rien d’autre." };

    public static Command Backup()
    {
        var force = new Option<bool>("--force") { Description = "Remplace le fichier s’il existe." };
        var command = new Command("backup", "Sauvegarde les données, même pendant que la plate-forme tourne, et relit ce qui est écrit.") { Zip, ServeCommand.Data, force, Json };
        command.SetAction(parsed =>
        {
            var file = Path.GetFullPath(parsed.GetRequiredValue(Zip));
            var manifest = BackupRun.Make(new DataFolder(parsed.GetRequiredValue(ServeCommand.Data)), file, parsed.GetValue(force), TimeProvider.System.GetUtcNow());
            Console.Out.WriteLine(parsed.GetValue(Json)
                ? new JsonObject { ["file"] = file, ["entries"] = manifest.Hashes.Count, ["bytes"] = new FileInfo(file).Length }.ToJsonString()
                : $"{manifest.Hashes.Count} fichiers sauvegardés et relus\u00A0: {file}\nCe fichier contient les clés et les adresses de la plate-forme. Gardez-le en lieu sûr.");
            return ExitCode.Fine;
        });
        return command;
    }

    public static Command Restore()
    {
        var force = new Option<bool>("--force") { Description = "Prend la place d’un dossier qui contient des données ; l’ancien est gardé sous un autre nom." };
        var command = new Command("restore", "Remet une sauvegarde en place. Arrêtez d’abord la plate-forme.") { Zip, ServeCommand.Data, force, Json };
        command.SetAction(parsed =>
        {
            var folder = new DataFolder(parsed.GetRequiredValue(ServeCommand.Data));
            var (manifest, former) = BackupRun.Restore(Path.GetFullPath(parsed.GetRequiredValue(Zip)), folder, parsed.GetValue(force), TimeProvider.System.GetUtcNow());
            Console.Out.WriteLine(parsed.GetValue(Json)
                ? new JsonObject { ["data"] = folder.Path, ["entries"] = manifest.Hashes.Count, ["former"] = former }.ToJsonString()
                : $"{manifest.Hashes.Count} fichiers remis dans {folder.Path}.{(former is null ? "" : $"\nL’ancien dossier est gardé\u00A0: {former}")}");
            return ExitCode.Fine;
        });
        return command;
    }
}
