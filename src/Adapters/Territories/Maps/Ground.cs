using Almanach.Core.Data.Territories;
using Almanach.Adapters.Territories.Contours;
using NetTopologySuite.Geometries;

namespace Almanach.Adapters.Territories.Maps;

/// <summary>
/// The municipalities of one year as shapes, made of contours of whatever year: merged ones are joined. A municipality that
/// was split since keeps its whole old shape under the code that stayed, and a note says so.
/// </summary>
/// <param name="Shapes">In degrees.</param>
internal sealed record Ground(TerritoryYear Year, IReadOnlyDictionary<TerritoryCode, Geometry> Shapes, IReadOnlyList<string> Notes)
{
    /// <param name="sets">The best first: where two cover a municipality, the first is taken.</param>
    public static Ground Of(IReadOnlyList<ContourSet> sets, TerritoryYear year, Atlas atlas)
    {
        var shapes = new SortedDictionary<TerritoryCode, Geometry>();
        List<string> notes = [];
        foreach (var set in sets)
        {
            var parts = set.Contours
                .Select(contour => (contour, fate: atlas.Became(contour.Code, set.Year, year)))
                .Where(pair => pair.fate.Kind != FateKind.Unknown)
                .ToLookup(pair => Holder(pair.contour.Code, pair.fate), pair => pair.contour);
            foreach (var group in parts.Where(group => !shapes.ContainsKey(group.Key)))
                shapes[group.Key] = Union.Of([.. group.Select(contour => contour.Shape)]);
            notes.AddRange(set.Contours
                .Select(contour => (contour, fate: atlas.Became(contour.Code, set.Year, year)))
                .Where(pair => pair.fate.Kind == FateKind.Several)
                .Select(pair => $"{pair.contour.Name} ({pair.contour.Code}) a été partagée depuis {set.Year}\u00A0: son ancien contour couvre {pair.fate.Codes.Count} communes ({string.Join(", ", pair.fate.Codes)})."));
        }
        return new Ground(year, shapes, [.. notes.Distinct()]);
    }

    private static TerritoryCode Holder(TerritoryCode code, Fate fate) => fate.Codes.Contains(code) ? code : fate.Codes[0];
}
