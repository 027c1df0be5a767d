namespace Almanach.Core.Data.Reading;

/// <summary>A row kept, after the sheet has gone on.</summary>
public sealed class HeldRow
{
    private readonly byte[] _bytes;

    private readonly int[] _ends;

    private readonly CellKind[] _kinds;

    private HeldRow(int row, byte[] bytes, int[] ends, CellKind[] kinds, Unreadable? broken) => (Row, _bytes, _ends, _kinds, Broken) = (row, bytes, ends, kinds, broken);

    public int Row { get; }

    public Unreadable? Broken { get; }

    public int Count => _ends.Length;

    public static HeldRow Of(ISheetRows sheet)
    {
        var ends = new int[sheet.Count];
        var kinds = new CellKind[sheet.Count];
        var length = 0;
        for (var i = 0; i < ends.Length; i++)
            length += sheet.Cell(i).Length;
        var bytes = new byte[length];
        for (int i = 0, used = 0; i < ends.Length; i++)
        {
            var cell = sheet.Cell(i);
            cell.CopyTo(bytes.AsSpan(used));
            ends[i] = used += cell.Length;
            kinds[i] = sheet.Kind(i);
        }
        return new HeldRow(sheet.Row, bytes, ends, kinds, sheet.Broken);
    }

    public ReadOnlySpan<byte> Cell(int column)
    {
        if (column >= _ends.Length)
            return [];
        var start = column == 0 ? 0 : _ends[column - 1];
        return _bytes.AsSpan(start, _ends[column] - start);
    }

    public CellKind Kind(int column) => column < _kinds.Length ? _kinds[column] : CellKind.Text;

    /// <summary>Columns that hold something other than white space.</summary>
    public IEnumerable<int> Filled()
    {
        for (var i = 0; i < Count; i++)
            if (!CellText.IsBlank(Cell(i)))
                yield return i;
    }
}
