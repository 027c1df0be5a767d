namespace Almanach.Adapters.Tests;

/// <summary>A clock that moves when told to.</summary>
public sealed class FakeClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 9, 14, 6, 30, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Pass(TimeSpan time) => now += time;
}
