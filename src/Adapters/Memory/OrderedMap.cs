
namespace Almanach.Adapters.Memory;

/// <summary>Values by key, read one by one or by range in ordinal order. The caller locks.</summary>
internal sealed class OrderedMap<T>
{
    private readonly Dictionary<string, T> values = new(StringComparer.Ordinal);
    private readonly SortedSet<string> keys = new(StringComparer.Ordinal);

    public T? Find(string key) => values.GetValueOrDefault(key);

    public bool Contains(string key) => values.ContainsKey(key);

    public void Set(string key, T value)
    {
        if (values.TryAdd(key, value))
            keys.Add(key);
        else
            values[key] = value;
    }

    public void Remove(string key)
    {
        if (values.Remove(key))
            keys.Remove(key);
    }

    /// <summary>At most <paramref name="max"/> pairs with from ≤ key &lt; before.</summary>
    public List<KeyValuePair<string, T>> Page(string from, string? before, int max)
    {
        var page = new List<KeyValuePair<string, T>>();
        if (keys.Max is not { } last || string.CompareOrdinal(from, last) > 0)
            return page;
        foreach (var key in keys.GetViewBetween(from, last))
        {
            if (page.Count == max || (before is not null && string.CompareOrdinal(key, before) >= 0))
                break;
            page.Add(new(key, values[key]));
        }
        return page;
    }
}
