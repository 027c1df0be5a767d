namespace Almanach.Core.Data.Territories.Maps;

/// <summary>
/// The map of a region at one level, prepared from contours that were imported. All levels of a region share one frame, so that
/// the outlines of one may lie over the shapes of another.
/// </summary>
/// <param name="Region">The region the map is of.</param>
/// <param name="Year">The geography drawn.</param>
/// <param name="View">The <c>viewBox</c>: the region is <see cref="MapFrame.Width"/> units wide, territories that cross its border go beyond.</param>
/// <param name="Shapes">In the order of their codes. At the level of departments 69 stands beside its parts 69D and 69M: see <see cref="Divided"/>.</param>
/// <param name="Missing">Territories of the level without a contour: the table shows them.</param>
/// <param name="Notes">What a reader should know of the contours, in French.</param>
/// <param name="Credits">Whose contours they are, to be printed under every map.</param>
public sealed record TerritoryMap(
    TerritoryCode Region, TerritoryLevel Level, TerritoryYear Year, MapBox View, IReadOnlyList<MapShape> Shapes,
    IReadOnlyList<TerritoryCode> Missing, IReadOnlyList<string> Notes, IReadOnlyList<string> Credits)
{
    /// <summary>With the Rhône as 69D and 69M (thirteen portraits), or undivided as most producers count it.</summary>
    public TerritoryMap Divided(bool divided) => Level != TerritoryLevel.Department ? this : this with
    {
        Shapes = [.. Shapes.Where(shape => divided ? shape.Code != Rhone.Undivided || !Shapes.Any(other => Rhone.IsPart(other.Code)) : !Rhone.IsPart(shape.Code))],
    };

    public MapShape? ShapeOf(TerritoryCode code) => Shapes.FirstOrDefault(shape => shape.Code == code);
}
