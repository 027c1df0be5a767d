using System.Text;

namespace Almanach.Adapters.DataFiles.Cells;

/// <summary>The cells of one row, one after the other in one buffer that the next row reuses.</summary>
internal sealed class CellBytes
{
    private byte[] _bytes = new byte[4_096];

    private int[] _ends = new int[64];

    private int _used;

    public int Count { get; private set; }

    public void Clear() => (Count, _used) = (0, 0);

    public void Add(ReadOnlySpan<char> text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_used + most > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _used + most));
        _used += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_used));
        if (Count == _ends.Length)
            Array.Resize(ref _ends, _ends.Length * 2);
        _ends[Count++] = _used;
    }

    public void Add(ReadOnlySpan<byte> text)
    {
        if (_used + text.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _used + text.Length));
        text.CopyTo(_bytes.AsSpan(_used));
        _used += text.Length;
        if (Count == _ends.Length)
            Array.Resize(ref _ends, _ends.Length * 2);
        _ends[Count++] = _used;
    }

    public ReadOnlySpan<byte> this[int column]
    {
        get
        {
            if (column >= Count)
                return [];
            var start = column == 0 ? 0 : _ends[column - 1];
            return _bytes.AsSpan(start, _ends[column] - start);
        }
    }

    public bool IsBlank => _used == 0;
}
