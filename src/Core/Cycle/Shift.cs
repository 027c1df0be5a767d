using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.Engine;

namespace Almanach.Core.Cycle;

/// <summary>
/// What follows when a step moves: the calendar is worked out again with the step's new days, and whatever comes out
/// elsewhere is proposed. Days set by hand before stay, unless they were only following; hours stay as they are. A step
/// that would be squeezed, because its beginning follows and its end does not, keeps its length.
/// </summary>
public static class Shift
{
    /// <summary>What follows when a step moves as a whole: it keeps its length. Of an open one, the end alone moves.</summary>
    /// <param name="starts">The new start, UTC.</param>
    public static IReadOnlyList<NewDate> Of(Setting setting, YearPlan plan, Step step, DateTimeOffset starts)
    {
        var later = setting.Zone.LocalOf(starts) - setting.Zone.LocalOf(step.Starts);
        DateTimeOffset? ends = step.Ends is not { } end ? null
            : setting.Zone.LocalOf(end) + later is var local ? setting.Zone.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)) : null;
        return Of(setting, plan, step, step.State == StepState.Open ? step.Starts : starts, ends);
    }

    /// <param name="starts">The step's new start, UTC; its own for a step that is open.</param>
    /// <param name="ends">The new end, exclusive; null for a step of one instant.</param>
    /// <returns>The step itself first, then the others in the order of their new dates. Nothing is checked: see <see cref="CycleRules"/>.</returns>
    public static IReadOnlyList<NewDate> Of(Setting setting, YearPlan plan, Step step, DateTimeOffset starts, DateTimeOffset? ends)
    {
        var own = new NewDate(step.Id, starts, ends);
        if (step.Id != step.Template)
            return [own, .. Invitation(setting, plan, step, starts)];
        var known = SetByHand(setting, plan);
        var before = setting.Plan(plan.Year, known.Starts, known.Ends);
        known.Starts[step.Id] = setting.Zone.DayOf(starts);
        if (ends is { } end)
            known.Ends[step.Id] = ConsultationDesk.LastDay(end, setting.Zone);
        var others = plan.Steps.Where(other => other.Id != step.Id && !other.IsBehind).ToList();
        var after = setting.Plan(plan.Year, known.Starts, known.Ends);
        // What is counted from an end that had to move follows it in turn.
        for (var left = others.Count; left > 0 && Squeezed() is { } longer; left--)
        {
            known.Ends[longer.Step] = longer.LastDay;
            after = setting.Plan(plan.Year, known.Starts, known.Ends);
        }
        return [own, .. others.Select(other => Follow(setting, other, before.Find(other.Id), after.Find(other.Id))).OfType<NewDate>().OrderBy(date => date.Starts)];

        (string Step, DateOnly LastDay)? Squeezed() =>
            others.Select(other => Shift.Squeezed(setting, other, before.Find(other.Id), after.Find(other.Id))).FirstOrDefault(one => one is not null);
    }

    /// <summary>The invitation to an action's meeting keeps its distance; once it has left it stays.</summary>
    private static IEnumerable<NewDate> Invitation(Setting setting, YearPlan plan, Step step, DateTimeOffset starts) =>
        plan.Steps.Where(other => step.Action is not null && other.IsAhead && StepEffects.MeetingOf(other) == step.Id)
            .Select(other => new NewDate(other.Id, setting.Zone.StartLike(other.Starts, Holidays.PreviousWorkingDay(setting.Zone.DayOf(other.Starts)
                .AddDays(setting.Zone.DayOf(starts).DayNumber - setting.Zone.DayOf(step.Starts).DayNumber))), null));

    /// <summary>The last day that gives a step back the length it has, where its beginning would eat it up; null where nothing does.</summary>
    private static (string Step, DateOnly LastDay)? Squeezed(Setting setting, Step step, Step? before, Step? after)
    {
        if (step.State == StepState.Open || step.Ends is not { } ends || before is null || after?.Ends is not { } end || Follow(setting, step, before, after) is not { } date)
            return null;
        var length = ConsultationDesk.LastDay(ends, setting.Zone).DayNumber - setting.Zone.DayOf(step.Starts).DayNumber;
        var last = Holidays.NextWorkingDay(setting.Zone.DayOf(date.Starts).AddDays(length));
        return last > ConsultationDesk.LastDay(end, setting.Zone) && (date.Ends <= date.Starts || (after.Starts > before.Starts && after.Ends == before.Ends))
            ? (step.Id, last) : null;
    }

    private static NewDate? Follow(Setting setting, Step step, Step? before, Step? after)
    {
        if (before is null || after is null || (before.Starts == after.Starts && before.Ends == after.Ends))
            return null;
        var ends = step.Ends is { } end && after.Ends is { } later ? setting.Zone.EndLike(end, ConsultationDesk.LastDay(later, setting.Zone)) : after.Ends;
        if (step.State != StepState.Open)
            return new NewDate(step.Id, setting.Zone.StartLike(step.Starts, setting.Zone.DayOf(after.Starts)), ends);
        return before.Ends == after.Ends ? null : new NewDate(step.Id, step.Starts, ends);
    }

    /// <summary>Days that somebody set: those that the calendar would not give even if all the others were as they are.</summary>
    internal static (Dictionary<string, DateOnly> Starts, Dictionary<string, DateOnly> Ends) SetByHand(Setting setting, YearPlan plan)
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
