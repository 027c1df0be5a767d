using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Memory;

/// <summary>
/// Records in memory, for rehearsals and tests: nothing outlives the object. Values are kept as UTF-8, half the room of
/// strings. Safe for many threads.
/// </summary>
public sealed class MemoryStore : IStore
{
    private const int PageSize = 256;
    private readonly ConcurrentDictionary<string, OrderedMap<Kept>> partitions = new(StringComparer.Ordinal);
    private long versions;

    private sealed record Kept(string Version, byte[] Value)
    {
        public Entry Under(string key) => new(key, Version, Encoding.UTF8.GetString(Value));
    }

    public Task<Entry?> Get(string partition, string key, CancellationToken stop = default)
    {
        if (!partitions.TryGetValue(partition, out var entries))
            return Task.FromResult<Entry?>(null);
        lock (entries)
            return Task.FromResult(entries.Find(key)?.Under(key));
    }

    public async IAsyncEnumerable<Entry> List(
        string partition, string from = "", string? before = null, [EnumeratorCancellation] CancellationToken stop = default)
    {
        if (!partitions.TryGetValue(partition, out var entries))
            yield break;
        List<KeyValuePair<string, Kept>> page;
        do
        {
            stop.ThrowIfCancellationRequested();
            lock (entries)
                page = entries.Page(from, before, PageSize);
            foreach (var (key, kept) in page)
                yield return kept.Under(key);
            if (page.Count > 0)
                from = page[^1].Key + '\0';
        }
        while (page.Count == PageSize);
        await Task.CompletedTask;
    }

    public Task<bool> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken stop = default)
    {
        StoreLimits.Check(partition, changes);
        var entries = partitions.GetOrAdd(partition, _ => new());
        lock (entries)
        {
            if (!changes.All(change => Holds(change, entries)))
                return Task.FromResult(false);

            var version = Interlocked.Increment(ref versions).ToString();
            foreach (var change in changes)
                Apply(change, version, entries);
            return Task.FromResult(true);
        }
    }

    private static bool Holds(Change change, OrderedMap<Kept> entries) => change switch
    {
        Change.Insert insert => !entries.Contains(insert.Key),
        Change.Replace replace => entries.Find(replace.Key)?.Version == replace.Version,
        Change.Put => true,
        Change.Delete { Version: null } => true,
        Change.Delete delete => entries.Find(delete.Key)?.Version == delete.Version,
        _ => throw new UnreachableException(),
    };

    private static void Apply(Change change, string version, OrderedMap<Kept> entries)
    {
        switch (change)
        {
            case Change.Insert insert: entries.Set(insert.Key, new(version, Encoding.UTF8.GetBytes(insert.Value))); break;
            case Change.Replace replace: entries.Set(replace.Key, new(version, Encoding.UTF8.GetBytes(replace.Value))); break;
            case Change.Put put: entries.Set(put.Key, new(version, Encoding.UTF8.GetBytes(put.Value))); break;
            case Change.Delete delete: entries.Remove(delete.Key); break;
            default: throw new UnreachableException();
        }
    }
}
