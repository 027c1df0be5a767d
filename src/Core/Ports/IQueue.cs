namespace Almanach.Core.Ports;

/// <summary>
/// At-least-once queues, as Azure Storage Queues are: a received message is invisible for a while and comes back unless
/// completed; one received more than <see cref="MaxDequeues"/> times moves to <c>&lt;queue&gt;-poison</c>.
/// A body has at most 48 KiB of UTF-8.
/// </summary>
public interface IQueue
{
    const int MaxDequeues = 5;

    Task Send(string queue, string body, TimeSpan visibleIn = default, CancellationToken stop = default);

    /// <summary>Up to <paramref name="max"/> visible messages (1 to 32), each hidden for <paramref name="hidden"/>.</summary>
    Task<IReadOnlyList<QueueMessage>> Receive(string queue, int max, TimeSpan hidden, CancellationToken stop = default);

    /// <summary>Removes the message, unless it has been received by somebody else since (then false).</summary>
    Task<bool> Complete(QueueMessage message, CancellationToken stop = default);

    /// <summary>Makes the message visible again after a while, keeping its count (false as for <see cref="Complete"/>).</summary>
    Task<bool> Release(QueueMessage message, TimeSpan visibleIn, CancellationToken stop = default);

    /// <summary>Messages in the queue, hidden ones included; approximate while others work.</summary>
    Task<int> Count(string queue, CancellationToken stop = default);
}

/// <param name="Id">Names the message in its queue.</param>
/// <param name="Receipt">Names this reception; a later one makes it stale.</param>
/// <param name="Dequeues">How often it was received, this time included.</param>
public sealed record QueueMessage(string Queue, string Id, string Receipt, string Body, int Dequeues);
