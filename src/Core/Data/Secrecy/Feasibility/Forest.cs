using Almanach.Core.Data.Secrecy.Exact;

namespace Almanach.Core.Data.Secrecy.Feasibility;

/// <summary>
/// Whether propagation is proven to be exact for a component (docs/secret-statistique.md): unknowns and equations, joined where
/// an unknown stands in an equation, make no cycle; and each equation either has no whole unknown, or all its whole unknowns
/// have the same factor up to sign and whatever else stands in it is a loose end that is not to be protected.
/// </summary>
internal static class Forest<T> where T : struct, IExact<T>
{
    public static bool Is(AuditTable table, Problem<T> problem)
    {
        var edges = problem.Equations.Sum(equation => equation.Unknowns.Length);
        // A component is connected: it is a tree exactly if it has one edge less than nodes.
        return edges == problem.Cells.Count + problem.Equations.Count - 1 && problem.Equations.All(equation => IsEven(table, problem, equation));
    }

    static bool IsEven(AuditTable table, Problem<T> problem, Equation<T> equation)
    {
        var whole = equation.Factors.Where((_, i) => problem.Whole[equation.Unknowns[i]]).ToArray();
        if (whole.Length == 0)
            return true;

        var loose = Enumerable.Range(0, equation.Unknowns.Length).Where(i => !problem.Whole[equation.Unknowns[i]]).ToArray();
        return whole.All(factor => (factor - whole[0]).Sign == 0 || (factor + whole[0]).Sign == 0)
            && loose.All(i => IsLooseEnd(table, problem.Cells[equation.Unknowns[i]]))
            && LeavesAWholeNumber(problem, equation, loose, whole[0]);
    }

    static bool IsLooseEnd(AuditTable table, int cell) =>
        table.RelationsOf[cell].Length == 1 && table.Cells[cell].Known is not CellKnowledge.Hidden;

    /// <summary>Whether what whole unknowns must add up to, which is 2.5 of nothing else or somewhere from 2.4 to 2.6, is a whole number somewhere.</summary>
    static bool LeavesAWholeNumber(Problem<T> problem, Equation<T> equation, int[] loose, T factor)
    {
        var (least, most) = (equation.Right, equation.Right);
        foreach (var i in loose)
        {
            if (problem.Low[equation.Unknowns[i]] is not { } low || problem.High[equation.Unknowns[i]] is not { } high)
                return true;
            var (a, b) = (equation.Factors[i] * low, equation.Factors[i] * high);
            (least, most) = a.CompareTo(b) < 0 ? (least - b, most - a) : (least - a, most - b);
        }
        var (from, to) = factor.Sign > 0 ? (least / factor, most / factor) : (most / factor, least / factor);
        return to.Floor().CompareTo(from) >= 0;
    }
}
