using System.Text.RegularExpressions;

namespace Almanach.Core.Mail.Incoming;

/// <summary>
/// Ways of saying one thing, in any case. Written as several patterns, each read in time linear in the text whatever stands
/// in it: what arrives by mail is chosen by strangers.
/// </summary>
internal sealed class Phrases(params string[] patterns)
{
    private readonly Regex[] any = [.. patterns.Select(Pattern)];

    public bool In(string text)
    {
        foreach (var pattern in any)
            if (pattern.IsMatch(text))
                return true;
        return false;
    }

    public static Regex Pattern(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
