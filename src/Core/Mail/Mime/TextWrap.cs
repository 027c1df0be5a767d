namespace Almanach.Core.Mail.Mime;

/// <summary>
/// Wraps a paragraph of plain text at 72 columns, at spaces only: links and what non-breaking spaces join stay whole.
/// Bullets (« – ») hang, quotes (« &gt; ») keep their sign on each line.
/// </summary>
internal static class TextWrap
{
    public const int Columns = 72;

    /// <summary>The lines of one paragraph; a line break inside it is kept.</summary>
    public static IEnumerable<string> Lines(string paragraph)
    {
        var hang = Hang(paragraph);
        var first = true;
        foreach (var line in paragraph.Split('\n'))
        {
            foreach (var wrapped in Wrap(first ? line : hang + line, hang))
                yield return wrapped;
            first = false;
        }
    }

    private static IEnumerable<string> Wrap(string line, string hang)
    {
        while (line.Length > Columns)
        {
            var cut = line.LastIndexOf(' ', Columns, Columns + 1 - hang.Length);
            if (cut < 0 || string.IsNullOrWhiteSpace(line[hang.Length..cut]))
                cut = line.IndexOf(' ', Columns);
            if (cut < 0)
                break;
            yield return line[..cut];
            line = hang + line[(cut + 1)..];
        }
        yield return line;
    }

    private static string Hang(string paragraph) => paragraph switch
    {
        ['–', ' ', ..] => "  ",
        ['>', ' ', ..] => "> ",
        _ => "",
    };
}
