namespace Almanach.Adapters.Html;

/// <summary>Word writes its lists as paragraphs: a character of a font of signs, or a number, then a row of spaces.</summary>
internal static class WordList
{
    /// <summary>« · » and a gap become « - »; of the gap after « 1. » one space stays.</summary>
    public static string Marked(string line)
    {
        var mark = line.AsSpan().IndexOf('\u00A0');
        if (mark is < 1 or > 3 || line.Length < mark + 3)
            return line;
        var words = line[mark..].TrimStart('\u00A0', ' ');
        return line[..mark] switch
        {
            "·" or "§" or "ü" or "Ø" or "o" or "v" or "•" => $"- {words}",
            var number when char.IsAsciiDigit(number[0]) && number[^1] is '.' or ')' or '-' => $"{number} {words}",
            _ => line,
        };
    }
}
