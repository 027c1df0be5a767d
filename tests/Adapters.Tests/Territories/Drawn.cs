using System.Globalization;
using System.Text.RegularExpressions;
using Almanach.Core.Data.Territories.Maps;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Almanach.Adapters.Tests.Territories;

/// <summary>Reads the paths of a map back into shapes.</summary>
internal static partial class Drawn
{
    public static IEnumerable<double> Areas(TerritoryMap map) => map.Shapes.Select(shape => Math.Abs(Rings(shape.Path).Sum(SignedArea)));

    /// <summary>The share of a shape that changes when it is made valid: what crosses itself.</summary>
    public static double Crossing(MapShape shape)
    {
        var factory = new GeometryFactory();
        var rings = Rings(shape.Path).Where(ring => ring.Length >= 4).ToArray();
        var worst = 0.0;
        foreach (var ring in rings)
        {
            var polygon = factory.CreatePolygon(ring);
            if (polygon.Area > 5 && !polygon.IsValid)
                worst = Math.Max(worst, Math.Abs(GeometryFixer.Fix(polygon).Area - polygon.Area) / polygon.Area);
        }
        return worst;
    }

    /// <summary>Closed rings; enclaves turn the other way than what holds them.</summary>
    private static IEnumerable<Coordinate[]> Rings(string path)
    {
        var (x, y) = (0, 0);
        foreach (var ring in path.Split('z', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = Number().Matches(ring).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToArray();
            (x, y) = (x + numbers[0], y + numbers[1]);
            List<Coordinate> points = [new(x, y)];
            var (px, py) = (x, y);
            for (var i = 2; i + 1 < numbers.Length; i += 2)
                points.Add(new Coordinate(px += numbers[i], py += numbers[i + 1]));
            points.Add(points[0].Copy());
            yield return [.. points];
        }
    }

    private static double SignedArea(Coordinate[] ring) => NetTopologySuite.Algorithm.Area.OfRingSigned(ring);

    [GeneratedRegex(@"-?\d+")]
    private static partial Regex Number();
}
