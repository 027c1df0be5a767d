using System.CommandLine;
using Almanach.Local.Import;

namespace Almanach.Local.Commands;

/// <summary><c>almanach import FILE</c>: a table of contacts into the network; <c>--dry-run</c> only says what it would do.</summary>
public static class ImportCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("FICHIER") { Description = "Le tableau\u00A0: Excel (.xlsx, .xls) ou CSV." };
        var dry = new Option<bool>("--dry-run") { Description = "Dit ce qui changerait, et n’écrit rien." };
        var source = new Option<string>("--source")
        {
            Description = "D’où viennent ces adresses\u00A0: les personnes ajoutées en sont informées.",
            DefaultValueFactory = _ => "Annuaire de la plate-forme",
        };
        var aside = new Option<bool>("--no-invite") { Description = "N’invite pas les personnes ajoutées à ce qui est ouvert pour leurs rôles." };
        var json = new Option<bool>("--json") { Description = "Écrit le plan en JSON sur la sortie standard, et rien d’autre." };
        var command = new Command("import", "Importe un tableau de contacts. Rien n’est supprimé, et personne n’est réinscrit.")
        {
            file, ServeCommand.Platform, ServeCommand.Data, source, dry, aside, json,
        };
        command.SetAction((parsed, stop) => ImportRun.Run(
            new ImportRequest(
                Path.GetFullPath(parsed.GetRequiredValue(file)), parsed.GetRequiredValue(ServeCommand.Platform), parsed.GetRequiredValue(ServeCommand.Data),
                parsed.GetRequiredValue(source), parsed.GetValue(dry), !parsed.GetValue(aside)),
            parsed.GetValue(json), stop));
        return command;
    }
}
