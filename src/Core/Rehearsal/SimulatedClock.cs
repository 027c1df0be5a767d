namespace Almanach.Core.Rehearsal;

/// <summary>A clock that stands still until it is set; timestamps for durations stay real.</summary>
public sealed class SimulatedClock(DateTimeOffset now) : TimeProvider
{
    private long ticks = now.UtcTicks;

    public void Set(DateTimeOffset instant) => Interlocked.Exchange(ref ticks, instant.UtcTicks);

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);
}
