using Almanach.Core.Consultations;
using Almanach.Core.Engine;

namespace Almanach.Core.Cycle.Preparation;

/// <summary>A year gone by, and what was set by hand in it: what merely followed is not.</summary>
internal sealed class PastYear(Setting setting, YearPlan plan)
{
    private readonly (Dictionary<string, DateOnly> Starts, Dictionary<string, DateOnly> Ends) set = Shift.SetByHand(setting, plan);
    private readonly YearPlan calendar = setting.Plan(plan.Year);

    public YearPlan Plan => plan;

    /// <summary>One of several occurrences (« lettre-2 ») depends on nothing: its own day is compared.</summary>
    public bool StartSet(Step step) => step.Id == step.Template
        ? set.Starts.ContainsKey(step.Id)
        : calendar.Find(step.Id) is { } planned && setting.Zone.DayOf(planned.Starts) != setting.Zone.DayOf(step.Starts);

    public bool EndSet(Step step) => step.Ends is { } ends && (step.Id == step.Template
        ? set.Ends.ContainsKey(step.Id)
        : calendar.Find(step.Id)?.Ends is { } planned && ConsultationDesk.LastDay(planned, setting.Zone) != ConsultationDesk.LastDay(ends, setting.Zone));

    public bool HourSet(Step step) => calendar.Find(step.Id) is { } planned
        && setting.Zone.LocalOf(planned.Starts).TimeOfDay != setting.Zone.LocalOf(step.Starts).TimeOfDay;
}
