
namespace Almanach.Adapters.Csv;

/// <summary>What stands between the cells of a text file.</summary>
internal static class Separators
{
    private static readonly char[] Known = [';', '\t', ',', '|'];

    /// <summary>Lines looked at.</summary>
    private const int Sample = 15;

    /// <summary>
    /// The sign that parts most of the first lines into as many cells; of two that do, the first here, since a comma may stand
    /// in each number. Told, when the first line says « sep=; ».
    /// </summary>
    public static (char Separator, bool Told) Of(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 && Known.Contains(text[4]))
            return (text[4], true);
        var lines = Records(text).Take(Sample).ToList();
        return (Known.MaxBy(sign => Weight(lines, sign)), false);
    }

    private static double Weight(IReadOnlyList<string> lines, char sign)
    {
        var counts = lines.Select(line => Outside(line, sign)).ToList();
        var usual = counts.Where(count => count > 0).GroupBy(count => count).MaxBy(group => group.Count());
        return usual is null ? 0 : usual.Count();
    }

    private static int Outside(string line, char sign)
    {
        var (count, quoted) = (0, false);
        foreach (var c in line)
        {
            quoted ^= c == '"';
            count += c == sign && !quoted ? 1 : 0;
        }
        return count;
    }

    /// <summary>Lines, those inside quotes not cut.</summary>
    private static IEnumerable<string> Records(string text)
    {
        var (start, quoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            quoted ^= text[i] == '"';
            if (text[i] != '\n' || quoted)
                continue;
            if (i > start + 1)
                yield return text[start..i];
            start = i + 1;
        }
        if (start < text.Length)
            yield return text[start..];
    }
}
