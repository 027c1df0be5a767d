using Almanach.Core.Engine;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations;

/// <summary>When an answer is taken, and what follows from it.</summary>
public static class ConsultationRules
{
    /// <param name="expected">Revision of the answer the person saw (0 for none), or null when it does not matter (phone).</param>
    public static Decision<AnswerTaken> Take(
        Consultation consultation, Answer? before, AnswerCommand command, int? expected)
    {
        if (Window(consultation, command.Now) is { } closed)
            return closed;
        if (before is not null && Same(before, command))
            return Decision.Done<AnswerTaken>();
        if (expected is { } seen && seen != (before?.Revision ?? 0))
            return Refusal.Because(Why.Changed,
                "Quelqu’un de votre organisme a répondu pendant que vous écriviez. Sa réponse est affichée ; la vôtre n’a pas été enregistrée. Relisez, puis envoyez de nouveau.");
        if (AnswerChecks.Of(consultation, command) is { Count: > 0 } errors)
            return Refusal.Invalid(errors);

        var late = !consultation.IsOpenAt(command.Now);
        var answer = new Answer(command.Unit, (before?.Revision ?? 0) + 1, command.By, command.Channel, command.Now, late, command.Declined, command.Values);
        var next = consultation with
        {
            Answered = consultation.Answered + (before is null ? 1 : 0),
            Revision = consultation.Revision + 1,
        };
        return Decision.Accept(new AnswerTaken(next, answer), ConsultationEffects.OnAnswer(consultation, answer, command));
    }

    public static Decision<Consultation> Close(Consultation consultation, DateTimeOffset now)
    {
        if (consultation.State == ConsultationState.Closed)
            return Decision.Done<Consultation>();
        var closed = consultation with { State = ConsultationState.Closed, ClosedAt = now, Revision = consultation.Revision + 1 };
        return Decision.Accept(closed, ConsultationEffects.OnClose(consultation, now));
    }

    /// <summary>A new end, or a reopening: nobody is mailed again, links go on working.</summary>
    public static Decision<Consultation> Extend(Consultation consultation, DateTimeOffset? closes)
    {
        if (consultation.State == ConsultationState.Open && consultation.Closes == closes)
            return Decision.Done<Consultation>();
        return Decision.Accept(consultation with
        {
            State = ConsultationState.Open, Closes = closes, ClosedAt = null, Revision = consultation.Revision + 1,
        });
    }

    private static Refusal? Window(Consultation consultation, DateTimeOffset now)
    {
        if (now < consultation.Opened)
            return Refusal.Because(Why.NotYetOpen, "Cette consultation n’est pas encore ouverte. Vous recevrez un message à l’ouverture.");
        if (consultation.IsOpenAt(now) || consultation.Template.Late == LateAnswers.Accept)
            return null;
        return Refusal.Because(Why.Closed, "La consultation est close : votre réponse n’a pas été enregistrée. Appelez la coordination si elle doit encore compter.");
    }

    private static bool Same(Answer before, AnswerCommand command) =>
        before.Declined == command.Declined && Stored.Write(new AnswerValues(before.Values)) == Stored.Write(new AnswerValues(command.Values));
}

/// <summary>An answer as it arrives, parsed but not yet judged.</summary>
public sealed record AnswerCommand(
    string Unit, string Organisation, string By, Channel Channel, bool Declined,
    IReadOnlyDictionary<string, AnswerValue> Values, DateTimeOffset Now);

/// <summary>The two records an answer changes.</summary>
public sealed record AnswerTaken(Consultation Consultation, Answer Answer);

/// <summary>Values alone, to compare or store.</summary>
public sealed record AnswerValues(IReadOnlyDictionary<string, AnswerValue> Values);
