using System.IO.Compression;
using System.Text;

namespace Almanach.Core.Data.Series;

/// <summary>The labels of a normalised file: the cells of territories as they stand in the raw one, where it keeps them.</summary>
public static class SeriesLabels
{
    /// <summary>By row of the raw sheet; rows without a label are left out.</summary>
    /// <param name="gzip">As <see cref="SeriesNormaliser"/> wrote it, compressed.</param>
    /// <param name="rows">Those asked for.</param>
    public static IReadOnlyDictionary<int, string> Read(byte[] gzip, IReadOnlySet<int> rows)
    {
        Dictionary<int, string> labels = [];
        using var text = new StreamReader(new GZipStream(new MemoryStream(gzip), CompressionMode.Decompress), Encoding.UTF8);
        var before = text.ReadLine()?.Split(',') is [_, _, "periode", ..] ? 3 : 2;
        while (text.ReadLine() is { } line)
            if (Label(line, before) is { Row: var row, Label.Length: > 0 } found && rows.Contains(row))
                labels[row] = found.Label;
        return labels;
    }

    /// <param name="before">Fields before the label, none of which is ever in quotes; the second is the row.</param>
    private static (int Row, string Label) Label(string line, int before)
    {
        var rest = line.AsSpan();
        var row = 0;
        for (var field = 0; field < before; field++)
        {
            var end = rest.IndexOf(',');
            if (field == 1 && !int.TryParse(rest[..end], out row))
                throw new FormatException("A row of a series has its place.");
            rest = rest[(end + 1)..];
        }
        if (rest is not ['"', ..])
            return (row, rest[..rest.IndexOf(',')].ToString());
        var label = new StringBuilder();
        for (var at = 1; at < rest.Length; at++)
            if (rest[at] != '"')
                label.Append(rest[at]);
            else if (at + 1 < rest.Length && rest[at + 1] == '"')
                label.Append(rest[++at]);
            else
                break;
        return (row, label.ToString());
    }
}
