namespace Almanach.Core.Engine;

/// <summary>That an effect is not done yet.</summary>
/// <param name="At">When it is to be looked at again, UTC.</param>
/// <param name="Elsewhere">Somebody else is at it: its row is theirs to move or drop, and is looked at again in case they died.</param>
public sealed record Again(DateTimeOffset At, bool Elsewhere = false);
