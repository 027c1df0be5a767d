using System.Text.Json;
using Almanach.Core.Data.Territories;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Almanach.Adapters.Territories.Contours;

/// <summary>Reads a GeoJSON file of contours: what it holds, of which level and year, and whether every shape is sound.</summary>
internal static class ContourFile
{
    /// <summary>Nested deeper, a GeoJSON is none: coordinates of a MultiPolygon stand ten deep in a collection.</summary>
    private const int Depth = 32;

    /// <summary>The share of its area a shape may gain or lose when mended: more, and it is not what was published.</summary>
    private const double Mended = 0.01;

    public static bool Is(ReadOnlySpan<byte> content)
    {
        var start = content.StartsWith("\uFEFF"u8) ? content[3..] : content;
        start = start.TrimStart(" \t\r\n"u8);
        return !start.IsEmpty && start[0] is (byte)'{' or (byte)'[';
    }

    /// <exception cref="TerritoryFileException">Not contours of territories, or broken ones.</exception>
    public static ContourSet Read(byte[] content, Atlas atlas)
    {
        List<(string Code, string Name, Geometry Shape)> features = [];
        try
        {
            var start = content.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
            using var json = JsonDocument.Parse(content.AsMemory(start), new JsonDocumentOptions { MaxDepth = Depth });
            foreach (var feature in Features(json.RootElement))
                if (feature.TryGetProperty("properties", out var properties) && GeoJsonProperties.Code(properties) is { } code
                    && feature.TryGetProperty("geometry", out var geometry) && GeoJsonShapes.Read(geometry) is { IsEmpty: false } shape)
                    features.Add((code, GeoJsonProperties.Name(properties) ?? "", Sound(shape, code)));
        }
        catch (JsonException problem)
        {
            throw new TerritoryFileException($"Ce fichier GeoJSON ne se lit pas{(problem.LineNumber is { } line ? $" (ligne {line + 1})" : "")}\u00A0: il est tronqué ou abîmé. Téléchargez-le de nouveau.");
        }
        if (features.Count == 0)
            throw new TerritoryFileException("Ce fichier ne contient aucun contour de territoire avec son code (« code », « INSEE_COM », « CODE_SIREN »…). Choisissez un fichier de contours, par exemple ceux d’Etalab.");
        if (features.GroupBy(feature => feature.Code).Where(group => group.Count() > 1).Select(group => group.Key).ToArray() is { Length: > 0 } twice)
            throw new TerritoryFileException($"{(twice.Length == 1 ? "Un code y figure" : $"{twice.Length} codes y figurent")} deux fois\u00A0: {string.Join(", ", twice.Take(5))}. Retirez les doublons, ou téléchargez de nouveau le fichier.");
        return ContourRecognition.Of(features, atlas);
    }

    private static IEnumerable<JsonElement> Features(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("features", out var list) && list.ValueKind == JsonValueKind.Array)
            return list.EnumerateArray().Where(feature => feature.ValueKind == JsonValueKind.Object);
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("geometry", out _)
            ? [root]
            : throw new TerritoryFileException("Ce fichier JSON n’est pas un GeoJSON de contours. Choisissez un fichier « FeatureCollection ».");
    }

    /// <summary>Slight faults (a point that touches its ring) are mended; a shape that crosses itself for good is refused.</summary>
    private static Geometry Sound(Geometry shape, string code)
    {
        if (shape.IsValid)
            return shape;
        var mended = GeometryFixer.Fix(shape);
        return mended is Polygon or MultiPolygon && Math.Abs(mended.Area - shape.Area) <= Mended * mended.Area
            ? mended
            : throw new TerritoryFileException($"Le contour de {code} se croise lui-même. Téléchargez de nouveau le fichier, ou choisissez une autre précision.");
    }
}
