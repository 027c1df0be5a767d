using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Consultations.Replies.Days;

/// <summary>A pasted table: a row of dates, and below it a row of words. Becomes one line a date.</summary>
internal static class DateGrid
{
    /// <param name="text">With signs in the place of dates.</param>
    public static string Unfold(string text)
    {
        var lines = text.Split('\n').Select(line => line.Trim(' ', '\t', '|', '\r')).Where(line => line.Length > 0).ToList();
        for (var i = 0; i + 1 < lines.Count; i++)
            if (Dates.IsMatch(lines[i]) && Cells(lines[i + 1]) is { } words && words.Count == lines[i].Count(c => c == '¤'))
            {
                lines.RemoveRange(i, 2);
                lines.InsertRange(i, words.Select(word => $"¤ : {word}"));
            }
        return string.Join('\n', lines);
    }

    private static List<string>? Cells(string line)
    {
        var cells = line.Split(['\t', '|', ' '], StringSplitOptions.RemoveEmptyEntries);
        return cells.All(cell => cell.ToLowerInvariant() is "oui" or "non" or "ok") ? [.. cells] : null;
    }

    private static readonly SafePattern Dates = new(@"^¤([ \t|]+¤)+$");
}
