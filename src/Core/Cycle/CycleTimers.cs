using Almanach.Core.Engine;

namespace Almanach.Core.Cycle;

/// <summary>
/// The timers a plan needs: a pure function of the plan, so that whoever writes a plan writes the difference between
/// the timers it had and those it needs.
/// </summary>
public static class CycleTimers
{
    public static IEnumerable<Effect> Of(YearPlan plan)
    {
        foreach (var step in plan.Steps)
        {
            if (step.IsAhead && !step.Waiting)
                yield return new Effect.StartStep(plan.Year, step.Id, $"start-{plan.Year}-{step.Id}", step.Starts);
            if (step.State == StepState.Open && step.Ends is { } ends && step.ClosesByItself())
                yield return new Effect.EndStep(plan.Year, step.Id, $"end-{plan.Year}-{step.Id}", ends);
        }
    }
}
