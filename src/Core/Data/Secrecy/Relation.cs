namespace Almanach.Core.Data.Secrecy;

/// <summary>
/// An equality that every reader knows to hold: Σ factor × cell = 0. « Le total moins ses parties fait zéro » is one.
/// </summary>
/// <param name="Label">What it says, in French, as the end of a sentence: « Ain = somme de ses EPCI ».</param>
public sealed record Relation(string Label, IReadOnlyList<Term> Terms)
{
    /// <summary>total = Σ parts; cells by their place in the table.</summary>
    public static Relation Sum(string label, int total, IEnumerable<int> parts) =>
        new(label, [new Term(total, 1), .. parts.Select(part => new Term(part, -1))]);
}

/// <param name="Cell">The place of the cell in <see cref="AuditTable.Cells"/>.</param>
/// <param name="Factor">Not zero.</param>
public readonly record struct Term(int Cell, decimal Factor);
