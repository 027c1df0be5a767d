using Almanach.Core.Consultations;
using Almanach.Core.Engine;

namespace Almanach.Core.Cycle;

/// <summary>
/// What follows when a step moves: the calendar is worked out again with the step's new days, and whatever comes out
/// elsewhere is proposed. Days set by hand before stay, unless they were only following.
/// </summary>
public static class Shift
{
    /// <param name="starts">The step's new start, UTC; its own for a step that is open.</param>
    /// <param name="ends">The new end, exclusive; null for a step of one instant.</param>
    /// <returns>The step itself first, then the others in the order of their new dates. Nothing is checked: see <see cref="CycleRules"/>.</returns>
    public static IReadOnlyList<NewDate> Of(Setting setting, YearPlan plan, Step step, DateTimeOffset starts, DateTimeOffset? ends)
    {
        var own = new NewDate(step.Id, starts, ends);
        if (step.Id != step.Template)
            return [own];
        var known = Known(setting, plan);
        var before = setting.Plan(plan.Year, known.Starts, known.Ends);
        known.Starts[step.Id] = setting.Zone.DayOf(starts);
        if (ends is { } end)
            known.Ends[step.Id] = ConsultationDesk.LastDay(end, setting.Zone);
        var after = setting.Plan(plan.Year, known.Starts, known.Ends);
        return [own, .. plan.Steps.Where(other => other.Id != step.Id && !other.IsBehind)
            .Select(other => Follow(other, before.Find(other.Id), after.Find(other.Id))).OfType<NewDate>().OrderBy(date => date.Starts)];
    }

    private static NewDate? Follow(Step step, Step? before, Step? after)
    {
        if (before is null || after is null || (before.Starts == after.Starts && before.Ends == after.Ends))
            return null;
        if (step.State != StepState.Open)
            return new NewDate(step.Id, after.Starts, after.Ends);
        return before.Ends == after.Ends ? null : new NewDate(step.Id, step.Starts, after.Ends);
    }

    /// <summary>Days that somebody set: those that the calendar would not give even if all the others were as they are.</summary>
    private static (Dictionary<string, DateOnly> Starts, Dictionary<string, DateOnly> Ends) Known(Setting setting, YearPlan plan)
    {
        var steps = plan.Steps.Where(step => step.Id == step.Template).ToList();
        var starts = steps.ToDictionary(step => step.Id, step => setting.Zone.DayOf(step.Starts));
        var ends = steps.Where(step => step.Ends is not null).ToDictionary(step => step.Id, step => ConsultationDesk.LastDay(step.Ends!.Value, setting.Zone));
        var all = (Starts: starts.ToDictionary(), Ends: ends.ToDictionary());
        foreach (var (id, day) in all.Starts)
            if (setting.Plan(plan.Year, Without(all.Starts, id), all.Ends).Find(id) is { } computed && setting.Zone.DayOf(computed.Starts) == day)
                starts.Remove(id);
        foreach (var (id, day) in all.Ends)
            if (setting.Plan(plan.Year, all.Starts, Without(all.Ends, id)).Find(id) is { Ends: { } computed } && ConsultationDesk.LastDay(computed, setting.Zone) == day)
                ends.Remove(id);
        return (starts, ends);
    }

    private static Dictionary<string, DateOnly> Without(Dictionary<string, DateOnly> days, string id) =>
        days.Where(pair => pair.Key != id).ToDictionary();
}
