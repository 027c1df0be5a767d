using Almanach.Core.Ports;

namespace Almanach.Core.Tests.Engine;

/// <summary>A store in which another worker comes first, once, when a chosen key is about to be written.</summary>
internal sealed class RivalStore(IStore inner, string prefix) : IStore
{
    /// <summary>What the other worker does.</summary>
    public Func<Task>? Comes { get; set; }

    public Task<Entry?> Get(string partition, string key, CancellationToken stop = default) => inner.Get(partition, key, stop);

    public IAsyncEnumerable<Entry> List(string partition, string from = "", string? before = null, CancellationToken stop = default) =>
        inner.List(partition, from, before, stop);

    public async Task<bool> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken stop = default)
    {
        if (Comes is { } comes && changes.Any(change => change.Key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            Comes = null;
            await comes();
        }
        return await inner.Commit(partition, changes, stop);
    }
}
