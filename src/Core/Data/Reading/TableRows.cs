namespace Almanach.Core.Data.Reading;

/// <summary>What <see cref="TableRows.Read"/> has come to.</summary>
public enum TableEvent
{
    End,

    /// <summary>A row of data.</summary>
    Row,

    /// <summary>A blank row between rows of data.</summary>
    Blank,

    /// <summary>Another head in the same sheet; <see cref="TableRows.Head"/> is the new one.</summary>
    Head,
}

/// <summary>
/// The table of a sheet, row after row: its titles, heads, and the notes below it are no rows of it. A sheet without a
/// table has none and ends at once.
/// </summary>
public sealed class TableRows : IDisposable
{
    /// <summary>Rows that may be notes, held until a row of data follows them or the sheet ends.</summary>
    private const int MostHeld = 500;

    private readonly ISheetRows _sheet;

    private readonly Queue<HeldRow> _waiting;

    private readonly Queue<(TableEvent Event, HeldRow? Row)> _decided = new();

    private readonly List<HeldRow> _held = [];

    private readonly List<int> _notes = [];

    private readonly NoteSigns _signs;

    private HeldRow? _current;

    /// <summary>The row before was blank, in a text whose every second row is.</summary>
    private bool _isSpaced;

    private int[] _probes = [];

    private ReadAs?[] _readAs = [];

    /// <param name="sheet">Not read yet; closed with this.</param>
    public TableRows(ISheetRows sheet)
    {
        _sheet = sheet;
        List<HeldRow> sample = [];
        while (sample.Count < HeadFinder.Sample && sheet.Read())
            sample.Add(HeldRow.Of(sheet));
        Merged = sheet.Merged;
        IsDoubleSpaced = HasRaggedRows && sample.Count >= 6 && sample.Zip(sample.Skip(1)).All(pair => !pair.First.Filled().Any() || !pair.Second.Filled().Any());
        Head = HeadFinder.Of(sample, Merged, HasRaggedRows);
        Breaks = [.. sample.Where(row => row.Row <= (Head?.LastRow ?? int.MaxValue)).Select(row => row.Broken).OfType<Unreadable>()];
        var body = Head is null ? [] : sample.SkipWhile(row => row.Row <= Head.LastRow || row.Row < Head.FirstRow).ToList();
        _waiting = new Queue<HeldRow>(body);
        _signs = new NoteSigns(body, Head);
        Probe();
    }

    /// <summary>Null where the sheet holds no table.</summary>
    public TableHead? Head { get; private set; }

    public IReadOnlyList<MergedCells> Merged { get; }

    /// <summary>What quotes break before the first row of data.</summary>
    public IReadOnlyList<Unreadable> Breaks { get; }

    public bool HasRaggedRows => _sheet.HasRaggedRows;

    /// <summary>
    /// A blank row follows each row of the text: programs on Windows that end lines twice (CR CR LF) write so. Those rows are no
    /// gaps; two blank ones together are.
    /// </summary>
    public bool IsDoubleSpaced { get; }

    /// <summary>Rows below the table that are not of it, known at the end.</summary>
    public IReadOnlyList<int> Notes => _notes;

    public int Row => _current?.Row ?? _sheet.Row;

    public int Count => _current?.Count ?? _sheet.Count;

    public Unreadable? Broken => _current is null ? _sheet.Broken : _current.Broken;

    public ReadOnlySpan<byte> Cell(int column) => (uint)column < (uint)_readAs.Length && _readAs[column] is { } others ? others.Of(Raw(column)) : Raw(column);

    /// <summary>As it stands in the file, whatever it is read as.</summary>
    public ReadOnlySpan<byte> Raw(int column) => _current is null ? _sheet.Cell(column) : _current.Cell(column);

    /// <summary>From now on these values of the column are read as others. Where the table begins and ends is told from the cells as they stand.</summary>
    public void Mend(int column, ReadAs others)
    {
        if (column >= _readAs.Length)
            Array.Resize(ref _readAs, column + 1);
        _readAs[column] = others;
    }

    public CellKind Kind(int column) => _current is null ? _sheet.Kind(column) : _current.Kind(column);

    /// <exception cref="UnreadableException">The rest of the file cannot be read.</exception>
    public TableEvent Read()
    {
        if (Head is null)
            return TableEvent.End;
        while (true)
        {
            if (_decided.TryDequeue(out var decided))
                return Give(decided.Event, decided.Row);
            if (!Next())
            {
                _notes.AddRange(_held.Where(row => row.Filled().Any()).Select(row => row.Row));
                return TableEvent.End;
            }
            if (_held.Count == 0 && IsPlainRow())
            {
                _isSpaced = false;
                return TableEvent.Row;
            }
            Weigh(_current ?? HeldRow.Of(_sheet));
        }
    }

