using Almanach.Adapters.Memory;
using Almanach.Adapters.Territories;
using Almanach.Adapters.Territories.Contours;
using Almanach.Adapters.Territories.Maps;
using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Shelf;


namespace Almanach.Adapters.Tests.Territories;

/// <summary>Auvergne-Rhône-Alpes of 2024 from the real contours of 2018 and the real tables.</summary>
[Takes(30)]
public class RealRegionTests
{
    private static readonly TerritoryCode Region = TerritoryCode.Of("84");

    private static readonly Lazy<Task<(MemoryFiles Files, PreparationReport Report)>> Prepared = new(Prepare);

    [Theory]
    [InlineData(TerritoryLevel.Municipality, 4_027, 700_000)]
    [InlineData(TerritoryLevel.Intercommunality, 172, 150_000)]
    [InlineData(TerritoryLevel.Canton, 251, 150_000)]
    [InlineData(TerritoryLevel.LivingArea, 258, 150_000)]
    [InlineData(TerritoryLevel.EmploymentZone, 39, 80_000)]
    [InlineData(TerritoryLevel.Arrondissement, 39, 80_000)]
    [InlineData(TerritoryLevel.Department, 14, 40_000)] // twelve, and the two parts of the Rhône
    public async Task Every_territory_of_a_level_is_drawn_and_the_file_is_small(TerritoryLevel level, int count, int bytes)
    {
        RealContours.Given();
        var (files, _) = await Prepared.Value;

        var map = (await TerritoryShelf.Map(files, Region, level))!;

        Assert.Equal((count, 0, 2024), (map.Shapes.Count, map.Missing.Count, map.Year.Value));
        Assert.All(map.Shapes, shape => Assert.True(shape.Path.Length > 8, $"{shape.Code}: {shape.Path}"));
        Assert.InRange((await files.Read(TerritoryShelf.MapPath(Region, level)))!.Length, 1, bytes);
    }

    [Theory]
    [InlineData(TerritoryLevel.Municipality)]
    [InlineData(TerritoryLevel.Intercommunality)]
    [InlineData(TerritoryLevel.Canton)]
    [InlineData(TerritoryLevel.LivingArea)]
    [InlineData(TerritoryLevel.Department)]
    public async Task The_parts_make_the_whole_without_gap_or_overlap(TerritoryLevel level)
    {
        RealContours.Given();
        var (files, _) = await Prepared.Value;

        var parts = Drawn.Areas((await TerritoryShelf.Map(files, Region, level))!.Divided(true)).Sum();
        var whole = Drawn.Areas((await TerritoryShelf.Map(files, Region, TerritoryLevel.Region))!).Sum();

        Assert.InRange(parts / whole, 0.995, 1.005);
    }

    [Fact]
    public async Task Shapes_are_sound_once_rounded_but_for_specks()
    {
        RealContours.Given();
        var (files, _) = await Prepared.Value;
        var map = (await TerritoryShelf.Map(files, Region, TerritoryLevel.Municipality))!;

        var crossing = map.Shapes.Where(shape => Drawn.Crossing(shape) > 0.01).Select(shape => shape.Code).ToArray();

        Assert.True(crossing.Length == 0, string.Join(", ", crossing));
    }

    [Fact]
    public void Municipalities_that_merged_since_2018_keep_all_their_ground()
    {
        var folder = RealContours.Given();
        var atlas = ShippedTerritories.Atlas;
        ContourSet[] sets = [.. Directory.GetFiles(Path.Combine(folder, "contours"), "communes-*.geojson").Select(file => ContourFile.Read(File.ReadAllBytes(file), atlas))];

        var ground = Ground.Of(sets, 2024, atlas);

        Assert.Equal(sets.Sum(set => set.Contours.Sum(contour => contour.Shape.Area)), ground.Shapes.Values.Sum(shape => shape.Area), 1e-6);
        Assert.Equal(4_027, ground.Shapes.Count);
        Assert.All(ground.Shapes.Values, shape => Assert.True(shape.IsValid));
        Assert.Empty(ground.Notes);
    }

    private static async Task<(MemoryFiles, PreparationReport)> Prepare()
    {
        var folder = RealContours.Given();
        var files = new MemoryFiles();
        var uploads = Directory.GetFiles(Path.Combine(folder, "contours"), "communes-*.geojson").Order(StringComparer.Ordinal)
            .Concat(Directory.GetFiles(folder, "cogugaison_*.csv"))
            .Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)))
            .Select(file => (TerritoryImport.Recognise(new TerritoryUpload(file.Item1, file.Item2), ShippedTerritories.Atlas), file.Item2))
            .ToArray();
        return (files, await TerritoryPreparation.Run(files, ShippedTerritories.Atlas, uploads, null, null));
    }
}
