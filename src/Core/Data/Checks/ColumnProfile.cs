using Almanach.Core.Data.Reading;

namespace Almanach.Core.Data.Checks;

/// <summary>What a column holds, cell after cell: what kind it is, and which cells are of another.</summary>
public sealed class ColumnProfile(string name, string label)
{
    /// <summary>Cells of another kind kept, so that each can be named.</summary>
    private const int MostStrange = 50;

    private readonly List<StrangeCell> _words = [];

    private readonly HashSet<string> _marks = [];

    public string Name { get; } = name;

    public string Label { get; } = label;

    public int Numbers { get; private set; }

    public int Whole { get; private set; }

    public int Negative { get; private set; }

    /// <summary>Numbers of four digits from 1900 to 2100, grouped by nothing: years, maybe.</summary>
    public int Years { get; private set; }

    public int Dates { get; private set; }

    public int Truths { get; private set; }

    public int Words { get; private set; }

    public int Blanks { get; private set; }

    public int MarkCount { get; private set; }

    /// <summary>Digits only, the first of them a zero: a code, not a number.</summary>
    public int LeadingZeros { get; private set; }

    public int Shortest { get; private set; } = int.MaxValue;

    public int Longest { get; private set; }

    public NumberSigns Signs { get; private set; }

    /// <summary>Row of the first cell that could be read two ways (1,234).</summary>
    public int? Ambiguous { get; private set; }

    /// <summary>Cells of words, the first of them.</summary>
    public IReadOnlyList<StrangeCell> FirstWords => _words;

    /// <summary>Marks as they are written.</summary>
    public IReadOnlyCollection<string> MarkTexts => _marks;

    public int Filled => Numbers + Dates + Truths + Words + MarkCount;

    public bool HoldsCodes => LeadingZeros > 0 || (Numbers > 0 && Words > 0 && Longest <= 9 && Shortest == Longest);

    public void Add(ReadOnlySpan<byte> cell, CellKind kind, int row)
    {
        var text = CellText.Trimmed(cell);
        if (text.IsEmpty)
        {
            Blanks++;
            return;
        }
        if (kind == CellKind.Date)
            Dates++;
        else if (kind == CellKind.Truth)
            Truths++;
        else if (FigureText.TryParse(text, out var value, out var signs))
            Count(text, value, signs, row);
        else if (Marks.Of(text) is not null)
        {
            MarkCount++;
            if (_marks.Count < 20)
                _marks.Add(CellText.Shown(text));
            return;
        }
        else if (DateText.IsDate(text))
            Dates++;
        else
        {
            Words++;
            if (_words.Count < MostStrange)
                _words.Add(new StrangeCell(row, CellText.Shown(text), kind));
        }
        Shortest = Math.Min(Shortest, text.Length);
        Longest = Math.Max(Longest, text.Length);
    }

    private void Count(ReadOnlySpan<byte> text, decimal value, NumberSigns signs, int row)
    {
        Numbers++;
        Signs |= signs;
        if (signs == NumberSigns.None && text.Length > 1 && text[0] == '0')
            LeadingZeros++;
        if ((signs & ~NumberSigns.Space) == NumberSigns.None || value == decimal.Truncate(value))
            Whole++;
        if (value < 0)
            Negative++;
        if (signs == NumberSigns.None && text.Length == 4 && value is >= 1900 and <= 2100)
            Years++;
        if ((signs & NumberSigns.Ambiguous) != 0)
            Ambiguous ??= row;
    }
}

public sealed record StrangeCell(int Row, string Value, CellKind Kind);
