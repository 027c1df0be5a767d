using System.Collections.Concurrent;
using System.Text;
using Almanach.Adapters.Memory;
using Almanach.Core.Ports;

namespace Almanach.Web.Tests.Hosting;

/// <summary>A store in memory that can be read as a whole, to see whether anything changed.</summary>
public sealed class WatchedStore : IStore
{
    private readonly MemoryStore inner = new();
    private readonly ConcurrentDictionary<string, bool> partitions = new();

    public Task<Entry?> Get(string partition, string key, CancellationToken stop = default) => inner.Get(partition, key, stop);

    public IAsyncEnumerable<Entry> List(string partition, string from = "", string? before = null, CancellationToken stop = default) =>
        inner.List(partition, from, before, stop);

    public Task<bool> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken stop = default)
    {
        partitions[partition] = true;
        return inner.Commit(partition, changes, stop);
    }

    /// <summary>Every record with its version.</summary>
    public async Task<string> Whole()
    {
        var whole = new StringBuilder();
        foreach (var partition in partitions.Keys.Order(StringComparer.Ordinal))
            await foreach (var entry in inner.List(partition))
                whole.Append(partition).Append('/').Append(entry.Key).Append('@').Append(entry.Version).Append('=').Append(entry.Value).Append('\n');
        return whole.ToString();
    }
}
