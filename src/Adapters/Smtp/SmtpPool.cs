namespace Almanach.Adapters.Smtp;

/// <summary>Places for so many connections, and those that wait for the next batch. Safe to use from several threads.</summary>
internal sealed class SmtpPool : IDisposable
{
    /// <summary>How long a connection waits; most relays close it after five minutes (RFC 5321, 4.5.3.2.7), and busy ones sooner.</summary>
    private static readonly TimeSpan Rests = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim places;
    private readonly TimeProvider clock;
    private readonly Stack<(SmtpSession Session, DateTimeOffset Since)> resting = new();
    private readonly ITimer sweep;
    private bool isClosed;

    public SmtpPool(int most, TimeProvider clock)
    {
        (places, this.clock) = (new(most), clock);
        sweep = clock.CreateTimer(_ => Leave(Taken(since => clock.GetUtcNow() - since >= Rests)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>False when no place came free by then, or the host stops.</summary>
    public async Task<bool> Enter(TimeSpan longest, CancellationToken stop)
    {
        try
        {
            return await places.WaitAsync(longest, stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public bool TryEnter() => places.Wait(0);

    public void Leave() => places.Release();

    /// <summary>A connection of before that still stands; null when there is none.</summary>
    public SmtpSession? Resting()
    {
        lock (resting)
            while (resting.TryPop(out var one))
                if (one.Session.IsStale)
                    one.Session.Dispose();
                else
                    return one.Session;
        return null;
    }

    public void Rest(SmtpSession session)
    {
        session.Rest();
        lock (resting)
        {
            resting.Push((session, clock.GetUtcNow()));
            if (!isClosed)
                sweep.Change(Rests, Rests);
        }
        if (isClosed)
            Leave(Taken(_ => true));
    }

    public void Dispose()
    {
        isClosed = true;
        sweep.Dispose();
        Leave(Taken(_ => true));
    }

    private List<SmtpSession> Taken(Func<DateTimeOffset, bool> which)
    {
        lock (resting)
        {
            var taken = resting.Where(one => which(one.Since)).Select(one => one.Session).ToList();
            var kept = resting.Where(one => !which(one.Since)).Reverse().ToList();
            resting.Clear();
            kept.ForEach(resting.Push);
            return taken;
        }
    }

    /// <summary>They part together, each within two seconds.</summary>
    private static void Leave(List<SmtpSession> sessions) => Task.Run(() => Task.WhenAll(sessions.Select(async session =>
    {
        using (session)
            await session.Quit();
    }))).GetAwaiter().GetResult();
}
