using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Maps;
using NetTopologySuite.Algorithm.Construct;
using NetTopologySuite.Geometries;

namespace Almanach.Adapters.Territories.Maps;

/// <summary>Shapes in the units of a map as paths of whole numbers.</summary>
internal static class Drawing
{
    /// <summary>Above so many shapes a label stands at any inner point: nobody labels 4,000 municipalities.</summary>
    private const int Labelled = 500;

    /// <summary>Small islands and enclaves under this area (units²) are left out of shapes that have more: a fifth of a pixel.</summary>
    private const double Speck = 5;

    public static IReadOnlyList<MapShape> Of(IReadOnlyList<(TerritoryCode Code, Geometry Shape)> shapes, ISet<TerritoryCode> inPart) =>
        [.. shapes.Select(one => Shape(one.Code, one.Shape, shapes.Count <= Labelled, inPart.Contains(one.Code)))];

    /// <remarks>Enclaves turn the other way than what holds them: either rule of filling leaves them open.</remarks>
    private static MapShape Shape(TerritoryCode code, Geometry shape, bool labelled, bool inPart)
    {
        var polygons = Enumerable.Range(0, shape.NumGeometries).Select(i => (Polygon)shape.GetGeometryN(i).Normalized()).OrderByDescending(polygon => polygon.Area).ToArray();
        var rings = polygons
            .Where((polygon, i) => i == 0 || polygon.Area > Speck)
            .SelectMany(polygon => polygon.InteriorRings.Where(hole => Math.Abs(NetTopologySuite.Algorithm.Area.OfRing(hole.Coordinates)) > Speck).Prepend(polygon.ExteriorRing))
            .Select(Points)
            .ToArray();
        var path = PathData.Of(rings);
        var box = shape.EnvelopeInternal;
        var label = labelled && polygons[0].Area > Speck ? MaximumInscribedCircle.GetCenter(polygons[0], 2).Coordinate : polygons[0].InteriorPoint.Coordinate;
        return new MapShape(
            code, path.Length > 0 ? path : Dot(polygons[0].Centroid.Coordinate),
            new MapBox((int)Math.Floor(box.MinX), (int)Math.Floor(box.MinY), (int)Math.Ceiling(box.Width) + 1, (int)Math.Ceiling(box.Height) + 1),
            new MapPoint((int)Math.Round(label.X), (int)Math.Round(label.Y)), inPart);
    }

    private static MapPoint[] Points(LineString ring) => [.. ring.Coordinates.SkipLast(1).Select(point => new MapPoint((int)Math.Round(point.X), (int)Math.Round(point.Y)))];

    /// <summary>A territory too small for the grid is still there.</summary>
    private static string Dot(Coordinate at) => PathData.Of([[new((int)at.X - 1, (int)at.Y), new((int)at.X, (int)at.Y - 1), new((int)at.X + 1, (int)at.Y), new((int)at.X, (int)at.Y + 1)]]);
}
