using System.Text;
using Almanach.Adapters.Memory;
using Almanach.Adapters.Territories;
using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Shelf;

namespace Almanach.Adapters.Tests.Territories;

public class PreparationTests
{
    private static readonly TerritoryCode Region = TerritoryCode.Of("84");

    [Fact]
    public async Task Municipalities_that_merged_are_drawn_as_one_in_a_later_year()
    {
        var files = new MemoryFiles();

        await Import(files, 2024, Squares.GeoJson(Squares.Before2019));

        var map = (await TerritoryShelf.Map(files, Region, TerritoryLevel.Municipality))!;
        Assert.Equal(["01004", "01033"], map.Shapes.Select(shape => shape.Code.ToString()));
        Assert.Equal(3, Math.Round(map.ShapeOf(TerritoryCode.Of("01033"))!.Box.Width / (double)map.ShapeOf(TerritoryCode.Of("01004"))!.Box.Width));
        Assert.Equal(2024, map.Year.Value);
        Assert.Equal(4_025, map.Missing.Count);
        Assert.Contains("m", map.Shapes[0].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_EPCI_of_which_contours_are_missing_outside_the_region_is_told_in_part_and_all_else_is_whole()
    {
        var files = new MemoryFiles();

        await Import(files, 2024, Squares.GeoJson(Squares.Before2019));

        var map = (await TerritoryShelf.Map(files, Region, TerritoryLevel.Intercommunality))!;
        Assert.Equal(2, map.Shapes.Count);
        Assert.All(map.Shapes, shape => Assert.False(shape.InPart));
        Assert.Equal(170, map.Missing.Count);
        Assert.Contains(map.Notes, note => note.StartsWith("Sans contour", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_split_keeps_the_old_shape_and_says_so()
    {
        var files = new MemoryFiles();

        await Import(files, 2025, Squares.GeoJson(("15141", "Neussargues en Pinatelle"), ("15014", "Aurillac")));

        var map = (await TerritoryShelf.Map(files, Region, TerritoryLevel.Municipality))!;
        Assert.Contains(map.Shapes, shape => shape.Code == TerritoryCode.Of("15141"));
        Assert.Contains(map.Notes, note => note.Contains("a été partagée", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_table_adds_its_levels_with_their_names_for_its_year()
    {
        var files = new MemoryFiles();

        await Import(
            files, null,
            Encoding.UTF8.GetBytes("Table d’appartenance\nGéographie au 01/01/2024\nCODGEO;LIBGEO;CANOV;ZE2020;BV2022;EPCI\n01004;Ambérieu-en-Bugey;0101;8405;01004;ZZZZZZZZZ\n01033;Valserhône;0119;8412;01033;ZZZZZZZZZ\n"),
            Encoding.UTF8.GetBytes("NIVGEO;CODGEO;LIBGEO\nCANOV;0101;Ambérieu-en-Bugey\nZE2020;8405;Bourg-en-Bresse\nDEP;01;Ain\n"));

        var atlas = await TerritoryShelf.Load(ShippedTerritories.Atlas, files);
        Assert.Equal("Ambérieu-en-Bugey", atlas.Name(TerritoryLevel.Canton, TerritoryCode.Of("0101"), 2024));
        Assert.Equal("canton-ou-ville 0119", atlas.Name(TerritoryLevel.Canton, TerritoryCode.Of("0119"), 2024));
        Assert.Equal("Bourg-en-Bresse", atlas.Name(TerritoryLevel.EmploymentZone, TerritoryCode.Of("8405"), 2024));
        Assert.Equal("Valserhône", atlas.Name(TerritoryLevel.LivingArea, TerritoryCode.Of("01033"), 2024));
        Assert.Equal(TerritoryCode.Of("8405"), atlas.Parent(TerritoryLevel.Municipality, TerritoryCode.Of("01004"), TerritoryLevel.EmploymentZone, 2024));
        Assert.False(atlas.Covers(TerritoryLevel.Canton, 2023));
        Assert.Equal(TerritoryCode.Of("240100883"), atlas.Parent(TerritoryLevel.Municipality, TerritoryCode.Of("01004"), TerritoryLevel.Intercommunality, 2024));
    }

    [Fact]
    public async Task Neighbourhoods_come_with_their_municipality()
    {
        var files = new MemoryFiles();

        await Import(files, null, Encoding.UTF8.GetBytes("CODE_IRIS;LIB_IRIS;DEPCOM\n690290102;Centre;69029\n693810101;Terreaux;69381\n"));

        var atlas = await TerritoryShelf.Load(ShippedTerritories.Atlas, files);
        Assert.Equal("Terreaux", atlas.Name(TerritoryLevel.Neighbourhood, TerritoryCode.Of("693810101"), 2026));
        Assert.Equal(TerritoryCode.Of("69123"), atlas.Parent(TerritoryLevel.Neighbourhood, TerritoryCode.Of("693810101"), TerritoryLevel.Municipality, 2026));
        Assert.Equal(2, atlas.Members(TerritoryLevel.Region, Region, TerritoryLevel.Neighbourhood, 2026).Count);
    }

    [Fact]
    public async Task Departments_alone_are_drawn_by_their_own_contours()
    {
        var files = new MemoryFiles();

        await Import(files, null, Squares.GeoJson(("01", "Ain"), ("69", "Rhône")));

        var map = (await TerritoryShelf.Map(files, Region, TerritoryLevel.Department))!;
        Assert.Equal(["01", "69"], map.Shapes.Select(shape => shape.Code.ToString()));
        Assert.Equal(10, map.Missing.Count);
        Assert.Null(await TerritoryShelf.Map(files, Region, TerritoryLevel.Municipality));
    }

    [Fact]
    public async Task Importing_twice_changes_nothing_and_raw_files_are_kept_as_they_came()
    {
        var files = new MemoryFiles();
        var content = Squares.GeoJson(Squares.Before2019);
        await Import(files, 2024, content);
        var before = await Everything(files);

        await Import(files, 2024, content);

        Assert.Equal(before, await Everything(files));
        Assert.Equal(content, await files.Read((await TerritoryShelf.Sources(files)).Single().Path));
    }

    /// <param name="year">With a year, the one region asked for; else all that can be drawn.</param>
    private static Task<PreparationReport> Import(MemoryFiles files, int? year, params IReadOnlyList<byte[]> contents) =>
        TerritoryPreparation.Run(
            files, ShippedTerritories.Atlas, [.. contents.Select(content => (TerritoryImport.Recognise(new TerritoryUpload("fichier", content), ShippedTerritories.Atlas), content))],
            year is null ? null : Region, year);

    private static async Task<IReadOnlyList<string>> Everything(MemoryFiles files)
    {
        List<string> all = [];
        await foreach (var path in files.List(""))
            all.Add($"{path} {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData((await files.Read(path))!))}");
        return all;
    }
}
