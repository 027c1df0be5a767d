using System.Text.RegularExpressions;

namespace Almanach.Core.Network.Import;

/// <summary>Names as spreadsheets hold them: civilities, capitals, both names in one cell.</summary>
public static partial class PersonNames
{
    /// <summary>Which comes first when nothing else tells.</summary>
    public static (string First, string Last) Split(string cell, bool surnameFirst)
    {
        var text = Clean(cell);
        if (text.IndexOf(',') is > 0 and var comma)
            return (Proper(text[(comma + 1)..].Trim()), Proper(text[..comma].Trim()));
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
            return ("", Proper(text));

        var capital = words.Select(IsCapital).ToArray();
        if (capital.Contains(true) && capital.Contains(false))
            return (Proper(string.Join(' ', words.Where((_, index) => !capital[index]))), Proper(string.Join(' ', words.Where((_, index) => capital[index]))));
        // Particles stay with the surname: « de La Tour Marie », « Marie de La Tour ».
        return surnameFirst
            ? (Proper(words[^1]), Proper(string.Join(' ', words[..^1])))
            : (Proper(words[0]), Proper(string.Join(' ', words[1..])));
    }

    /// <summary>« DUPONT-MARTIN » gives « Dupont-Martin », « jean » gives « Jean »; a name with capitals of its own stays as it is.</summary>
    public static string Proper(string name)
    {
        var clean = Clean(name).Replace('\'', '’');
        return clean.Any(char.IsLower) && clean.Any(char.IsUpper)
            ? clean
            : Word().Replace(clean.ToLowerInvariant(), match => char.ToUpperInvariant(match.Value[0]) + match.Value[1..]);
    }

    /// <summary>One space between words, no civility before them.</summary>
    public static string Clean(string text) => Civility().Replace(Spaces().Replace(text, " ").Trim(), "").Trim();

    /// <summary>Two letters or more, none of them small: a surname in capitals.</summary>
    private static bool IsCapital(string word) => word.Count(char.IsLetter) > 1 && !word.Any(char.IsLower);

    [GeneratedRegex(@"[\s\u00A0\u202F]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?:(?:m(?:me|lle|r)?|dr|pr)\.?|monsieur|madame|mademoiselle|docteur|professeure?)\s+(?:(?:et|ou)\s+(?:m(?:me|r)?\.?|monsieur|madame)\s+)?", RegexOptions.IgnoreCase)]
    private static partial Regex Civility();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*")]
    private static partial Regex Word();
}
