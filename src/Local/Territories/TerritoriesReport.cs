using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Almanach.Adapters.Territories;
using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Maps;
using Almanach.Core.Data.Territories.Shelf;
using Almanach.Core.French;

namespace Almanach.Local.Territories;

/// <summary>What an import of territories did, for people and for programs.</summary>
internal static class TerritoriesReport
{
    public static string Text(IReadOnlyList<(TerritorySource Source, byte[] Content)> uploads, PreparationReport report)
    {
        var text = new StringBuilder();
        foreach (var (source, _) in uploads)
            text.AppendLine($"{source.From}\u00A0: {What(source)}, géographie de {source.Year}. {source.Credit}.");
        foreach (var map in report.Maps)
        {
            text.AppendLine($"Carte\u00A0: {report.Atlas.Name(TerritoryLevel.Region, map.Region, map.Year)}, {LevelNames.Many(map.Level)} de {map.Year}, {Numbers.Digits(map.Shapes.Count)} contours.");
            foreach (var note in map.Notes)
                text.AppendLine($"  {note}");
        }
        if (report.Maps.Count == 0)
            text.AppendLine("Aucune carte n’est préparée\u00A0: il y faut les contours des communes de tous les départements d’une région.");
        if (report.Sources.Any(source => source.Credit.Contains("préciser", StringComparison.Ordinal)))
            text.AppendLine("Dites de qui sont ces données et sous quelle licence avec --credit\u00A0: c’est écrit sous chaque carte.");
        return text.ToString();
    }

    public static string Json(IReadOnlyList<(TerritorySource Source, byte[] Content)> uploads, PreparationReport report) => new JsonObject
    {
        ["imported"] = new JsonArray([.. uploads.Select(upload => Of(upload.Source))]),
        ["maps"] = new JsonArray([.. report.Maps.Select(Of)]),
    }.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";

    private static string What(TerritorySource source) => source.Kind switch
    {
        SourceKind.Contours => $"{Numbers.Digits(source.Count)} contours de {LevelNames.Many(source.Level)}",
        SourceKind.Memberships when source.Level == TerritoryLevel.Neighbourhood => $"{Numbers.Digits(source.Count)} quartiers",
        SourceKind.Memberships => $"appartenance de {Numbers.Digits(source.Count)} communes",
        SourceKind.Labels => $"noms de {Numbers.Digits(source.Count)} territoires",
    };

    private static JsonNode Of(TerritorySource source) => new JsonObject
    {
        ["from"] = source.From,
        ["kind"] = source.Kind.ToString(),
        ["level"] = LevelNames.Mark(source.Level),
        ["year"] = source.Year,
        ["count"] = source.Count,
        ["credit"] = source.Credit,
        ["hash"] = source.Hash,
    };

    private static JsonNode Of(TerritoryMap map) => new JsonObject
    {
        ["region"] = map.Region.ToString(),
        ["level"] = LevelNames.Mark(map.Level),
        ["year"] = map.Year.Value,
        ["shapes"] = map.Shapes.Count,
        ["missing"] = map.Missing.Count,
        ["file"] = TerritoryShelf.MapPath(map.Region, map.Level),
    };
}
