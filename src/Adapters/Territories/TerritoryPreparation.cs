using Almanach.Adapters.Territories.Contours;
using Almanach.Adapters.Territories.Maps;
using Almanach.Adapters.Territories.Tables;
using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Maps;
using Almanach.Core.Data.Territories.Shelf;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Territories;

/// <summary>
/// Takes uploads into the files of a platform: raw first, then what is prepared of all that was ever imported (tables, maps),
/// the index last. Run twice, or after dying in between, it gives the same files.
/// </summary>
public static class TerritoryPreparation
{
    /// <param name="uploads">Recognised, in the order given.</param>
    /// <param name="region">Which region to draw; null for every region whose municipalities were imported whole.</param>
    /// <param name="year">The geography of the maps; null for that of the newest table, else the newest known.</param>
    public static async Task<PreparationReport> Run(
        IFiles files, Atlas shipped, IReadOnlyList<(TerritorySource Source, byte[] Content)> uploads, TerritoryCode? region, int? year, CancellationToken stop = default)
    {
        foreach (var (source, content) in uploads)
            await files.WriteNew(source.Path, content, stop);
        IReadOnlyList<TerritorySource> sources = [.. (await TerritoryShelf.Sources(files, stop)).Concat(uploads.Select(upload => upload.Source)).DistinctBy(source => source.Hash)];
        var atlas = await Tables(files, shipped, sources, stop);
        var maps = await Maps(files, atlas, sources, region, year, stop);
        await files.Write(TerritoryShelf.Index, TerritoryShelf.WriteIndex(sources), stop);
        return new PreparationReport(sources, atlas, maps);
    }

    private static async Task<Atlas> Tables(IFiles files, Atlas shipped, IReadOnlyList<TerritorySource> sources, CancellationToken stop)
    {
        List<MembershipTable> tables = [];
        foreach (var source in sources.Where(source => source.Kind is SourceKind.Memberships or SourceKind.Labels))
            tables.Add(MembershipTable.Read(Unpacking.Of((await files.Read(source.Path, stop))!), shipped));
        var labels = tables.Where(table => table.Belongings.Count == 0).ToArray();
        var atlas = shipped;
        foreach (var of in tables.Where(table => table.Belongings.Count > 0).GroupBy(table => table.Year.Value).OrderBy(group => group.Key))
        {
            var prepared = PreparedTable.Of([.. of, .. labels], shipped);
            await files.Write(TerritoryShelf.TablePath(of.Key), TerritoryFileWriter.Write(prepared), stop);
            atlas = atlas.With(prepared);
        }
        return atlas;
    }

    private static async Task<IReadOnlyList<TerritoryMap>> Maps(
        IFiles files, Atlas atlas, IReadOnlyList<TerritorySource> sources, TerritoryCode? region, int? year, CancellationToken stop)
    {
        TerritoryYear of = year ?? sources.Where(source => source is { Kind: SourceKind.Memberships, Level: TerritoryLevel.Municipality }).Select(source => source.Year).DefaultIfEmpty(atlas.Last.Value).Max();
        List<(ContourSet Set, string Credit)> sets = [];
        // The year nearest the one drawn, and of one year what came last.
        foreach (var source in sources.Where(source => source.Kind == SourceKind.Contours).Reverse().OrderBy(source => Math.Abs(source.Year - of.Value)))
            sets.Add((ContourFile.Read(Unpacking.Of((await files.Read(source.Path, stop))!), atlas), source.Credit));
        var maps = Drawn(sets, of, region, atlas);
        foreach (var one in maps.Select(map => map.Region).Distinct())
            await Clear(files, one, [.. maps.Where(map => map.Region == one).Select(map => map.Level)], stop);
        foreach (var map in maps)
            await files.Write(TerritoryShelf.MapPath(map.Region, map.Level), MapFile.Write(map), stop);
        return maps;
    }

    /// <summary>By the municipalities where a region has them all; else each level by its own contours.</summary>
    private static IReadOnlyList<TerritoryMap> Drawn(IReadOnlyList<(ContourSet Set, string Credit)> sets, TerritoryYear year, TerritoryCode? region, Atlas atlas)
    {
        var finest = sets.Where(one => one.Set.Level == TerritoryLevel.Municipality).ToArray();
        var ground = Ground.Of([.. finest.Select(one => one.Set)], year, atlas);
        var whole = Whole(ground, atlas).ToArray();
        List<TerritoryMap> maps = [];
        foreach (var one in region is { } asked ? [asked] : atlas.All(TerritoryLevel.Region, year).Select(territory => territory.Code))
            if (whole.Contains(one) || (region is not null && finest.Length > 0))
                maps.AddRange(MapMaker.Of(one, ground, Credits(finest), atlas));
            else
                maps.AddRange(sets.Except(finest).DistinctBy(set => set.Set.Level).Select(set => MapMaker.Direct(one, set.Set, year, [set.Credit], atlas)).OfType<TerritoryMap>());
        return maps;
    }

    private static IReadOnlyList<string> Credits(IEnumerable<(ContourSet Set, string Credit)> sets) => [.. sets.Select(one => one.Credit).Distinct()];

    /// <summary>Maps of levels that are no longer drawn would be of another year than the rest.</summary>
    private static async Task Clear(IFiles files, TerritoryCode region, IReadOnlyList<TerritoryLevel> drawn, CancellationToken stop)
    {
        foreach (var level in Enum.GetValues<TerritoryLevel>().Except(drawn))
            await files.Delete(TerritoryShelf.MapPath(region, level), stop);
    }

    /// <summary>Regions all of whose departments have contours.</summary>
    private static IEnumerable<TerritoryCode> Whole(Ground ground, Atlas atlas)
    {
        var departments = ground.Shapes.Keys.Select(Atlas.DepartmentOf).ToHashSet();
        return atlas.All(TerritoryLevel.Region, ground.Year).Select(region => region.Code)
            .Where(region => atlas.Members(TerritoryLevel.Region, region, TerritoryLevel.Department, ground.Year) is { Count: > 0 } members && members.All(departments.Contains));
    }
}

/// <summary>What stands after an import.</summary>
/// <param name="Sources">All that was ever imported.</param>
public sealed record PreparationReport(IReadOnlyList<TerritorySource> Sources, Atlas Atlas, IReadOnlyList<TerritoryMap> Maps);
