using System.CommandLine;
using Almanach.Adapters.Platforms;
using Almanach.Core.Platforms.Reading;
using Almanach.Local.Rehearsal;

namespace Almanach.Local.Commands;

/// <summary><c>almanach rehearse</c>: a whole year under a simulated clock, every message and document of it in a folder.</summary>
public static class RehearseCommand
{
    public static Command Build()
    {
        var platform = new Option<string>("--platform") { Description = "Le dossier de la plate-forme.", DefaultValueFactory = _ => PlatformOnDisk.Demonstration };
        var year = new Option<int>("--year") { Description = "L’année du programme de travail.", Required = true };
        var answers = new Option<FileInfo?>("--answers") { Description = "Le fichier des réponses (par défaut celui de la plate-forme)." };
        var contacts = new Option<int?>("--contacts") { Description = "Étend le réseau à ce nombre de personnes, pour mesurer." };
        var store = new Option<string?>("--store") { Description = "Un fichier SQLite qui garde l’avancement : interrompue, la répétition reprend." };
        var output = new Option<string>("--out") { Description = "Le dossier où écrire.", Required = true };
        var json = new Option<bool>("--json") { Description = "Écrit le résumé en JSON sur la sortie standard, et rien d’autre." };
        var command = new Command("rehearse", "Répète une année entière avant qu’elle commence : rien n’est envoyé.") { platform, year, answers, contacts, store, output, json };
        command.SetAction(async (parsed, stop) =>
        {
            var (setting, problems) = PlatformOnDisk.Setting(parsed.GetRequiredValue(platform));
            if (setting is null)
            {
                Console.Error.Write(PlatformReport.Text(problems));
                return ExitCode.Refused;
            }
            var request = new RehearsalRequest(
                parsed.GetRequiredValue(platform), parsed.GetRequiredValue(year), parsed.GetValue(answers)?.FullName,
                parsed.GetValue(contacts), parsed.GetValue(store), parsed.GetRequiredValue(output));
            return await RehearsalRun.Run(setting, request, parsed.GetValue(json), stop);
        });
        return command;
    }
}
