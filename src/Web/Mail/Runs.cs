namespace Almanach.Web.Mail;

/// <summary>Cuts a text at its **bold** runs. Stars without a partner stay as they are.</summary>
internal static class Runs
{
    private const string Stars = "**";

    public static IEnumerable<(string Text, bool Bold)> Of(string text)
    {
        while (text.IndexOf(Stars, StringComparison.Ordinal) is >= 0 and var open
            && text.IndexOf(Stars, open + 2, StringComparison.Ordinal) is >= 0 and var close)
        {
            if (open > 0)
                yield return (text[..open], false);
            if (close > open + 2)
                yield return (text[(open + 2)..close], true);
            text = text[(close + 2)..];
        }
        if (text.Length > 0)
            yield return (text, false);
    }

    /// <summary>The words alone, for plain text.</summary>
    public static string Plain(string text) => string.Concat(Of(text).Select(run => run.Text));
}
