namespace Almanach.Web.Cockpit;

/// <summary>The machine's own clock, for sessions and codes: the office's may be a simulated one.</summary>
public sealed class MachineClock(TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();
}
