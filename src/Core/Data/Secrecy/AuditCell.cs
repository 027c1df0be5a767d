namespace Almanach.Core.Data.Secrecy;

/// <summary>One figure of a table, and what its readers are told of it.</summary>
/// <param name="Id">What names the cell in a table, unique there: « 01004|DEFM_A|2016 ».</param>
/// <param name="Label">As a coordinator reads it, in French: « Ambérieu-en-Bugey, catégorie A, 2016 ».</param>
/// <param name="Known">Published, hidden, or told by nobody.</param>
public sealed record AuditCell(string Id, string Label, CellKnowledge Known)
{
    /// <summary>The least it can be, as anybody knows: 0 for counts and amounts, null where figures may be of any size below zero (changes).</summary>
    public decimal? Floor { get; init; } = 0;

    /// <summary>The most it can be, as anybody knows: 100 for a share. Null: nobody knows.</summary>
    public decimal? Ceiling { get; init; }

    /// <summary>Counts are whole numbers, and everybody knows it; amounts and shares need not be.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>False where the figure is out of our hands: published by a producer or in an earlier release, or wanted by all readers.</summary>
    public bool MayHide { get; init; } = true;
}

/// <summary>What a reader of everything that is published is told of a cell.</summary>
public abstract record CellKnowledge
{
    CellKnowledge() { }

    /// <summary>A figure stands there.</summary>
    /// <param name="Rounding">It was rounded to the nearest multiple of this: the true one is within half of it. 0: as it is.
    /// CNAF rounds households to 5 and amounts to 100 €; shares are given to 0.1 point.</param>
    public sealed record Published(decimal Value, decimal Rounding = 0) : CellKnowledge;

    /// <summary>A mark of secrecy stands there, and nobody must find out what is behind.</summary>
    /// <param name="True">The figure itself; null in the files of producers, who alone know it.</param>
    /// <param name="Needs">How far off an attacker must stay; null: as the rules of the source say for a figure one does not know.</param>
    public sealed record Hidden(decimal? True = null, Protection? Needs = null) : CellKnowledge;

    /// <summary>Hidden for the sake of others only: it may be worked out, so long as they may not.</summary>
    public sealed record Screen(decimal? True = null) : CellKnowledge;

    /// <summary>Not available, and no secret: it can be anything.</summary>
    public sealed record Missing : CellKnowledge;
}
