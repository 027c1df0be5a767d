using Almanach.Core.French;

namespace Almanach.Core.Library.Catalogue;

/// <summary>Words as they are compared: folded, and without the marks of plural and feminine.</summary>
public static class SearchWords
{
    /// <summary>Words of a query beyond this are not looked for.</summary>
    public const int Most = 12;

    private static readonly System.Buffers.SearchValues<char> Vowels = System.Buffers.SearchValues.Create("aeiouy");

    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal) { ["travaux"] = "travail", ["baux"] = "bail" };

    /// <summary>« Les aides départementales » gives « aid », « departemental ».</summary>
    public static IEnumerable<string> Stems(string text)
    {
        var folded = Typography.Fold(text);
        for (var start = 0; start < folded.Length;)
        {
            if (!IsPart(folded[start]))
            {
                start++;
                continue;
            }
            var end = start;
            while (end < folded.Length && IsPart(folded[end]))
                end++;
            var word = folded[start..end];
            if (Similarity.CarriesMeaning(word))
                yield return Stem(word);
            start = end;
        }
    }

    /// <summary>What a person looks for: distinct, as many as are worth it.</summary>
    public static IReadOnlyList<string> Asked(string text) => [.. Stems(text).Distinct().Take(Most)];

    /// <summary>« départementaux », « départementales » and « départemental » are one word; so are « âgés » and « âgées ».</summary>
    public static string Stem(string word)
    {
        if (Irregular.TryGetValue(word, out var known))
            return known;
        var stem = word.Length <= 3 || char.IsAsciiDigit(word[0]) ? word
            : word.EndsWith("eaux", StringComparison.Ordinal) ? word[..^1]
            : word.EndsWith("aux", StringComparison.Ordinal) && word.Length > 4 ? word[..^3] + "al"
            : word[^1] is 's' or 'x' && word.AsSpan().ContainsAny(Vowels) ? word[..^1]
            : word;
        while (stem.Length > 3 && stem[^1] == 'e')
            stem = stem[..^1];
        return stem;
    }

    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter);
}
