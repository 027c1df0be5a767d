namespace Almanach.Core.Groups;

/// <summary>What the coordinator decides of a candidate.</summary>
public abstract record LaunchCommand(DateTimeOffset Now)
{
    /// <param name="Pilot">Organisation chosen among those that offered; empty for none.</param>
    /// <param name="Despite">« Lancer malgré tout », though conditions are missing.</param>
    /// <param name="Reason">Why, in that case: it goes to the history of the action.</param>
    public sealed record Launch(string Pilot, bool Despite, string Reason, DateTimeOffset Now) : LaunchCommand(Now);

    /// <param name="Reason">Told to those who wished for the group.</param>
    public sealed record CarryOver(string Reason, DateTimeOffset Now) : LaunchCommand(Now);
}
