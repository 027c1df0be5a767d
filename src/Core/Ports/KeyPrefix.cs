namespace Almanach.Core.Ports;

/// <summary>Where the keys that start alike end, for the upper bound of <see cref="IStore.List"/>.</summary>
public static class KeyPrefix
{
    /// <summary>
    /// The smallest text after all keys of this prefix: its last character raised by one, <c>batch|</c> giving
    /// <c>batch}</c>; null when nothing stands above. Never half of a surrogate pair, which no key holds.
    /// </summary>
    public static string? End(string prefix)
    {
        var last = prefix.AsSpan().LastIndexOfAnyExcept('\uFFFF');
        return last < 0 ? null : string.Concat(prefix.AsSpan(0, last), [Next(prefix[last])]);
    }

    private static char Next(char c) => c is >= '\uD7FF' and < '\uE000' ? '\uE000' : (char)(c + 1);
}
