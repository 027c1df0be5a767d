using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Consultations.Votes;
using Almanach.Core.Cycle;
using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Meetings;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations;

/// <summary>Whether the values of an answer fit its questions. Field names are those of the answer page.</summary>
public static class AnswerChecks
{
    public const int MaxTitle = 160;
    public const int MaxRationale = 2_000;
    public const int MaxSpeaker = 200;
    public const int MaxRepresentative = 200;
    public const int MaxText = 4_000;
    public const int MaxProposals = 20;
    public const int MaxSupports = 500;
    public const int MaxReason = 1_000;

    /// <summary>A ballot has one question: « à une question au moins » would leave its reader looking for it.</summary>
    private static string Nothing(Consultation consultation, QuestionTemplate question) => question.Kind switch
    {
        QuestionKind.Grades => $"Donnez une mention à un thème au moins{OrBlank(consultation)} avant d’envoyer.",
        QuestionKind.Ranking => $"Donnez un rang à un choix au moins{OrBlank(consultation)} avant d’envoyer.",
        QuestionKind.Consent => $"Dites ce que vous pensez d’une proposition au moins{OrBlank(consultation)} avant d’envoyer.",
        QuestionKind.Approval or QuestionKind.Choice when consultation.Template.Vote is not null => $"Choisissez{OrBlank(consultation)} avant d’envoyer.",
        QuestionKind.Contributions => "Écrivez une contribution au moins avant d’envoyer.",
        QuestionKind.Entries => "Dites ce qu’il en est d’une fiche au moins avant d’envoyer.",
        QuestionKind.Deliveries => "Déposez un fichier au moins.",
        _ when consultation.Template.Questions.Count == 1 => "Choisissez une réponse au moins avant d’envoyer.",
        _ => "Répondez à une question au moins avant d’envoyer.",
    };

    private static string OrBlank(Consultation consultation) => consultation.Template.Vote is { Blank: true } ? ", ou votez blanc," : "";

    /// <param name="meeting">The meeting it asks about, if any.</param>
    public static IReadOnlyList<FieldError> Of(Consultation consultation, AnswerCommand command, Step? meeting = null)
    {
        if (command.Declined)
            return consultation.Template.MayDecline && command.Values.Count == 0
                ? []
                : [new FieldError("decline", "Choisissez : une réponse, ou pas de réponse cette année.")];

        List<FieldError> errors = [];
        foreach (var id in command.Values.Keys.Where(id => consultation.Template.Questions.All(question => question.Id != id)))
            errors.Add(new FieldError(id, "Cette question n’existe pas dans cette consultation."));
        foreach (var question in consultation.Template.Questions)
        {
            if (command.Values.TryGetValue(question.Id, out var value))
                errors.AddRange(Check(consultation, question, value, meeting));
            else if (question.Required)
                errors.Add(new FieldError(question.Id, VoteRules.Counts(question.Kind) && consultation.Template.BallotQuestion() == question
                    ? Nothing(consultation, question) : $"Répondez à la question « {question.Label} »."));
        }
        if (errors.Count == 0 && command.Values.Count == 0)
            errors.Add(new FieldError(consultation.Template.Questions[0].Id, Nothing(consultation, consultation.Template.Questions[0])));
        if (errors.Count == 0)
            errors.AddRange([.. MinutesApproval.Check(consultation, command), .. Newsletter.EditionReview.Check(consultation, command)]);
        return errors;
    }

    private static IEnumerable<FieldError> Check(Consultation consultation, QuestionTemplate question, AnswerValue value, Step? meeting)
    {
        var options = consultation.OptionsOf(question).Select(option => option.Id).ToHashSet();
        if (consultation.Template.Vote is { } rules && consultation.Template.BallotQuestion() == question && VoteBallots.IsBlank(value) && value.GetType() == VoteBallots.Blank(question.Kind).GetType())
            return rules.Blank ? [] : [new FieldError(question.Id, Nothing(consultation, question))];
        return (question.Kind, value) switch
        {
            (QuestionKind.Proposals, AnswerValue.Proposals proposals) => Check(question, proposals),
            (QuestionKind.Choice, AnswerValue.Choice choice) => Known(question, options, [choice.Option]),
            (QuestionKind.Approval, AnswerValue.Approval approval) => Known(question, options, approval.Options),
            (QuestionKind.Grades, AnswerValue.Grades grades) => Given(consultation, question, grades.ByOption.Count).Concat(Known(question, options, grades.ByOption.Keys)),
            (QuestionKind.Ranking, AnswerValue.Ranking ranking) => Given(consultation, question, ranking.ByOption.Count).Concat(Known(question, options, ranking.ByOption.Keys))
                .Concat(Ranked(question, ranking, options.Count)),
            (QuestionKind.Consent, AnswerValue.Consent consent) => Given(consultation, question, consent.ByOption.Count).Concat(Known(question, options, consent.ByOption.Keys))
                .Concat(consent.ByOption.SelectMany(position => Reasoned(question, position.Key, position.Value))),
            (QuestionKind.Dates, AnswerValue.Dates dates) => Given(consultation, question, dates.ByOption.Count).Concat(Known(question, options, dates.ByOption.Keys)),
            (QuestionKind.Engagement, AnswerValue.Engagement engagement) => Length(question, engagement.Note, MaxText),
            (QuestionKind.Attendance, AnswerValue.Attendance attendance) => Comes(question, attendance.Mode, meeting)
                .Concat(Length(question, attendance.Note, MaxText)).Concat(Length(question, attendance.Representative, MaxRepresentative)),
            (QuestionKind.Text, AnswerValue.Text text) => Length(question, text.Value, MaxText),
            (QuestionKind.Entries, AnswerValue.Entries) => [],
            (QuestionKind.Deliveries, AnswerValue.Deliveries) => [],
            (QuestionKind.Contributions, AnswerValue.Contributions contributions) => ContributionChecks.Of(question.Id, contributions.Items),
            _ => [new FieldError(question.Id, $"La réponse à « {question.Label} » n’est pas du type attendu.")],
        };
    }

