using System.CommandLine;
using Almanach.Local.Check;

namespace Almanach.Local.Commands;

/// <summary><c>almanach check [--schema FILE] [--year Y] [--sheet NAME] [--json] [--infer] FILE</c>: checks a data file, alone, as a linter does.</summary>
public static class CheckCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("FICHIER") { Description = "Un fichier de données\u00A0: CSV, TSV, XLSX, XLS, ODS, ou l’un d’eux dans une archive ZIP." };
        var schema = new Option<string?>("--schema") { Description = "Le schéma des données (Table Schema, JSON)." };
        var year = new Option<int?>("--year") { Description = "L’année des codes de territoires, quand le schéma ne la dit pas." };
        var sheet = new Option<string?>("--sheet") { Description = "La feuille à vérifier\u00A0; sinon la première qui contient un tableau." };
        var json = new Option<bool>("--json") { Description = "Écrit le rapport en JSON sur la sortie standard, et rien d’autre." };
        var infer = new Option<bool>("--infer") { Description = "Écrit le schéma que le fichier suggère, au lieu de le vérifier." };
        var command = new Command("check", "Vérifie un fichier de données, et dit ce qui ne va pas cellule par cellule.") { file, schema, year, sheet, json, infer };
        command.SetAction(parsed => CheckRun.Run(new CheckRequest(
            parsed.GetRequiredValue(file), parsed.GetValue(schema), parsed.GetValue(year), parsed.GetValue(sheet), parsed.GetValue(json), parsed.GetValue(infer))));
        return command;
    }
}
