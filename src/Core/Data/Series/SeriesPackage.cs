using System.Text.Json;
using System.Text.Json.Nodes;
using Almanach.Core.Data.Indicators;

namespace Almanach.Core.Data.Series;

/// <summary>The description of a normalised file: a Frictionless Data Package with its Table Schema, provenance and marks.</summary>
public static class SeriesPackage
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The licence of the State and of most producers.</summary>
    private const string OpenLicence = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/";

    /// <summary>Of one release, beside its file.</summary>
    public static byte[] Of(SeriesRelease release, IndicatorCatalogue catalogue)
    {
        var reading = catalogue.ReadingOf(release.Reading);
        var source = reading is null ? null : catalogue.SourceOf(reading.Source);
        return Bytes(new JsonObject
        {
            ["name"] = release.Id,
            ["title"] = reading?.Title ?? release.Reading,
            ["created"] = release.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["sources"] = new JsonArray(new JsonObject { ["title"] = source is null ? release.Name : $"{source.Producer}, {source.Name}", ["path"] = source?.Link is { Length: > 0 } link ? link : null }),
            ["licenses"] = source is null ? null : Licences([source]),
            ["almanach:raw"] = new JsonObject { ["name"] = release.Name, ["hash"] = $"sha256:{release.File}", ["sheet"] = release.Table.Sheet },
            ["resources"] = new JsonArray(Resource("donnees", "donnees.csv.gz", "gz", Fields(release, catalogue), "ligne")),
        });
    }

    /// <summary>
    /// What the figures may be used under; null unless every source says it, by a licence whose address is known: a licence has
    /// a name or an address (Data Package, « licenses »), and a title of our own is neither.
    /// </summary>
    public static JsonArray? Licences(IReadOnlyList<DataSource> sources) =>
        sources.Count > 0 && sources.All(source => source.Licence.StartsWith("Licence ouverte", StringComparison.OrdinalIgnoreCase))
            ? new JsonArray([.. sources.Select(source => source.Licence).Distinct().Select(title => (JsonNode)new JsonObject { ["title"] = title, ["path"] = OpenLicence })]) : null;

    /// <summary>A resource in CSV, its marks told as missing values.</summary>
    /// <param name="key">The fields that together name a row.</param>
    public static JsonObject Resource(string name, string path, string? compression, JsonArray fields, params IReadOnlyList<string> key)
    {
        var resource = new JsonObject
        {
            ["name"] = name,
            ["path"] = path,
            ["format"] = "csv",
            ["mediatype"] = "text/csv",
            ["encoding"] = "utf-8",
            ["dialect"] = new JsonObject { ["delimiter"] = "," },
            ["schema"] = new JsonObject
            {
                ["fields"] = fields,
                ["primaryKey"] = new JsonArray([.. key.Select(field => (JsonNode)field)]),
                ["missingValues"] = new JsonArray([.. FigureMarks.Known.Select(mark => (JsonNode)new JsonObject { ["value"] = mark.Mark, ["label"] = mark.Label })]),
            },
        };
        if (compression is not null)
            resource["compression"] = compression;
        return resource;
    }

    public static byte[] Bytes(JsonObject package) => JsonSerializer.SerializeToUtf8Bytes(package, Options);

    private static JsonArray Fields(SeriesRelease release, IndicatorCatalogue catalogue)
    {
        JsonArray fields =
        [
            Field("territoire", "string", $"Code du territoire ({LevelOf(release)}), liste au 1er\u00A0janvier {release.TerritoryYear}"),
            Field("ligne", "integer", "Ligne du fichier reçu"),
        ];
        if (release.Table.HasPeriods)
            fields.Add(Field("periode", "string", "Période"));
        fields.Add(Field("libelle", "string", "Cellule du territoire dans le fichier reçu, où elle n’est pas un code ou a été lue corrigée avec l’accord du producteur"));
        foreach (var column in release.Table.Columns)
            if (catalogue.MeasureOf(column.Measure) is { } measure)
            {
                var field = Field(SeriesNormaliser.FieldOf(column), "number", measure.Name);
                field["unit"] = measure.Unit;
                field["almanach:column"] = column.Name;
                if (column.Year > 0)
                    field["almanach:territoryYear"] = column.Year;
                if (measure.Parts is { Count: > 0 } parts && parts.All(part => release.Table.Columns.Any(other => other.Measure == part && other.Period == column.Period)))
                    field["sum"] = new JsonArray([.. parts.Select(part => (JsonNode)(column.Period.Length > 0 ? $"{part}@{column.Period}" : part))]);
                fields.Add(field);
            }
        return fields;
    }

    public static JsonObject Field(string name, string type, string title) => new() { ["name"] = name, ["type"] = type, ["title"] = title };

    private static string LevelOf(SeriesRelease release) => Territories.LevelNames.One(release.Level);
}
