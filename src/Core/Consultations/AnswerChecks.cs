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

    /// <summary>A ballot has one question: « à une question au moins » would leave its reader looking for it.</summary>
    private const string NoGrade = "Donnez une mention à un thème au moins avant d’envoyer.";

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
                errors.Add(new FieldError(question.Id, question.Kind == QuestionKind.Grades ? NoGrade : $"Répondez à la question « {question.Label} »."));
        }
        if (errors.Count == 0 && command.Values.Count == 0)
            errors.Add(new FieldError(consultation.Template.Questions[0].Id,
                consultation.Template.Questions[0].Kind == QuestionKind.Grades ? NoGrade : "Répondez à une question au moins avant d’envoyer."));
        if (errors.Count == 0)
            errors.AddRange(MinutesApproval.Check(consultation, command));
        return errors;
    }

    private static IEnumerable<FieldError> Check(Consultation consultation, QuestionTemplate question, AnswerValue value, Step? meeting)
    {
        var options = consultation.OptionsOf(question).Select(option => option.Id).ToHashSet();
        return (question.Kind, value) switch
        {
            (QuestionKind.Proposals, AnswerValue.Proposals proposals) => Check(question, proposals),
            (QuestionKind.Choice, AnswerValue.Choice choice) => Known(question, options, [choice.Option]),
            (QuestionKind.Approval, AnswerValue.Approval approval) => Known(question, options, approval.Options),
            (QuestionKind.Grades, AnswerValue.Grades grades) => Given(question, grades.ByOption.Count).Concat(Known(question, options, grades.ByOption.Keys)),
            (QuestionKind.Dates, AnswerValue.Dates dates) => Given(question, dates.ByOption.Count).Concat(Known(question, options, dates.ByOption.Keys)),
            (QuestionKind.Engagement, AnswerValue.Engagement engagement) => Length(question, engagement.Note, MaxText),
            (QuestionKind.Attendance, AnswerValue.Attendance attendance) => Comes(question, attendance.Mode, meeting)
                .Concat(Length(question, attendance.Note, MaxText)).Concat(Length(question, attendance.Representative, MaxRepresentative)),
            (QuestionKind.Text, AnswerValue.Text text) => Length(question, text.Value, MaxText),
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

    private static IEnumerable<FieldError> Given(QuestionTemplate question, int count) =>
        count == 0 ? [new FieldError(question.Id, question.Kind == QuestionKind.Grades ? NoGrade : "Choisissez une réponse au moins avant d’envoyer.")] : [];

    private static IEnumerable<FieldError> Known(QuestionTemplate question, HashSet<string> options, IEnumerable<string> given) =>
        given.All(options.Contains) ? [] : [new FieldError(question.Id, "Un des choix n’existe plus. Relisez la page, puis envoyez de nouveau.")];

    private static IEnumerable<FieldError> Comes(QuestionTemplate question, AttendanceMode mode, Step? meeting) =>
        Presence.Modes(meeting).Contains(mode) ? [] : [new FieldError(question.Id, "La réunion se tient en visioconférence\u00A0: choisissez une autre réponse.")];

    private static IEnumerable<FieldError> Length(QuestionTemplate question, string text, int max) =>
        text.Length > max ? [new FieldError(question.Id, TooLong(text, max))] : [];

    private static string TooLong(string text, int max) => $"Ce texte compte {Characters(text)}\u00A0: gardez-en {Numbers.Digits(max)} au plus.";

    private static string Characters(string text) => Numbers.Count(text.Length, "caractère", "caractères");
}
