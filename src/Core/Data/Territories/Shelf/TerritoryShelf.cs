using System.Text.Json;
using System.Text.Json.Serialization;
using Almanach.Core.Data.Territories.Maps;
using Almanach.Core.Ports;

namespace Almanach.Core.Data.Territories.Shelf;

/// <summary>
/// What was imported on territories, in the files of a platform: raw files under their hash, the index of them, and what was
/// prepared of them (tables, maps). The prepared can be made anew from the raw at any time.
/// </summary>
public static class TerritoryShelf
{
    public const string Index = "territories/index.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static string TablePath(int year) => $"territories/tables/{year}.csv";

    public static string MapPath(TerritoryCode region, TerritoryLevel level) => $"territories/maps/{region}-{LevelNames.Mark(level)}.json".ToLowerInvariant();

    public static byte[] WriteIndex(IReadOnlyList<TerritorySource> sources) => JsonSerializer.SerializeToUtf8Bytes(sources, Options);

    /// <summary>All that was imported, oldest first; none where nothing was.</summary>
    public static async Task<IReadOnlyList<TerritorySource>> Sources(IFiles files, CancellationToken stop = default) =>
        await files.Read(Index, stop) is { } bytes ? JsonSerializer.Deserialize<IReadOnlyList<TerritorySource>>(bytes, Options)! : [];

    /// <summary>The shipped territories and the tables that were imported.</summary>
    public static async Task<Atlas> Load(Atlas shipped, IFiles files, CancellationToken stop = default)
    {
        var atlas = shipped;
        foreach (var year in (await Sources(files, stop)).Where(source => source.Kind == SourceKind.Memberships).Select(source => source.Year).Distinct().Order())
            if (await files.Read(TablePath(year), stop) is { } table)
                atlas = atlas.With(TerritoryFile.Read(table));
        return atlas;
    }

    /// <summary>Null where none was prepared: a page then draws the tiles of the departments, or the table alone.</summary>
    public static async Task<TerritoryMap?> Map(IFiles files, TerritoryCode region, TerritoryLevel level, CancellationToken stop = default) =>
        await files.Read(MapPath(region, level), stop) is { } bytes ? MapFile.Read(bytes) : null;
}
