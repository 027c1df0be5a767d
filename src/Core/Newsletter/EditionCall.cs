using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Platforms;

namespace Almanach.Core.Newsletter;

/// <summary>The consultation that calls for contributions to an edition: one answer for each organisation, with as many contributions as it likes.</summary>
public static class EditionCall
{
    /// <summary>Name of its one question.</summary>
    public const string Question = "contributions";

    private const string Suffix = "-appel";

    /// <summary>« 2022-lettre-2-appel ».</summary>
    public static string Id(string edition) => edition + Suffix;

    /// <summary>The edition a consultation of this name calls for; null for another consultation.</summary>
    public static string? EditionOf(Consultation consultation) => consultation.Template.Invitation == TextCatalogue.EditionCall && consultation.Id.EndsWith(Suffix, StringComparison.Ordinal)
        ? consultation.Id[..^Suffix.Length] : null;

    public static AdHoc Asked(Edition edition, Step step, StepWork.SendEdition work, NewsletterSetting letter, PlatformZone zone) => new(
        Id(edition.Id), edition.Year, $"{edition.Year}/{edition.Step}", new ConsultationTemplate(
            $"{edition.Step}{Suffix}", $"{edition.Title}\u00A0: vos contributions", "Que voulez-vous faire savoir au réseau\u202F?",
            "Un article, un lien, un événement, une publication, une image\u00A0: quelques lignes suffisent. Les contributions sont prises jusqu’au [clôture]\u00A0; ce qui vient après attend le numéro suivant.",
            AnswerUnit.Organisation, letter.Contributors, null, LateAnswers.Accept, [3], TextCatalogue.EditionCall,
            $"{edition.Title}\u00A0: vos contributions sont attendues jusqu’au [clôture].", true, "Nous n’avons rien à faire savoir cette fois",
            [new QuestionTemplate(Question, QuestionKind.Contributions, "Vos contributions", "Seul le titre est nécessaire.", false, [], OptionSource.Listed)]),
        EditionTimes.CallCloses(step, work, zone));
}
