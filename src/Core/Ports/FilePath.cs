using System.Buffers;

namespace Almanach.Core.Ports;

/// <summary>The rule on paths written on <see cref="IFiles"/>, the same for every backend.</summary>
public static class FilePath
{
    /// <summary>Characters of a path.</summary>
    public const int MaxLength = 240;

    /// <summary>Segments of a path.</summary>
    public const int MaxSegments = 8;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-_");

    /// <exception cref="ArgumentException">The path breaks the rule: a bug of the caller.</exception>
    public static void Check(string path)
    {
        if (!IsValid(path))
            throw new ArgumentException(
                $"A file path has 1 to {MaxSegments} segments of a-z, 0-9, dot, dash and underscore, none starting with a dot, and at most {MaxLength} characters.",
                nameof(path));
    }

    /// <summary>A prefix is the beginning of a valid path: <c>""</c>, <c>raw/</c>, <c>raw/2026-04</c>.</summary>
    /// <exception cref="ArgumentException">No valid path could start so: a bug of the caller.</exception>
    public static void CheckPrefix(string prefix)
    {
        if (prefix.Length > 0 && !IsValid(prefix) && !IsValid(prefix + "x"))
            throw new ArgumentException("No valid file path starts with this prefix.", nameof(prefix));
    }

    public static bool IsValid(string path)
    {
        if (path.Length is 0 or > MaxLength)
            return false;

        var segments = 0;
        foreach (var range in path.AsSpan().Split('/'))
        {
            var segment = path.AsSpan(range);
            if (++segments > MaxSegments || segment.IsEmpty || segment[0] == '.' || segment.ContainsAnyExcept(Allowed))
                return false;
        }
        return true;
    }
}
