using System.Runtime.CompilerServices;
using Almanach.Core.Ports;

namespace Almanach.Core.Engine;

/// <summary>
/// Which partitions have something to do, and when: hints in due buckets of one minute. A hint is written before the
/// work it announces and dropped only when its partition has nothing pending and any commit it may announce
/// has had its time.
/// </summary>
public sealed class Agenda(IStore store, TimeProvider clock)
{
    public const string Partition = "agenda";

    /// <summary>A commit lands within this time of its hint, or is given up.</summary>
    public static readonly TimeSpan CommitWithin = TimeSpan.FromMinutes(5);

    /// <summary>A hint stays at least this long: twice what a commit may take.</summary>
    public static readonly TimeSpan KeepFor = TimeSpan.FromMinutes(10);

    public Task Hint(DateTimeOffset due, string partition, CancellationToken stop = default) =>
        store.Commit(Partition, [new Change.Put($"{Bucket(due)}|{partition}", Todo.Stamp(clock.GetUtcNow()))], stop);

    /// <summary>The hints of all buckets up to this instant, oldest first.</summary>
    public async IAsyncEnumerable<AgendaHint> Due(DateTimeOffset now, [EnumeratorCancellation] CancellationToken stop = default)
    {
        await foreach (var entry in store.List(Partition, before: Todo.Stamp(now) + "~", stop: stop))
            yield return new AgendaHint(entry.Key, entry.Version, entry.Key[(entry.Key.IndexOf('|') + 1)..], entry.Value);
    }

    /// <summary>The first bucket after this instant, or null when nothing is ahead.</summary>
    public async Task<DateTimeOffset?> NextAfter(DateTimeOffset now, CancellationToken stop = default)
    {
        await foreach (var entry in store.List(Partition, Todo.Stamp(now) + "~", stop: stop))
            return DateTimeOffset.ParseExact(
                entry.Key[..entry.Key.IndexOf('|')], "yyyyMMdd'T'HHmmssfff'Z'", null, System.Globalization.DateTimeStyles.AssumeUniversal);
        return null;
    }

    /// <summary>Drops a hint that nobody has renewed since it was read.</summary>
    public async Task Drop(AgendaHint hint, CancellationToken stop = default)
    {
        if (string.CompareOrdinal(hint.Written, Todo.Stamp(clock.GetUtcNow() - KeepFor)) < 0)
            await store.Commit(Partition, [new Change.Delete(hint.Key, hint.Version)], stop);
    }

    private static string Bucket(DateTimeOffset due)
    {
        var minute = due.ToUniversalTime().AddTicks(TimeSpan.TicksPerMinute - 1);
        return Todo.Stamp(minute.AddTicks(-(minute.Ticks % TimeSpan.TicksPerMinute)));
    }
}

/// <param name="Written">Stamp of the instant the hint was last written.</param>
public sealed record AgendaHint(string Key, string Version, string Partition, string Written);
