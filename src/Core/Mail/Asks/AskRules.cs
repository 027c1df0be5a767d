using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.French;
using Almanach.Core.Mail.Budget;
using Almanach.Core.Platforms;

namespace Almanach.Core.Mail.Asks;

/// <summary>
/// Which of the due asks leave this morning: each wave once, nobody twice within the days between reminders nor beyond the
/// budget (<see cref="BudgetRules"/>), one mail a person.
/// </summary>
public static class AskRules
{
    /// <summary>The wave of whoever is asked for the first time, before the first reminder.</summary>
    public const int First = 1_000;

    /// <summary>What a consultation asks on a day of those who have not answered; nothing before its first reminder, on the day it opens, or after its close.</summary>
    public static IEnumerable<Ask> Of(Asking asking, DateOnly day, PlatformZone zone)
    {
        var consultation = asking.Consultation;
        if (consultation.Closes is not { } closes || zone.DayOf(consultation.Opened) >= day)
            return [];
        var last = ConsultationDesk.LastDay(closes, zone);
        var wave = Wave(consultation.Template, last, day);
        if (day > last || wave is null && asking.Fresh.Count == 0)
            return [];
        var words = ConsultationDesk.Values(consultation, zone, asking.Meeting);
        if (day == last)
            words["clôture"] = $"{words["clôture"]} (aujourd’hui)";
        var sentence = Sentence(consultation, words);
        // Before enough have voted, nobody may know who has: all are reminded.
        if (consultation.Template.IsSecret())
            sentence += " Ce vote est secret\u00A0: si votre organisme a déjà voté, ce rappel est sans objet.";
        var (kind, link, final) = (consultation.Template.AskKind(), ConsultationDesk.Link(consultation), wave is not null && wave == consultation.Template.Reminders.Min());
        return asking.Waiting.Where(member => !asking.Rest.TryGetValue(member.Contact, out var until) || until <= day)
            .Where(member => wave is not null || asking.Fresh.Contains(member.Contact))
            .Select(member => new Ask(member.Contact, member.Organisation, consultation.Id, wave ?? First, words["titre"], sentence, last, link, kind, final));
    }

    /// <summary>The last reminder whose day has come, counted in days before the last day; null before the first and after the close.</summary>
    private static int? Wave(ConsultationTemplate template, DateOnly last, DateOnly day)
    {
        var left = last.DayNumber - day.DayNumber;
        return left < 0 ? null : template.Reminders.Where(days => days >= left).Select(days => (int?)days).Min();
    }

    /// <summary>What a consultation asks, in one sentence.</summary>
    internal static string Sentence(Consultation consultation, IReadOnlyDictionary<string, string> words) => consultation.Template.Reminder.Length == 0
        ? $"{consultation.Template.Title}\u00A0: votre réponse est attendue jusqu’au {words["clôture"]}."
        : words.Aggregate(consultation.Template.Reminder, (text, word) => text.Replace($"[{word.Key}]", word.Value, StringComparison.Ordinal));

    /// <summary>One morning, whole: what is due merged by person, then held to the budget.</summary>
    /// <param name="before">Earlier mornings, as far back as matters.</param>
    /// <param name="sent">What else was sent lately and asked something; for a look ahead, with what is planned.</param>
    public static AskMorning Morning(DateOnly day, IEnumerable<Ask> due, IReadOnlyList<AskDay> before, SolicitationTally sent, MailRules rules, PlatformZone zone)
    {
        var merged = Merge(due, before, day, rules.DaysBetweenReminders);
        if (merged.Count == 0)
            return new AskMorning(day, [], []);
        var budget = rules.BudgetOrDefault();
        var reminded = before.Where(earlier => earlier.Day.AddDays(budget.Days) > day).Select(earlier => earlier.Solicited(rules, zone));
        return BudgetRules.Sort(day, merged.SelectMany(asks => asks), sent.With(reminded).Times(day, zone.At(day, rules.RemindersAt), budget.Days), budget);
    }

    /// <summary>The coming working mornings one after the other, were nobody to answer any more: who is reminded on one rests on the next. Those with nothing due are left out.</summary>
    /// <inheritdoc cref="Morning" path="/param"/>
    public static IReadOnlyList<AskMorning> Mornings(
        DateOnly first, DateOnly last, IReadOnlyList<Asking> askings, IEnumerable<AskDay> before, SolicitationTally sent, MailRules rules, PlatformZone zone)
    {
        List<AskDay> days = [.. before];
        List<AskMorning> mornings = [];
        for (var day = Holidays.NextWorkingDay(first); day <= last; day = Holidays.NextWorkingDay(day.AddDays(1)))
        {
            var morning = Morning(day, askings.SelectMany(asking => Of(asking, day, zone)), days, sent, rules, zone);
            if (morning.Leaves.Count == 0 && morning.Held.Count == 0)
                continue;
            days.Add(morning.Kept());
            mornings.Add(morning);
        }
        return mornings;
    }

    /// <param name="due">Asks due and not expired, of people who have not answered.</param>
    /// <param name="before">Earlier mornings, as far back as matters.</param>
    /// <returns>By person, in order of id; a person's asks in the order given.</returns>
    public static IReadOnlyList<IGrouping<string, Ask>> Merge(
        IEnumerable<Ask> due, IReadOnlyList<AskDay> before, DateOnly today, int daysBetween)
    {
        var asked = before.SelectMany(day => day.Asked).Select(once => (once.Contact, once.Subject, once.Wave)).ToHashSet();
        var resting = before.Where(day => day.Day.AddDays(daysBetween) > today)
            .SelectMany(day => day.Asked).Select(once => once.Contact).ToHashSet();
        return [.. due
            .Where(ask => !resting.Contains(ask.Contact) && !asked.Contains((ask.Contact, ask.Subject, ask.Wave)))
            .GroupBy(ask => ask.Contact).OrderBy(group => group.Key, StringComparer.Ordinal)];
    }

    /// <summary>What the subject of a merged mail says: what is asked and until when.</summary>
    public static string Subject(IReadOnlyList<Ask> asks)
    {
        var until = FrenchDates.ShortDay(asks.Min(ask => ask.Until));
        return asks.Count == 1
            ? $"{asks[0].Title}, votre réponse jusqu’au {until}"
            : $"{Numbers.Words(asks.Count, feminine: true)} réponses attendues, la première jusqu’au {until}";
    }
}
