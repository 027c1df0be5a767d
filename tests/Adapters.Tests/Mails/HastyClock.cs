namespace Almanach.Adapters.Tests.Mails;

/// <summary>A clock on which a wait is over at once and its time is past; what is set to recur rings when asked.</summary>
internal sealed class HastyClock : TimeProvider
{
    private readonly Lock gate = new();
    private DateTimeOffset now = new(2026, 9, 14, 6, 30, 0, TimeSpan.Zero);
    private HastyTimer? recurring;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HastyTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets a minute pass and rings what recurs.</summary>
    public Task Ring()
    {
        Pass(TimeSpan.FromMinutes(1));
        return Task.Run(() => recurring?.Ring());
    }

    private void Pass(TimeSpan time)
    {
        lock (gate)
            now += time;
    }

    private sealed class HastyTimer(HastyClock clock, Action ring) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
                return true;
            if (period != Timeout.InfiniteTimeSpan)
            {
                clock.recurring = this;
                return true;
            }
            clock.Pass(dueTime);
            ThreadPool.QueueUserWorkItem(_ => ring());
            return true;
        }

        public void Ring() => ring();

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
