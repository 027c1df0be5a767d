namespace Almanach.Core.Data.Secrecy;

/// <summary>What the auditor says of a table.</summary>
/// <param name="Cells">Every hidden cell, with what an attacker can compute of it.</param>
/// <param name="Leaks">Those that are not protected, by place.</param>
/// <param name="Contradictions">In French: figures that cannot all be right. Nothing is judged where they stand.</param>
/// <param name="Suggestion">Which further cells to hide; null without leak, or where none was asked for.</param>
/// <param name="Pivots">Steps of the simplex; 0 where propagation was enough.</param>
public sealed record AuditReport(
    IReadOnlyList<CellInterval> Cells, IReadOnlyList<Leak> Leaks, IReadOnlyList<string> Contradictions, Suggestion? Suggestion, int Pivots)
{
    public bool IsPublishable => Leaks.Count == 0 && Contradictions.Count == 0;

    /// <summary>How the intervals are known, as a sentence in French for a statistician.</summary>
    public string Method => Words.MethodWords.Of(this);

    /// <summary>What became of the hidden figures, in plain French.</summary>
    public string Told => Words.ToldWords.Of(this);
}

/// <summary>A hidden cell that can be worked out, or nearly.</summary>
/// <param name="Relations">The relations that together give it, by place in the table; none where it was not judged.</param>
/// <param name="Figures">The published figures that give it, each with what it is multiplied by.</param>
/// <param name="Explanation">The same for a coordinator, in French.</param>
public sealed record Leak(CellInterval Interval, IReadOnlyList<int> Relations, IReadOnlyList<Term> Figures, string Explanation)
{
    public int Cell => Interval.Cell;
}

/// <summary>Further cells that, once hidden, protect every hidden cell.</summary>
/// <param name="Cells">By place in the table; fewest cells first, then smallest figures.</param>
/// <param name="IsSmallest">Proven: no smaller set protects them. False: a good one.</param>
/// <param name="Unprotected">Cells that no further hiding protects, for what would help may not be hidden any more.</param>
/// <param name="Explanation">In French.</param>
public sealed record Suggestion(IReadOnlyList<int> Cells, bool IsSmallest, IReadOnlyList<int> Unprotected, string Explanation);
