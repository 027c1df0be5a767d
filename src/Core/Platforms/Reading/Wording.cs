namespace Almanach.Core.Platforms.Reading;

/// <summary>French wording of what a check says: non-breaking spaces, lists, the nearest known word.</summary>
internal static class Wording
{
    /// <summary>Non-breaking spaces (U+00A0, as in all plain text) before high punctuation and inside « ».</summary>
    public static string Spaced(string text) => text
        .Replace("« ", "«\u00A0").Replace(" »", "\u00A0»").Replace(" :", "\u00A0:").Replace(" ;", "\u00A0;").Replace(" ?", "\u00A0?");

    /// <summary>« a », « b » ou « c ».</summary>
    public static string OneOf(IEnumerable<string> words)
    {
        var quoted = words.Select(word => $"« {word} »").ToList();
        return quoted.Count < 2 ? string.Concat(quoted) : $"{string.Join(", ", quoted[..^1])} ou {quoted[^1]}";
    }

    /// <summary>The known word that looks most like this one, when one does: at most a third of the letters differ.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) => known
        .Select(candidate => (candidate, distance: Distance(Plain(word), Plain(candidate))))
        .Where(pair => pair.distance <= Math.Max(1, Math.Min(word.Length, pair.candidate.Length) / 3))
        .OrderBy(pair => pair.distance)
        .Select(pair => pair.candidate)
        .FirstOrDefault();

    /// <summary>« Remplacer par « lettre ». » when a known word is near, else what is known.</summary>
    public static string Suggest(string word, IReadOnlyCollection<string> known, string otherwise)
    {
        if (Nearest(word, known) is { } nearest)
            return $"Écrire sans doute « {nearest} ».";
        return known.Count is 0 or > 24 ? otherwise : $"{otherwise} Les valeurs connues : {OneOf(known)}.";
    }

    private static string Plain(string word) => word.Length > 80 ? word[..80].ToLowerInvariant() : word.ToLowerInvariant();

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }
}
