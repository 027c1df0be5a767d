using System.Text;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Ports;
using Almanach.Core.Privacy;

namespace Almanach.Core.Retention;

/// <summary>
/// Deletes the files of imports once they have served: tables as they were dropped, and the rows written from them. No file
/// says since when it is there: the night that first sees it notes the day. What a waiting import needs stays.
/// </summary>
public sealed class OldImports(Ledger ledger, IStore store, IFiles files)
{
    /// <summary>Where the day is noted on which a file was first seen.</summary>
    public const string Partition = "retention";

    private const string Prefix = "file|";

    /// <returns>How many files were deleted.</returns>
    public async Task<int> Erase(DateOnly today, CancellationToken stop = default)
    {
        Dictionary<string, Held<SeenFile>> seen = [];
        await foreach (var held in ledger.List<SeenFile>(Partition, Prefix, stop))
            seen[held.Value.Path] = held;
        List<string> paths = [];
        await foreach (var path in files.List(ImportDesk.Folder, stop))
            paths.Add(path);

        var waiting = await Waiting(stop);
        var gone = paths.Where(path => seen.TryGetValue(path, out var held) && RetentionRules.HasServed(held.Value.Since, today) && !waiting.Any(row => row.Contains(IdOf(path), StringComparison.Ordinal)))
            .Take(RetentionRules.MostANight).ToList();
        foreach (var path in gone)
            await files.Delete(path, stop);
        await Note(
            [
                .. paths.Where(path => !seen.ContainsKey(path)).Select(path => new Change.Put(KeyOf(path), Stored.Write(new SeenFile(path, today)))),
                .. seen.Keys.Except(paths.Except(gone)).Select(path => new Change.Delete(KeyOf(path))),
            ], stop);
        return gone.Count;
    }

    /// <summary>
    /// Files that name somebody, and those that cannot be read here (workbooks): they have served, or the table is dropped anew.
    /// What a waiting import needs stays.
    /// </summary>
    public async Task<IReadOnlyList<string>> Of(Mention mention, CancellationToken stop = default)
    {
        var waiting = await Waiting(stop);
        List<string> hers = [];
        await foreach (var path in files.List(ImportDesk.Folder, stop))
            if (!waiting.Any(row => row.Contains(IdOf(path), StringComparison.Ordinal)) && await files.Read(path, stop) is { } bytes && (IsPacked(bytes) || mention.In(Encoding.UTF8.GetString(bytes))
                || mention.In(Encoding.Latin1.GetString(bytes)) || Names(bytes, mention)))
                hers.Add(path);
        return hers;
    }

    /// <summary>A workbook is a zip file.</summary>
    private static bool IsPacked(byte[] bytes) => bytes.AsSpan().StartsWith("PK"u8);

    /// <summary>Names and addresses are cells of their own, in whatever order.</summary>
    private static bool Names(byte[] bytes, Mention mention) => Encoding.UTF8.GetString(bytes).Split('\n').Any(line => mention.In(string.Join(' ', line.Split([';', ',', '\t', '"'], StringSplitOptions.RemoveEmptyEntries))));

    private async Task Note(IReadOnlyList<Change> changes, CancellationToken stop)
    {
        foreach (var chunk in changes.Chunk(RetentionRules.Chunk))
            await store.Commit(Partition, chunk, stop);
    }

    /// <summary>What imports have still to do, or could not do and may be told to try again.</summary>
    private async Task<IReadOnlyList<string>> Waiting(CancellationToken stop)
    {
        List<string> rows = [];
        foreach (var prefix in new[] { Todo.Prefix, Trouble.Aside })
            await foreach (var entry in store.List(ImportDesk.Partition, prefix, KeyPrefix.End(prefix), stop))
                rows.Add(entry.Value);
        return rows;
    }

    private static string IdOf(string path) => path[(path.LastIndexOf('/') + 1)..].Split('.')[0];

    private static string KeyOf(string path) => Prefix + path[ImportDesk.Folder.Length..].Replace('/', '|');
}

/// <param name="Since">Day of the night that first saw it.</param>
public sealed record SeenFile(string Path, DateOnly Since);
