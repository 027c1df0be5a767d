using System.Globalization;
using System.Runtime.CompilerServices;
using Almanach.Core.Ports;

namespace Almanach.Core.Engine;

/// <summary>What is still to be performed, read off the agenda and its partitions.</summary>
public sealed class Outlook(IStore store, Agenda agenda)
{
    /// <summary>All that is due up to this instant and not done, oldest first, but for what is <see cref="Unreadable"/>.</summary>
    public async Task<IReadOnlyList<Pending>> Until(DateTimeOffset instant, CancellationToken stop = default)
    {
        List<Pending> pending = [];
        await foreach (var (partition, entry) in Rows(instant, stop))
            if (Todo.Read(entry) is { } effect)
                pending.Add(new Pending(partition, entry.Key, entry.Version, At(entry.Key), effect));
        return [.. pending.OrderBy(effect => effect.At).ThenBy(effect => effect.Row, StringComparer.Ordinal)];
    }

    /// <summary>What is due at this instant and cannot be read: the worker fails at it, and <see cref="PoisonWatch"/> keeps it counted.</summary>
    public async Task<IReadOnlyList<Trouble>> Unreadable(DateTimeOffset now, CancellationToken stop = default)
    {
        List<Trouble> unreadable = [];
        await foreach (var (partition, entry) in Rows(now, stop))
            if (Todo.Read(entry) is null)
                unreadable.Add(Trouble.Of(partition, entry.Key[(KeyAt(entry.Key) + 1)..], At(entry.Key), now));
        return unreadable;
    }

    private async IAsyncEnumerable<(string Partition, Entry Entry)> Rows(DateTimeOffset instant, [EnumeratorCancellation] CancellationToken stop)
    {
        HashSet<string> partitions = [];
        await foreach (var hint in agenda.Due(instant, stop))
            partitions.Add(hint.Partition);
        foreach (var partition in partitions)
            await foreach (var entry in store.List(partition, Todo.Prefix, Todo.Until(instant), stop))
                yield return (partition, entry);
    }

    /// <summary>Takes it off the list, unless it has been performed or put off meanwhile.</summary>
    public Task<bool> Drop(Pending pending, CancellationToken stop = default) =>
        store.Commit(pending.Partition, [new Change.Delete(pending.Row, pending.Version)], stop);

    private static DateTimeOffset At(string row) => DateTimeOffset.ParseExact(
        row.AsSpan(Todo.Prefix.Length, KeyAt(row) - Todo.Prefix.Length), "yyyyMMdd'T'HHmmssfff'Z'",
        CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>The bar before the effect's key.</summary>
    private static int KeyAt(string row) => row.IndexOf('|', Todo.Prefix.Length);
}

/// <param name="At">When it will be performed, UTC: later than its due instant when it was put off.</param>
public sealed record Pending(string Partition, string Row, string Version, DateTimeOffset At, Effect Effect);
