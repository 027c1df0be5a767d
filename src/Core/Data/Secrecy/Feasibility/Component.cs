namespace Almanach.Core.Data.Secrecy.Feasibility;

/// <summary>Cells that are not exactly known and hang together by relations, with those relations. Others can tell nothing of them.</summary>
/// <param name="Cells">By place in the table, in rising order.</param>
/// <param name="Relations">Those in which one of them stands, in rising order.</param>
internal sealed record Component(IReadOnlyList<int> Cells, IReadOnlyList<int> Relations)
{
    public static bool IsOpen(AuditCell cell) => cell.Known is not CellKnowledge.Published { Rounding: 0 };

    /// <summary>What hangs together with this open cell.</summary>
    public static Component Around(AuditTable table, int cell)
    {
        var cells = new SortedSet<int> { cell };
        var relations = new SortedSet<int>();
        var next = new Stack<int>([cell]);
        while (next.TryPop(out var at))
            foreach (var relation in table.RelationsOf[at])
                if (relations.Add(relation))
                    foreach (var term in table.Relations[relation].Terms)
                        if (IsOpen(table.Cells[term.Cell]) && cells.Add(term.Cell))
                            next.Push(term.Cell);
        return new Component([.. cells], [.. relations]);
    }

    /// <summary>Every component in which a hidden cell must be protected.</summary>
    public static IReadOnlyList<Component> All(AuditTable table)
    {
        var seen = new HashSet<int>();
        var all = new List<Component>();
        for (var cell = 0; cell < table.Cells.Count; cell++)
            if (table.Cells[cell].Known is CellKnowledge.Hidden && !seen.Contains(cell))
            {
                var around = Around(table, cell);
                seen.UnionWith(around.Cells);
                all.Add(around);
            }
        return all;
    }
}
