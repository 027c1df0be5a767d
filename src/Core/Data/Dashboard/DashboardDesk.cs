using System.Security.Cryptography;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Maps;
using Almanach.Core.Data.Territories.Shelf;
using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Core.Data.Dashboard;

/// <summary>What the dashboard shows, made once and kept until a release or a list of territories changes.</summary>
public sealed class DashboardDesk(Setting setting, SeriesShelf shelf, SeriesDesk series, IFiles files, Func<Atlas>? shipped)
{
    private readonly Lock _gate = new();

    private Making? _making;

    private Lists? _lists;

    /// <summary>Null for a platform without indicators or without a region.</summary>
    public async Task<Board?> Board(CancellationToken stop = default)
    {
        if (setting.Platform.Territories is not { } territories || setting.Folder.Indicators.Indicators.Count == 0 || shipped is null)
            return null;
        var revision = await shelf.Revision(stop);
        var stamp = SHA256.HashData(await files.Read(TerritoryShelf.Index, stop) ?? []);
        Making making;
        lock (_gate)
            making = _making is { } kept && kept.Holds(revision, stamp) ? kept
                : _making = new Making(revision, stamp, Make(territories, _making?.Done, revision, stamp));
        return await making.Board.WaitAsync(stop);
    }

    /// <summary>The lists of territories, those imported too.</summary>
    public async Task<Atlas> Atlas(CancellationToken stop = default)
    {
        var index = await files.Read(TerritoryShelf.Index, stop) ?? [];
        if (_lists is not { } kept || !kept.Index.AsSpan().SequenceEqual(index))
        {
            var atlas = await TerritoryShelf.Load(shipped?.Invoke() ?? throw new InvalidOperationException("This host has no list of territories."), files, stop);
            var tables = (await TerritoryShelf.Sources(files, stop)).Where(source => source.Kind == SourceKind.Memberships).Select(source => source.Year).ToArray();
            _lists = kept = new Lists(index, atlas, tables.Length == 0 ? atlas.Last.Value : tables.Max());
        }
        return kept.Atlas;
    }

    private async Task<Board> Make(Platforms.TerritorySetting territories, Board? before, int revision, byte[] stamp)
    {
        await Task.Yield();
        var atlas = await Atlas();
        var region = TerritoryCode.Of(territories.Region);
        var geography = before is not null && before.Lists.AsSpan().SequenceEqual(stamp) ? before.Book.Geography : new Geography(atlas, region, _lists!.Year);
        var releases = await shelf.All();
        var book = new SeriesBook(geography, setting.Folder.Indicators, await series.Published(releases));
        Dictionary<TerritoryLevel, TerritoryMap> maps = [];
        foreach (var level in geography.Levels.Select(scope => scope.Level))
            if (await TerritoryShelf.Map(files, region, level) is { } map)
                maps[level] = map;
        if (!maps.ContainsKey(TerritoryLevel.Department) && TileMap.Of(territories, geography.Year) is { } tiles)
            maps[TerritoryLevel.Department] = tiles;
        return new Board(book, maps, releases, revision, stamp);
    }

    /// <summary>Lists of territories as they were loaded; one reference, so that nobody reads half of it.</summary>
    /// <param name="Index">Of what was imported.</param>
    /// <param name="Year">The geography of the dashboard.</param>
    private sealed record Lists(byte[] Index, Atlas Atlas, int Year);

    /// <summary>A board that is made, or being made, for whoever asks: not for one request that may go away.</summary>
    private sealed record Making(int Revision, byte[] Stamp, Task<Board> Board)
    {
        public Board? Done => Board.IsCompletedSuccessfully ? Board.Result : null;

        public bool Holds(int revision, byte[] stamp) => Revision == revision && Stamp.AsSpan().SequenceEqual(stamp) && !Board.IsFaulted;
    }
}
