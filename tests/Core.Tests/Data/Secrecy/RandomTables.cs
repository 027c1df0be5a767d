using Almanach.Core.Data.Secrecy;

namespace Almanach.Core.Tests.Data.Secrecy;

/// <summary>Tables of small whole numbers in one, two or three dimensions with all their totals, some cells hidden, some rounded.</summary>
internal sealed class RandomTables(int seed)
{
    const int Ceiling = 9;

    readonly Random _random = new(seed);

    /// <param name="sizes">Parts in each dimension, totals not counted.</param>
    /// <param name="hidden">How many cells, of inside and totals alike.</param>
    /// <param name="rounding">0, or what a third of the others are rounded to.</param>
    public AuditTable Next(int[] sizes, int hidden, int rounding = 0, Protection? needs = null)
    {
        var places = Places(sizes).ToArray();
        var inside = places.Where(place => place.Zip(sizes).All(pair => pair.First < pair.Second)).ToDictionary(place => string.Join(',', place), _ => _random.Next(4));
        var values = places.Select(place => inside.Where(pair => Covers(place, pair.Key, sizes)).Sum(pair => pair.Value)).ToArray();
        var hides = Enumerable.Range(0, places.Length).OrderBy(_ => _random.Next()).Take(hidden).ToHashSet();
        var cells = values.Select((value, i) => new AuditCell($"{i}", $"case {i + 1}", Known(value, hides.Contains(i), rounding, needs)) { Ceiling = Math.Max(Ceiling, value) }).ToArray();
        return new AuditTable(cells, [.. Sums(places, sizes)]);
    }

    CellKnowledge Known(int value, bool isHidden, int rounding, Protection? needs) => isHidden
        ? new CellKnowledge.Hidden(value, needs ?? new Protection(Width: 1))
        : rounding > 0 && _random.Next(3) == 0 ? Tables.Shown((value + rounding / 2) / rounding * rounding, rounding) : Tables.Shown(value);

    static IEnumerable<int[]> Places(int[] sizes) => sizes.Aggregate((IEnumerable<int[]>)[[]],
        (before, size) => before.SelectMany(place => Enumerable.Range(0, size + 1).Select(i => (int[])[.. place, i])));

    static bool Covers(int[] place, string inside, int[] sizes) =>
        inside.Split(',').Select(int.Parse).Zip(place, sizes).All(triple => triple.Second == triple.Third || triple.Second == triple.First);

    static IEnumerable<Relation> Sums(int[][] places, int[] sizes)
    {
        var at = places.Select((place, i) => (Key: string.Join(',', place), i)).ToDictionary(pair => pair.Key, pair => pair.i);
        for (var d = 0; d < sizes.Length; d++)
            foreach (var total in places.Where(place => place[d] == sizes[d]))
                yield return Relation.Sum($"somme {d}", at[string.Join(',', total)],
                    Enumerable.Range(0, sizes[d]).Select(part => at[string.Join(',', total.Select((own, k) => k == d ? part : own))]));
    }
}
