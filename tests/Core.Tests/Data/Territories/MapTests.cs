using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Maps;
using Almanach.Core.Tests.Platforms;

namespace Almanach.Core.Tests.Data.Territories;

public class MapTests
{
    [Fact]
    public void Rings_are_written_relative_and_short()
    {
        var path = PathData.Of([[new(12, 34), new(17, 31), new(17, 31), new(15, 39)], [new(0, 0), new(1, 1)], [new(20, 20), new(21, 20), new(21, 21)]]);

        Assert.Equal("m12 34l5-3-2 8zm8-14l1 0 0 1z", path);
    }

    [Fact]
    public void A_map_written_and_read_again_is_the_same()
    {
        var map = new TerritoryMap(
            TerritoryCode.Of("84"), TerritoryLevel.Department, 2024, new MapBox(-2, -2, 4000, 3000),
            [new MapShape(TerritoryCode.Of("69"), "m0 0l1 0 0 1z", new MapBox(0, 0, 1, 1), new MapPoint(0, 0)), new MapShape(TerritoryCode.Of("69M"), "m0 0l1 0 0 1z", new MapBox(0, 0, 1, 1), new MapPoint(0, 0), InPart: true)],
            [TerritoryCode.Of("74")], ["Une note."], ["IGN"]);

        var read = MapFile.Read(MapFile.Write(map));

        Assert.Equal(map.Shapes, read.Shapes);
        Assert.Equal((map.Region, map.Level, map.Year, map.View), (read.Region, read.Level, read.Year, read.View));
        Assert.Equal(map.Missing, read.Missing);
        Assert.Equal(map.Notes, read.Notes);
        Assert.Equal(map.Credits, read.Credits);
        Assert.Equal(["69M"], read.Divided(true).Shapes.Select(shape => shape.Code.ToString()));
        Assert.Equal(["69"], read.Divided(false).Shapes.Select(shape => shape.Code.ToString()));
    }

    [Fact]
    public void A_file_that_is_no_map_is_refused()
    {
        Assert.Throws<FormatException>(() => MapFile.Read("{}"u8.ToArray()));
        Assert.Throws<FormatException>(() => MapFile.Read("[1]"u8.ToArray()));
        Assert.Throws<FormatException>(() => MapFile.Read("{\"format\":1"u8.ToArray()));
    }

    [Fact]
    public void Without_contours_the_platform_draws_its_thirteen_tiles()
    {
        var platform = Core.Platforms.PlatformFolder.Read(Folders.Pfoss()).Loaded!.Platform;

        var map = TileMap.Of(platform.Territories, 2024)!;

        Assert.Equal(Rhone.Portraits(TerritoryCode.Of("84"), 2024, Adapters.Territories.ShippedTerritories.Atlas), map.Shapes.Select(shape => shape.Code));
        Assert.All(map.Shapes, shape => Assert.True(shape.Box.X >= 0 && shape.Box.X + shape.Box.Width <= map.View.Width));
        Assert.All(map.Shapes, one => Assert.All(map.Shapes.Where(other => other != one), other =>
            Assert.True(Math.Abs(one.Label.X - other.Label.X) >= 600 || Math.Abs(one.Label.Y - other.Label.Y) >= 500)));
        Assert.Null(TileMap.Of(null, 2024));
    }
}
