using Almanach.Core.Mail.Incoming.Quotes;

namespace Almanach.Core.Consultations.Replies.Proposing;

internal enum ThemeMark
{
    None,
    Sign,
    Number,
}

/// <summary>One line of a reply that proposes.</summary>
/// <param name="Text">Without its bullet or number, trimmed; empty for a blank line or a line drawn.</param>
/// <param name="Indent">Columns before its mark, or before its first letter.</param>
internal sealed record ThemeLine(string Text, int Indent, ThemeMark Mark)
{
    public bool IsBlank => Text.Length == 0;

    public static IReadOnlyList<ThemeLine> All(string text) => [.. text.Split('\n').Select(Read)];

    private static ThemeLine Read(string raw)
    {
        var line = raw.Replace("**", "", StringComparison.Ordinal).Replace("__", "", StringComparison.Ordinal);
        var text = line.Trim();
        var indent = line.TakeWhile(char.IsWhiteSpace).Sum(c => c == '\t' ? 4 : 1);
        if (text.All(c => !char.IsLetterOrDigit(c) && c is not '?'))
            return new ThemeLine("", 0, ThemeMark.None);
        var mark = Doubled(text) is > 0 and var doubled ? doubled : Bullets.Of(text);
        return new ThemeLine(text[mark..].Trim(), indent, mark == 0 ? ThemeMark.None : char.IsAsciiLetterOrDigit(text[0]) && text[0] != 'o' ? ThemeMark.Number : ThemeMark.Sign);
    }

    /// <summary>« -- », « &gt; », « -&gt; »: bullets of people, whatever they mean in mail.</summary>
    private static int Doubled(string text)
    {
        var signs = text.TakeWhile(c => c is '-' or '>' or '=').Count();
        return signs is 1 or 2 && text[..signs] != "-" && text[..signs] != "=" && signs < text.Length && text[signs] == ' ' ? signs + 1 : 0;
    }
}
