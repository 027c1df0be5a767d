using Almanach.Core.Cycle;
using Almanach.Core.Rehearsal;
using Almanach.Local.Hosting;
using Almanach.Web.Cockpit.Demonstration;

namespace Almanach.Local.Demonstration;

/// <summary>Moves the demonstration's clock with the very steps of a rehearsal.</summary>
/// <param name="script">Read when the clock is first moved.</param>
public sealed class DemonstrationYear(Premises premises, Lazy<Script> script) : IDemonstration
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(400);

    public DateTimeOffset Now => premises.Office.Now;

    // The store of this host answers at once; nothing is waited for here.
    public DemonstrationMoment? Coming => Upcoming(CancellationToken.None).GetAwaiter().GetResult();

    public Task<DateTimeOffset> Next(bool playAnswers, CancellationToken stop = default) =>
        premises.Turn.Take(async () => await Upcoming(stop) is { } coming ? await To(coming.At, playAnswers, stop) : Now, stop);

    public Task<DateTimeOffset> Advance(TimeSpan by, bool playAnswers, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(by, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(by, Furthest);
        return premises.Turn.Take(() => To(Now + by, playAnswers, stop), stop);
    }

    private async Task<DateTimeOffset> To(DateTimeOffset instant, bool playing, CancellationToken stop) =>
        (await new YearWalk(premises.Office, premises.Simulated!, script.Value).To(instant, playing, stop)).Now;

    /// <summary>The first start or end of a step that is ahead, over all open years.</summary>
    private async Task<DemonstrationMoment?> Upcoming(CancellationToken stop)
    {
        List<DemonstrationMoment> moments = [];
        foreach (var year in await premises.Office.Opening.Years(stop))
            foreach (var step in (await premises.Office.Cycle.Find(year, stop))!.Steps.Where(step => !step.IsBehind))
                moments.AddRange(Moments(step).Where(moment => moment.At > Now));
        return moments.MinBy(moment => moment.At);
    }

    private static IEnumerable<DemonstrationMoment> Moments(Step step)
    {
        if (step.IsAhead)
            yield return new DemonstrationMoment(step.Starts, step.Title, Ends: false);
        if (step.Ends is { } ends)
            yield return new DemonstrationMoment(ends, step.Title, Ends: true);
    }
}
