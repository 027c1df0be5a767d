using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Almanach.Core.French;

/// <summary>
/// How near two titles are, for « propositions proches »: the words that carry meaning, cut to their first five letters,
/// compared by Dice's coefficient. « Le non-recours au RSA » and « Le non-recours aux droits des jeunes » share two of 3 and 4: 0,57.
/// </summary>
public static partial class Similarity
{
    /// <summary>From here on a title is worth showing beside another.</summary>
    public const double Near = 0.25;

    const int StemLength = 5;

    /// <summary>0 for nothing in common (or no word that carries meaning), 1 for the same words in any order.</summary>
    public static double Of(string one, string other) => Of(Stems(one), Stems(other));

    /// <summary>Those near the title, nearest first and then in the order given, at most <paramref name="most"/>.</summary>
    public static IReadOnlyList<T> Nearest<T>(string title, IEnumerable<T> others, Func<T, string> titleOf, int most)
    {
        var stems = Stems(title);
        return [.. others.Select(other => (other, near: Of(stems, Stems(titleOf(other)))))
            .Where(pair => pair.near >= Near)
            .OrderByDescending(pair => pair.near)
            .Take(most)
            .Select(pair => pair.other)];
    }

    /// <summary>Whether a word, folded, says anything by itself: « de », « pour » and « leurs » do not.</summary>
    public static bool CarriesMeaning(string word) => !_empty.Contains(word);

    static double Of(HashSet<string> one, HashSet<string> other) =>
        one.Count == 0 || other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);

    static HashSet<string> Stems(string title) =>
        [.. Words().Matches(Typography.Fold(title)).Select(match => match.Value).Where(word => !_empty.Contains(word)).Select(Stem)];

    // Short words are mostly acronyms (CHRS, RSA): their last letter is no plural.
    static string Stem(string word) => word.Length switch
    {
        <= 4 => word,
        > StemLength => word[..StemLength].TrimEnd('s', 'x'),
        _ => word.TrimEnd('s', 'x'),
    };

    static readonly FrozenSet<string> _empty = (
        "a afin ai ainsi apres au aucun aussi autour autre aux avant avec bien ce ces cet cette chez comme comment contre d dans " +
        "de depuis des donc dont du elle en encore entre est et etre eu fait faire font hors il ils j je l la le les leur leurs " +
        "lors m mais me mes meme mieux moins n ne ni nos notre nous on ont ou par parmi pas pendant peu plus pour pourquoi qu " +
        "quand que quel quelle quelles quels qui s sa sans se selon ses si son sont sous sur tous tout toute toutes tres un une " +
        "vers vos votre vous y").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex("[a-z0-9]+")]
    private static partial Regex Words();
}
