using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Maps;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;

namespace Almanach.Adapters.Territories.Maps;

/// <summary>
/// Prepares the maps of a region from the ground of its municipalities: put into the frame, simplified with borders still
/// shared, then dissolved level by level. What is simplified once is dissolved from there, so that the outlines of all
/// levels lie on one another.
/// </summary>
internal static class MapMaker
{
    /// <summary>
    /// How much is let go, in units (five a pixel at 800 pixels): the side of the triangle a vertex may cut off. Municipalities
    /// first, then each wider level a little more.
    /// </summary>
    private static double Tolerance(TerritoryLevel level) => level switch
    {
        TerritoryLevel.Municipality => 4,
        TerritoryLevel.Region or TerritoryLevel.Department => 6,
        _ => 5,
    };

    private static readonly TerritoryLevel[] Wider =
        [TerritoryLevel.Intercommunality, TerritoryLevel.EmploymentZone, TerritoryLevel.LivingArea, TerritoryLevel.Canton, TerritoryLevel.Arrondissement, TerritoryLevel.Department, TerritoryLevel.Region];

    /// <summary>All maps that the ground and the memberships known for its year allow; none where the region has no contour.</summary>
    public static IReadOnlyList<TerritoryMap> Of(TerritoryCode region, Ground ground, IReadOnlyList<string> credits, Atlas atlas)
    {
        var inside = atlas.Members(TerritoryLevel.Region, region, TerritoryLevel.Municipality, ground.Year);
        var drawn = inside.Where(ground.Shapes.ContainsKey).ToArray();
        if (drawn.Length == 0)
            return [];
        var frame = Frame(drawn.Select(code => ground.Shapes[code].EnvelopeInternal));
        var around = Wider.Where(level => atlas.Covers(level, ground.Year) && !IsAdministrative(level)).SelectMany(level => atlas.Members(TerritoryLevel.Region, region, level, ground.Year)
            .SelectMany(code => atlas.Members(level, code, TerritoryLevel.Municipality, ground.Year))).Where(ground.Shapes.ContainsKey);
        TerritoryCode[] codes = [.. drawn.Union(around).Order()];
        var simple = CoverageSimplifier.Simplify([.. codes.Select(code => Framed(ground.Shapes[code], frame))], Tolerance(TerritoryLevel.Municipality));
        var municipalities = codes.Zip(simple).ToDictionary(pair => pair.First, pair => pair.Second);

        var setting = new Setting(region, ground, credits, atlas, municipalities, inside.ToHashSet());
        return
        [
            Map(region, TerritoryLevel.Municipality, ground, credits, [.. drawn.Select(code => (code, municipalities[code]))], [.. inside.Except(drawn)], new HashSet<TerritoryCode>()),
            .. Wider.Where(level => atlas.Covers(level, ground.Year)).Select(level => Dissolved(setting, level)),
        ];
    }

    /// <summary>One level by its own contours, where those of municipalities are not there; null where the region has none of them.</summary>
    public static TerritoryMap? Direct(TerritoryCode region, Contours.ContourSet set, TerritoryYear year, IReadOnlyList<string> credits, Atlas atlas)
    {
        var codes = set.Level == TerritoryLevel.Region ? [region] : atlas.Members(TerritoryLevel.Region, region, set.Level, year);
        var contours = set.Contours.Where(contour => codes.Contains(contour.Code)).OrderBy(contour => contour.Code).ToArray();
        if (contours.Length == 0)
            return null;
        var frame = Frame(contours.Select(contour => contour.Shape.EnvelopeInternal));
        var shapes = Simplified([.. contours.Select(contour => (contour.Code, Framed(contour.Shape, frame)))], set.Level);
        var ground = new Ground(year, new Dictionary<TerritoryCode, Geometry>(), []);
        return Map(region, set.Level, ground, credits, shapes, [.. codes.Except(shapes.Select(shape => shape.Code))], []);
    }

    private sealed record Setting(
        TerritoryCode Region, Ground Ground, IReadOnlyList<string> Credits, Atlas Atlas, IReadOnlyDictionary<TerritoryCode, Geometry> Municipalities, IReadOnlySet<TerritoryCode> Inside);