    private static IEnumerable<FieldError> Check(QuestionTemplate question, AnswerValue.Proposals proposals)
    {
        if (proposals.Items.Count > MaxProposals)
            yield return new FieldError(question.Id, $"Un organisme propose au plus {MaxProposals} sujets. Retirez-en un, ou appelez la coordination.");
        if (proposals.Supports.Count > MaxSupports || proposals.Supports.Any(id => id.Length > MaxTitle))
            yield return new FieldError(question.Id, $"Soutenez au plus {MaxSupports} propositions.");
        foreach (var error in proposals.Items.SelectMany(item => Check(item.Title, item.Rationale, item.OutsideSpeaker)))
            yield return error;
    }

    /// <summary>Whether a proposal made outside a consultation can be taken.</summary>
    public static IReadOnlyList<FieldError> Of(Themes.Proposal proposal) =>
        [.. Check(proposal.Title, proposal.Rationale, proposal.OutsideSpeaker)];

    private static IEnumerable<FieldError> Check(string title, string rationale, string speaker)
    {
        if (string.IsNullOrWhiteSpace(title))
            yield return new FieldError("titre", "Donnez un titre à votre proposition.");
        if (title.Length > MaxTitle)
            yield return new FieldError("titre", $"Le titre compte {Characters(title)}\u00A0: gardez-en {MaxTitle} au plus, et dites le reste dans «\u00A0Pourquoi ce sujet\u00A0».");
        if (rationale.Length > MaxRationale)
            yield return new FieldError("pourquoi", TooLong(rationale, MaxRationale));
        if (speaker.Length > MaxSpeaker)
            yield return new FieldError("exterieur", $"Gardez {MaxSpeaker} caractères au plus.");
    }

    private static IEnumerable<FieldError> Given(Consultation consultation, QuestionTemplate question, int count) =>
        count == 0 ? [new FieldError(question.Id, question.Kind == QuestionKind.Dates ? "Choisissez une réponse au moins avant d’envoyer." : Nothing(consultation, question))] : [];

    private static IEnumerable<FieldError> Ranked(QuestionTemplate question, AnswerValue.Ranking ranking, int options) =>
        ranking.ByOption.Values.All(rank => rank >= 1 && rank <= options) ? []
            : [new FieldError(question.Id, $"Un rang va de 1, pour le choix préféré, à {options}. Laissez vides les choix que vous ne classez pas.")];

    /// <summary>An objection that is not explained cannot be answered.</summary>
    private static IEnumerable<FieldError> Reasoned(QuestionTemplate question, string option, Position position)
    {
        if (position.Word == Consenting.Objection && string.IsNullOrWhiteSpace(position.Reason))
            yield return new FieldError($"{question.Id}.{option}.raison", "Dites pourquoi vous faites objection\u00A0: sans raison, personne ne peut y répondre.");
        if (position.Reason.Length > MaxReason)
            yield return new FieldError($"{question.Id}.{option}.raison", TooLong(position.Reason, MaxReason));
    }

    private static IEnumerable<FieldError> Known(QuestionTemplate question, HashSet<string> options, IEnumerable<string> given) =>
        given.All(options.Contains) ? [] : [new FieldError(question.Id, "Un des choix n’existe plus. Relisez la page, puis envoyez de nouveau.")];

    private static IEnumerable<FieldError> Comes(QuestionTemplate question, AttendanceMode mode, Step? meeting) =>
        Presence.Modes(meeting).Contains(mode) ? [] : [new FieldError(question.Id, "La réunion se tient en visioconférence\u00A0: choisissez une autre réponse.")];

    private static IEnumerable<FieldError> Length(QuestionTemplate question, string text, int max) =>
        text.Length > max ? [new FieldError(question.Id, TooLong(text, max))] : [];

    private static string TooLong(string text, int max) => $"Ce texte compte {Characters(text)}\u00A0: gardez-en {Numbers.Digits(max)} au plus.";

    private static string Characters(string text) => Numbers.Count(text.Length, "caractère", "caractères");
}
