using Almanach.Core.Ports;

namespace Almanach.Core.Engine;

/// <summary>Wakes every partition that has something due: the only thing a timer does. Both hosts call it every five minutes.</summary>
public sealed class Ticker(IStore store, IQueue queue, Agenda agenda, TimeProvider clock)
{
    /// <summary>How often a host ticks: what failed without a row of its own waits this long at most.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    public async Task Tick(CancellationToken stop = default)
    {
        var now = clock.GetUtcNow();
        List<AgendaHint> hints = [];
        await foreach (var hint in agenda.Due(now, stop))
            hints.Add(hint);
        foreach (var partition in hints.GroupBy(hint => hint.Partition))
        {
            if (await Pending(partition.Key, now, stop))
                await queue.Wake(partition.Key, stop);
            else
                foreach (var hint in partition)
                    await agenda.Drop(hint, stop);
        }
    }

    private async Task<bool> Pending(string partition, DateTimeOffset now, CancellationToken stop)
    {
        await foreach (var _ in store.List(partition, Todo.Prefix, Todo.Until(now), stop))
            return true;
        return false;
    }
}
