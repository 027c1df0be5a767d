using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Almanach.Core.Ports;

namespace Almanach.Web.Tests.Hosting;

/// <summary>A store in memory that can be brought back to a moment, and says what has changed since. Versions never come twice, so that nothing kept by version is wrong afterwards.</summary>
public sealed class RewindableStore : IStore
{
    private readonly Lock door = new();
    private ImmutableDictionary<string, Entry[]> partitions = ImmutableDictionary.Create<string, Entry[]>(StringComparer.Ordinal);
    private static long versions;

    /// <summary>Everything as it stands now.</summary>
    public ImmutableDictionary<string, Entry[]> Now
    {
        get
        {
            lock (door)
                return partitions;
        }
    }

    public void Rewind(ImmutableDictionary<string, Entry[]> moment)
    {
        lock (door)
            partitions = moment;
    }

    /// <summary>Every record with its version.</summary>
    public string Whole() => string.Concat(Now.OrderBy(partition => partition.Key, StringComparer.Ordinal)
        .SelectMany(partition => partition.Value.Select(row => $"{partition.Key}/{row.Key}@{row.Version}={row.Value}\n")));

    /// <summary>The keys of rows written or deleted since.</summary>
    public IReadOnlyList<string> ChangedSince(ImmutableDictionary<string, Entry[]> moment)
    {
        var now = Now;
        return now == moment ? [] :
        [
            .. now.Keys.Union(moment.Keys).Order(StringComparer.Ordinal).SelectMany(partition => now.GetValueOrDefault(partition, []).Except(moment.GetValueOrDefault(partition, []))
                .Concat(moment.GetValueOrDefault(partition, []).Except(now.GetValueOrDefault(partition, []))).Select(row => $"{partition}/{row.Key}").Distinct()),
        ];
    }

    public Task<Entry?> Get(string partition, string key, CancellationToken stop = default)
    {
        var rows = Now.GetValueOrDefault(partition, []);
        var at = Find(rows, key);
        return Task.FromResult(at >= 0 ? rows[at] : null);
    }

    public async IAsyncEnumerable<Entry> List(string partition, string from = "", string? before = null, [EnumeratorCancellation] CancellationToken stop = default)
    {
        var rows = Now.GetValueOrDefault(partition, []);
        var first = Find(rows, from);
        for (var at = first < 0 ? ~first : first; at < rows.Length && (before is null || string.CompareOrdinal(rows[at].Key, before) < 0); at++)
        {
            stop.ThrowIfCancellationRequested();
            yield return rows[at];
        }
        await Task.CompletedTask;
    }

    public Task<bool> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken stop = default)
    {
        StoreLimits.Check(partition, changes);
        lock (door)
        {
            var rows = partitions.GetValueOrDefault(partition, []);
            if (!changes.All(change => Holds(change, rows)))
                return Task.FromResult(false);
            var version = $"{Interlocked.Increment(ref versions)}";
            List<Entry> changed = [.. rows];
            foreach (var change in changes)
            {
                var at = changed.BinarySearch(new Entry(change.Key, "", ""), ByKey.Ordinal);
                if (at >= 0)
                    changed.RemoveAt(at);
                if (Value(change) is { } value)
                    changed.Insert(at >= 0 ? at : ~at, new Entry(change.Key, version, value));
            }
            partitions = partitions.SetItem(partition, [.. changed]);
            return Task.FromResult(true);
        }
    }

    private static string? Value(Change change) => change switch
    {
        Change.Insert insert => insert.Value,
        Change.Replace replace => replace.Value,
        Change.Put put => put.Value,
        Change.Delete => null,
        _ => throw new UnreachableException(),
    };

    private static bool Holds(Change change, Entry[] rows) => change switch
    {
        Change.Insert insert => Find(rows, insert.Key) < 0,
        Change.Replace replace => Find(rows, replace.Key) is >= 0 and var at && rows[at].Version == replace.Version,
        Change.Delete { Version: { } version } delete => Find(rows, delete.Key) is >= 0 and var at && rows[at].Version == version,
        _ => true,
    };

    private static int Find(Entry[] rows, string key) => Array.BinarySearch(rows, new Entry(key, "", ""), ByKey.Ordinal);

    private sealed class ByKey : IComparer<Entry>
    {
        public static ByKey Ordinal { get; } = new();

        public int Compare(Entry? one, Entry? other) => string.CompareOrdinal(one!.Key, other!.Key);
    }
}
