using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;

namespace Almanach.Web.Cockpit.Year;

/// <summary>One step on the timeline.</summary>
/// <param name="Class"><c>done</c>, <c>now</c>, <c>postponed</c>, <c>skipped</c> or nothing: the word says the same.</param>
/// <param name="Was">The date it had before, or empty.</param>
/// <param name="State">The word beside it; empty for what is simply planned.</param>
public sealed record TimelinePoint(string Href, string Title, string When, string Was, string State, string Class);

/// <summary>The year as a line.</summary>
public static class TimelineView
{
    /// <summary>How many steps fit beside one another.</summary>
    private const int Room = 8;

    /// <param name="editions">What stands of each edition that the steps send.</param>
    public static IReadOnlyList<TimelinePoint> Whole(Setting setting, YearPlan plan, IReadOnlyList<EditionInPlan> editions, DateTimeOffset now) =>
        [.. plan.Steps.Select(step => Point(setting, plan.Year, step, editions, now))];

    /// <summary>The steps around an instant: the last ones done, all that is open, the next ones.</summary>
    /// <inheritdoc cref="Whole" path="/param"/>
    public static IReadOnlyList<TimelinePoint> Around(Setting setting, IReadOnlyList<YearPlan> plans, IReadOnlyList<EditionInPlan> editions, DateTimeOffset now)
    {
        var steps = plans.SelectMany(plan => plan.Steps.Select(step => (plan.Year, Step: step)))
            .OrderBy(pair => pair.Step.Starts).ThenBy(pair => pair.Step.Id, StringComparer.Ordinal).ToList();
        var current = steps.Where(pair => pair.Step.State == StepState.Open || pair.Step.Waiting).Take(Room - 2).ToList();
        var next = steps.Where(pair => pair.Step is { IsAhead: true, Waiting: false }).ToList();
        var behind = steps.Where(pair => pair.Step.IsBehind).ToList();
        var before = Math.Min(behind.Count, Math.Max(2, Room - current.Count - next.Count));
        var shown = behind.TakeLast(before).Concat(current).Concat(next.Take(Math.Max(0, Room - before - current.Count)));
        return [.. shown.OrderBy(pair => pair.Step.Starts).Select(pair => Point(setting, pair.Year, pair.Step, editions, now))];
    }

    private static TimelinePoint Point(Setting setting, int year, Step step, IReadOnlyList<EditionInPlan> editions, DateTimeOffset now) => new(
        Addresses.Step(year, step.Id), step.Title, When(setting, step), step is { State: StepState.Postponed, Was: { } was } && was != step.Starts ? Brief(setting, was) : "",
        step.State == StepState.Planned && !step.Waiting ? "" : Words.State(step, editions.StateOf(year, step)), Class(step, now));

    /// <summary>What stands of the edition a step sends; null for another step.</summary>
    internal static EditionState? StateOf(this IReadOnlyList<EditionInPlan> editions, int year, Step step) =>
        step.Work is StepWork.SendEdition ? editions.FirstOrDefault(one => one.Edition.Id == Edition.IdOf(year, step.Id))?.Edition.State : null;

    private static string When(Setting setting, Step step) => step switch
    {
        { State: StepState.Open, Ends: { } ends, Work: not StepWork.Meet } => $"jusqu’au {Brief(setting, ends.AddTicks(-1))}",
        _ => Brief(setting, step.Starts),
    };

    /// <summary>« 16 novembre »: a line of eight has no room for the weekday.</summary>
    private static string Brief(Setting setting, DateTimeOffset instant)
    {
        var day = setting.Zone.DayOf(instant);
        return $"{(day.Day == 1 ? "1er" : day.Day)}\u00A0{FrenchDates.Month(day.Month)}";
    }

    private static string Class(Step step, DateTimeOffset now) => step switch
    {
        { Waiting: true } => "now",
        { State: StepState.Open } => step.Starts > now ? "" : "now",
        { State: StepState.Closed } => "done",
        { State: StepState.Skipped } => "skipped",
        { State: StepState.Postponed } => "postponed",
        _ => "",
    };
}
