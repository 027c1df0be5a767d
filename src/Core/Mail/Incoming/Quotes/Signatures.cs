namespace Almanach.Core.Mail.Incoming.Quotes;

/// <summary>Cuts from a person's own lines what stands under her words: closing formula and name, coordinates, feet.</summary>
internal static class Signatures
{
    /// <summary>Lines with something on them that a signature has at most; more are words.</summary>
    private const int Most = 30;

    public static IReadOnlyList<Line> Cut(IReadOnlyList<Line> lines, string sender)
    {
        var own = Trimmed([.. lines]);
        var name = new SenderName(sender);
        var postscript = new List<Line>();
        if (Start(own, name) is { } start)
        {
            postscript = Postscript(own, start);
            own = Trimmed(own[..start]);
        }
        for (var i = 0; i < Most && own.Count > 0 && EndsWithout(own, name) is { } end; i++)
            own = Trimmed(own[..end]);
        return [.. own, .. postscript.Count > 0 && own.Count > 0 ? [default(Line)] : Array.Empty<Line>(), .. postscript];
    }

    /// <summary>The line where the signature begins; null where none is plain to see.</summary>
    private static int? Start(List<Line> lines, SenderName name)
    {
        var below = lines.Count(line => !line.IsBlank);
        for (var i = 0; i < lines.Count; i++)
        {
            below -= lines[i].IsBlank ? 0 : 1;
            if (IsDelimiter(lines[i]) && (lines[i].Plain is "--" ? below <= Most : below is > 0 and <= 12) && !HoldsList(lines, i + 1))
                return i;
            if (Closings.Is(lines[i]) && below <= Most && !HoldsList(lines, i + 1) && !Continues(lines, i))
                return i;
            if (i > 0 && name.IsWhole(lines[i]) && below <= Most && !HoldsList(lines, i + 1) && Courtesy(lines, i) is { } above)
                return above;
            if (FootLines.IsDevice(lines[i]) && below <= 3 || FootLines.IsFoot(lines[i]) && below <= Most && (i == 0 || lines[i - 1].IsBlank || Separators.IsRule(lines[i - 1]) || i + 1 == lines.Count))
                return i;
        }
        return null;
    }

    /// <summary>
    /// Where what stands above the name begins that belongs to it: a short line that ends with a comma, whatever its words
    /// (« Solidairement, »). Null where the name is announced: it is then an answer.
    /// </summary>
    private static int? Courtesy(List<Line> lines, int name)
    {
        var above = name - 1;
        while (above > 0 && lines[above].IsBlank)
            above--;
        if (lines[above].Plain.EndsWith(':'))
            return null;
        var courteous = lines[above].Plain is { Length: <= 60 } words && words.EndsWith(',') && above > 0 && words.Split(' ').Length <= 8;
        return courteous ? above : name;
    }

    /// <summary>« -- » (RFC 3676, 4.3), or a dash drawn long.</summary>
    private static bool IsDelimiter(Line line) => line.Plain is "--" or "—" or "---" or "––";

    /// <summary>« Cordialement » within a sentence that a line break cuts.</summary>
    private static bool Continues(List<Line> lines, int at) =>
        at > 0 && !lines[at - 1].IsBlank && lines[at].Plain is [>= 'a' and <= 'z', ..] && lines[at - 1].Plain is [.., not ('.' or ',' or '!' or ';' or ':')]
        && at + 1 < lines.Count && lines[at + 1].Plain is [>= 'a' and <= 'z', ..];

    /// <summary>An answer written below the signature: items after a blank line, which no signature has.</summary>
    private static bool HoldsList(List<Line> lines, int from) => lines.Skip(from).SkipWhile(line => line.IsBlank).SkipWhile(line => !line.IsBlank).Count(line => line.IsItem && !FootLines.IsContact(line) && line.Plain.Length > 6) >= 2;

    private static List<Line> Postscript(List<Line> lines, int start)
    {
        var at = lines.FindIndex(start, line => line.Plain.StartsWith("PS", StringComparison.Ordinal) && line.Plain.Length > 4 && line.Plain[2] is ' ' or ':' || line.Plain.StartsWith("P.S", StringComparison.OrdinalIgnoreCase) || line.Plain.StartsWith("P.-S", StringComparison.OrdinalIgnoreCase) || line.Plain.StartsWith("Post-scriptum", StringComparison.OrdinalIgnoreCase));
        return at < 0 ? [] : [.. lines.Skip(at).TakeWhile(line => !line.IsBlank && !FootLines.IsFoot(line) && !FootLines.IsDevice(line))];
    }

    /// <summary>Where the last lines are no words of hers: a rule, the foot of a program, coordinates, her name; null where they are.</summary>
    private static int? EndsWithout(List<Line> lines, SenderName name)
    {
        var last = lines[^1];
        if (Separators.IsRule(last) || FootLines.IsDevice(last) || FootLines.IsLink(last))
            return lines.Count - 1;
        var ruled = lines.Count > 1 && Separators.IsRule(lines[^2]);
        var afterBlank = lines.Count == 1 || lines[^2].IsBlank || ruled;
        if (lines.Count > 1 && afterBlank && name.Leads(last, ruled))
            return lines.Count - 1;
        if (lines.Count > 1 && (afterBlank || lines[^2].Plain.EndsWith(',')) && name.Is(last))
            return lines.Count - 1;
        if (lines.Count > 1 && afterBlank && (FootLines.IsSentFrom(last) || SignsOff(lines)))
            return lines.Count - 1;
        return Coordinates(lines);
    }

    /// <summary>« -Anne Martin », the only dash of the text.</summary>
    private static bool SignsOff(List<Line> lines) =>
        lines[^1].Plain is ['-' or '–' or '—', var first, ..] && char.IsUpper(first)
        && lines[^1].Plain.Split(' ') is { Length: <= 3 } words && words.Skip(1).All(word => word.Length > 0 && char.IsUpper(word[0]))
        && !lines.Take(lines.Count - 1).Any(line => line.IsItem);

    /// <summary>A last paragraph of short lines, coordinates at least every fourth of them, and two in all.</summary>
    private static int? Coordinates(List<Line> lines)
    {
        var start = lines.FindLastIndex(line => line.IsBlank) + 1;
        var block = lines[start..];
        var contacts = block.Count(FootLines.IsContact);
        return start > 0 && block.Count >= 2 && contacts >= 2 && block.All(line => line.Plain.Length <= 90 && !line.IsItem) && block.Count <= 4 * contacts ? start : null;
    }

    private static List<Line> Trimmed(List<Line> lines)
    {
        var end = lines.Count;
        while (end > 0 && lines[end - 1].IsBlank)
            end--;
        return lines[..end];
    }
}
