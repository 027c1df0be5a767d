
namespace Almanach.Core.Ports;

/// <summary>Cuts many changes into what single commits take.</summary>
public static class CommitChunks
{
    /// <summary>Changes left free in each, for what the caller commits along: the state of the partition, effects.</summary>
    public const int FreeChanges = 10;

    /// <summary>Bytes left free in each, likewise.</summary>
    public const int FreeBytes = 150_000;

    /// <summary>In order, as many in each as <see cref="StoreLimits"/> allow.</summary>
    public static IReadOnlyList<IReadOnlyList<Change>> Of(string partition, IEnumerable<Change> changes)
    {
        List<List<Change>> chunks = [];
        long bytes = 0;
        foreach (var change in changes)
        {
            bytes += StoreLimits.Bytes(partition, change);
            if (chunks.Count == 0 || chunks[^1].Count == StoreLimits.Changes - FreeChanges || bytes > StoreLimits.CommitBytes - FreeBytes)
            {
                chunks.Add([]);
                bytes = StoreLimits.Bytes(partition, change);
            }
            chunks[^1].Add(change);
        }
        return chunks;
    }
}
