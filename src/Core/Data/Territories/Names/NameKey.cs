using System.Collections.Frozen;
using System.Text;
using Almanach.Core.French;

namespace Almanach.Core.Data.Territories.Names;

/// <summary>
/// What names of territories are compared by: no case, accents, hyphens or apostrophes, « St » as « Saint », an article in
/// brackets put before, other brackets (an acronym, mostly) left out.
/// </summary>
public static class NameKey
{
    private static readonly FrozenDictionary<string, string> Whole = new Dictionary<string, string>
    {
        ["st"] = "saint",
        ["ste"] = "sainte",
        ["sts"] = "saints",
        ["stes"] = "saintes",
        ["agglo"] = "agglomeration",
        ["cte"] = "communaute",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Small =
        new[] { "de", "du", "des", "d", "la", "le", "les", "l", "et", "en", "au", "aux", "a" }.ToFrozenSet();

    /// <summary>« Abergement-Clémenciat (L') » gives <c>l abergement clemenciat</c>.</summary>
    public static string Of(string name) => string.Join(' ', Words(name));

    /// <summary>The same without little words: « Pays de la Loire » and « Pays Loire » are one.</summary>
    public static string Loose(string name) => string.Join(' ', Words(name).Where(word => !Small.Contains(word)));

    internal static bool IsSmall(string word) => Small.Contains(word);

    internal static List<string> Words(string name)
    {
        var (bare, article) = Unbracketed(name);
        List<string> words = [];
        if (article is not null)
            words.Add(article);
        var word = new StringBuilder();
        foreach (var c in Typography.Fold(bare))
            if (char.IsAsciiLetterOrDigit(c))
                word.Append(c);
            else
                Flush(word, words);
        Flush(word, words);
        return words;
    }

    private static void Flush(StringBuilder word, List<string> words)
    {
        if (word.Length == 0)
            return;
        var text = word.ToString();
        words.Add(Whole.GetValueOrDefault(text, text));
        word.Clear();
    }

    private static (string Bare, string? Article) Unbracketed(string name)
    {
        var open = name.AsSpan().IndexOfAny('(', '[');
        if (open < 0)
            return (name, null);
        var close = name.IndexOf(name[open] == '(' ? ')' : ']', open);
        var inside = Typography.Fold(close < 0 ? name[(open + 1)..] : name[(open + 1)..close]).Trim(' ', '\'', '’', '\u00A0');
        var rest = close < 0 ? "" : name[(close + 1)..];
        return (name[..open] + " " + rest, inside is "l" or "le" or "la" or "les" or "aux" or "au" ? inside : null);
    }
}
