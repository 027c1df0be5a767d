using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Data.Series;

/// <summary>A normalised file in memory: the rows of one period, or all where the columns say it.</summary>
/// <param name="Codes">Territory of each row; the default where it was not placed.</param>
/// <param name="Lines">Row of the raw sheet, from 1.</param>
public sealed record SeriesTable(TerritoryCode[] Codes, int[] Lines, IReadOnlyList<SeriesColumn> Columns)
{
    /// <param name="gzip">As <see cref="SeriesNormaliser"/> wrote it, compressed.</param>
    /// <exception cref="FormatException">Not such a file.</exception>
    public static IReadOnlyList<SeriesTable> Read(byte[] gzip)
    {
        using var source = new GZipStream(new MemoryStream(gzip), CompressionMode.Decompress);
        using var plain = new MemoryStream(gzip.Length * 4);
        source.CopyTo(plain);
        return Parse(plain.GetBuffer().AsSpan(0, (int)plain.Length));
    }

    private static IReadOnlyList<SeriesTable> Parse(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        var fields = end < 0 ? throw new FormatException("A series has a head.") : Encoding.UTF8.GetString(text[..end]).Split(',');
        var periods = fields.Length > 2 && fields[2] == "periode";
        var first = periods ? 4 : 3;
        if (fields is not ["territoire", "ligne", ..] || fields.Length <= first)
            throw new FormatException("This is not a normalised series.");
        var columns = fields[first..].Select(field => field.Split('@')).Select(parts => (Measure: parts[0], Period: parts.Length > 1 ? parts[1] : "")).ToArray();
        Dictionary<string, Draft> drafts = [];
        Draft? draft = null;
        var last = "";
        for (text = text[(end + 1)..]; !text.IsEmpty;)
        {
            var code = Field(ref text);
            var line = Field(ref text);
            if (periods)
            {
                var period = Field(ref text);
                if (draft is null || !Same(period, last))
                {
                    last = Encoding.UTF8.GetString(period);
                    draft = drafts.TryGetValue(last, out var known) ? known : drafts[last] = new Draft(columns.Length);
                }
            }
            draft ??= drafts[""] = new Draft(columns.Length);
            Label(ref text);
            draft.Codes.Add(TerritoryCode.TryParse(code, out var territory) ? territory : default);
            draft.Lines.Add(Utf8Parser.TryParse(line, out int row, out _) ? row : throw new FormatException("A row of a series has its place."));
            foreach (var figures in draft.Figures)
                figures.Add(Read(Field(ref text)));
        }
        return [.. drafts.Select(pair => new SeriesTable([.. pair.Value.Codes], [.. pair.Value.Lines],
            [.. columns.Select((column, i) => new SeriesColumn(column.Measure, column.Period.Length > 0 ? column.Period : pair.Key, [.. pair.Value.Figures[i]]))]))];
    }

    private static Figure Read(ReadOnlySpan<byte> cell)
    {
        if (FigureMarks.Of(cell) is { } state)
            return new Figure(0, state);
        return Utf8Parser.TryParse(cell, out decimal value, out var read) && read == cell.Length ? Figure.Of(value) : throw new FormatException("A figure of a series is a number or a mark.");
    }

    /// <summary>Up to the next comma or the end of the line.</summary>
    private static ReadOnlySpan<byte> Field(ref ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny((byte)',', (byte)'\n');
        var field = end < 0 ? text : text[..end];
        text = end < 0 ? default : text[(end + 1)..];
        return field;
    }

    private static void Label(ref ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] != '"')
        {
            Field(ref text);
            return;
        }
        var at = 1;
        while (at < text.Length && (text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"' && ++at > 0)))
            at++;
        text = text[Math.Min(text.Length, at + 1)..];
        Field(ref text);
    }

    private static bool Same(ReadOnlySpan<byte> utf8, string text)
    {
        if (utf8.Length != text.Length)
            return false;
        for (var i = 0; i < utf8.Length; i++)
            if (utf8[i] != text[i])
                return false;
        return true;
    }

    private sealed class Draft(int columns)
    {
        public List<TerritoryCode> Codes { get; } = [];

        public List<int> Lines { get; } = [];

        public List<Figure>[] Figures { get; } = [.. Enumerable.Range(0, columns).Select(_ => new List<Figure>())];
    }
}

/// <summary>One measure at one period, in the order of the rows.</summary>
public sealed record SeriesColumn(string Measure, string Period, Figure[] Figures);
