using Almanach.Core.Data.Secrecy.Exact;

namespace Almanach.Core.Data.Secrecy.Feasibility;

/// <summary>How far each unknown of a component was seen to go, and what is proven of it.</summary>
internal sealed class Reach<T>(Problem<T> problem, Narrowed<T> narrowed) where T : struct, IExact<T>
{
    readonly T?[] _least = new T?[problem.Cells.Count];
    readonly T?[] _most = new T?[problem.Cells.Count];
    readonly bool[] _isEndlessBelow = new bool[problem.Cells.Count];
    readonly bool[] _isEndlessAbove = new bool[problem.Cells.Count];
    readonly T?[] _atLeast = (T?[])narrowed.Low.Clone();
    readonly T?[] _atMost = (T?[])narrowed.High.Clone();

    /// <summary>Takes a table into account if it is compatible, whole where it must be.</summary>
    public bool Attain(ReadOnlySpan<T> point)
    {
        for (var j = 0; j < point.Length; j++)
            if (problem.Whole[j] && !point[j].IsWhole)
                return false;
        if (!Certificate<T>.IsCompatible(problem, point))
            return false;
        for (var j = 0; j < point.Length; j++)
        {
            if (_least[j] is not { } least || point[j].CompareTo(least) < 0)
                _least[j] = point[j];
            if (_most[j] is not { } most || point[j].CompareTo(most) > 0)
                _most[j] = point[j];
        }
        return true;
    }

    public void Endless(int j, bool above) => (above ? _isEndlessAbove : _isEndlessBelow)[j] = true;

    /// <summary>No table has more (less) than this.</summary>
    public void Prove(int j, T bound, bool above)
    {
        if (above)
            bound = problem.Whole[j] ? bound.Floor() : bound;
        else if (problem.Whole[j] && !bound.IsWhole)
            bound = bound.Floor() + T.One;
        var old = above ? _atMost[j] : _atLeast[j];
        if (old is not { } known || (above ? bound.CompareTo(known) < 0 : bound.CompareTo(known) > 0))
            (above ? _atMost : _atLeast)[j] = bound;
    }

    public bool IsProven(int j, bool above) => (above ? _isEndlessAbove : _isEndlessBelow)[j]
        || ((above ? _most : _least)[j] is { } seen && (above ? _atMost : _atLeast)[j] is { } proven && seen.CompareTo(proven) == 0);

    /// <summary>What was seen so far protects it already.</summary>
    public bool IsWide(int j, AuditCell cell, SecrecyRules rules) => Interval(j, cell, rules) is var interval
        && interval.Proof != IntervalProof.Undecided && rules.Protects(cell, interval.Low, interval.High);

    public CellInterval Interval(int j, AuditCell cell, SecrecyRules rules)
    {
        var (least, most) = (_isEndlessBelow[j] ? null : _least[j]?.ToDecimal(up: true), _isEndlessAbove[j] ? null : _most[j]?.ToDecimal(up: false));
        var (atLeast, atMost) = (_atLeast[j]?.ToDecimal(up: false), _atMost[j]?.ToDecimal(up: true));
        var proof = _least[j] is null ? IntervalProof.Undecided
            : IsProven(j, above: false) && IsProven(j, above: true) ? IntervalProof.Certified
            : rules.Protects(cell, least, most) ? IntervalProof.WideEnough
            : IntervalProof.Undecided;
        return _least[j] is null
            ? new CellInterval(problem.Cells[j], atLeast, atMost, atLeast, atMost, proof)
            : new CellInterval(problem.Cells[j], least, most, atLeast, atMost, proof);
    }
}
