using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Meetings.Dates;

/// <summary>The consultation that asks when a meeting shall take place. The members of a body answer each for themselves, the network by organisation.</summary>
public static class DateChoice
{
    /// <summary>Name of its one question.</summary>
    public const string Question = "dates";

    /// <summary>More candidates than this and nobody reads them all.</summary>
    public const int Most = 8;

    public static string Id(int year, string meetingStep) => Of($"{year}/{meetingStep}");

    /// <param name="step">« 2022/copil ».</param>
    public static string Of(string step) => step.Replace("/", "-date-", StringComparison.Ordinal);

    public static ConsultationTemplate Template(Meeting meeting, IReadOnlyList<ProposedDate> candidates) => new(
        $"date-{meeting.Step.Split('/')[1]}", $"Choix d’une date\u00A0: {meeting.Title}", "Quelle date vous convient\u202F?",
        "Répondez pour chaque date. Vous pourrez changer votre réponse jusqu’au [clôture].",
        meeting.Body is null ? AnswerUnit.Organisation : AnswerUnit.Contact,
        meeting.Body is null ? [RoleKind.Referent, RoleKind.Suppleant] : [RoleKind.Member, RoleKind.Chair],
        meeting.Body, LateAnswers.Refuse, [2], "invitation-date",
        $"La date de la rencontre «\u00A0{meeting.Title}\u00A0» se choisit jusqu’au [clôture]. Comptez une minute.", false, "",
        [new QuestionTemplate(Question, QuestionKind.Dates, "Les dates proposées", "", true,
            [.. candidates.Distinct().OrderBy(date => date.Option, StringComparer.Ordinal).Take(Most).Select(date => new OptionTemplate(date.Option, date.Label, ""))],
            OptionSource.Listed)]);

    /// <summary>The consultation to open. Only where <see cref="Problem"/> finds none.</summary>
    /// <param name="last">Last local day to answer.</param>
    public static AdHoc Asked(Meeting meeting, IReadOnlyList<ProposedDate> candidates, DateOnly last, PlatformZone zone) =>
        new(Id(meeting.Year, meeting.Step.Split('/')[1]), meeting.Year, meeting.Step, Template(meeting, candidates), zone.EndOf(last));

    /// <summary>What is amiss with the dates to ask about, or null. Field names are those of the cockpit's form.</summary>
    /// <param name="dates">Place of each in the form, from 1; null for one that cannot be read.</param>
    /// <param name="last">Last local day to answer; null for none.</param>
    public static Refusal? Problem(Step meeting, IReadOnlyList<(int Place, ProposedDate? Date)> dates, DateOnly? last, DateTimeOffset now, PlatformZone zone)
    {
        if (!meeting.IsAhead)
            return Refusal.Because(Why.NotNow, "Cette réunion a déjà eu lieu\u00A0: sa date ne se choisit plus.");
        List<FieldError> errors = [];
        var usual = UsualHour(meeting, zone);
        foreach (var (place, proposed) in dates)
            if (proposed is not { } date)
                errors.Add(new FieldError($"date-{place}", "Cette date ou son heure ne se lit pas. Écrivez par exemple 14/12/2021 et 09:30."));
            else if (date.Starts(usual, zone) <= now)
                errors.Add(new FieldError($"date-{place}", "Proposez des dates à venir."));
        var candidates = dates.Select(date => date.Date).OfType<ProposedDate>().Distinct().ToList();
        if (errors.Count == 0 && candidates.Count is < 2 or > Most)
            errors.Add(new FieldError("date-1", candidates.Count < 2 ? "Proposez au moins deux dates." : $"Proposez {Most} dates au plus."));
        if (last is not { } day || day < zone.DayOf(now))
            errors.Add(new FieldError("cloture", "Donnez le dernier jour pour répondre, à venir."));
        else if (day >= zone.DayOf(meeting.Starts))
            errors.Add(new FieldError("cloture", $"La réunion est encore prévue le {FrenchDates.Day(zone.DayOf(meeting.Starts))}\u00A0: terminez le sondage avant, ou déplacez d’abord la réunion."));
        else if (errors.Count == 0 && day >= candidates.Min(date => date.Day))
            errors.Add(new FieldError("cloture", "Le dernier jour pour répondre doit venir avant la première date proposée."));
        return errors.Count == 0 ? null : Refusal.Invalid(errors);
    }

    /// <summary>The instant a choice stands for, at the hour of the meeting where the choice is a day; null for what is no choice of ours.</summary>
    public static DateTimeOffset? Instant(string option, Step meeting, PlatformZone zone) => ProposedDate.Parse(option)?.Starts(UsualHour(meeting, zone), zone);

    private static TimeOnly UsualHour(Step meeting, PlatformZone zone) => TimeOnly.FromDateTime(zone.LocalOf(meeting.Starts));

    /// <summary>Best date first.</summary>
    public static IReadOnlyList<PolledDate> Count(Consultation consultation, IEnumerable<Answer> answers)
    {
        var question = consultation.Template.Questions.First(question => question.Id == Question);
        return DatePoll.Tally([.. consultation.OptionsOf(question).Select(option => option.Id)],
            [.. answers.Select(answer => answer.Values.GetValueOrDefault(Question)).OfType<AnswerValue.Dates>().Select(value => value.ByOption)]);
    }
}
