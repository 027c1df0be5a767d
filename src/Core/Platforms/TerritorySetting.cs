namespace Almanach.Core.Platforms;

/// <summary>Which region the dashboard and its maps are of, and how its departments are drawn where no contours were imported.</summary>
/// <param name="Region">The code of the region in the official list: <c>84</c>.</param>
/// <param name="Tiles">One a department (or part of one: <c>69D</c>, <c>69M</c>), placed by hand where it lies in the region.</param>
public sealed record TerritorySetting(string Region, IReadOnlyList<MapTile> Tiles);

/// <summary>A hexagon of a tile map.</summary>
/// <param name="Code">The department: <c>01</c>, <c>69M</c>.</param>
/// <param name="Column">In half tiles from the left, 0 to <see cref="MostColumn"/>: rows that touch stand half a tile apart.</param>
/// <param name="Row">From the top, 0 to <see cref="MostRow"/>.</param>
public sealed record MapTile(string Code, string Name, int Column, int Row)
{
    public const int MostColumn = 60;

    public const int MostRow = 30;
}
