using Almanach.Core.Platforms;

namespace Almanach.Core.Data.Territories.Maps;

/// <summary>
/// The map of the departments where no contours were imported: hexagons placed by hand in the platform's folder. Drawn like
/// any other <see cref="TerritoryMap"/>, so that a page never has a hole.
/// </summary>
public static class TileMap
{
    /// <summary>Half the width of a tile, in units; its height follows from the regular hexagon, point up.</summary>
    private const int Half = 300;

    private const int Side = 346;

    private const int Gap = 12;

    /// <summary>Null for a platform that placed no tile: the table alone is shown.</summary>
    public static TerritoryMap? Of(TerritorySetting? setting, TerritoryYear year)
    {
        if (setting is not { Tiles.Count: > 0 })
            return null;
        MapShape[] shapes = [.. setting.Tiles.Select(Shape).OrderBy(shape => shape.Code)];
        var (right, bottom) = (shapes.Max(shape => shape.Box.X + shape.Box.Width), shapes.Max(shape => shape.Box.Y + shape.Box.Height));
        return new TerritoryMap(
            TerritoryCode.Of(setting.Region), TerritoryLevel.Department, year, new MapBox(0, 0, right + Gap, bottom + Gap), shapes, [],
            ["Carte schématique\u00A0: une tuile par département, placée selon sa position dans la région."], []);
    }

    private static MapShape Shape(MapTile tile)
    {
        var centre = new MapPoint(((tile.Column + 1) * Half) + Gap, (tile.Row * Side * 3 / 2) + Side + Gap);
        var (half, side) = (Half - (Gap / 2), Side - (Gap / 2));
        MapPoint[] corners =
        [
            new(centre.X, centre.Y - side), new(centre.X + half, centre.Y - (side / 2)), new(centre.X + half, centre.Y + (side / 2)),
            new(centre.X, centre.Y + side), new(centre.X - half, centre.Y + (side / 2)), new(centre.X - half, centre.Y - (side / 2)),
        ];
        return new MapShape(TerritoryCode.Of(tile.Code), PathData.Of([corners]), new MapBox(centre.X - half, centre.Y - side, 2 * half, 2 * side), centre);
    }
}
