using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Documents;

/// <summary>
/// The consultation that asks the members of a body for their approval of its minutes: each approves, or asks for a
/// correction. Whoever says nothing approves.
/// </summary>
public static class MinutesApproval
{
    public const string Opinion = "avis";

    public const string Approve = "approuver";

    public const string Correct = "corriger";

    /// <summary>Name of the question that says what to correct.</summary>
    public const string Correction = "correction";

    private const string Invitation = "approbation";

    /// <summary>Id of the question about one version: « 2022-approbation-2022-copil-v1 ».</summary>
    public static string Id(int year, string meeting, int version) => $"{year}-approbation-{meeting}-v{version}";

    /// <summary>Two questions about versions of the same minutes.</summary>
    public static bool SameMinutes(string one, string other) => one[..one.LastIndexOf('-')] == other[..other.LastIndexOf('-')];

    /// <summary>The step a question of this name is about, where it is one of ours.</summary>
    public static Step? StepOf(YearPlan plan, string consultation) => !consultation.StartsWith($"{plan.Year}-approbation-", StringComparison.Ordinal) ? null
        : plan.Steps.FirstOrDefault(step => step.Work is StepWork.Publish publish && StepEffects.MinutedBy(plan, publish) is { } meeting
            && consultation.StartsWith($"{plan.Year}-approbation-{plan.Year}-{meeting.Id}-v", StringComparison.Ordinal));

    /// <summary>The questions about the versions before this one, the last first; of some, nobody was asked.</summary>
    public static IEnumerable<string> Former(PublishedDocument document) =>
        Enumerable.Range(1, document.Version - 1).Reverse().Select(version => Id(document.Year, MinutesDocument.MeetingOf(document.Id), version));

    /// <summary>Whether silence approves: the members had their whole delay since the draft left.</summary>
    /// <param name="left">When the draft left, UTC; null where its message was undone.</param>
    /// <param name="days">The delay of the body.</param>
    public static bool HadTheirTime(DocumentApproval approval, DateTimeOffset? left, int days, PlatformZone zone) =>
        left is { } sent && zone.DayOf(sent).AddDays(days - 1) <= zone.DayOf(approval.Until.AddTicks(-1));

    /// <summary>When silence approves minutes that left at an instant, UTC, exclusive: the members have their whole days.</summary>
    public static DateTimeOffset Until(DateTimeOffset left, int days, PlatformZone zone) => zone.EndOf(zone.DayOf(left).AddDays(days));

    /// <param name="body">Whose members are asked.</param>
    /// <param name="step">« 2022/compte-rendu ».</param>
    /// <param name="again">They were sent a version before.</param>
    public static AdHoc Asked(PublishedDocument document, DocumentApproval approval, string body, string step, bool again) => new(
        approval.Consultation, document.Year, step, new ConsultationTemplate(
            approval.Consultation[(approval.Consultation.IndexOf('-', StringComparison.Ordinal) + 1)..],
            $"Projet de {Phrases.Lower(document.Title)}{(document.Version > 1 ? $", version {document.Version}" : "")}", "Approuvez-vous ce compte-rendu\u202F?",
            again
                ? "Cette version remplace la précédente\u00A0: les avis donnés sur l’ancienne ne comptent plus. Lisez-la, puis approuvez-la ou demandez une correction jusqu’au [clôture]. Sans réponse de votre part, elle est approuvée."
                : "Lisez-le, puis approuvez-le ou demandez une correction jusqu’au [clôture]. Sans réponse de votre part, il est approuvé.",
            AnswerUnit.Contact, [RoleKind.Member, RoleKind.Chair], body, LateAnswers.Refuse, [], again ? TextCatalogue.MinutesAgain : Invitation, "", false, "",
            [
                new QuestionTemplate(Opinion, QuestionKind.Choice, "Votre avis", "", true,
                    [new OptionTemplate(Approve, "J’approuve ce compte-rendu", ""), new OptionTemplate(Correct, "Je demande une correction", "")], OptionSource.Listed),
                new QuestionTemplate(Correction, QuestionKind.Text, "La correction demandée", "Seulement si vous en demandez une\u00A0: le passage, et ce qu’il devrait dire.", false, [], OptionSource.Listed),
            ]), approval.Until);

    /// <summary>What an opinion on minutes must hold beyond each of its questions; nothing for any other consultation.</summary>
    public static IEnumerable<FieldError> Check(Consultation consultation, AnswerCommand command)
    {
        if (!IsOne(consultation) || !command.Values.TryGetValue(Opinion, out var given) || given is not AnswerValue.Choice { Option: var option })
            yield break;
        var words = TextOf(command.Values);
        if (option == Correct && words.Length == 0)
            yield return new FieldError(Correction, "Écrivez la correction que vous demandez, en quelques mots.");
        if (option == Approve && words.Length > 0)
            yield return new FieldError(Opinion, "Vous approuvez, et vous écrivez une correction\u00A0: choisissez l’un des deux, ou effacez la correction.");
    }

    public static bool IsOne(Consultation consultation) => consultation.Template.Invitation is Invitation or TextCatalogue.MinutesAgain
        && consultation.Template.Questions is [{ Id: Opinion }, { Id: Correction }];

    /// <summary>Corrections asked for, in the order in which they came.</summary>
    public static IReadOnlyList<AskedCorrection> Corrections(IEnumerable<Answer> answers) =>
        [.. answers.Where(answer => answer.Values.GetValueOrDefault(Opinion) is AnswerValue.Choice { Option: Correct }).OrderBy(answer => answer.At)
            .Select(answer => new AskedCorrection(answer.Unit, TextOf(answer.Values), answer.At))];

    /// <summary>The coordinator may publish once nobody can ask for a correction any more, or everybody has answered.</summary>
    public static bool MayPublish(DocumentApproval approval, int asked, int answered, DateTimeOffset now) => now >= approval.Until || answered >= asked;

    /// <summary>As it is sent to those who approve it.</summary>
    /// <param name="version">1 for the first.</param>
    public static Document Draft(Document document, int version, DateTimeOffset until, PlatformZone zone) => document with
    {
        Title = $"Projet de {Phrases.Lower(document.Title)}{(version > 1 ? $", version {version}" : "")}",
        Lede = $"{document.Lede} Projet soumis à l’approbation des membres jusqu’au {FrenchDates.Day(ConsultationDesk.LastDay(until, zone))}\u00A0; sans demande de correction, il est approuvé.",
    };

    /// <param name="after">Corrections had been asked for, which the coordinator has looked at.</param>
    public static Document Approved(Document document, DateTimeOffset at, bool after, PlatformZone zone) => document with
    {
        Reference = at,
        Lede = $"{document.Lede} Approuvé le {FrenchDates.Day(zone.DayOf(at))}{(after ? ", après demande de correction" : "\u00A0: aucune correction n’est demandée")}.",
    };

    private static string TextOf(IReadOnlyDictionary<string, AnswerValue> values) => values.GetValueOrDefault(Correction) is AnswerValue.Text { Value: var text } ? text.Trim() : "";
}

/// <param name="By">Id of the contact.</param>
public sealed record AskedCorrection(string By, string Text, DateTimeOffset At);

/// <summary>How minutes stand with those who approve them.</summary>
/// <param name="Consultation">Id of the question they are asked.</param>
/// <param name="Until">UTC, exclusive: then silence approves.</param>
/// <param name="At">When they were approved; null for a draft.</param>
public sealed record DocumentApproval(string Consultation, DateTimeOffset Until, DateTimeOffset? At = null);
