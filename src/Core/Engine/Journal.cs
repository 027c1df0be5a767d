using Almanach.Core.Ports;

namespace Almanach.Core.Engine;

/// <summary>
/// Every effect that was performed, under its due instant and key: performing twice writes the same line.
/// One partition a month, so that none grows without end.
/// </summary>
public sealed class Journal(IStore store)
{
    public async Task Write(JournalLine line, CancellationToken stop = default)
    {
        var change = new Change.Put($"{Todo.Stamp(line.Instant)}|{line.Key}", Stored.Write(line));
        await store.Commit(Partition(line.Instant), [change], stop);
    }

    /// <summary>Lines of whole months, from the month of one instant to the month of another, in order.</summary>
    public async IAsyncEnumerable<JournalLine> Read(
        DateTimeOffset from, DateTimeOffset to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop = default)
    {
        var month = new DateTimeOffset(from.UtcDateTime.Year, from.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
        for (; month <= to; month = month.AddMonths(1))
            await foreach (var entry in store.List(Partition(month), stop: stop))
                yield return Stored.Read<JournalLine>(entry.Value);
    }

    private static string Partition(DateTimeOffset instant) => $"journal-{instant.UtcDateTime:yyyy-MM}";
}

/// <param name="Instant">When it was due, UTC; not when a tick got to it.</param>
/// <param name="Kind">Name of the effect.</param>
/// <param name="Subject">What it was about: an id, a title, a subject line; never an address or an answer.</param>
/// <param name="Actor">« coordination » or a contact's id where a person decided; empty for a timer.</param>
public sealed record JournalLine(DateTimeOffset Instant, string Step, string Kind, string Subject, string Actor, string Key);
