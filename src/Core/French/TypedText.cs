using System.Text;

namespace Almanach.Core.French;

/// <summary>
/// What people type, paste or bring in a table, before it becomes a value. A character nobody sees may turn a whole page
/// around or make two equal names differ: it is dropped at the door, once, wherever a text comes in.
/// </summary>
public static class TypedText
{
    /// <summary>Line ends become <c>\n</c>; control characters, marks of direction and halves of surrogate pairs go.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').EnumerateRunes())
            if (!IsStray(rune))
                clean.Append(rune);
        return clean.ToString();
    }

    /// <summary>Whether a text holds what <see cref="Clean"/> would drop: for callers that refuse rather than change what a program sent.</summary>
    public static bool HasStray(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is not '\r' && IsStray(rune))
                return true;
        return false;
    }

    // Embeddings and overrides of direction (U+202A to U+202E) and isolates (U+2066 to U+2069), UAX #9 section 2.
    private static bool IsStray(Rune rune) => rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069
        || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'));
}
