using System.Collections.Immutable;
using Almanach.Core.Data.Checks.Mending;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Core.Data.Series;

/// <summary>The releases and their normalised files.</summary>
public sealed class SeriesShelf(Ledger ledger, IFiles files)
{
    /// <summary>Every release, by reading and number.</summary>
    public async Task<IReadOnlyList<SeriesRelease>> All(CancellationToken stop = default)
    {
        List<SeriesRelease> all = [];
        await foreach (var held in ledger.List<SeriesRelease>(SeriesRelease.Partition, "release|", stop))
            all.Add(held.Value);
        return all;
    }

    /// <summary>What the auditor said of a delivered file, by each reading that is held back for figures the file itself hides.</summary>
    public async Task<IReadOnlyList<ReleaseAudit>> HeldBack(DataDeposit deposit, CancellationToken stop = default) =>
        [.. (await All(stop)).Where(release => release is { State: ReleaseState.Held, Audit.OwnCount: > 0 } && release.Organisation == deposit.Organisation && release.File == deposit.File).Select(release => release.Audit!)];

    /// <summary>Accepted files that could not be read, the newest first.</summary>
    public async Task<IReadOnlyList<UnreadFile>> Unread(CancellationToken stop = default)
    {
        List<UnreadFile> all = [];
        await foreach (var held in ledger.List<UnreadFile>(SeriesRelease.Partition, UnreadFile.Prefix, stop))
            all.Add(held.Value);
        return [.. all.OrderByDescending(unread => unread.At)];
    }

    /// <summary>Null where there is none, whatever the name asked for.</summary>
    public async Task<Held<SeriesRelease>?> Find(string reading, int number, CancellationToken stop = default) =>
        !StoreLimits.IsName(reading) ? null : await ledger.Find<SeriesRelease>(SeriesRelease.Partition, SeriesRelease.KeyOf(reading, number), stop);

    /// <summary>Counts the changes; 0 before the first.</summary>
    public async Task<int> Revision(CancellationToken stop = default) =>
        (await ledger.Find<SeriesState>(SeriesRelease.Partition, SeriesState.Key, stop))?.Value.Revision ?? 0;

    /// <summary>Tables kept in memory: a page that goes back to the cells of a figure reads a few of them again and again.</summary>
    private const int MostRecent = 4;

    private readonly Lock _gate = new();

    private ImmutableList<(string Path, IReadOnlyList<SeriesTable> Tables)> _recent = [];

    /// <summary>A normalised file never changes: the few read last are kept.</summary>
    /// <exception cref="InvalidDataException">Its file is gone.</exception>
    public async Task<IReadOnlyList<SeriesTable>> Tables(SeriesRelease release, CancellationToken stop = default)
    {
        var kept = _recent.Find(one => one.Path == release.DataPath);
        kept.Tables ??= SeriesTable.Read(await Data(release, stop));
        lock (_gate)
            _recent = [(release.DataPath, kept.Tables), .. _recent.Where(one => one.Path != release.DataPath).Take(MostRecent - 1)];
        return kept.Tables;
    }

    /// <summary>The normalised file, compressed.</summary>
    public async Task<byte[]> Data(SeriesRelease release, CancellationToken stop = default) =>
        await files.Read(release.DataPath, stop) ?? throw new InvalidDataException($"Le fichier normalisé de la publication {release.Id} manque. Rétablissez une sauvegarde.");

    public async Task Write(SeriesRelease release, byte[] data, byte[] package, CancellationToken stop = default)
    {
        await files.Write(release.DataPath, data, stop);
        await files.Write(release.PackagePath, package, stop);
    }

    /// <summary>The values of a file that were agreed to be read as others.</summary>
    /// <exception cref="InvalidDataException">The list is gone: the file may not be read without it.</exception>
    public async Task<MendList> Mends(AgreedReading agreed, CancellationToken stop = default) => await files.Read(agreed.Path, stop) is { } json ? MendList.Read(json)
        : throw new InvalidDataException($"La liste des corrections {agreed.List} manque. Rétablissez une sauvegarde.");

    public Task<Stream?> Raw(string path, CancellationToken stop = default) => files.Open(path, stop);

    public Task Keep(string path, Stream content, CancellationToken stop = default) => files.WriteNew(path, content, stop);
}
