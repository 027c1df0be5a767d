using System.CommandLine;
using System.Text.Json.Nodes;
using Almanach.Adapters.Platforms;
using Almanach.Core.Platforms.Reading;
using Almanach.Local.Export;
using Almanach.Local.Hosting;

namespace Almanach.Local.Commands;

/// <summary><c>almanach export</c>: the platform's folder as it stands, with what was changed on pages.</summary>
public static class ExportCommand
{
    public static Command Build()
    {
        var output = new Option<string>("--out") { Description = "Le dossier où écrire.", Required = true };
        var force = new Option<bool>("--force") { Description = "Écrit aussi dans un dossier qui n’est pas vide." };
        var json = new Option<bool>("--json") { Description = "Écrit la liste des fichiers en JSON sur la sortie standard, et rien d’autre." };
        var command = new Command("export", "Écrit le dossier de la plate-forme tel qu’il est aujourd’hui\u00A0: réseau, textes modifiés, calendrier.") { ServeCommand.Platform, ServeCommand.Data, output, force, json };
        command.SetAction(async (parsed, stop) =>
        {
            var folder = Path.GetFullPath(parsed.GetRequiredValue(output));
            var written = await ExportRun.Run(
                parsed.GetRequiredValue(ServeCommand.Platform), new DataFolder(parsed.GetRequiredValue(ServeCommand.Data)), folder, parsed.GetValue(force), stop);
            var reading = PlatformOnDisk.Read(folder);
            if (reading.Loaded is null)
            {
                Console.Error.Write(PlatformReport.Text(reading.Problems));
                return ExitCode.Refused;
            }
            Console.Out.WriteLine(parsed.GetValue(json)
                ? new JsonObject { ["folder"] = folder, ["files"] = new JsonArray([.. written.Select(path => JsonValue.Create(path))]) }.ToJsonString()
                : $"{written.Count} fichiers écrits et relus\u00A0: {folder}");
            return ExitCode.Fine;
        });
        return command;
    }
}
