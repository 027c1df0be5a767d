using Almanach.Core;
using Almanach.Core.Cycle;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Dates;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Web.Network;

/// <summary>One meeting ahead on a person's own page.</summary>
/// <param name="Meeting">Its own record, dated by its step.</param>
/// <param name="Step">Its step in the plan; skipped when the meeting is called off.</param>
/// <param name="Documents">Those of its body that came since the body met before.</param>
/// <param name="Presence">The question whether the person comes, once it was asked.</param>
/// <param name="WillBeAsked">That question is still ahead.</param>
/// <param name="Registers">One can register on its public page.</param>
/// <param name="IsChosen">Its date is being chosen: the one it has may change.</param>
public sealed record OwnMeeting(
    Meeting Meeting, Step Step, IReadOnlyList<OwnDocument> Documents, OwnConsultation? Presence, bool WillBeAsked, bool Registers = false, bool IsChosen = false)
{
    public bool CalledOff => Step.State == StepState.Skipped;

    /// <summary>The date it had before, when it was moved.</summary>
    public DateTimeOffset? Was => !CalledOff && Step.Was is { } was && was != Step.Starts ? was : null;
}

internal static class OwnMeetings
{
    /// <summary>Those of the person's bodies and of the whole network that are not over; one called off only where people had been told of it.</summary>
    public static async Task<IReadOnlyList<OwnMeeting>> Of(
        Office office, Contact person, IReadOnlyList<YearPlan> plans, IReadOnlyList<OwnConsultation> asked, IReadOnlyList<OwnDocument> documents,
        CancellationToken stop = default)
    {
        var steps = plans.SelectMany(plan => plan.Steps.Select(step => (Plan: plan, Step: step)))
            .Where(pair => pair.Step.Work is StepWork.Meet meet && (meet.Body is null || person.SitsIn(meet.Body)))
            .OrderBy(pair => pair.Step.Starts).ToList();
        List<OwnMeeting> meetings = [];
        foreach (var (plan, step) in steps)
            if (Presence.Ends(step) > office.Now && await office.Meetings.Find($"{plan.Year}-{step.Id}", stop) is { } meeting
                && (step.State != StepState.Skipped || meeting.State == MeetingState.Cancelled))
                meetings.Add(Of(plan, step, meeting) with { Registers = meeting.Body is null && await office.Registrations.TakesMore(meeting.Id, office.Now, stop) });
        return meetings;

        OwnMeeting Of(YearPlan plan, Step step, Meeting meeting)
        {
            var before = steps.LastOrDefault(other => Body(other.Step) == meeting.Body && other.Step.Starts < step.Starts && other.Step.State != StepState.Skipped).Step?.Starts
                ?? DateTimeOffset.MinValue;
            var presence = Presence.StepOf(plan, step);
            return new OwnMeeting(meeting, step,
                [.. documents.Where(own => meeting.Body is not null && own.Document.Body == meeting.Body && own.Document.At > before && before <= office.Now)],
                presence?.Work is StepWork.Consult consult ? asked.FirstOrDefault(own => own.Consultation.Id == $"{plan.Year}-{consult.Consultation}") : null,
                presence?.IsAhead == true,
                IsChosen: !StepEffects.IsTold(plan, step) && asked.Any(own => own.Consultation.Id == DateChoice.Id(plan.Year, step.Id)));
        }
    }

    private static string? Body(Step step) => (step.Work as StepWork.Meet)?.Body;
}
