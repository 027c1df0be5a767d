namespace Almanach.Adapters.Smtp;

/// <summary>
/// Letters to one domain in any minute: a large provider takes many at once for spam, and defers all. What is over waits.
/// Safe to use from several threads.
/// </summary>
/// <example>With 2 a minute, letters at 8:00:00 and 8:00:20: the third may leave at 8:01:00, the fourth at 8:01:20.</example>
internal sealed class DomainPace(int perMinute, TimeProvider clock)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private const int ManyDomains = 1000;
    private readonly Dictionary<string, LinkedList<DateTimeOffset>> left = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock gate = new();

    /// <summary>Counts one more, if it may leave now.</summary>
    public bool TryTake(string domain)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (left.Count >= ManyDomains)
                Forget(now);
            if (!left.TryGetValue(domain, out var times))
                left[domain] = times = new();
            Drop(times, now);
            if (times.Count >= perMinute)
                return false;
            times.AddLast(now);
            return true;
        }
    }

    /// <summary>One that was counted did not leave.</summary>
    public void GiveBack(string domain)
    {
        lock (gate)
            if (left.TryGetValue(domain, out var times) && times.Count > 0)
                times.RemoveLast();
    }

    /// <summary>How long until one more may leave; zero for now.</summary>
    public TimeSpan Wait(string domain)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (!left.TryGetValue(domain, out var times))
                return TimeSpan.Zero;
            Drop(times, now);
            return times.Count < perMinute ? TimeSpan.Zero : times.First!.Value + Minute - now;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (domain, times) in left.ToList())
        {
            Drop(times, now);
            if (times.Count == 0)
                left.Remove(domain);
        }
    }

    private static void Drop(LinkedList<DateTimeOffset> times, DateTimeOffset now)
    {
        while (times.First is { } first && first.Value <= now - Minute)
            times.RemoveFirst();
    }
}
