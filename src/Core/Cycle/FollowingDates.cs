using Almanach.Core.Engine;

namespace Almanach.Core.Cycle;

/// <summary>When a step moves, the dates its calendar gives to the steps that depend on it: proposed, never imposed.</summary>
public static class FollowingDates
{
    /// <summary>The step itself, then the others still ahead that would move by as much as the calendar says, in order of date.</summary>
    /// <param name="starts">The step's new start, UTC.</param>
    public static IReadOnlyList<NewDate> Of(Setting setting, YearPlan plan, Step step, DateTimeOffset starts)
    {
        var moved = starts - step.Starts;
        var own = new NewDate(step.Id, step.State == StepState.Open ? step.Starts : starts, step.Ends + moved);
        if (step.Id != step.Template || setting.Plan(plan.Year).Find(step.Id) is null)
            return [own];
        var before = setting.Plan(plan.Year, Anchored(setting, step, step.Starts));
        var after = setting.Plan(plan.Year, Anchored(setting, step, starts));
        return [own, .. plan.Steps.Where(other => other.Id != step.Id && other.IsAhead)
            .Select(other => Shifted(other, before.Find(other.Id), after.Find(other.Id))).OfType<NewDate>().OrderBy(date => date.Starts)];
    }

    private static Dictionary<string, DateOnly> Anchored(Setting setting, Step step, DateTimeOffset starts) => new() { [step.Template] = setting.Zone.DayOf(starts) };

    private static NewDate? Shifted(Step step, Step? before, Step? after) =>
        before is null || after is null || (before.Starts == after.Starts && before.Ends == after.Ends) ? null
        : new NewDate(step.Id, step.Starts + (after.Starts - before.Starts), step.Ends + (after.Ends - before.Ends));
}
