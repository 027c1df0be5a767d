using Almanach.Core.Calendar;
using Almanach.Core.Engine;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;

namespace Almanach.Core.Cycle;

/// <summary>
/// The timers a plan needs: a pure function of the plan, so that whoever writes a plan writes the difference between
/// the timers it had and those it needs.
/// </summary>
public static class CycleTimers
{
    /// <summary>What comes before an edition leaves; it moves with it.</summary>
    private static IEnumerable<Effect> Editions(int year, Step step, StepWork.SendEdition work, PlatformZone zone)
    {
        var (edition, name) = (Edition.IdOf(year, step.Id), $"{year}/{step.Id}");
        if (EditionTimes.Calls(step, work, zone) is { } calls)
            yield return new Effect.CallContributions(edition, $"call-{edition}", calls, name);
        if (EditionTimes.Reviews(step, work, zone) is { } reviews)
            yield return new Effect.PrepareEdition(edition, $"prepare-{edition}", reviews, name);
    }

    public static IEnumerable<Effect> Of(YearPlan plan, PlatformZone zone)
    {
        foreach (var step in plan.Steps)
        {
            if (step.IsAhead && !step.Waiting)
                yield return new Effect.StartStep(plan.Year, step.Id, $"start-{plan.Year}-{step.Id}", step.Starts);
            if (step is { IsAhead: true, Work: StepWork.SendEdition edition })
                foreach (var timer in Editions(plan.Year, step, edition, zone))
                    yield return timer;
            if (step.State == StepState.Open && step.Ends is { } ends && step.ClosesByItself())
                yield return new Effect.EndStep(plan.Year, step.Id, $"end-{plan.Year}-{step.Id}", ends);
        }
    }
}
