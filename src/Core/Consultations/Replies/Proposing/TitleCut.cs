using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.French;

namespace Almanach.Core.Consultations.Replies.Proposing;

/// <summary>Parts a theme into a title and what explains it. No word is lost.</summary>
internal static class TitleCut
{
    /// <summary>The title is empty where none can be cut.</summary>
    public static (string Title, string Rationale) Of(ThemeText theme)
    {
        var first = Plain.Narrow(LabelledList.Without(theme.First));
        var end = EndOfSentence(first);
        var (title, rest) = (Trimmed(first[..end]), first[end..].TrimStart('.', '!', '?', ' '));
        if (end < first.Length && first[end] == '?')
            title += " ?";
        if (title.Length > AnswerChecks.MaxTitle)
        {
            var space = title.LastIndexOf(' ', AnswerChecks.MaxTitle - 1);
            if (space <= 0)
                return ("", "");
            (title, rest) = ($"{title[..space].TrimEnd(',', ';', ':', ' ')}…", Plain.Narrow($"… {title[space..].Trim()}{(rest.Length > 0 ? ". " : "")}{rest}"));
        }
        return (Capitals.First(title), string.Join('\n', theme.More.Select(LabelledList.WithoutDetail).Select(Plain.Narrow).Prepend(rest).Where(part => part.Length > 0)));
    }

    /// <summary>Where the first sentence ends, if another begins after it.</summary>
    private static int EndOfSentence(string text)
    {
        for (var i = 3; i + 2 < text.Length; i++)
            if (text[i] is '.' or '!' or '?' && text[i + 1] == ' ' && (char.IsUpper(text[i + 2]) || text[i + 2] is '«' or 'À' or '(') && text[i - 2] is not (' ' or '.') && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is ' ' or '»' or ')'))
                return i;
        return text.Length;
    }

    private static string Trimmed(string title)
    {
        title = title.Trim(' ', '.', ';', ',', ':', '-', '–', '\t');
        return title is ['«', .. var inner, '»'] && !inner.Contains('«', StringComparison.Ordinal) ? inner.Trim() : title is ['"', .. var quoted, '"'] && !quoted.Contains('"', StringComparison.Ordinal) ? quoted.Trim() : title;
    }
}