    public void Dispose() => _sheet.Dispose();

    private TableEvent Give(TableEvent what, HeldRow? row)
    {
        _current = row;
        return what;
    }

    private bool Next()
    {
        if (_waiting.TryDequeue(out _current))
            return true;
        _current = null;
        return _sheet.Read();
    }

    /// <summary>The quick way: a row that is certainly one of data, told by two cells.</summary>
    private bool IsPlainRow()
    {
        var filled = 0;
        foreach (var column in _probes)
        {
            var cell = Raw(column);
            if (cell.IsEmpty || cell[0] <= ' ')
                return false;
            if (Head!.Columns[column].HoldsNumbers && cell[0] is not (>= (byte)'0' and <= (byte)'9') and not (byte)'-')
                return false;
            filled++;
        }
        return filled > 1;
    }

    private void Weigh(HeldRow row)
    {
        var filled = row.Filled().Take(3).Count();
        var isSpace = IsDoubleSpaced && filled == 0 && !_isSpaced;
        _isSpaced = filled == 0;
        if (isSpace)
            return;
        if (filled == 0)
            _held.Add(row);
        else if (row.Broken is not null)
            Release(row);
        else if (_signs.IsNote(row, filled, _held.Count > 0))
            _held.Add(row);
        else if (IsOtherHead(row))
            _held.Add(row);
        else
            Release(row);
        if (_held.Count > MostHeld)
            Decide(_held, null);
    }

    /// <summary>A row of data follows: what was held is no note at the end.</summary>
    private void Release(HeldRow row)
    {
        var heads = _held.Count;
        while (heads > 0 && IsOtherHead(_held[heads - 1]))
            heads--;
        if (heads < _held.Count)
        {
            var rows = _held[heads..];
            _notes.AddRange(_held.Take(heads).Where(held => held.Filled().Any()).Select(held => held.Row));
            rows.Add(row);
            var head = HeadRows.Join(rows, 0, rows.Count - 2, Merged, new SampleColumns(rows, rows.Count - 1), HasRaggedRows, Head);
            _held.Clear();
            _decided.Enqueue((TableEvent.Head, null));
            _decided.Enqueue((TableEvent.Row, row));
            Head = head with { Columns = [.. head.Columns.Select(column => column with { HoldsNumbers = column.HoldsNumbers || HeldNumbers(column.Place) })] };
            Probe();
            return;
        }
        Decide(_held, row);
    }

    private bool HeldNumbers(int place) => Head is { } before && place < before.Columns.Count && before.Columns[place].HoldsNumbers;

    private void Decide(List<HeldRow> held, HeldRow? row)
    {
        // Blank rows that set a total apart are layout, not gaps.
        var isLayout = row is not null && TotalWords.Begin(row);
        foreach (var one in held)
            if (one.Filled().Any())
                _decided.Enqueue((TableEvent.Row, one));
            else if (!isLayout)
                _decided.Enqueue((TableEvent.Blank, one));
        held.Clear();
        if (row is not null)
            _decided.Enqueue((TableEvent.Row, row));
    }

    private bool IsOtherHead(HeldRow row)
    {
        if (Repeats(row))
            return true;
        var numbers = row.Filled().Where(column => column < Head!.Columns.Count && Head.Columns[column].HoldsNumbers).ToList();
        return numbers.Count > 1 && numbers.TrueForAll(column => CellLook.Of(row.Cell(column), row.Kind(column)) == Look.Words)
            && row.Filled().Count() == row.Filled().Where(column => CellLook.Of(row.Cell(column), row.Kind(column)) == Look.Words).Count();
    }

    /// <summary>The labels of the head again, in most of its columns: years, too, which are numbers.</summary>
    private bool Repeats(HeldRow row)
    {
        var (same, filled) = (0, 0);
        foreach (var column in row.Filled().Where(column => column < Head!.Columns.Count))
        {
            filled++;
            same += Head!.Columns[column].Label == CellText.OnOneLine(row.Cell(column)) ? 1 : 0;
        }
        return same > 2 && 2 * same > filled;
    }

    private void Probe() => _probes = Head is null ? [] : [.. Head.Columns.Where(column => !column.IsBlank).Take(1).Concat(Head.Columns.Where(column => column.HoldsNumbers && column.Place > 0).Take(1)).Select(column => column.Place)];
}
