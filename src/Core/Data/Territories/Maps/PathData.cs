using System.Globalization;
using System.Text;

namespace Almanach.Core.Data.Territories.Maps;

/// <summary>Rings of whole points as SVG path data, as short as it gets: <c>m12 34l5-3-2 8z</c>.</summary>
public static class PathData
{
    /// <summary>Points of a closed ring, the last not repeating the first. A ring of fewer than three points that differ is left out.</summary>
    public static string Of(IEnumerable<IReadOnlyList<MapPoint>> rings)
    {
        var path = new StringBuilder();
        var at = new MapPoint(0, 0);
        foreach (var ring in rings.Select(Thin).Where(ring => ring.Count >= 3))
        {
            // After z the pen is where the ring began.
            path.Append('m');
            Pair(path, ring[0].X - at.X, ring[0].Y - at.Y);
            at = ring[0];
            path.Append('l');
            for (var i = 1; i < ring.Count; i++)
                Pair(path, ring[i].X - ring[i - 1].X, ring[i].Y - ring[i - 1].Y);
            path.Append('z');
        }
        return path.ToString();
    }

    /// <summary>Without points that repeat the one before: rounding makes many.</summary>
    private static List<MapPoint> Thin(IReadOnlyList<MapPoint> ring)
    {
        List<MapPoint> thin = new(ring.Count);
        foreach (var point in ring)
            if (thin.Count == 0 || thin[^1] != point)
                thin.Add(point);
        while (thin.Count > 1 && thin[^1] == thin[0])
            thin.RemoveAt(thin.Count - 1);
        return thin;
    }

    private static void Pair(StringBuilder path, int x, int y)
    {
        Number(path, x);
        Number(path, y);
    }

    private static void Number(StringBuilder path, int number)
    {
        if (number >= 0 && char.IsAsciiDigit(path[^1]))
            path.Append(' ');
        path.Append(CultureInfo.InvariantCulture, $"{number}");
    }
}
