using System.Text;

namespace Almanach.Core.ICalendar;

/// <summary>Reads the lines of an iCalendar object as others write them (RFC 5545, 3.1 and 3.2), leniently: LF alone, tabs, stray lines.</summary>
public static class CalendarReader
{
    /// <summary>Characters read of one object; what is longer is no answer to an invitation.</summary>
    public const int MostCharacters = 200_000;

    /// <summary>The properties of the object, in their order, components opened and closed by BEGIN and END. Nothing for what is longer.</summary>
    public static IReadOnlyList<CalendarProperty> Read(string text)
    {
        if (text.Length > MostCharacters)
            return [];
        List<CalendarProperty> properties = [];
        foreach (var line in Unfolded(text))
            if (Property(line) is { } property)
                properties.Add(property);
        return properties;
    }

    private static IEnumerable<string> Unfolded(string text)
    {
        var line = new StringBuilder();
        foreach (var part in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (part is [' ' or '\t', ..])
            {
                line.Append(part.AsSpan(1));
                continue;
            }
            if (line.Length > 0)
                yield return line.ToString();
            line.Clear().Append(part);
        }
        if (line.Length > 0)
            yield return line.ToString();
    }

    private static CalendarProperty? Property(string line)
    {
        var (colon, quoted) = (-1, false);
        List<string> head = [];
        var from = 0;
        for (var i = 0; i < line.Length && colon < 0; i++)
        {
            quoted ^= line[i] == '"';
            if (quoted || line[i] is not (';' or ':'))
                continue;
            head.Add(line[from..i]);
            from = i + 1;
            colon = line[i] == ':' ? i : -1;
        }
        if (colon < 0 || head[0].Length == 0)
            return null;
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in head.Skip(1))
            if (parameter.IndexOf('=') is > 0 and var sign)
                parameters[parameter[..sign].Trim()] = parameter[(sign + 1)..].Trim('"');
        return new CalendarProperty(head[0].Trim().ToUpperInvariant(), parameters, line[(colon + 1)..]);
    }
}

/// <param name="Name">Upper case: « ATTENDEE ».</param>
/// <param name="Value">As written; text still escaped.</param>
public sealed record CalendarProperty(string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    /// <summary>The value as text: escapes undone (3.3.11).</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder(Value.Length);
            for (var i = 0; i < Value.Length; i++)
                _ = Value[i] == '\\' && i + 1 < Value.Length
                    ? text.Append(Value[++i] is 'n' or 'N' ? '\n' : Value[i])
                    : text.Append(Value[i]);
            return text.ToString();
        }
    }
}
