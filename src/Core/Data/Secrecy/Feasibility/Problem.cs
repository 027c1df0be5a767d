using Almanach.Core.Data.Secrecy.Exact;

namespace Almanach.Core.Data.Secrecy.Feasibility;

/// <summary>A component as an attacker writes it down: unknowns within bounds, and equations whose right side is what was published.</summary>
/// <param name="Cells">Place in the table of each unknown.</param>
/// <param name="Low">What everybody knows of each unknown beforehand; null: nothing.</param>
/// <param name="Whole">Whether it can only be a whole number.</param>
internal sealed record Problem<T>(IReadOnlyList<int> Cells, T?[] Low, T?[] High, bool[] Whole, IReadOnlyList<Equation<T>> Equations) where T : struct, IExact<T>
{
    /// <exception cref="OverflowException">Figures that <typeparamref name="T"/> does not hold.</exception>
    public static Problem<T> Of(AuditTable table, Component component)
    {
        var places = component.Cells.Select((cell, place) => (cell, place)).ToDictionary(pair => pair.cell, pair => pair.place);
        var cells = component.Cells.Select(cell => table.Cells[cell]).ToArray();
        var low = cells.Select(cell => Floor(cell) is { } floor ? T.Of(floor) : (T?)null).ToArray();
        var high = cells.Select(cell => Ceiling(cell) is { } ceiling ? T.Of(ceiling) : (T?)null).ToArray();
        return new Problem<T>(component.Cells, low, high, [.. cells.Select(cell => cell.IsWhole)],
            [.. component.Relations.Select(relation => Equation<T>.Of(table, relation, places))]);
    }

    static decimal? Floor(AuditCell cell)
    {
        var floor = cell.Known is CellKnowledge.Published { } published ? Larger(cell.Floor, published.Value - published.Rounding / 2) : cell.Floor;
        return cell.IsWhole && floor is { } low ? decimal.Ceiling(low) : floor;
    }

    static decimal? Ceiling(AuditCell cell)
    {
        var ceiling = cell.Known is CellKnowledge.Published { } published ? -Larger(-cell.Ceiling, -published.Value - published.Rounding / 2) : cell.Ceiling;
        return cell.IsWhole && ceiling is { } high ? decimal.Floor(high) : ceiling;
    }

    static decimal Larger(decimal? known, decimal bound) => known is { } other && other > bound ? other : bound;
}

/// <summary>Σ factor × unknown = right side.</summary>
/// <param name="Relation">The relation it comes from, by place in the table.</param>
internal sealed record Equation<T>(int Relation, int[] Unknowns, T[] Factors, T Right) where T : struct, IExact<T>
{
    public static Equation<T> Of(AuditTable table, int relation, Dictionary<int, int> places)
    {
        var factors = new SortedDictionary<int, T>();
        var right = T.Zero;
        foreach (var (cell, factor) in table.Relations[relation].Terms)
            if (places.TryGetValue(cell, out var place))
                factors[place] = factors.GetValueOrDefault(place) + T.Of(factor);
            else
                right -= T.Of(factor) * T.Of(((CellKnowledge.Published)table.Cells[cell].Known).Value);
        var kept = factors.Where(pair => pair.Value.Sign != 0).ToArray();
        return new Equation<T>(relation, [.. kept.Select(pair => pair.Key)], [.. kept.Select(pair => pair.Value)], right);
    }
}
