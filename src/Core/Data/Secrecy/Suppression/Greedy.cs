using Almanach.Core.Data.Secrecy.Feasibility;

namespace Almanach.Core.Data.Secrecy.Suppression;

/// <summary>A good set, quickly: one figure after the other beside an open leak, then those out that are not needed.</summary>
static class Greedy
{
    // Beyond, every removal would be a whole audit too many.
    const int CellsForRemoval = 60;

    public static (IReadOnlyList<int> Set, IReadOnlyList<int> Unprotected) Set(Trial trial)
    {
        var chosen = new HashSet<int>();
        var hopeless = new List<int>();
        for (var tried = trial.Hiding(chosen); ; tried = trial.Hiding(chosen))
        {
            var open = trial.Open(tried).Except(hopeless).ToArray();
            if (open.Length == 0)
                break;
            foreach (var leak in open)
                if (!Help(trial, leak, chosen))
                    hopeless.Add(leak);
        }
        return (chosen.Count <= CellsForRemoval ? WithoutTheNeedless(trial, chosen, hopeless.Count) : [.. chosen.Order()], hopeless);
    }

    /// <summary>Gives company to the leak in every relation where it is alone, else to its component once; false: nothing is left to hide.</summary>
    static bool Help(Trial trial, int leak, HashSet<int> chosen)
    {
        var isHelped = false;
        for (var again = true; again;)
        {
            var tried = trial.Hiding(chosen);
            var wasAlone = Trial.Alone(tried, [leak]) > 0;
            if (wasAlone || !isHelped)
            {
                if (Choice(trial, tried, Trial.Beside(tried, leak)) is not { } cell)
                    return isHelped;
                chosen.Add(cell);
                isHelped = true;
            }
            again = wasAlone && Trial.Alone(trial.Hiding(chosen), [leak]) > 0;
        }
        return true;
    }

    /// <summary>Rather a cell whose other relations hide something already, so that it needs no company itself; then the smallest.</summary>
    static int? Choice(Trial trial, AuditTable tried, IReadOnlyList<int> cells) => cells
        .OrderBy(cell => tried.RelationsOf[cell].Count(relation => !tried.Relations[relation].Terms.Any(term => Component.IsOpen(tried.Cells[term.Cell]))))
        .ThenBy(cell => Trial.Weight(trial.Table, cell)).Select(cell => (int?)cell).FirstOrDefault();

    static IReadOnlyList<int> WithoutTheNeedless(Trial trial, HashSet<int> chosen, int hopeless)
    {
        foreach (var cell in chosen.OrderByDescending(cell => Trial.Weight(trial.Table, cell)).ThenBy(cell => cell).ToArray())
            if (trial.Open(trial.Hiding(chosen.Where(other => other != cell))).Count <= hopeless)
                chosen.Remove(cell);
        return [.. chosen.Order()];
    }
}
