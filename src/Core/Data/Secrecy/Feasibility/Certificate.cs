using Almanach.Core.Data.Secrecy.Exact;

namespace Almanach.Core.Data.Secrecy.Feasibility;

/// <summary>
/// Checks what the simplex claims against the equations as they were written down, without it: a table is compatible, or no table
/// goes further (weak duality). Everything exact, so that neither check needs a tolerance.
/// </summary>
internal static class Certificate<T> where T : struct, IExact<T>
{
    /// <summary>These unknowns satisfy every equation and stay within their bounds.</summary>
    public static bool IsCompatible(Problem<T> problem, ReadOnlySpan<T> point)
    {
        for (var j = 0; j < point.Length; j++)
            if ((problem.Low[j] is { } low && point[j].CompareTo(low) < 0) || (problem.High[j] is { } high && point[j].CompareTo(high) > 0))
                return false;
        foreach (var equation in problem.Equations)
        {
            var rest = equation.Right;
            for (var k = 0; k < equation.Unknowns.Length; k++)
                rest -= equation.Factors[k] * point[equation.Unknowns[k]];
            if (rest.Sign != 0)
                return false;
        }
        return true;
    }

    /// <summary>
    /// Whatever the multipliers: Σ goal × x = Σ y b + Σ (goal − yA) x, whose second part is at most its value at the bounds.
    /// Null: these multipliers prove nothing.
    /// </summary>
    public static T? AtMost(Problem<T> problem, T?[] low, T?[] high, ReadOnlySpan<T> goal, T[] multipliers)
    {
        var left = goal.ToArray();
        var most = T.Zero;
        for (var i = 0; i < problem.Equations.Count; i++)
        {
            var (equation, y) = (problem.Equations[i], multipliers[i]);
            if (y.Sign == 0)
                continue;
            most += y * equation.Right;
            for (var k = 0; k < equation.Unknowns.Length; k++)
                left[equation.Unknowns[k]] -= y * equation.Factors[k];
        }
        for (var j = 0; j < left.Length; j++)
        {
            if (left[j].Sign == 0)
                continue;
            if ((left[j].Sign > 0 ? high[j] : low[j]) is not { } bound)
                return null;
            most += left[j] * bound;
        }
        return most;
    }
}
