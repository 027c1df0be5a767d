using System.Text;

namespace Almanach.Core.ICalendar;

/// <summary>The lines of an iCalendar object (RFC 5545, 3.1): CRLF, folded at 75 octets, never inside a character.</summary>
internal sealed class ContentLines
{
    private const int MostOctets = 75;

    private readonly StringBuilder text = new();

    /// <summary>A line as it stands: names, dates, numbers, values of our own.</summary>
    public ContentLines Raw(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
        return this;
    }

    /// <summary>A property whose value is text; left out when it is empty.</summary>
    public ContentLines Text(string name, string value) => value.Length == 0 ? this : Raw($"{name}:{Escape(value)}");

    /// <summary>Stands for whole lines that are written later.</summary>
    public ContentLines Open(string mark)
    {
        text.Append(mark);
        return this;
    }

    /// <summary>Backslash, semicolon, comma and line ends are escaped (3.3.11); other control characters go.</summary>
    public static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length + 8);
        foreach (var c in value.ReplaceLineEndings("\n"))
            _ = c switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(c),
                '\n' => escaped.Append("\\n"),
                '\t' => escaped.Append(' '),
                < ' ' or '\u007F' => escaped,
                _ => escaped.Append(c),
            };
        return escaped.ToString();
    }

    /// <summary>The value of a parameter (3.2), quoted where it must be. A quotation mark cannot be written in one: it becomes an apostrophe.</summary>
    public static string Parameter(string value)
    {
        var clean = string.Concat(value.ReplaceLineEndings(" ").Replace('"', '’').Where(c => c is >= ' ' and not '\u007F'));
        return clean.AsSpan().ContainsAny(':', ';', ',') ? $"\"{clean}\"" : clean;
    }

    public override string ToString() => text.ToString();
}
