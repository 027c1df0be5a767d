
namespace Almanach.Functions.Tests.Mail;

/// <summary>A clock that jumps over every wait, and remembers them.</summary>
internal sealed class HurriedClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<TimeSpan> waits = [];
    private TimeSpan passed;

    public Action<int> OnWait { get; set; } = _ => { };

    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (gate)
                return [.. waits];
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return new DateTimeOffset(2026, 9, 14, 6, 30, 0, TimeSpan.Zero) + passed;
    }

    public override long GetTimestamp() => (long)((GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds * TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var number = 0;
        if (dueTime > TimeSpan.Zero)
            lock (gate)
            {
                passed += dueTime;
                waits.Add(dueTime);
                number = waits.Count;
            }
        if (number > 0)
            OnWait(number);
        return System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
    }
}
