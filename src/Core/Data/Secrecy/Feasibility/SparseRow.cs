using Almanach.Core.Data.Secrecy.Exact;

namespace Almanach.Core.Data.Secrecy.Feasibility;

/// <summary>A row of the simplex: factors that are not zero, by rising column.</summary>
internal struct SparseRow<T> where T : struct, IExact<T>
{
    int[] _columns;
    T[] _factors;

    public SparseRow(int[] columns, T[] factors)
    {
        (_columns, _factors, Count) = (columns, factors, columns.Length);
    }

    public int Count { get; private set; }
    public readonly ReadOnlySpan<int> Columns => _columns.AsSpan(0, Count);
    public readonly Span<T> Factors => _factors.AsSpan(0, Count);

    public readonly T this[int column]
    {
        get
        {
            var at = Columns.BinarySearch(column);
            return at < 0 ? T.Zero : _factors[at];
        }
    }

    /// <summary>This row with one column left out and another put in, all divided.</summary>
    public readonly SparseRow<T> Exchanged(int leaves, int enters, T divisor)
    {
        var (columns, factors) = (new List<int>(Count), new List<T>(Count));
        var isIn = false;
        for (var i = 0; i < Count; i++)
        {
            if (!isIn && _columns[i] > enters)
                (isIn, _) = (true, Put(enters, T.One));
            if (_columns[i] != leaves)
                Put(_columns[i], _factors[i]);
        }
        if (!isIn)
            Put(enters, T.One);
        return new SparseRow<T>([.. columns], [.. factors]);

        bool Put(int column, T factor)
        {
            columns.Add(column);
            factors.Add(factor / divisor);
            return true;
        }
    }

    /// <summary>This row less so many times another, and without one column.</summary>
    public readonly SparseRow<T> Less(T times, SparseRow<T> other, int without, ref int[] columns, ref T[] factors)
    {
        if (columns.Length < Count + other.Count)
            (columns, factors) = (new int[(Count + other.Count) * 2], new T[(Count + other.Count) * 2]);
        var (a, b, count) = (0, 0, 0);
        while (a < Count || b < other.Count)
        {
            var fromA = a < Count ? _columns[a] : int.MaxValue;
            var fromB = b < other.Count ? other._columns[b] : int.MaxValue;
            var column = Math.Min(fromA, fromB);
            var factor = fromA < fromB ? _factors[a] : fromB < fromA ? T.Zero - times * other._factors[b] : _factors[a] - times * other._factors[b];
            if (fromA == column)
                a++;
            if (fromB == column)
                b++;
            if (column != without && factor.Sign != 0)
                (columns[count], factors[count++]) = (column, factor);
        }
        return new SparseRow<T>(columns.AsSpan(0, count).ToArray(), factors.AsSpan(0, count).ToArray());
    }
}
