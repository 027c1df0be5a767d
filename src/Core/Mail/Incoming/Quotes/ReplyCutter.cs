using System.Text;

namespace Almanach.Core.Mail.Incoming.Quotes;

/// <summary>
/// What a person wrote in a mail, without what it quotes and without her signature; French ways first. Words between and
/// below marked quotations are kept; below a quotation that is not marked, nothing can be told apart and nothing is kept.
/// </summary>
public static class ReplyCutter
{
    /// <param name="text">Lines end with LF.</param>
    /// <param name="sender">The display name of the sender, to recognise it alone under the words; may be empty.</param>
    public static string Cut(string text, string sender = "") => Joined(Segments(text).Select(segment => Signatures.Cut(segment, sender)));

    /// <summary>The same with the signature and what stands under it.</summary>
    public static string Unquoted(string text) => Joined(Segments(text));

    private static List<List<Line>> Segments(string text)
    {
        var lines = Line.All(text);
        var unmarked = UnmarkedAt(lines);
        var segments = new List<List<Line>> { new() };
        for (var i = 0; i < lines.Count;)
        {
            var quoted = lines[i].Depth == 1 && i < unmarked ? null : QuotedAt(lines, i);
            if (quoted is null)
            {
                segments[^1].Add(lines[i++]);
                continue;
            }
            if (segments[^1].Count > 0)
                segments.Add([]);
            if (quoted is 0)
                break;
            i += quoted.Value;
        }
        return segments;
    }

    /// <summary>
    /// Where a quotation begins that bears no marks, if the first that is announced does: « &gt; » above it are the person's
    /// own bullets.
    /// </summary>
    private static int UnmarkedAt(IReadOnlyList<Line> lines)
    {
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].IsOwn && !lines[i].IsBlank && QuotedAt(lines, i) is { } length)
                return length == 0 && lines.Skip(i).All(line => line.IsOwn) ? i : 0;
        return 0;
    }

    /// <summary>How many lines from this one on are not the person's own; 0 when none are any more; null when this one is.</summary>
    private static int? QuotedAt(IReadOnlyList<Line> lines, int at)
    {
        if (Separators.IsGroupWise(Marked(lines[at])))
            return 0;
        if (lines[at].Depth > 0)
            return NumberRun(lines, at) ? null : 1;
        if (lines[at].IsBlank)
            return null;
        // Answers come above; at the very top it stands over the words of a service desk's own people.
        if (Separators.IsAnswerAbove(lines[at]))
            return lines.Take(at).All(line => line.IsBlank) ? 1 : 0;
        var head = Separators.Is(lines[at]) ? 1 + HeadersAfter(lines, at + 1) : 0;
        if (head == 0)
            head = Attributions.At(lines, at);
        if (head == 0)
            head = HeaderLines.At(lines, at);
        if (head == 0)
            return null;
        var next = lines.Skip(at + head).FirstOrDefault(line => !line.IsBlank);
        return next.Depth > 0 ? head : 0;
    }

    private static int HeadersAfter(IReadOnlyList<Line> lines, int at)
    {
        var start = at;
        while (start < lines.Count && lines[start].IsBlank)
            start++;
        return start < lines.Count && HeaderLines.At(lines, start, announced: true) is > 0 and var length ? start - at + length : 0;
    }

    private static string Marked(Line line) => line.Depth == 3 ? ">>> " + line.Plain : "";

    /// <summary>« &gt; 65 ans » is a figure, where nothing around it is quoted.</summary>
    private static bool NumberRun(IReadOnlyList<Line> lines, int at) =>
        lines[at].Depth == 1 && Figures.In(lines[at].Plain)
        && (at == 0 || lines[at - 1].IsOwn) && (at + 1 == lines.Count || lines[at + 1].IsOwn)
        && !lines.Take(at).Any(line => line.Depth > 0);

    private static readonly Phrases Figures = new(@"^[0-9][0-9 .,]*\s?(ans?|%|€|k€|m€|euros?|jours?|habitants?|personnes?|mois|km|h|heures?|ménages?|places?|élèves|logements?|foyers?|°)\b|^[0-9][0-9 .,]*\s?[%€°]");

    /// <summary>Blank lines at both ends go, and of several in a row one stays.</summary>
    private static string Joined(IEnumerable<IReadOnlyList<Line>> segments)
    {
        var text = new StringBuilder();
        foreach (var line in segments.SelectMany(segment => segment.Append(default)))
        {
            var written = line.Raw is null ? "" : line.Depth > 0 ? $"> {line.Raw.TrimStart()}" : Outdented(line);
            if (line.Plain is not { Length: > 0 })
                written = "";
            if (written.Length == 0 && (text.Length == 0 || EndsBlank(text)))
                continue;
            text.Append(written).Append('\n');
        }
        return text.ToString().Trim('\n', ' ', '\u00A0', '\t');
    }

    /// <summary>A space or two that a program put before a line; the places of a list stay.</summary>
    private static string Outdented(Line line) => line.IsItem || line.Raw.StartsWith("   ", StringComparison.Ordinal) ? line.Raw : line.Raw.TrimStart(' ', '\u00A0');

    private static bool EndsBlank(StringBuilder text) => text.Length > 1 && text[^1] == '\n' && text[^2] == '\n';
}
