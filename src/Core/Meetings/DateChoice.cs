using System.Globalization;
using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.French;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Meetings;

/// <summary>The consultation that asks when a meeting shall take place. The members of a body answer each for themselves, the network by organisation.</summary>
public static class DateChoice
{
    /// <summary>Name of its one question.</summary>
    public const string Question = "dates";

    /// <summary>More candidates than this and nobody reads them all.</summary>
    public const int Most = 8;

    private const string Form = "yyyyMMdd-HHmm";

    public static string Id(int year, string meetingStep) => $"{year}-date-{meetingStep}";

    /// <param name="candidates">Local days and hours, as the platform's clocks show them.</param>
    public static ConsultationTemplate Template(Meeting meeting, IReadOnlyList<DateTime> candidates) => new(
        $"date-{meeting.Step.Split('/')[1]}", meeting.Title, "Quelle date vous convient\u202F?",
        "Répondez pour chaque date. Vous pourrez changer votre réponse jusqu’au [clôture].",
        meeting.Body is null ? AnswerUnit.Organisation : AnswerUnit.Contact,
        meeting.Body is null ? [RoleKind.Referent, RoleKind.Suppleant] : [RoleKind.Member, RoleKind.Chair],
        meeting.Body, LateAnswers.Refuse, [2], "invitation-date",
        $"La date de la rencontre «\u00A0{meeting.Title}\u00A0» se choisit jusqu’au [clôture]. Comptez une minute.", false, "",
        [new QuestionTemplate(Question, QuestionKind.Dates, "Les dates proposées", "", true,
            [.. candidates.Distinct().Order().Take(Most).Select(date => new OptionTemplate(date.ToString(Form, CultureInfo.InvariantCulture), FrenchDates.DayAt(date), ""))],
            OptionSource.Listed)]);

    /// <summary>The instant a choice stands for; null for what is no choice of ours.</summary>
    public static DateTimeOffset? Instant(string option, PlatformZone zone) =>
        DateTime.TryParseExact(option, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? zone.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local))
            : null;

    /// <summary>Best date first.</summary>
    public static IReadOnlyList<PolledDate> Count(Consultation consultation, IEnumerable<Answer> answers)
    {
        var question = consultation.Template.Questions.First(question => question.Id == Question);
        return DatePoll.Tally([.. consultation.OptionsOf(question).Select(option => option.Id)],
            [.. answers.Select(answer => answer.Values.GetValueOrDefault(Question)).OfType<AnswerValue.Dates>().Select(value => value.ByOption)]);
    }
}
