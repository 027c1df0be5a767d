namespace Almanach.Core.Data.Territories;

/// <summary>Where the ground of a municipality lies in another list of codes, later or earlier.</summary>
/// <param name="Codes">In order; empty when the code is in neither list.</param>
public sealed record Fate(FateKind Kind, IReadOnlyList<TerritoryCode> Codes)
{
    public static Fate Unknown { get; } = new(FateKind.Unknown, []);

    /// <summary>Set when it lies in one municipality as a whole: what is additive can be carried there.</summary>
    public TerritoryCode? Whole => Kind is FateKind.Same or FateKind.Another ? Codes[0] : null;
}

public enum FateKind
{
    /// <summary>The same code; others may have joined it.</summary>
    Same,

    /// <summary>One other code: it merged, or was numbered anew.</summary>
    Another,

    /// <summary>Several: it was split or, going back in time, made of several.</summary>
    Several,

    /// <summary>No such municipality in the year it is said to be of.</summary>
    Unknown,
}
