using Almanach.Core.Ports;

namespace Almanach.Local.Hosting;

/// <summary>A queue that rings when something is sent to it.</summary>
public sealed class SignallingQueue(IQueue inner, WorkSignal signal) : IQueue
{
    public async Task Send(string queue, string body, TimeSpan visibleIn = default, CancellationToken stop = default)
    {
        await inner.Send(queue, body, visibleIn, stop);
        signal.Ring();
    }

    public Task<IReadOnlyList<QueueMessage>> Receive(string queue, int max, TimeSpan hidden, CancellationToken stop = default) =>
        inner.Receive(queue, max, hidden, stop);

    public Task<bool> Complete(QueueMessage message, CancellationToken stop = default) => inner.Complete(message, stop);

    public Task<bool> Release(QueueMessage message, TimeSpan visibleIn, CancellationToken stop = default) => inner.Release(message, visibleIn, stop);

    public Task<int> Count(string queue, CancellationToken stop = default) => inner.Count(queue, stop);
}
