using Almanach.Core.Data.Secrecy.Feasibility;

namespace Almanach.Core.Data.Secrecy.Suppression;

/// <summary>A good set, quickly: in each round one figure for each leak that is still open, then those out that are not needed.</summary>
static class Greedy
{
    // Beyond, every removal would be a whole audit too many.
    const int CellsForRemoval = 60;

    /// <returns>The set, and the leaks that none protects.</returns>
    public static (IReadOnlyList<int> Set, IReadOnlyList<int> Unprotected) Set(Trial trial)
    {
        var hopeless = trial.Hopeless().Select(leak => leak.Cell).ToHashSet();
        var chosen = new HashSet<int>();
        while (true)
        {
            var tried = trial.Hiding(chosen);
            var open = trial.Open(tried).Where(leak => !hopeless.Contains(leak.Cell)).ToArray();
            if (open.Length == 0)
                break;
            foreach (var leak in open)
                Help(trial, tried, leak, chosen, hopeless);
        }
        return (chosen.Count <= CellsForRemoval ? WithoutTheNeedless(trial, chosen, hopeless) : [.. chosen.Order()], [.. hopeless.Order()]);
    }

    static void Help(Trial trial, AuditTable tried, CellInterval leak, HashSet<int> chosen, HashSet<int> hopeless)
    {
        var cells = trial.Beside(tried, leak, nearOnly: true);
        if (cells.Count == 0)
            cells = trial.Beside(tried, leak);
        if (!cells.Any(chosen.Contains) && !Take(trial, tried, cells, chosen))
            hopeless.Add(leak.Cell);
    }

    /// <summary>Rather a cell whose relations hide something already, so that it needs no company itself; then the smallest.</summary>
    static bool Take(Trial trial, AuditTable tried, IReadOnlyList<int> cells, HashSet<int> chosen)
    {
        if (cells.Count == 0)
            return false;
        return chosen.Add(cells.OrderBy(cell => tried.RelationsOf[cell].Count(relation => !tried.Relations[relation].Terms.Any(term => Component.IsOpen(tried.Cells[term.Cell]) || chosen.Contains(term.Cell))))
            .ThenBy(cell => Trial.Weight(trial.Table, cell)).First());
    }

    static IReadOnlyList<int> WithoutTheNeedless(Trial trial, HashSet<int> chosen, HashSet<int> hopeless)
    {
        foreach (var cell in chosen.OrderByDescending(cell => Trial.Weight(trial.Table, cell)).ThenBy(cell => cell).ToArray())
            if (trial.Open(trial.Hiding(chosen.Where(other => other != cell))).All(leak => hopeless.Contains(leak.Cell)))
                chosen.Remove(cell);
        return [.. chosen.Order()];
    }
}
