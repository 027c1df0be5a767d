using Almanach.Core.Consultations;
using Almanach.Core.Engine;

namespace Almanach.Core.Meetings;

/// <summary>How a meeting goes from planned to held.</summary>
public static class MeetingRules
{
    public static Decision<Meeting> Convene(Meeting meeting, IReadOnlyList<string> agenda, DateTimeOffset now) => meeting.State switch
    {
        MeetingState.Planned => Decision.Accept(meeting with { State = MeetingState.Convened, Agenda = agenda, ConvenedAt = now }),
        MeetingState.Convened or MeetingState.Held => Decision.Done<Meeting>(),
        MeetingState.Cancelled => Refusal.Because(Why.NotNow, "Cette réunion est annulée. Rouvrez l’étape avant de convoquer."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Decision<Meeting> RecordAttendance(Meeting meeting, IReadOnlyDictionary<string, AttendanceMode> sheet) =>
        meeting.State == MeetingState.Cancelled
            ? Refusal.Because(Why.NotNow, "Cette réunion est annulée.")
            : Decision.Accept(meeting with { Attendance = sheet });

    /// <summary>The decisions as a whole: sent again, they replace the former ones as long as the step is open.</summary>
    public static Decision<Meeting> RecordDecisions(
        Meeting meeting, IReadOnlyList<MeetingDecision> decisions, IReadOnlyList<string> notes, string actor, DateTimeOffset now)
    {
        if (meeting.State == MeetingState.Cancelled)
            return Refusal.Because(Why.NotNow, "Cette réunion est annulée.");
        if (now < meeting.Starts)
            return Refusal.Because(Why.NotNow, "Les décisions s’enregistrent une fois la réunion commencée.");
        if (Check(decisions) is { Count: > 0 } errors)
            return Refusal.Invalid(errors);

        var held = meeting with { State = MeetingState.Held, Decisions = decisions, Notes = notes };
        var stamp = Todo.Stamp(now);
        return Decision.Accept(held,
            new Effect.Note(actor, $"décisions de {meeting.Id}", $"note-decisions-{meeting.Id}-{stamp}", now, meeting.Step),
            new Effect.AdoptActions(meeting.Id, $"adopt-{meeting.Id}-{stamp}", now, meeting.Step),
            new Effect.RecordFates(meeting.Year, meeting.Id, $"fates-{meeting.Id}-{stamp}", now, meeting.Step));
    }

    private static List<FieldError> Check(IReadOnlyList<MeetingDecision> decisions)
    {
        List<FieldError> errors = [];
        foreach (var decision in decisions)
        {
            if (string.IsNullOrWhiteSpace(decision.Text))
                errors.Add(new FieldError(decision.Id, "Écrivez la décision en une phrase : elle figurera au compte-rendu."));
            if (decision.Outcome == DecisionOutcome.Adopt && decision.Action is null)
                errors.Add(new FieldError(decision.Id, "Dites quelle action du programme cette décision adopte."));
            if (decision.Action is { } action && string.IsNullOrWhiteSpace(action.Title))
                errors.Add(new FieldError(decision.Id, "Donnez un titre à l’action."));
        }
        errors.AddRange(decisions.GroupBy(decision => decision.Action?.Id).Where(group => group.Key is not null && group.Count() > 1)
            .Select(group => new FieldError(group.First().Id, $"Deux décisions adoptent la même action « {group.Key} ».")));
        return errors;
    }
}
