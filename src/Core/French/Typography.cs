using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Almanach.Core.French;

/// <summary>Where a text is read: mail clients lack the narrow no-break space (U+202F), pages have it.</summary>
public enum Flavour
{
    /// <summary>U+202F before ; ? ! and U+00A0 elsewhere.</summary>
    Page,

    /// <summary>U+00A0 only; for mails and plain text.</summary>
    Mail,
}

/// <summary>French typography of texts people typed, and the folding used to compare and sort them.</summary>
public static partial class Typography
{
    /// <summary>
    /// Curly apostrophes, and no-break spaces before ; ? ! : % € and inside « ». Addresses (web and e-mail), hours such as
    /// 14:30 and <c>http:</c> stay as they are. Doing it twice is doing it once.
    /// </summary>
    public static string Text(string text, Flavour flavour = Flavour.Page)
    {
        if (!text.AsSpan().ContainsAny(Signs))
            return flavour == Flavour.Page ? text : text.Replace('\u202F', '\u00A0');
        var narrow = flavour == Flavour.Page ? "\u202F" : "\u00A0";
        var set = Places().Replace(text, match => match switch
        {
            _ when match.Groups["as_is"].Success => match.Value,
            _ when match.Groups["apostrophe"].Success => "’",
            _ when match.Groups["empty"].Success => "«\u00A0»",
            _ when match.Groups["open"].Success => "«\u00A0",
            _ when match.Groups["close"].Success => "\u00A0»",
            _ when match.Groups["unit"].Success => "\u00A0" + match.Groups["unit"].Value,
            _ when match.Groups["colon"].Success => "\u00A0:",
            _ => narrow + match.Groups["high"].Value,
        });
        return flavour == Flavour.Page ? set : set.Replace('\u202F', '\u00A0');
    }

    /// <summary>
    /// Lower case without accents or ligatures (« Œuvre à l’Été » gives « oeuvre a l’ete »), for comparing and sorting.
    /// Covers Latin-1 and what European names add to it; combining accents are dropped. Other scripts are only lowered.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant())
        {
            if (letter is >= '\u0300' and <= '\u036F')
                continue;

            if (_plain.TryGetValue(letter, out var plain))
                folded.Append(plain);
            else
                folded.Append(letter);
        }

        return folded.ToString();
    }

    /// <summary>
    /// Letters, digits and single dashes, for addresses and file names: « L’accès aux droits » gives <c>l-acces-aux-droits</c>.
    /// Cut at a whole word where there is one within <paramref name="max"/> characters. Empty when nothing is left.
    /// </summary>
    public static string Slug(string text, int max)
    {
        var slug = NotSlug().Replace(Fold(text), "-").Trim('-');
        if (slug.Length <= max)
            return slug;

        var end = slug.LastIndexOf('-', max);
        return end > 0 ? slug[..end] : slug[..max];
    }

    // String.Normalize does nothing under invariant globalization: the decomposition of lower-case letters is written out.
    static readonly Dictionary<char, string> _plain = new (string Plain, string Accented)[]
    {
        ("a", "àáâãäåāăą"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
        ("i", "ìíîïĩīĭįı"), ("ij", "ĳ"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"), ("o", "òóôõöøōŏő"),
        ("oe", "œ"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"), ("t", "ţťŧț"), ("th", "þ"), ("u", "ùúûüũūŭůűų"),
        ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ff", "ﬀ"),
    }.SelectMany(row => row.Accented, (row, letter) => (letter, row.Plain)).ToDictionary(pair => pair.letter, pair => pair.Plain);

    /// <summary>No rule changes a text that holds none of these.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("'«»%€:;?!");

    // One pass: what must stay as it is comes first, so that no later rule sees inside it. What may be long begins only where
    // nothing of its kind stands before it: the time grows with the length of the text, whatever stands in it.
    const string Spaces = @"[ \t\u00A0\u202F\u2009]";

    [GeneratedRegex(
        @"(?<as_is>(?:[a-z][a-z0-9+.-]{0,30}://|www\.|mailto:|tel:)[^\s<>»\]]+|(?:https?|mailto|tel|ftp):|(?:\G|(?<![\p{L}\p{N}._%+'-]))[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)" +
        @"|(?<apostrophe>(?<=\p{L})'(?=[\p{L}\p{N}«*_“\[]))" +
        "|(?<empty>«" + Spaces + "*»)" +
        "|(?<open>«" + Spaces + "*)" +
        "|(?<close>(?:\\G|(?<!" + Spaces + "))" + Spaces + "*»)" +
        @"|(?<=[0-9])" + Spaces + "(?<unit>[%€])" +
        @"|(?:(?<=\S)" + Spaces + @"+|(?<=[\p{L}\p{N})\]%€…’*_]))(?<colon>:)(?=[\s)\]»*_]|$)" +
        @"|(?:(?<=\S)" + Spaces + @"+|(?<=[\p{L}\p{N})\]%€…’*_]))(?<high>[;?!])(?=[\s?!)\]»*_]|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Places();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotSlug();
}
