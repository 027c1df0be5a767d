using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Meetings;
using Almanach.Core.Platforms;

namespace Almanach.Core.Cycle.Collisions;

/// <summary>What must come before what: needs, the notice of a body, the platform's order of priority.</summary>
internal static class OrderCollisions
{
    public static IEnumerable<Collision> Of(Setting setting, YearPlan plan, Step step) =>
        [.. step.IsAhead ? Notice(setting, plan, step) : [], .. Needs(setting, plan, step), .. TooLate(plan, step), .. step.IsAhead ? Priority(setting, plan, step) : []];

    /// <summary>A convocation leaves at least the body's notice before the meeting.</summary>
    private static IEnumerable<Collision> Notice(Setting setting, YearPlan plan, Step step)
    {
        if (StepEffects.MeetingOf(step) is not { } id || plan.Find(id) is not { Work: StepWork.Meet meet } meeting)
            yield break;
        if (meeting.Starts <= step.Starts)
            yield return Collision.Of(step, CollisionKind.Notice, Weight.Serious, $"La convocation partirait après « {meeting.Title} ». Avancez-la.");
        else if (setting.Platform.Bodies.FirstOrDefault(body => body.Id == meet.Body) is { NoticeDays: > 0 and var notice }
            && setting.Zone.DayOf(meeting.Starts) is var day && day.DayNumber - setting.Zone.DayOf(step.Starts).DayNumber < notice)
            yield return Collision.Of(step, CollisionKind.Notice, Weight.Serious,
                $"La convocation partirait moins de {Numbers.Words(notice)}\u00A0jour{(notice > 1 ? "s" : "")} avant la réunion. Avancez-la au {FrenchDates.ShortDay(day.AddDays(-notice))} au plus tard.");
        else if (meet.Body is null && setting.Zone.DayOf(meeting.Starts).DayNumber - setting.Zone.DayOf(step.Starts).DayNumber is var days and < Hearing)
            yield return Collision.Of(step, CollisionKind.Notice, Weight.Serious,
                days <= 1 ? "Elle partirait la veille de la rencontre, ou le jour même. Choisissez un jour plus lointain." : $"Elle partirait {Numbers.Words(days)}\u00A0jours seulement avant la rencontre. Avancez-la, ou choisissez un jour plus lointain.");
    }

    /// <summary>Days before a meeting of the whole network under which people hardly hear of it in time.</summary>
    private const int Hearing = 7;

    private static IEnumerable<Collision> Needs(Setting setting, YearPlan plan, Step step)
    {
        foreach (var need in step.Needs.Select(plan.Find).OfType<Step>().Where(need => !need.IsBehind && (need.Ends ?? need.Starts) > step.Starts))
            yield return Collision.Of(step, CollisionKind.Order, Weight.Serious,
                $"Elle commencerait avant la fin de « {need.Title} », qu’elle attend. Placez-la après le {FrenchDates.ShortDay(setting.Zone.DayOf((need.Ends ?? need.Starts).AddTicks(-1)))}.");
        foreach (var other in plan.Steps.Where(other => other.IsAhead && other.Needs.Contains(step.Id) && other.Starts < (step.Ends ?? step.Starts)))
            yield return Collision.Of(step, CollisionKind.Order, Weight.Serious, $"« {other.Title} » l’attend, et devait commencer avant. Déplacez l’une des deux.");
    }

    /// <summary>Who comes to a meeting is asked until after it has begun.</summary>
    private static IEnumerable<Collision> TooLate(YearPlan plan, Step step)
    {
        if (step.Work is StepWork.Consult && Presence.MeetingOf(plan, step.Id) is { State: not StepState.Skipped } meeting && (step.Ends ?? step.Starts) > meeting.Starts)
            yield return Collision.Of(step, CollisionKind.Order, Weight.Serious, $"Elle se terminerait après le début de « {meeting.Title} », dont elle demande qui vient. Avancez sa fin.");
    }

    /// <summary>A consultation for a kind of action that comes later opens before, or over, the one for a kind that comes first.</summary>
    private static IEnumerable<Collision> Priority(Setting setting, YearPlan plan, Step step)
    {
        if (step.Work is not StepWork.Consult || KindAsked.Of(setting, step) is not { } kind)
            yield break;
        foreach (var other in plan.Steps.Where(other => other is { Work: StepWork.Consult, IsBehind: false } && other.Id != step.Id))
            if (KindAsked.Of(setting, other) is { } first && first.Priority < kind.Priority && step.Starts < (other.Ends ?? other.Starts))
                yield return Collision.Of(step, CollisionKind.Priority, Weight.Note,
                    $"Elle {(step.Starts < other.Starts ? "commence avant" : "se tient en même temps que")} « {other.Title} », alors que l’ordre de priorité met d’abord : {Lower(first.Plural)}. Placez-la après, ou gardez-la là si c’est voulu.");
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
