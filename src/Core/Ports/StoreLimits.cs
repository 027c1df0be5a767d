namespace Almanach.Core.Ports;

/// <summary>
/// What Azure Table Storage allows, checked on every backend before anything is written.
/// </summary>
public static class StoreLimits
{
    /// <summary>Changes in one commit.</summary>
    public const int Changes = 100;

    /// <summary>
    /// UTF-16 bytes of all values in one commit, and five for each character of its partition and keys. The service takes
    /// 4 MiB a transaction; on the way a character of a value takes up to six bytes (<c>\u00E9</c>) and one of a name up to
    /// fifteen, as it stands in the address too: three times this, and the envelopes of a hundred changes, whatever the text.
    /// </summary>
    public const int CommitBytes = 1_350_000;

    /// <summary>UTF-16 bytes of one value (1 MiB less the room for names).</summary>
    public const int ValueBytes = 900_000;

    /// <summary>Characters of a partition or key.</summary>
    public const int KeyLength = 400;

    public static void Check(string partition, IReadOnlyList<Change> changes)
    {
        CheckName(partition);
        if (changes.Count is 0 or > Changes)
            throw new StoreLimitException($"A commit has 1 to {Changes} changes, not {changes.Count}.");

        var keys = new HashSet<string>(StringComparer.Ordinal);
        long total = 0;
        foreach (var change in changes)
        {
            CheckName(change.Key);
            if (!keys.Add(change.Key))
                throw new StoreLimitException($"The key {change.Key} appears twice in a commit.");
            var value = Value(change) ?? "";
            if (!IsWellFormed(value))
                throw new StoreLimitException($"The value of {change.Key} holds half of a surrogate pair.");
            var bytes = 2L * value.Length;
            if (bytes > ValueBytes)
                throw new StoreLimitException($"The value of {change.Key} has {bytes} bytes, more than {ValueBytes}.");
            total += Bytes(partition, change);
        }
        if (total > CommitBytes)
            throw new StoreLimitException($"A commit has {total} bytes, more than {CommitBytes}.");
    }

    /// <summary>What a change counts for in <see cref="CommitBytes"/>.</summary>
    public static long Bytes(string partition, Change change) =>
        (2L * (Value(change)?.Length ?? 0)) + (5L * (partition.Length + change.Key.Length));

    /// <summary>Partition and row keys of Table Storage: not empty, no slash, backslash, #, ? or control character.</summary>
    public static void CheckName(string name)
    {
        if (name.Length is 0 or > KeyLength)
            throw new StoreLimitException($"A key has 1 to {KeyLength} characters, not {name.Length}.");
        if (!IsName(name))
            throw new StoreLimitException("A key has none of / \\ # ?, control characters or surrogates.");
    }

    /// <summary>False for what no partition or key can be: nothing is stored there.</summary>
    public static bool IsName(string name)
    {
        if (name.Length is 0 or > KeyLength)
            return false;
        foreach (var c in name)
            if (c is '/' or '\\' or '#' or '?' || char.IsControl(c) || char.IsSurrogate(c))
                return false;
        return true;
    }

    /// <summary>Half a pair would come back as U+FFFD from backends that keep UTF-8.</summary>
    private static bool IsWellFormed(string value)
    {
        for (var i = value.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < value.Length; i++)
            if (char.IsSurrogate(value[i]) && !(i + 1 < value.Length && char.IsSurrogatePair(value[i], value[++i])))
                return false;
        return true;
    }

    private static string? Value(Change change) => change switch
    {
        Change.Insert insert => insert.Value,
        Change.Replace replace => replace.Value,
        Change.Put put => put.Value,
        Change.Delete => null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>A caller passed a limit of the store: a bug, never bad input.</summary>
public sealed class StoreLimitException(string message) : Exception(message);
