namespace Almanach.Core.Mail.Incoming.Quotes;

/// <summary>The marks people put before the items of a list.</summary>
public static class Bullets
{
    /// <summary>How many characters the mark takes, its spaces included; 0 where the line is no item.</summary>
    public static int Of(string line)
    {
        var mark = line.Length == 0 ? 0 : line[0] switch
        {
            '-' or '–' or '—' or '•' or '·' or '*' or '◦' or '▪' or '§' or 'o' or '+' or '→' or '●' or '○' or '■' or '➢' or '✓' or 'ü' => 1,
            _ => Numbered(line),
        };
        return mark > 0 && mark < line.Length && (line[mark] is ' ' or '\u00A0' or '\t' || line[0] is '-' or '•' or '·' && char.IsLetter(line[mark]))
            ? mark + line[mark..].TakeWhile(char.IsWhiteSpace).Count()
            : 0;
    }

    /// <summary>« 1. », « 2) », « 3/ », « 1- », « 1° », « a) ».</summary>
    private static int Numbered(string line)
    {
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        if (digits == 0 && char.IsAsciiLetter(line[0]) && line.Length > 2 && line[1] == ')')
            return 2;
        return digits is 1 or 2 && line.Length > digits + 1 && line[digits] is '.' or ')' or '/' or '-' or '°' ? digits + 1 : 0;
    }
}
