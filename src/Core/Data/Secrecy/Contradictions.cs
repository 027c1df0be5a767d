using Almanach.Core.Data.Secrecy.Feasibility;
using Almanach.Core.Data.Secrecy.Words;
using Almanach.Core.French;

namespace Almanach.Core.Data.Secrecy;

/// <summary>Published figures that cannot all be right.</summary>
static class Contradictions
{
    /// <summary>Relations of which every figure is published, and which do not hold even within rounding.</summary>
    public static IEnumerable<string> AmongPublished(AuditTable table, IEnumerable<int> relations)
    {
        foreach (var relation in relations.Select(place => table.Relations[place]))
        {
            if (!relation.Terms.All(term => table.Cells[term.Cell].Known is CellKnowledge.Published))
                continue;
            var published = relation.Terms.Select(term => (term.Factor, Known: (CellKnowledge.Published)table.Cells[term.Cell].Known)).ToArray();
            var gap = published.Sum(term => term.Factor * term.Known.Value);
            if (Math.Abs(gap) > published.Sum(term => Math.Abs(term.Factor) * term.Known.Rounding / 2))
                yield return Typography.Text($"Les chiffres publiés ne vérifient pas « {relation.Label} » : écart de {Figures.Of(Math.Abs(gap))}.");
        }
    }

    /// <param name="relation">By place, or −1 where no single relation is to blame.</param>
    public static string Words(AuditTable table, Component component, int relation) => Typography.Text(relation >= 0
        ? $"Les chiffres publiés se contredisent : rien ne peut vérifier « {table.Relations[relation].Label} »."
        : $"Les chiffres publiés se contredisent : {Lists.Join(component.Relations.Take(3).Select(each => $"« {table.Relations[each].Label} »"))}{(component.Relations.Count > 3 ? ", parmi d’autres," : "")} ne peuvent pas être vraies ensemble.");
}
