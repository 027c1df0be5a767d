using System.CommandLine;
using Almanach.Local.Territories;

namespace Almanach.Local.Commands;

/// <summary><c>almanach territories import FILE|URL …</c>: contours and membership tables into the data of a platform.</summary>
public static class TerritoriesCommand
{
    public static Command Build()
    {
        var files = new Argument<string[]>("FICHIER")
        {
            Description = "Contours GeoJSON (.geojson, .json, .gz) ou tables d’appartenance (.csv, .xlsx)\u00A0: des fichiers, ou des adresses en https.",
            Arity = ArgumentArity.OneOrMore,
        };
        var region = new Option<string?>("--region") { Description = "Le code de la région à dessiner (par défaut toutes celles dont les communes sont là)." };
        var year = new Option<int?>("--year") { Description = "L’année de la géographie des cartes (par défaut celle de la dernière table importée)." };
        var credit = new Option<string?>("--credit") { Description = "De qui sont ces données et sous quelle licence\u00A0: écrit sous chaque carte." };
        var json = new Option<bool>("--json") { Description = "Écrit le résultat en JSON sur la sortie standard, et rien d’autre." };
        var import = new Command("import", "Importe des contours et des tables d’appartenance, et prépare les cartes. Un fichier refusé, et rien n’est enregistré.")
        {
            files, ServeCommand.Data, region, year, credit, json,
        };
        import.SetAction((parsed, stop) => TerritoriesRun.Import(
            new TerritoriesRequest(
                parsed.GetRequiredValue(files), parsed.GetRequiredValue(ServeCommand.Data), parsed.GetValue(region), parsed.GetValue(year), parsed.GetValue(credit)),
            parsed.GetValue(json), stop));
        return new Command("territories", "Les territoires\u00A0: contours et appartenances.") { import };
    }
}
