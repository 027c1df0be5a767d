namespace Almanach.Core.Data.Secrecy;

/// <summary>
/// All figures that a reader can lay side by side (levels of territory, categories, releases), and the equalities between them.
/// <see cref="Building.TableDraft"/> makes one from hierarchies.
/// </summary>
public sealed record AuditTable(IReadOnlyList<AuditCell> Cells, IReadOnlyList<Relation> Relations)
{
    int[][]? _of;

    /// <summary>Relations in which each cell stands, by place.</summary>
    internal int[][] RelationsOf => _of ??= Index();

    /// <summary>Hidden cells whose figures are tied to others by more than sums (a share of a total that is not published): not judged, so refused.</summary>
    public IReadOnlySet<int> Beyond { get; init; } = new HashSet<int>();

    /// <summary>The same table with a few cells otherwise; what holds between cells stays.</summary>
    public AuditTable With(IReadOnlyDictionary<int, CellKnowledge> known) => this with { Cells = new Overlaid(Cells, known) };

    int[][] Index()
    {
        var of = new List<int>[Cells.Count];
        for (var relation = 0; relation < Relations.Count; relation++)
            foreach (var term in Relations[relation].Terms)
                (of[term.Cell] ??= []).Add(relation);
        return [.. of.Select(list => list?.Distinct().ToArray() ?? [])];
    }
}

/// <summary>Cells of which a few are known otherwise, without a copy of all.</summary>
file sealed class Overlaid(IReadOnlyList<AuditCell> cells, IReadOnlyDictionary<int, CellKnowledge> known) : IReadOnlyList<AuditCell>
{
    public AuditCell this[int place] => known.TryGetValue(place, out var other) ? cells[place] with { Known = other } : cells[place];

    public int Count => cells.Count;

    public IEnumerator<AuditCell> GetEnumerator() => Enumerable.Range(0, Count).Select(place => this[place]).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
