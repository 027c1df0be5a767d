using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Almanach.Core.Mail.Incoming;

/// <summary>
/// A regular expression for what strangers wrote: its time grows with the length of the text, whatever stands in it.
/// <see cref="RegexOptions.NonBacktracking"/> promises that, but holds 1 to 11 MB for each expression; read by backtracking, one
/// holds a hundredth. So texts are read by backtracking until some have been slow, and from then on long ones by the other engine,
/// whose answers are the same.
/// </summary>
/// <param name="pattern">Without what the other engine does not know: lookarounds, back references, atomic groups.</param>
/// <param name="asWritten">Whether small letters and capitals differ.</param>
public sealed class SafePattern(string pattern, bool asWritten = false)
{
    /// <summary>The most that a text may take, by backtracking. Lines of mails take a thousandth of it.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    /// <summary>Characters that are no trouble to any of our expressions.</summary>
    private const int Short = 200;

    /// <summary>For each character: a hundred times what it takes in what people write.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromMicroseconds(2);

    /// <summary>So many slow texts; a busy machine or a program that begins may slow some.</summary>
    private const int Patience = 20;

    private readonly Regex quick = new(pattern, Options(asWritten), Moment);

    private readonly Lazy<Regex> linear = new(() => new Regex(pattern, Options(asWritten) | RegexOptions.NonBacktracking));

    private int slow;

    public bool IsMatch(string text) => Read(text, static (regex, text) => regex.IsMatch(text));

    /// <summary>The first place, and its groups.</summary>
    public Match Match(string text) => Read(text, static (regex, text) => regex.Match(text));

    /// <summary>All places, in order, none within another.</summary>
    public IReadOnlyList<Match> Matches(string text) => Read(text, static (regex, text) => (IReadOnlyList<Match>)[.. regex.Matches(text).Cast<Match>()]);

    /// <param name="by">May name groups: <c>$1</c>.</param>
    public string Replace(string text, string by) => Read(text, (regex, text) => regex.Replace(text, by));

    /// <summary>What stands between.</summary>
    public IReadOnlyList<string> Split(string text) => Read(text, static (regex, text) => regex.Split(text));

    public override string ToString() => pattern;

    private T Read<T>(string text, Func<Regex, string, T> how)
    {
        if (text.Length > Short && slow >= Patience)
            return how(linear.Value, text);
        var begun = Stopwatch.GetTimestamp();
        try
        {
            var found = how(quick, text);
            if (text.Length > Short && Stopwatch.GetElapsedTime(begun) > text.Length * Slow)
                slow++;
            return found;
        }
        catch (RegexMatchTimeoutException)
        {
            slow = Patience;
            return how(linear.Value, text);
        }
    }

    private static RegexOptions Options(bool asWritten) => RegexOptions.CultureInvariant | (asWritten ? RegexOptions.None : RegexOptions.IgnoreCase);
}
