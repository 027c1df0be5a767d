using Almanach.Core.Mail.Incoming.Quotes;

namespace Almanach.Core.Consultations.Replies.Words;

/// <summary>Cuts words into sentences, and sentences into clauses.</summary>
internal static class Sentences
{
    /// <summary>A line at least this long may have been broken by the mail program.</summary>
    private const int Wrapped = 50;

    /// <summary>Every sentence of a text, hard-wrapped lines joined, bullets dropped; a question keeps its mark.</summary>
    public static IReadOnlyList<string> Of(string text) => [.. Lines(text).SelectMany(Cut)];

    /// <summary>Of one line of words.</summary>
    public static IEnumerable<string> Cut(string line)
    {
        var start = 0;
        for (var i = 0; i < line.Length; i++)
            if (line[i] is '.' or '!' or '?' or ';' or '…' && (i + 1 == line.Length || char.IsWhiteSpace(line[i + 1]) || line[i] is '?' or '!' or '…') && !IsAbbreviation(line, start, i))
            {
                if (Trimmed(line[start..i]) is { Length: > 0 } sentence)
                    yield return line[i] == '?' ? sentence + " ?" : sentence;
                else if (line[i] == '?')
                    yield return "?";
                start = i + 1;
            }
        if (Trimmed(line[start..]) is { Length: > 0 } last)
            yield return last;
    }

    /// <summary>At commas, colons, brackets, dashes, « mais » and « et ».</summary>
    public static IEnumerable<string> Clauses(string sentence) =>
        sentence.Replace(" mais ", ",", StringComparison.OrdinalIgnoreCase).Replace(" et ", ",", StringComparison.OrdinalIgnoreCase)
            .Replace(" - ", ",", StringComparison.Ordinal).Replace(" – ", ",", StringComparison.Ordinal).Replace(" — ", ",", StringComparison.Ordinal)
            .Split([',', ':', '(', ')', '"', '«', '»', '|', '\t']).Select(Trimmed).Where(clause => clause.Length > 0);

    /// <summary>Whether a line goes on with the sentence of the line before.</summary>
    public static bool GoesOn(string before, string line) =>
        before.Length >= Wrapped && before[^1] is not ('.' or '!' or '?' or ';' or ':') && line.Length > 0 && (char.IsLower(line[0]) || line[0] is '(' or '«');

    private static List<string> Lines(string text)
    {
        List<string> lines = [];
        foreach (var raw in text.Split('\n'))
        {
            var line = Plain.Narrow(raw);
            var mark = line.Length > 0 && !char.IsLetterOrDigit(line[0]) ? Bullets.Of(line) : 0;
            if (mark == 0 && lines.Count > 0 && lines[^1].Length > 0 && GoesOn(lines[^1], line))
                lines[^1] = $"{lines[^1]} {line}";
            else
                lines.Add(line[mark..]);
        }
        return lines;
    }

    /// <summary>« M. Lemaire », « J. Durand ».</summary>
    private static bool IsAbbreviation(string line, int start, int dot)
    {
        if (line[dot] != '.')
            return false;
        var word = line[start..dot];
        word = word[(word.LastIndexOf(' ') + 1)..];
        return word.Length == 1 && char.IsUpper(word[0]) && dot + 1 < line.Length || word is "Mr" or "Mme" or "Dr" or "Mlle";
    }

    private static string Trimmed(string text) => text.Trim(' ', '.', '-', '–', '—', '_', '\t', '\'');
}
