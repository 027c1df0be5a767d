using Almanach.Core.Ports;

namespace Almanach.Core.Engine;

/// <summary>
/// Takes up work whose message was received too often and never finished, because the process died on it each time: what is
/// due there is put off as if it had failed, so that it is tried ever more seldom, shown, and at last set aside. Work that
/// cannot even be read keeps one message in the queue, whose count the cockpit shows.
/// </summary>
public sealed class PoisonWatch(IStore store, IQueue queue, Troubles troubles, TimeProvider clock)
{
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(30);

    /// <returns>The partitions that had such work.</returns>
    public async Task<IReadOnlyList<string>> Sweep(CancellationToken stop = default)
    {
        List<string> found = [];
        foreach (var name in WorkQueues.All)
            found.AddRange(await Sweep(name + QueueLimits.PoisonSuffix, stop));
        return found;
    }

    private async Task<IReadOnlyList<string>> Sweep(string poison, CancellationToken stop)
    {
        List<QueueMessage> all = [];
        while (await queue.Receive(poison, QueueLimits.Messages, Hidden, stop) is { Count: > 0 } messages)
            all.AddRange(messages);
        List<string> found = [];
        foreach (var partition in all.GroupBy(message => WorkMessage.Read(message.Body).Partition))
        {
            var stuck = await PutOff(partition.Key, stop);
            if (stuck is not null)
                found.Add(partition.Key);
            foreach (var message in partition.Skip(stuck is true ? 1 : 0))
                await queue.Complete(message, stop);
            if (stuck is true)
                await queue.Release(partition.First(), TimeSpan.Zero, stop);
        }
        return found;
    }

    /// <summary>Null when nothing was due any more; true when something there cannot be read.</summary>
    private async Task<bool?> PutOff(string partition, CancellationToken stop)
    {
        bool? stuck = null;
        List<Entry> due = [];
        await foreach (var entry in store.List(partition, Todo.Prefix, Todo.Until(clock.GetUtcNow()), stop))
            due.Add(entry);
        foreach (var entry in due)
            if (Todo.Read(entry) is { } effect)
            {
                Telemetry.Failed.Add(1, Telemetry.Kind(effect));
                await troubles.PutOff(partition, entry, effect, new UnfinishedException(), stop);
                stuck ??= false;
            }
            else
            {
                stuck = true;
            }
        return stuck;
    }
}

/// <summary>The process died each time it was at this work, or was stopped: nobody saw how it failed.</summary>
public sealed class UnfinishedException() : Exception("The work was begun several times and never finished.");
