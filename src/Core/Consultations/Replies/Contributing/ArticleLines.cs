using Almanach.Core.Consultations.Replies.Words;

namespace Almanach.Core.Consultations.Replies.Contributing;

/// <summary>The lines of an article as they were meant: those a mail program broke are joined, one empty line parts paragraphs.</summary>
internal static class ArticleLines
{
    public static IReadOnlyList<string> Of(string text)
    {
        List<string> lines = [];
        var last = "";
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim().Replace("**", "", StringComparison.Ordinal);
            if (line.Length == 0 && (lines.Count == 0 || lines[^1].Length == 0))
                continue;
            if (lines.Count > 0 && last.Length > 0 && Sentences.GoesOn(last, line))
                lines[^1] = $"{lines[^1]} {line}";
            else
                lines.Add(line);
            last = line;
        }
        return lines;
    }
}
