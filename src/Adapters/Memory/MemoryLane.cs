using Almanach.Core.Ports;

namespace Almanach.Adapters.Memory;

/// <summary>The messages of one queue, sorted by the instant they become visible.</summary>
internal sealed class MemoryLane(string queue)
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, Held> held = [];
    private readonly SortedSet<(DateTimeOffset Visible, long Id)> order = [];
    private readonly bool poisons = !QueueLimits.IsPoison(queue);
    private long names;

    /// <param name="Receipt">Zero before the first reception.</param>
    private sealed record Held(long Id, string Body, DateTimeOffset Visible, int Dequeues, long Receipt);

    public int Count
    {
        get
        {
            lock (gate)
                return held.Count;
        }
    }

    public void Add(string body, DateTimeOffset visible)
    {
        lock (gate)
            Keep(new(++names, body, visible, 0, 0));
    }

    /// <summary>The messages received, and the bodies that were received too often already and have left.</summary>
    public (List<QueueMessage> Received, List<string> Poisoned) Receive(int max, DateTimeOffset now, DateTimeOffset hiddenUntil)
    {
        var received = new List<QueueMessage>();
        var poisoned = new List<string>();
        lock (gate)
            while (received.Count < max && order.Count > 0 && order.Min.Visible <= now)
            {
                var next = held[order.Min.Id];
                Drop(next);
                if (poisons && next.Dequeues >= IQueue.MaxDequeues)
                {
                    poisoned.Add(next.Body);
                    continue;
                }
                next = next with { Visible = hiddenUntil, Dequeues = next.Dequeues + 1, Receipt = ++names };
                Keep(next);
                received.Add(new(queue, next.Id.ToString(), next.Receipt.ToString(), next.Body, next.Dequeues));
            }
        return (received, poisoned);
    }

    public bool Complete(QueueMessage message)
    {
        lock (gate)
        {
            if (Current(message) is not { } current)
                return false;
            Drop(current);
            return true;
        }
    }

    public bool Release(QueueMessage message, DateTimeOffset visible)
    {
        lock (gate)
        {
            if (Current(message) is not { } current)
                return false;
            Drop(current);
            Keep(current with { Visible = visible, Receipt = ++names });
            return true;
        }
    }

    private Held? Current(QueueMessage message) =>
        long.TryParse(message.Id, out var id) && held.GetValueOrDefault(id) is { } found && found.Receipt.ToString() == message.Receipt
            ? found
            : null;

    private void Keep(Held message)
    {
        held.Add(message.Id, message);
        order.Add((message.Visible, message.Id));
    }

    private void Drop(Held message)
    {
        held.Remove(message.Id);
        order.Remove((message.Visible, message.Id));
    }
}
