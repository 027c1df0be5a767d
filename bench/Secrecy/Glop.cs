#if GLOP
using Almanach.Core.Data.Secrecy;
using Google.OrTools.LinearSolver;

namespace Almanach.Bench;

/// <summary>Both ends of every hidden cell by GLOP: one program, whose goal alone changes.</summary>
static class Glop
{
    public static IReadOnlyList<(double Low, double High)> Ends(AuditTable table)
    {
        using var solver = Solver.CreateSolver("GLOP");
        var unknowns = table.Cells.Select((cell, i) => cell.Known is CellKnowledge.Published ? null : solver.MakeNumVar(0, double.PositiveInfinity, $"{i}")).ToArray();
        foreach (var relation in table.Relations)
        {
            var right = -relation.Terms.Sum(term => table.Cells[term.Cell].Known is CellKnowledge.Published { Value: var value } ? term.Factor * value : 0);
            var constraint = solver.MakeConstraint((double)right, (double)right, "");
            foreach (var term in relation.Terms)
                if (unknowns[term.Cell] is { } unknown)
                    constraint.SetCoefficient(unknown, (double)term.Factor);
        }
        var ends = new List<(double, double)>();
        foreach (var unknown in unknowns.Where(unknown => unknown is not null))
        {
            using var goal = solver.Objective();
            goal.Clear();
            goal.SetCoefficient(unknown, 1);
            goal.SetMinimization();
            solver.Solve();
            var low = unknown!.SolutionValue();
            goal.SetMaximization();
            solver.Solve();
            ends.Add((low, unknown.SolutionValue()));
        }
        return ends;
    }
}
#endif
