using System.Buffers;

namespace Almanach.Core.Data.Reading;

/// <summary>What the columns of a sheet hold in its first rows: what tells a head from the rows below it.</summary>
internal sealed class SampleColumns
{
    private readonly int[] _numbers;

    private readonly int[] _words;

    public SampleColumns(IReadOnlyList<HeldRow> rows, int from)
    {
        Width = rows.Count == 0 ? 0 : rows.Max(row => row.Filled().DefaultIfEmpty(-1).Max() + 1);
        (_numbers, _words) = (new int[Width], new int[Width]);
        foreach (var row in rows.Skip(from))
            foreach (var column in row.Filled())
                switch (CellLook.Of(row.Cell(column), row.Kind(column)))
                {
                    case Look.Number:
                        _numbers[column]++;
                        break;
                    case Look.Words:
                        _words[column]++;
                        break;
                    default:
                        break;
                }
        var filled = rows.Skip(from).Select(row => row.Filled().Count()).Where(count => count > 0).Order().ToList();
        Usual = filled.Count == 0 ? 0 : filled[filled.Count / 2];
    }

    public int Width { get; }

    /// <summary>Cells that are filled in the row in the middle.</summary>
    public int Usual { get; }

    public bool HoldsNumbers(int column) => column < Width && _numbers[column] > 0 && _numbers[column] >= 3 * _words[column];
}

internal enum Look
{
    Number,
    Words,
    Mark,
}

internal static class CellLook
{
    private static readonly SearchValues<byte> DateSigns = SearchValues.Create("0123456789/-"u8);

    public static Look Of(ReadOnlySpan<byte> cell, CellKind kind)
    {
        var text = CellText.Trimmed(cell);
        return kind is CellKind.Number or CellKind.Date || FigureText.TryParse(text, out _, out _) || IsDate(text) ? Look.Number
            : Marks.Of(text) is null ? Look.Words
            : Look.Mark;
    }

    public static bool IsYear(ReadOnlySpan<byte> cell) =>
        FigureText.TryParse(CellText.Trimmed(cell), out var number, out _) && number is >= 1900 and <= 2100 && number == decimal.Truncate(number);

    private static bool IsDate(ReadOnlySpan<byte> text) =>
        text.Length is 8 or 10 && !text.ContainsAnyExcept(DateSigns) && text.IndexOfAny((byte)'/', (byte)'-') > 0;
}
