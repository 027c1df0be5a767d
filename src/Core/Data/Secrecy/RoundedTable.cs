using Almanach.Core.Data.Secrecy.Words;
using Almanach.Core.French;

namespace Almanach.Core.Data.Secrecy;

/// <summary>Whether a controlled rounding is one (handbook, 5.5): multiples of a base, nearer than the base to the figures, sums kept.</summary>
public static class RoundedTable
{
    /// <param name="table">The figures as they are, all published in it, and their sums.</param>
    /// <param name="rounded">One for each cell.</param>
    /// <returns>What is amiss, in French; nothing for a controlled rounding.</returns>
    public static IReadOnlyList<string> Faults(AuditTable table, IReadOnlyList<decimal> rounded, decimal @base)
    {
        var faults = new List<string>();
        for (var cell = 0; cell < table.Cells.Count; cell++)
        {
            if (rounded[cell] % @base != 0)
                faults.Add($"« {table.Cells[cell].Label} » : {Figures.Of(rounded[cell])} n’est pas un multiple de {Figures.Of(@base)}.");
            if (table.Cells[cell].Known is CellKnowledge.Published published && Math.Abs(published.Value - rounded[cell]) >= @base)
                faults.Add($"« {table.Cells[cell].Label} » ({Figures.Of(published.Value)}) est arrondi à {Figures.Of(rounded[cell])}, à {Figures.Of(@base)} ou plus de sa valeur.");
        }
        foreach (var relation in table.Relations)
            if (relation.Terms.Sum(term => term.Factor * rounded[term.Cell]) != 0)
                faults.Add($"Une fois arrondis, les chiffres ne vérifient plus « {relation.Label} ».");
        return [.. faults.Select(fault => Typography.Text(fault))];
    }
}
