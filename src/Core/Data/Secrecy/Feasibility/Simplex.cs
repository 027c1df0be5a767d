using Almanach.Core.Data.Secrecy.Exact;

namespace Almanach.Core.Data.Secrecy.Feasibility;

/// <summary>How a search for the largest value ended.</summary>
internal enum Ended
{
    AtItsLargest,

    /// <summary>Nothing stops it; the unknowns stand somewhere very far.</summary>
    WithoutLimit,

    Infeasible,
    OutOfEffort,
}

/// <summary>
/// The primal simplex for bounded unknowns, in exact arithmetic, on sparse rows. One unknown more for each equation, fixed at zero,
/// keeps the multipliers of the equations at hand (<see cref="Multipliers"/>). Each search begins where the one before ended.
/// Largest gain enters; after a while without progress the lowest index does (Bland), so that it cannot cycle.
/// </summary>
internal sealed class Simplex<T> where T : struct, IExact<T>
{
    const int StepsWithoutProgress = 30;

    // Divisible by 1 to 16, so that whole unknowns stay whole when a search that nothing stops goes this far.
    static readonly T _farAway = T.Of(720_720_000m);

    readonly int _count;
    readonly T?[] _low;
    readonly T?[] _high;
    readonly T[] _x;
    readonly int[] _basis;
    readonly bool[] _isBasic;
    readonly SparseRow<T>[] _rows;
    readonly T[] _gains;
    int[] _columns = new int[256];
    T[] _factors = new T[256];

    public Simplex(Problem<T> problem, T?[] low, T?[] high)
    {
        _count = problem.Cells.Count;
        var all = _count + problem.Equations.Count;
        (_low, _high, _x, _gains) = (new T?[all], new T?[all], new T[all], new T[all]);
        (_basis, _isBasic, _rows) = (new int[problem.Equations.Count], new bool[all], new SparseRow<T>[problem.Equations.Count]);
        low.CopyTo(_low, 0);
        high.CopyTo(_high, 0);
        for (var j = 0; j < _count; j++)
            _x[j] = _low[j] ?? _high[j] ?? T.Zero;
        for (var i = 0; i < _rows.Length; i++)
            Begin(problem.Equations[i], i);
    }

    /// <summary>The unknowns as they stand; feasible once <see cref="FindAnyTable"/> found so.</summary>
    public ReadOnlySpan<T> Point => _x.AsSpan(0, _count);

    /// <summary>After a search ended at its largest: what each equation is multiplied by in the proof that nothing is larger.</summary>
    public T[] Multipliers => [.. Enumerable.Range(_count, _rows.Length).Select(j => _isBasic[j] ? T.Zero : T.Zero - _gains[j])];

    /// <summary>Looks for unknowns that satisfy all.</summary>
    public Ended FindAnyTable(Effort effort)
    {
        Array.Fill(_gains, T.Zero);
        for (var i = 0; i < _rows.Length; i++)
            Add(_rows[i], _x[_basis[i]].Sign < 0 ? T.Zero - T.One : T.One);
        if (Climb(effort, untilFeasible: true) == Ended.OutOfEffort)
            return Ended.OutOfEffort;

        for (var j = _count; j < _x.Length; j++)
        {
            if (_x[j].Sign != 0)
                return Ended.Infeasible;
            (_low[j], _high[j]) = (T.Zero, T.Zero);
        }
        return Ended.AtItsLargest;
    }

    /// <summary>Makes Σ goal × unknown as large as it goes.</summary>
    public Ended Maximise(ReadOnlySpan<T> goal, Effort effort)
    {
        Array.Fill(_gains, T.Zero);
        for (var j = 0; j < _count; j++)
            if (!_isBasic[j])
                _gains[j] = goal[j];
        for (var i = 0; i < _rows.Length; i++)
            if (_basis[i] < _count && goal[_basis[i]].Sign != 0)
                Add(_rows[i], T.Zero - goal[_basis[i]]);
        return Climb(effort, untilFeasible: false);
    }

    void Begin(Equation<T> equation, int i)
    {
        var own = _count + i;
        var rest = equation.Right;
        for (var k = 0; k < equation.Unknowns.Length; k++)
            rest -= equation.Factors[k] * _x[equation.Unknowns[k]];
        (_basis[i], _isBasic[own], _x[own]) = (own, true, rest);
        (_low[own], _high[own]) = rest.Sign < 0 ? ((T?)null, (T?)T.Zero) : (T.Zero, null);
        _rows[i] = new SparseRow<T>(equation.Unknowns, equation.Factors);
    }

