using Almanach.Core.Engine;
using Almanach.Core.Ports;
using Almanach.Functions.Triggers;

namespace Almanach.Functions.Probe;

/// <summary>Takes messages and calls the triggers of the queues with them, as the Functions host does.</summary>
/// <param name="together">How many messages of a queue are worked on at once.</param>
/// <param name="deliveries">How often each message is delivered.</param>
public sealed class HostLoop(IQueue queue, QueueTriggers triggers, int together = 1, int deliveries = 1)
{
    private int messages, failures;

    /// <summary>How long a message in work stays hidden from others; short where answers are lost, since a year's clock stands still meanwhile.</summary>
    public TimeSpan HiddenFor { get; init; } = TimeSpan.FromMinutes(1);

    public int Messages => messages;

    /// <summary>Messages whose function failed and that came back.</summary>
    public int Failures => failures;

    /// <summary>False when both queues are empty; waits a moment where they only hide their messages.</summary>
    public async Task<bool> Once(CancellationToken stop = default)
    {
        var any = await Take(WorkQueues.Work, triggers.DoWork, stop) | await Take(WorkQueues.Mail, triggers.DeliverMail, stop);
        return any || await Hides(stop);
    }

    private async Task<bool> Take(string name, Func<string, CancellationToken, Task> function, CancellationToken stop)
    {
        var received = await queue.Receive(name, QueueLimits.Messages, HiddenFor, stop);
        await Parallel.ForEachAsync(received, new ParallelOptions { MaxDegreeOfParallelism = together, CancellationToken = stop }, async (message, _) => await Handle(message, function, stop));
        return received.Count > 0;
    }

    private async Task Handle(QueueMessage message, Func<string, CancellationToken, Task> function, CancellationToken stop)
    {
        Interlocked.Increment(ref messages);
        try
        {
            for (var delivery = 0; delivery < deliveries; delivery++)
                await function(message.Body, stop);
            await queue.Complete(message, stop);
        }
        catch (Exception)
        {
            Interlocked.Increment(ref failures);
            await queue.Release(message, TimeSpan.Zero, stop);
        }
    }

    /// <summary>A message was received and the answer lost, or another host is at it.</summary>
    private async Task<bool> Hides(CancellationToken stop)
    {
        foreach (var name in WorkQueues.All)
            if (await queue.Count(name, stop) > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), stop);
                return true;
            }
        return false;
    }
}
