using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Almanach.Adapters.Territories.Contours;

/// <summary>Polygons of GeoJSON (RFC 7946) as geometries; a third coordinate is left aside.</summary>
internal static class GeoJsonShapes
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    /// <summary>Null for what is neither a polygon nor several.</summary>
    /// <exception cref="TerritoryFileException">Coordinates that are none, or not in degrees.</exception>
    public static Geometry? Read(JsonElement geometry) =>
        geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("type", out var type) || !geometry.TryGetProperty("coordinates", out var coordinates)
            ? null
            : type.GetString() switch
            {
                "Polygon" => Polygon(coordinates),
                "MultiPolygon" => Factory.CreateMultiPolygon([.. Items(coordinates).Select(Polygon)]),
                _ => null,
            };

    private static Polygon Polygon(JsonElement rings)
    {
        var all = Items(rings).Select(Ring).ToArray();
        return all.Length == 0 ? throw Broken() : Factory.CreatePolygon(all[0], all[1..]);
    }

    private static LinearRing Ring(JsonElement positions)
    {
        var points = Items(positions).Select(Point).ToList();
        if (points.Count > 0 && !points[0].Equals2D(points[^1]))
            points.Add(points[0].Copy());
        return points.Count >= 4 ? Factory.CreateLinearRing([.. points]) : throw Broken();
    }

    private static Coordinate Point(JsonElement position)
    {
        if (position.ValueKind != JsonValueKind.Array || position.GetArrayLength() < 2
            || position[0].ValueKind != JsonValueKind.Number || position[1].ValueKind != JsonValueKind.Number)
            throw Broken();
        var (longitude, latitude) = (position[0].GetDouble(), position[1].GetDouble());
        if (Math.Abs(longitude) > 180 || Math.Abs(latitude) > 90)
            throw new TerritoryFileException(Math.Abs(longitude) is > 100_000 and < 1_500_000 && Math.Abs(latitude) is > 6_000_000 and < 7_300_000
                ? "Les coordonnées sont en Lambert 93. Choisissez le fichier en degrés (WGS 84), tel que le veut le format GeoJSON."
                : "Des coordonnées ne sont pas des degrés (longitude et latitude). Choisissez un fichier GeoJSON en WGS 84.");
        return new Coordinate(longitude, latitude);
    }

    private static IEnumerable<JsonElement> Items(JsonElement list) => list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : throw Broken();

    private static TerritoryFileException Broken() => new("Un contour du fichier est incomplet\u00A0: il manque des points. Téléchargez de nouveau le fichier.");
}
