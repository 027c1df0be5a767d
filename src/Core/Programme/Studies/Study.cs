namespace Almanach.Core.Programme.Studies;

/// <summary>A study, from the choice of its subject to its publication.</summary>
/// <param name="Reached">The stages it has reached, in their order.</param>
/// <param name="Operator">Who carries it out; may be empty, as may all that follows.</param>
/// <param name="Scope">What it covers.</param>
/// <param name="Cost">« 12 000 euros, dont 8 000 de la DREETS »: as it is said, nothing is counted.</param>
public sealed record Study(IReadOnlyList<StageReached> Reached, string Operator = "", string Scope = "", string Cost = "")
{
    public static Study Begun { get; } = new([]);

    public StageReached? Now => Reached.Count > 0 ? Reached[^1] : null;
}

/// <param name="Stage">Its name, as the platform words it.</param>
/// <param name="Day">On which it was reached.</param>
public sealed record StageReached(string Stage, DateOnly Day);
