using System.Globalization;
using Almanach.Core.Ports;

namespace Almanach.Core.Engine;

/// <summary>What is still to be performed, read off the agenda and its partitions.</summary>
public sealed class Outlook(IStore store, Agenda agenda)
{
    /// <summary>
    /// All that is due up to this instant and not done, oldest first. What cannot be read is left out: the worker fails at it,
    /// and <see cref="PoisonWatch"/> keeps it counted.
    /// </summary>
    public async Task<IReadOnlyList<Pending>> Until(DateTimeOffset instant, CancellationToken stop = default)
    {
        HashSet<string> partitions = [];
        await foreach (var hint in agenda.Due(instant, stop))
            partitions.Add(hint.Partition);
        List<Pending> pending = [];
        foreach (var partition in partitions)
            await foreach (var entry in store.List(partition, Todo.Prefix, Todo.Until(instant), stop))
                if (Todo.Read(entry) is { } effect)
                    pending.Add(new Pending(partition, entry.Key, entry.Version, At(entry.Key), effect));
        return [.. pending.OrderBy(effect => effect.At).ThenBy(effect => effect.Row, StringComparer.Ordinal)];
    }

    /// <summary>Takes it off the list, unless it has been performed or put off meanwhile.</summary>
    public Task<bool> Drop(Pending pending, CancellationToken stop = default) =>
        store.Commit(pending.Partition, [new Change.Delete(pending.Row, pending.Version)], stop);

    private static DateTimeOffset At(string row) => DateTimeOffset.ParseExact(
        row.AsSpan(Todo.Prefix.Length, row.IndexOf('|', Todo.Prefix.Length) - Todo.Prefix.Length), "yyyyMMdd'T'HHmmssfff'Z'",
        CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

/// <param name="At">When it will be performed, UTC: later than its due instant when it was put off.</param>
public sealed record Pending(string Partition, string Row, string Version, DateTimeOffset At, Effect Effect);
