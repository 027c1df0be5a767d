namespace Almanach.Core.Data.Secrecy.Building;

/// <summary>
/// Makes the table of everything a reader can lay side by side: figures by release, sums over the groupings of each dimension,
/// shares and changes. What was released keeps standing: a figure that today hides and yesterday told is joined to what it was.
/// </summary>
/// <param name="dimensions">Territories, categories…</param>
public sealed class TableDraft(IReadOnlyList<Dimension> dimensions)
{
    readonly List<AuditCell> _cells = [];
    readonly List<Relation> _relations = [];
    readonly Dictionary<FigurePlace, int> _places = [];
    readonly HashSet<int> _beyond = [];
    readonly HashSet<(Grouping, string)> _summed = [];

    /// <param name="release">Null: what is to be published now. Else the name of the release that published it, which nobody can take back.</param>
    /// <returns>The place of the cell in the table.</returns>
    public int Add(FigurePlace place, CellKnowledge known, string? release = null)
    {
        var cell = Put(new AuditCell(release is null ? place.Id : $"{place.Id}|{release}", Label(place, release), known) { MayHide = release is null });
        if (_places.TryGetValue(place, out var same))
            _relations.Add(new Relation($"{_cells[same].Label} = {_cells[cell].Label}", [new Term(same, 1), new Term(cell, -1)]));
        else
            _places.Add(place, cell);
        return cell;
    }

    /// <summary>later − earlier, published or hidden; published as 0 where a new vintage is known not to have changed.</summary>
    public int AddChange(FigurePlace earlier, FigurePlace later, CellKnowledge known)
    {
        var change = Put(new AuditCell($"{earlier.Id}→{later.Id}", $"{Label(later)}, évolution depuis {earlier.Vintage}", known) { Floor = null });
        _relations.Add(new Relation($"{Label(later)} = {Label(earlier)} + évolution",
            [new Term(At(later), 1), new Term(At(earlier), -1), new Term(change, -1)]));
        return change;
    }

    /// <summary>
    /// 100 × numerator ÷ denominator, in points, usually rounded to 0.1. Add numerator and denominator first. A hidden share of a
    /// denominator that is not published exactly ties three unknowns by a product: it is not judged, and refused.
    /// </summary>
    public int AddShare(FigurePlace numerator, FigurePlace denominator, CellKnowledge known)
    {
        var label = $"part de {Label(numerator)} dans {Label(denominator)}";
        var share = Put(new AuditCell($"{numerator.Id}/{denominator.Id}", label, known) { IsWhole = false, Ceiling = 100 });
        var (over, under) = (At(numerator), At(denominator));
        if (_cells[under].Known is CellKnowledge.Published { Rounding: 0 } exact)
        {
            if (exact.Value != 0)
                _relations.Add(new Relation(label, [new Term(over, 100), new Term(share, -exact.Value)]));
        }
        else if (known is CellKnowledge.Published published)
        {
            AtLeast(label, over, under, Math.Max(0, published.Value - published.Rounding / 2), 1);
            AtLeast(label, over, under, published.Value + published.Rounding / 2, -1);
        }
        else if (known is CellKnowledge.Hidden)
        {
            _beyond.Add(share);
        }
        return share;
    }

    /// <summary>The table, with a sum wherever two of its figures at least stand in the draft; the others are unknown and unprotected.</summary>
    public AuditTable Build()
    {
        // A sum can bring in a figure that nobody published, and that stands in further sums.
        for (var count = -1; count != _places.Count;)
        {
            count = _places.Count;
            for (var d = 0; d < dimensions.Count; d++)
                foreach (var line in _places.Keys.GroupBy(place => Rest(place, d)).ToArray())
                    AddSums(d, line.Key, line.ToDictionary(place => place.At[d]));
        }
        return new AuditTable([.. _cells], [.. _relations]) { Beyond = _beyond.ToHashSet() };
    }

    void AddSums(int dimension, string name, Dictionary<string, FigurePlace> line)
    {
        var any = line.Values.First();
        foreach (var grouping in dimensions[dimension].Groupings)
        {
            string[] codes = [grouping.Whole, .. grouping.Parts];
            if (codes.Count(line.ContainsKey) < 2 || !_summed.Add((grouping, name)))
                continue;
            var cells = codes.Select(code => At(any with { At = [.. any.At.Select((own, d) => d == dimension ? code : own)] })).ToArray();
            _relations.Add(Relation.Sum($"{_cells[cells[0]].Label} = somme de {grouping.Parts.Count} parties", cells[0], cells[1..]));
        }
    }

    /// <summary>side × (100 × numerator − points × denominator) ≥ 0.</summary>
    void AtLeast(string label, int numerator, int denominator, decimal points, int side)
    {
        var room = Put(new AuditCell($"{_cells.Count}", $"marge de {label}", new CellKnowledge.Missing()) { IsWhole = false });
        List<Term> terms = [new(numerator, side * 100), new(room, -1)];
        if (points != 0)
            terms.Add(new Term(denominator, -side * points));
        _relations.Add(new Relation(label, terms));
    }

    int At(FigurePlace place) => _places.TryGetValue(place, out var cell) ? cell : Add(place, new CellKnowledge.Missing());

    int Put(AuditCell cell)
    {
        _cells.Add(cell);
        return _cells.Count - 1;
    }

    string Label(FigurePlace place, string? release = null) =>
        string.Join(", ", place.At.Select((code, d) => dimensions[d].Name(code)).Append(place.Vintage)) + (release is null ? "" : $" (publication {release})");

    static string Rest(FigurePlace place, int dimension) => $"{string.Join('|', place.At.Select((code, d) => d == dimension ? "*" : code))}|{place.Vintage}";
}
