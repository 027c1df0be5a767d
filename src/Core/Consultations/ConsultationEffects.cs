using Almanach.Core.Engine;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations;

/// <summary>What follows from an answer and from a close.</summary>
public static class ConsultationEffects
{
    /// <summary>The board of themes learns of proposals, and of a late vote; the newsletter of contributions; the catalogue of what its producers say; data files are checked; the audit log of answers that the coordinator noted. The receipt is composed by the desk.</summary>
    public static IReadOnlyList<Effect> OnAnswer(Consultation consultation, Answer answer, AnswerCommand command)
    {
        var key = $"{consultation.Id}-{answer.Unit}-{answer.Revision}";
        List<Effect> effects = [];
        if (consultation.Template.Questions.Any(question => question.Kind == QuestionKind.Proposals))
            effects.Add(new Effect.CollectProposals(consultation.Id, answer.Unit, answer.Revision, $"collect-{key}", answer.At, consultation.Step));
        if (consultation.Template.Questions.Any(question => question.Kind == QuestionKind.Contributions))
            effects.Add(new Effect.CollectContributions(consultation.Id, answer.Unit, answer.Revision, $"contributions-{key}", answer.At, consultation.Step));
        if (consultation.Template.AsksProducers())
            effects.Add(new Effect.UpdateCatalogue(consultation.Id, answer.Unit, answer.Revision, $"entries-{key}", answer.At, consultation.Step));
        if (consultation.Template.AsksDeliveries())
            effects.Add(new Effect.CheckDeliveries(consultation.Id, answer.Unit, answer.Revision, $"deliveries-{key}", answer.At, consultation.Step));
        if (consultation.State == ConsultationState.Closed && VotesOnThemes(consultation))
            effects.Add(new Effect.CountVote(consultation.Id, $"count-{key}", answer.At, consultation.Step));
        if (command.Channel == Channel.Phone)
            effects.Add(new Effect.Note("coordination", $"réponse prise par téléphone {key}", $"note-phone-{key}", answer.At, consultation.Step));
        if (command.Channel == Channel.Mail)
            effects.Add(new Effect.Note("coordination", $"réponse notée d’un courriel {key}", $"note-mail-{key}", answer.At, consultation.Step));
        return effects;
    }

    /// <summary>Themes put to the vote say so.</summary>
    public static IReadOnlyList<Effect> OnOpen(Consultation consultation) => VotesOnThemes(consultation)
        ? [new Effect.RecordFates(consultation.Year, $"vote:{consultation.Id}", $"fates-{consultation.Id}", consultation.Opened, consultation.Step)]
        : [];

    private static bool VotesOnThemes(Consultation consultation) =>
        consultation.Template.BallotQuestion() is { Source: OptionSource.ConsolidatedThemes };

    public static IReadOnlyList<Effect> OnClose(Consultation consultation, DateTimeOffset now) => VotesOnThemes(consultation)
            ? [new Effect.CountVote(consultation.Id, $"count-{consultation.Id}-{Todo.Stamp(now)}", now, consultation.Step)]
            : [];
}
