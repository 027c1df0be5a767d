using Almanach.Core.Engine;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;

namespace Almanach.Core.Cycle;

/// <summary>What each kind of step sets off when it opens and when it closes.</summary>
public static class StepEffects
{
    public static IEnumerable<Effect> OnOpen(int year, Step step, DateTimeOffset now)
    {
        var name = $"{year}/{step.Id}";
        var key = $"{year}-{step.Id}";
        return step.Work switch
        {
            StepWork.Consult consult => [new Effect.OpenConsultation(year, consult.Consultation, step.Ends, $"open-{key}", now, name)],
            StepWork.Convene convene => [new Effect.Convene($"{year}-{convene.Meeting}", [.. convene.Agenda.Select(line => Setting.Fill(line, year))], $"convene-{key}", now, name)],
            StepWork.Publish publish => [new Effect.DrawUp(year, publish.Document, publish.Body, $"draw-{key}", now, name, Meeting: publish.Meeting)],
            StepWork.SendEdition => [new Effect.SendEdition(Edition.IdOf(year, step.Id), $"send-{key}-{Todo.Stamp(step.Starts)}", now, name)],
            StepWork.OpenNextYear => [new Effect.OpenYear(year + 1, $"year-{year + 1}", now, name)],
            StepWork.ConsolidateThemes or StepWork.Meet or StepWork.Milestone => [],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The consultations whose answers this step uses: those it needs, be it through a consolidation.</summary>
    public static IEnumerable<Effect> OnUse(YearPlan plan, Step step, DateTimeOffset now) =>
        Used(plan, step).Distinct().Select(consultation => new Effect.SettleConsultation(
            $"{plan.Year}-{consultation}", $"settle-{plan.Year}-{consultation}-{step.Id}-{Todo.Stamp(now)}", now, $"{plan.Year}/{step.Id}"));

    /// <summary>The next step that uses the answers of a consultation: until it begins, late ones are taken. Null when none is ahead.</summary>
    /// <param name="consultation">Id of its template.</param>
    public static Step? NextUse(YearPlan plan, string consultation) =>
        plan.Steps.Where(step => step.IsAhead && Used(plan, step).Contains(consultation)).MinBy(step => step.Starts);

    private static IEnumerable<string> Used(YearPlan plan, Step step) =>
        step.Work is StepWork.Consult or StepWork.Meet or StepWork.Publish ? Asked(plan, step) : [];

    private static IEnumerable<string> Asked(YearPlan plan, Step step) => step.Needs.Select(plan.Find).OfType<Step>().SelectMany(need => need.Work switch
    {
        StepWork.Consult consult => [consult.Consultation],
        StepWork.ConsolidateThemes => Asked(plan, need),
        _ => [],
    });

    public static IEnumerable<Effect> OnClose(int year, Step step, DateTimeOffset now)
    {
        var name = $"{year}/{step.Id}";
        var key = $"{year}-{step.Id}-{Todo.Stamp(now)}";
        return step.Work switch
        {
            StepWork.Consult consult => [new Effect.CloseConsultation($"{year}-{consult.Consultation}", $"close-{key}", now, name)],
            StepWork.ConsolidateThemes => [new Effect.TellAuthors(year, "devenir-regroupement", $"tell-{key}", now, name)],
            StepWork.Meet { Decides: true } => [new Effect.TellAuthors(year, "devenir-copil", $"tell-{key}", now + AfterFates, name)],
            StepWork.Meet or StepWork.Convene or StepWork.Publish or StepWork.SendEdition or StepWork.Milestone or StepWork.OpenNextYear => [],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The committee's choices reach the board of themes before its authors hear of them.</summary>
    private static readonly TimeSpan AfterFates = TimeSpan.FromMinutes(5);

    public static IEnumerable<Effect> OnReopen(int year, Step step, DateTimeOffset now) => step.Work switch
    {
        StepWork.Consult consult =>
            [new Effect.OpenConsultation(year, consult.Consultation, step.Ends, $"reopen-{year}-{step.Id}-{Todo.Stamp(now)}", now, $"{year}/{step.Id}")],
        StepWork.ConsolidateThemes or StepWork.Meet or StepWork.SendEdition or StepWork.Milestone or StepWork.Convene or StepWork.Publish or StepWork.OpenNextYear => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>People told of a meeting, or asked for its date, are told that it will not be; its date is asked for no more.</summary>
    public static IEnumerable<Effect> OnSkip(YearPlan plan, Step step, DateTimeOffset now) =>
    [
        .. step.Work is StepWork.Meet ? [new Effect.CancelMeeting($"{plan.Year}-{step.Id}", $"cancel-{plan.Year}-{step.Id}-{Todo.Stamp(now)}", now, $"{plan.Year}/{step.Id}", Asked: !IsTold(plan, step))] : Enumerable.Empty<Effect>(),
        .. ToRegistered.Of(plan.Year, step, MeetingChange.CalledOff, now),
        .. Followed(plan, step, now),
    ];

    public static IEnumerable<Effect> OnRestore(YearPlan plan, Step step, DateTimeOffset now) =>
    [
        .. step.Work is StepWork.Meet ? [new Effect.RestoreMeeting($"{plan.Year}-{step.Id}", $"restore-{plan.Year}-{step.Id}-{Todo.Stamp(now)}", now, $"{plan.Year}/{step.Id}", Asked: !IsTold(plan, step))] : Enumerable.Empty<Effect>(),
        .. ToRegistered.Of(plan.Year, step, MeetingChange.Restored, now),
        .. Followed(plan, step, now),
    ];

    /// <param name="why">What the coordinator says of it; may be empty.</param>
    public static Effect Noted(int year, Step step, CycleCommand command, string what, string why = "") =>
        new Effect.Note(command.Actor, $"étape {step.Id} {what}{(why.Length == 0 ? "" : $"\u00A0: {why}")}", $"note-{year}-{step.Id}-{what}-{Todo.Stamp(command.Now)}", command.Now, $"{year}/{step.Id}");

    private static IEnumerable<Effect> Followed(YearPlan plan, Step step, DateTimeOffset now) => step.Work is StepWork.SendEdition
        ? [new Effect.FollowEdition(Edition.IdOf(plan.Year, step.Id), $"edition-{plan.Year}-{step.Id}-{Todo.Stamp(now)}", now, $"{plan.Year}/{step.Id}")] : [];

    /// <summary>Consolidation and the choices of a committee are tasks: only the coordinator says that they are done.</summary>
    public static bool ClosesByItself(this Step step) => step.Work switch
    {
        StepWork.ConsolidateThemes => false,
        StepWork.Meet meet => !meet.Decides,
        StepWork.Consult or StepWork.SendEdition or StepWork.Milestone or StepWork.Convene or StepWork.Publish or StepWork.OpenNextYear => true,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The meeting step a convocation belongs to.</summary>
    public static string? MeetingOf(Step step) => step.Work is StepWork.Convene convene ? convene.Meeting : null;

    /// <summary>The meeting step whose minutes these are; null for a document that is no minutes, or where the year has no such meeting.</summary>
    public static Step? MinutedBy(YearPlan plan, StepWork.Publish publish) => publish.Document != DocumentKind.CompteRendu ? null
        : publish.Meeting is { } meeting ? plan.Find(meeting) : plan.Steps.FirstOrDefault(step => step.Work is StepWork.Meet { Decides: true });

    /// <summary>The step that draws the minutes of a meeting up.</summary>
    public static Step? MinutesOf(YearPlan plan, Step meeting) =>
        plan.Steps.FirstOrDefault(step => step.Work is StepWork.Publish publish && MinutedBy(plan, publish)?.Id == meeting.Id);

    /// <summary>Whether the convocation to this meeting has left.</summary>
    public static bool IsConvened(YearPlan plan, Step meeting) =>
        plan.Steps.Any(step => MeetingOf(step) == meeting.Id && step.State is StepState.Closed or StepState.Open);

    /// <summary>Whether those who come have heard of its date: by the convocation, or because it was put to them.</summary>
    public static bool IsTold(YearPlan plan, Step meeting) => meeting.Announced || IsConvened(plan, meeting);
}