    private static TerritoryMap Dissolved(Setting setting, TerritoryLevel level)
    {
        List<(TerritoryCode Code, Geometry Shape)> shapes = [];
        List<TerritoryCode> missing = [];
        HashSet<TerritoryCode> inPart = [];
        foreach (var code in Codes(setting, level))
        {
            var members = setting.Atlas.Members(level, code, TerritoryLevel.Municipality, setting.Ground.Year);
            var parts = members.Where(setting.Municipalities.ContainsKey).Select(member => setting.Municipalities[member]).ToArray();
            if (parts.Length == 0)
                missing.Add(code);
            else
                shapes.Add((code, Union.Of(parts)));
            if (parts.Length > 0 && members.Any(member => !setting.Municipalities.ContainsKey(member) && !setting.Inside.Contains(member)))
                inPart.Add(code);
        }
        // 69 lies over its parts, and shapes that overlap cannot share borders: it is joined of them afterwards.
        var divided = shapes.Exists(shape => Rhone.IsPart(shape.Code));
        var simple = Simplified([.. shapes.Where(shape => !divided || shape.Code != Rhone.Undivided)], level);
        if (divided)
            simple = [.. simple, (Rhone.Undivided, Union.Of([.. simple.Where(shape => Rhone.IsPart(shape.Code)).Select(shape => shape.Shape)]))];
        return Map(setting.Region, level, setting.Ground, setting.Credits, [.. simple.OrderBy(shape => shape.Code)], missing, inPart);
    }

    private static IReadOnlyList<TerritoryCode> Codes(Setting setting, TerritoryLevel level) => level switch
    {
        TerritoryLevel.Region => [setting.Region],
        TerritoryLevel.Department => [.. setting.Atlas.Members(TerritoryLevel.Region, setting.Region, level, setting.Ground.Year)
            .Union(Rhone.Portraits(setting.Region, setting.Ground.Year, setting.Atlas)).Order()],
        _ => setting.Atlas.Members(TerritoryLevel.Region, setting.Region, level, setting.Ground.Year),
    };

    private static (TerritoryCode Code, Geometry Shape)[] Simplified((TerritoryCode Code, Geometry Shape)[] shapes, TerritoryLevel level) =>
        shapes.Length == 0 ? [] : [.. shapes.Select(shape => shape.Code).Zip(CoverageSimplifier.Simplify([.. shapes.Select(shape => shape.Shape)], Tolerance(level)))];

    private static TerritoryMap Map(
        TerritoryCode region, TerritoryLevel level, Ground ground, IReadOnlyList<string> credits, IReadOnlyList<(TerritoryCode Code, Geometry Shape)> shapes, IReadOnlyList<TerritoryCode> missing, HashSet<TerritoryCode> inPart)
    {
        var box = new Envelope();
        foreach (var (_, shape) in shapes)
            box.ExpandToInclude(shape.EnvelopeInternal);
        var view = new MapBox((int)Math.Floor(box.MinX) - 2, (int)Math.Floor(box.MinY) - 2, (int)Math.Ceiling(box.Width) + 4, (int)Math.Ceiling(box.Height) + 4);
        return new TerritoryMap(region, level, ground.Year, view, Drawing.Of(shapes, inPart), missing, [.. MapNotes.Of(level, ground, missing, inPart)], credits);
    }

    private static bool IsAdministrative(TerritoryLevel level) => level is TerritoryLevel.Region or TerritoryLevel.Department or TerritoryLevel.Arrondissement or TerritoryLevel.Canton;

    private static MapFrame Frame(IEnumerable<Envelope> boxes)
    {
        var all = new Envelope();
        foreach (var box in boxes)
            all.ExpandToInclude(box);
        return MapFrame.Around(all.MinX, all.MinY, all.MaxX, all.MaxY);
    }

    /// <summary>The same point always falls on the same place: shared borders stay shared.</summary>
    private static Geometry Framed(Geometry shape, MapFrame frame)
    {
        var framed = shape.Copy();
        framed.Apply(new ToFrame(frame));
        framed.GeometryChanged();
        return framed;
    }

    private sealed class ToFrame(MapFrame frame) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence points, int i)
        {
            points.SetX(i, frame.X(points.GetX(i)));
            points.SetY(i, frame.Y(points.GetY(i)));
        }
    }
}
