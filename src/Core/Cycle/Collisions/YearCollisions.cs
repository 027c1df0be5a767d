using Almanach.Core.Engine;

namespace Almanach.Core.Cycle.Collisions;

/// <summary>What the dates of a year fall on, and how they get in each other's way. Steps that are over are left in peace.</summary>
public static class YearCollisions
{
    /// <summary>Of every step, in the order of the plan; of one step the most serious first.</summary>
    public static IReadOnlyList<Collision> Of(Setting setting, YearPlan plan) => [.. plan.Steps.SelectMany(step => Of(setting, plan, step))];

    /// <param name="step">As the plan has it. Of one that is open only its end is looked at, and the order.</param>
    public static IReadOnlyList<Collision> Of(Setting setting, YearPlan plan, Step step) => step.IsBehind ? [] :
    [
        .. DayCollisions.Of(setting, step)
            .Concat(EditionCollisions.Of(setting, step))
            .Concat(step.IsAhead ? PeopleCollisions.Of(setting, plan, step) : [])
            .Concat(OrderCollisions.Of(setting, plan, step))
            .OrderByDescending(collision => collision.Weight),
    ];

    /// <summary>What a meeting's date meets, and that of its convocation, in sentences.</summary>
    public static IReadOnlyList<string> OfMeeting(Setting setting, YearPlan plan, Step meeting) =>
    [
        .. Of(setting, plan, meeting).Select(collision => collision.Sentence),
        .. plan.Steps.Where(step => StepEffects.MeetingOf(step) == meeting.Id).SelectMany(step => Of(setting, plan, step))
            .Select(collision => $"{(meeting.Work is Platforms.StepWork.Meet { Body: null } ? "Invitation" : "Convocation")}\u00A0: {collision.Sentence}"),
    ];

    /// <summary>A day of departure on which nobody is at work, and what the days meet that an edition counts back from it, in sentences.</summary>
    public static IReadOnlyList<string> OfEdition(Setting setting, Step step) =>
    [
        .. DayCollisions.Of(setting, step).Where(collision => collision.Weight >= Weight.Careful).Select(collision => $"Jour de l’envoi\u00A0: {char.ToLowerInvariant(collision.Sentence[0])}{collision.Sentence[1..]}"),
        .. EditionCollisions.Of(setting, step).Select(collision => collision.Sentence),
    ];

    /// <summary>The last day of the school holidays that are known, where the year goes beyond it: nothing is said of what follows.</summary>
    public static DateOnly? KnownUntil(Setting setting, YearPlan plan) =>
        setting.Platform.Academies.Count > 0 && setting.SchoolHolidays.LastDay is { } last
            && plan.Steps.Any(step => step is { IsBehind: false, Work: Platforms.StepWork.Meet } && setting.Zone.DayOf(step.Starts) > last) ? last : null;

    /// <summary>The plan as it would be with these dates.</summary>
    public static YearPlan With(this YearPlan plan, IEnumerable<NewDate> dates) => dates.Aggregate(plan, (next, date) =>
        next.Find(date.Step) is { } step ? next.With(step with { Starts = date.Starts, Ends = date.Ends }) : next);
}