    void Add(SparseRow<T> row, T times)
    {
        for (var k = 0; k < row.Count; k++)
            _gains[row.Columns[k]] += times * row.Factors[k];
    }

    Ended Climb(Effort effort, bool untilFeasible)
    {
        for (var still = 0; Entering(lowest: still > StepsWithoutProgress) is var enters and >= 0;)
        {
            if (!effort.Pivot())
                return Ended.OutOfEffort;
            var isUp = _gains[enters].Sign > 0;
            if (!Room(enters, isUp, out var row, out var step))
            {
                Move(enters, isUp ? _farAway : T.Zero - _farAway);
                return Ended.WithoutLimit;
            }
            still = step.Sign == 0 ? still + 1 : 0;
            Move(enters, isUp ? step : T.Zero - step);
            if (row >= 0)
                Pivot(row, enters, untilFeasible);
        }
        return Ended.AtItsLargest;
    }

    int Entering(bool lowest)
    {
        var (best, gain) = (-1, T.Zero);
        for (var j = 0; j < _x.Length; j++)
        {
            var own = _gains[j];
            if (own.Sign == 0 || _isBasic[j] || !CanMove(j, own.Sign > 0))
                continue;
            if (lowest)
                return j;
            var size = own.Sign < 0 ? T.Zero - own : own;
            if (size.CompareTo(gain) > 0)
                (best, gain) = (j, size);
        }
        return best;
    }

    bool CanMove(int j, bool isUp) => isUp
        ? _high[j] is not { } high || _x[j].CompareTo(high) < 0
        : _low[j] is not { } low || _x[j].CompareTo(low) > 0;

    /// <summary>How far the entering unknown can go, and the row that stops it (−1: its own bound). False: nothing stops it.</summary>
    bool Room(int enters, bool isUp, out int row, out T step)
    {
        (row, step) = (-1, T.Zero);
        var isStopped = false;
        if ((isUp ? _high[enters] : _low[enters]) is { } own)
            (step, isStopped) = (isUp ? own - _x[enters] : _x[enters] - own, true);
        for (var i = 0; i < _rows.Length; i++)
        {
            var factor = _rows[i][enters];
            if (factor.Sign == 0)
                continue;
            var basic = _basis[i];
            var bound = factor.Sign > 0 == isUp ? _low[basic] : _high[basic];
            if (bound is not { } stop)
                continue;
            var room = (_x[basic] - stop) / factor;
            if (room.Sign < 0)
                room = T.Zero - room;
            var compared = isStopped ? room.CompareTo(step) : -1;
            // Among equals the lowest index leaves, as Bland asks.
            if (compared < 0 || (compared == 0 && row >= 0 && basic < _basis[row]))
                (row, step, isStopped) = (i, room, true);
        }
        return isStopped;
    }

    void Move(int enters, T by)
    {
        if (by.Sign == 0)
            return;
        _x[enters] += by;
        for (var i = 0; i < _rows.Length; i++)
        {
            var factor = _rows[i][enters];
            if (factor.Sign != 0)
                _x[_basis[i]] -= factor * by;
        }
    }

    void Pivot(int row, int enters, bool untilFeasible)
    {
        var leaves = _basis[row];
        var main = _rows[row].Exchanged(enters, leaves, _rows[row][enters]);
        for (var i = 0; i < _rows.Length; i++)
        {
            var factor = i == row ? T.Zero : _rows[i][enters];
            if (factor.Sign != 0)
                _rows[i] = _rows[i].Less(factor, main, enters, ref _columns, ref _factors);
        }
        var gain = _gains[enters];
        _gains[enters] = T.Zero;
        for (var k = 0; k < main.Count; k++)
            _gains[main.Columns[k]] -= gain * main.Factors[k];
        _rows[row] = main;
        (_basis[row], _isBasic[leaves], _isBasic[enters]) = (enters, false, true);
        if (untilFeasible && leaves >= _count)
        {
            // What an equation lacked is made good: it never comes back.
            (_low[leaves], _high[leaves]) = (T.Zero, T.Zero);
        }
    }
}
