
namespace Almanach.Core.Ports;

/// <summary>
/// Keyed records in partitions. One commit touches one partition, atomically, with optimistic concurrency.
/// The limits are those of Azure Table Storage and hold on every backend, so that nothing works on one alone:
/// see <see cref="StoreLimits"/>.
/// </summary>
public interface IStore
{
    /// <summary>The record, or null.</summary>
    Task<Entry?> Get(string partition, string key, CancellationToken stop = default);

    /// <summary>
    /// The records of a partition with <paramref name="from"/> ≤ key &lt; <paramref name="before"/> in ordinal order,
    /// streamed in pages; the pages are not a snapshot.
    /// </summary>
    IAsyncEnumerable<Entry> List(string partition, string from = "", string? before = null, CancellationToken stop = default);

    /// <summary>
    /// All the changes or none. False when a version no longer matches, an inserted key exists, or a replaced or
    /// deleted one does not: load and decide again.
    /// </summary>
    /// <exception cref="StoreLimitException">A limit of <see cref="StoreLimits"/> is passed: a bug of the caller.</exception>
    Task<bool> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken stop = default);
}

/// <summary>A stored record. The version changes with every write and means nothing else.</summary>
public sealed record Entry(string Key, string Version, string Value);

/// <summary>One change of a commit. A key appears at most once in a commit.</summary>
public abstract record Change
{
    private Change(string key) => Key = key;

    public string Key { get; }

    /// <summary>Fails the commit when the key exists.</summary>
    public sealed record Insert(string Key, string Value) : Change(Key);

    /// <summary>Fails the commit unless the key stands at this version.</summary>
    public sealed record Replace(string Key, string Value, string Version) : Change(Key);

    /// <summary>Writes whatever stood there.</summary>
    public sealed record Put(string Key, string Value) : Change(Key);

    /// <summary>Fails the commit unless the key stands at this version; without a version, deletes if it exists.</summary>
    public sealed record Delete(string Key, string? Version = null) : Change(Key);
}
