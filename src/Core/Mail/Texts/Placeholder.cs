using System.Text.RegularExpressions;

namespace Almanach.Core.Mail.Texts;

/// <summary>
/// A word in brackets, <c>[organisme]</c> or <c>[ordre du jour]</c>: a letter, then letters, digits, dashes, dots,
/// apostrophes and single spaces, at most 40.
/// </summary>
internal static partial class Placeholder
{
    public static IEnumerable<string> Find(string text) => Pattern().Matches(text).Select(match => match.Groups[1].Value);

    public static string Replace(string text, Func<string, string> value) =>
        Pattern().Replace(text, match => value(match.Groups[1].Value));

    /// <summary>What stands in brackets but is no such word, or a bracket that is not closed.</summary>
    public static string? FirstBroken(string text) =>
        Bracket().Matches(text).Select(match => match.Value).FirstOrDefault(found => !Pattern().IsMatch(found));

    [GeneratedRegex(@"\[(\p{L}(?: ?[\p{L}\p{Nd}._'’-]){0,39})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\[[^\[\]]*\]?", RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();
}
