using System.Text;

namespace Almanach.Core.Documents;

/// <summary>A stretch of text of one weight.</summary>
public sealed record Run(string Text, bool Bold);

/// <summary>
/// The only markup of texts, read once for every hand that draws them: <c>**bold**</c>. Asterisks without a partner are
/// what they are: « 2 ** 3 » stays as written.
/// </summary>
public static class Runs
{
    private const string Mark = "**";

    /// <summary>The runs of a text, in order, none empty.</summary>
    public static IReadOnlyList<Run> Of(string text)
    {
        text = Clean(text);
        var runs = new List<Run>();
        var at = 0;
        while (Next(text, at) is var (open, close))
        {
            Add(runs, text[at..open], bold: false);
            Add(runs, text[(open + Mark.Length)..close], bold: true);
            at = close + Mark.Length;
        }
        Add(runs, text[at..], bold: false);
        return runs;
    }

    /// <summary>The text without its marks, for titles, contents and properties.</summary>
    public static string Plain(string text) => string.Concat(Of(text).Select(run => run.Text));

    /// <summary>
    /// The text without what neither HTML nor XML 1.0 can hold: control characters other than tab and line feed, lone
    /// surrogates, U+FFFE and U+FFFF.
    /// </summary>
    public static string Clean(string text)
    {
        if (text.All(c => Allowed(c) && !char.IsSurrogate(c)))
            return text;
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                kept.Append(text[i]).Append(text[++i]);
            else if (Allowed(text[i]) && !char.IsSurrogate(text[i]))
                kept.Append(text[i]);
        return kept.ToString();
    }

    private static bool Allowed(char c) => c is '\t' or '\n' || (!char.IsControl(c) && c < '\uFFFE');

    private static (int Open, int Close)? Next(string text, int from)
    {
        var open = text.IndexOf(Mark, from, StringComparison.Ordinal);
        if (open < 0)
            return null;
        var close = text.IndexOf(Mark, open + Mark.Length, StringComparison.Ordinal);
        return close < 0 ? null : (open, close);
    }

    private static void Add(List<Run> runs, string text, bool bold)
    {
        if (text.Length > 0)
            runs.Add(new Run(text, bold));
    }
}
