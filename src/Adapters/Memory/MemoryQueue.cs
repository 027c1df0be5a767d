using System.Collections.Concurrent;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Memory;

/// <summary>Queues in memory, for rehearsals and tests, under the clock given. Safe for many threads.</summary>
public sealed class MemoryQueue(TimeProvider clock) : IQueue
{
    private readonly ConcurrentDictionary<string, MemoryLane> lanes = new(StringComparer.Ordinal);

    public Task Send(string queue, string body, TimeSpan visibleIn = default, CancellationToken stop = default)
    {
        QueueLimits.CheckName(queue);
        QueueLimits.CheckBody(body);
        QueueLimits.CheckDelay(visibleIn);
        Lane(queue).Add(body, clock.GetUtcNow() + visibleIn);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<QueueMessage>> Receive(string queue, int max, TimeSpan hidden, CancellationToken stop = default)
    {
        QueueLimits.CheckName(queue);
        QueueLimits.CheckReception(max, hidden);
        var now = clock.GetUtcNow();
        var (received, poisoned) = Lane(queue).Receive(max, now, now + hidden);
        foreach (var body in poisoned)
            Lane(queue + QueueLimits.PoisonSuffix).Add(body, now);
        return Task.FromResult<IReadOnlyList<QueueMessage>>(received);
    }

    public Task<bool> Complete(QueueMessage message, CancellationToken stop = default) =>
        Task.FromResult(Lane(message.Queue).Complete(message));

    public Task<bool> Release(QueueMessage message, TimeSpan visibleIn, CancellationToken stop = default)
    {
        QueueLimits.CheckDelay(visibleIn);
        return Task.FromResult(Lane(message.Queue).Release(message, clock.GetUtcNow() + visibleIn));
    }

    public Task<int> Count(string queue, CancellationToken stop = default) => Task.FromResult(Lane(queue).Count);

    private MemoryLane Lane(string queue) => lanes.GetOrAdd(queue, name => new MemoryLane(name));
}
