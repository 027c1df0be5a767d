namespace Almanach.Core.Library.Catalogue;

/// <summary>The values of one criterion, numbered, so that counting them is adding in an array.</summary>
internal sealed class Facet
{
    private readonly List<(string Key, string Name)> values = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public Facet(IEnumerable<(string Key, string Name)> values)
    {
        foreach (var value in values)
            if (numbers.TryAdd(value.Key, this.values.Count))
                this.values.Add(value);
    }

    public int Count => values.Count;

    /// <summary>Numbers of the keys that are known, each once.</summary>
    public int[] Numbers(IEnumerable<string> keys) => [.. keys.Where(numbers.ContainsKey).Select(key => numbers[key]).Distinct()];

    /// <summary>The keys among these that are known.</summary>
    public IReadOnlyList<string> Known(IReadOnlyList<string> keys) => [.. keys.Where(numbers.ContainsKey).Distinct()];

    /// <summary>Which are chosen; null where none is, and the criterion asks for nothing.</summary>
    public bool[]? Chosen(IReadOnlyList<string> keys)
    {
        if (keys.Count == 0)
            return null;
        var chosen = new bool[Count];
        foreach (var key in keys)
            chosen[numbers[key]] = true;
        return chosen;
    }

    /// <summary>Those that lead somewhere, and those that are chosen.</summary>
    public IReadOnlyList<FacetValue> Values(int[] counts, IReadOnlyList<string> chosen) =>
        [.. values.Select((value, number) => new FacetValue(value.Key, value.Name, counts[number], chosen.Contains(value.Key))).Where(value => value.Count > 0 || value.Chosen)];
}
