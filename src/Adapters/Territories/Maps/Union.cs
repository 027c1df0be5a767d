using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.OverlayNG;

namespace Almanach.Adapters.Territories.Maps;

/// <summary>Joins neighbouring shapes: at once where they share their borders exactly, robustly otherwise.</summary>
internal static class Union
{
    public static Geometry Of(IReadOnlyList<Geometry> shapes)
    {
        if (shapes.Count == 1)
            return shapes[0];
        var all = shapes[0].Factory.BuildGeometry([.. shapes]);
        try
        {
            var joined = NetTopologySuite.Coverage.CoverageUnion.Union([.. shapes]);
            if (joined.IsValid && joined is Polygon or MultiPolygon)
                return joined;
        }
        // Overlaps: the shapes are no coverage.
        catch (Exception none) when (none is TopologyException or ArgumentException or InvalidOperationException)
        {
        }
        return GeometryFixer.Fix(OverlayNGRobust.Union(all));
    }
}
