using System.Text;
using System.Text.RegularExpressions;
using Almanach.Core.Data.Reading;

namespace Almanach.Adapters.DataFiles.Xlsx;

/// <summary>The merged cells of a sheet. They stand after its rows and are needed before them: looked for as text, which is far quicker than reading the sheet twice.</summary>
internal static partial class XlsxMerges
{
    private const int Most = 5_000;

    public static IReadOnlyList<MergedCells> Of(IByteSource sheet)
    {
        using var stream = sheet.Open();
        List<MergedCells> merged = [];
        var buffer = new byte[262_144];
        var held = 0;
        for (int read; (read = stream.Read(buffer.AsSpan(held))) > 0 && merged.Count < Most;)
        {
            var text = buffer.AsSpan(0, held + read);
            var at = text.IndexOf("mergeCell "u8);
            if (at >= 0)
                foreach (Match match in Range().Matches(Encoding.Latin1.GetString(text[at..])))
                    Add(merged, match);
            var rest = at < 0 ? text.Length - Math.Min(64, text.Length) : Math.Max(at, text.LastIndexOf("mergeCell "u8) + 1);
            text[rest..].CopyTo(buffer);
            held = text.Length - rest;
            if (held == buffer.Length)
                break;
        }
        return [.. merged.Distinct()];
    }

    private static void Add(List<MergedCells> merged, Match match)
    {
        if (merged.Count < Most && int.TryParse(match.Groups[2].ValueSpan, out var first) && int.TryParse(match.Groups[4].ValueSpan, out var last))
            merged.Add(new MergedCells(first, last, Column(match.Groups[1].ValueSpan), Column(match.Groups[3].ValueSpan)));
    }

    /// <summary>A is 0, AA is 26.</summary>
    internal static int Column(ReadOnlySpan<char> letters)
    {
        var column = 0;
        foreach (var letter in letters)
            column = (column * 26) + letter - 'A' + 1;
        return column - 1;
    }

    [GeneratedRegex("""mergeCell [^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"[^>]*>""")]
    private static partial Regex Range();
}
