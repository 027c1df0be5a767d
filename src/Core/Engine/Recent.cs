using System.Collections.Concurrent;

namespace Almanach.Core.Engine;

/// <summary>
/// What was worked out lately, by what it was worked out from. When <paramref name="most"/> are held, all are forgotten: what
/// is asked for again comes back at once, and nothing else stays. Safe for many threads.
/// </summary>
public sealed class Recent<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> held = new();

    public bool TryGet(TKey key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TValue value) => held.TryGetValue(key, out value);

    public TValue Of(TKey key, Func<TKey, TValue> work) => held.TryGetValue(key, out var known) ? known : Keep(key, work(key));

    public TValue Keep(TKey key, TValue value)
    {
        if (held.Count >= most)
            held.Clear();
        held[key] = value;
        return value;
    }
}
