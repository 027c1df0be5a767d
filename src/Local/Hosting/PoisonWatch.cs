using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Local.Hosting;

/// <summary>
/// Keeps in the poison queue one message for each partition that still fails, so that its count says how many things are
/// wrong. What has succeeded since leaves; the tick goes on waking the others.
/// </summary>
public sealed partial class PoisonWatch(Office office, ILogger<PoisonWatch> log)
{
    private const string Queue = Ledger.WorkQueue + QueueLimits.PoisonSuffix;
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(30);

    public async Task Sweep(CancellationToken stop)
    {
        List<QueueMessage> all = [];
        while (await office.Around.Queue.Receive(Queue, QueueLimits.Messages, Hidden, stop) is { Count: > 0 } messages)
            all.AddRange(messages);
        foreach (var partition in all.GroupBy(message => message.Body))
        {
            var pending = await Pending(partition.Key, stop);
            foreach (var message in partition.Skip(pending > 0 ? 1 : 0))
                await office.Around.Queue.Complete(message, stop);
            if (pending == 0)
                continue;
            await office.Around.Queue.Release(partition.First(), TimeSpan.Zero, stop);
            Log.Stuck(log, pending, partition.Key);
        }
    }

    private async Task<int> Pending(string partition, CancellationToken stop)
    {
        var count = 0;
        await foreach (var _ in office.Around.Store.List(partition, Todo.Prefix, Todo.Until(office.Now), stop))
            count++;
        return count;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Count} effects of {Partition} go on failing.")]
        public static partial void Stuck(ILogger log, int count, string partition);
    }
}
