using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Mail.Asks;

/// <summary>Each working morning, merges what is asked of each person into one mail, after checking again who has answered.</summary>
public sealed class AskDesk(
    Ledger ledger, Setting setting, CycleDesk cycle, ConsultationDesk consultations, NetworkDesk network, AudienceShelf audiences)
{
    /// <summary>How far back mornings matter: no consultation is open longer.</summary>
    private const int DaysBack = 200;

    public Task<Refusal?> Perform(Effect.AskAgain effect, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        if (await ledger.Find<AskDay>(AskDay.Partition, AskDay.Key(effect.Day), stop) is not null)
            return new Draft.Nothing();
        var due = await Due(effect.Day, stop);
        IReadOnlyList<AskDay> before = due.Count == 0 ? [] : await Before(effect.Day, stop);
        var merged = AskRules.Merge(due, before, effect.Day, setting.Platform.Mail.DaysBetweenReminders);
        var day = AskDay.Of(effect.Day, merged.SelectMany(group => group));
        List<Effect> effects = [Next(effect.Day)];
        if (merged.Count > 0)
            effects.Add(await Remind(merged, effect, stop));
        return new Draft.Write(AskDay.Partition, [new Change.Insert(AskDay.Key(effect.Day), Stored.Write(day))], effects);
    }, stop);

    /// <summary>The first morning after a day: what sets the mornings going when the first year opens.</summary>
    public Effect Next(DateOnly day)
    {
        var next = Holidays.NextWorkingDay(day.AddDays(1));
        return new Effect.AskAgain(next, $"asks-{next:yyyy-MM-dd}", setting.Zone.At(next, setting.Platform.Mail.RemindersAt));
    }

    /// <summary>Who would be asked what on a day, as things stand: also what the cockpit announces.</summary>
    public async Task<IReadOnlyList<Ask>> Due(DateOnly day, CancellationToken stop = default)
    {
        List<Ask> asks = [];
        foreach (var consultation in await Open(day, stop))
            asks.AddRange(await Of(consultation, day, stop));
        return asks;
    }

    public async Task<IReadOnlyList<AskDay>> Before(DateOnly day, CancellationToken stop = default)
    {
        List<AskDay> days = [];
        await foreach (var held in ledger.List<AskDay>(AskDay.Partition, "day|", stop))
            if (held.Value.Day < day && held.Value.Day.AddDays(DaysBack) > day)
                days.Add(held.Value);
        return days;
    }

    /// <summary>Consultations that are open and may ask, with those about the date of a meeting.</summary>
    public async Task<IReadOnlyList<Consultation>> Open(DateOnly day, CancellationToken stop = default)
    {
        List<Consultation> open = [];
        foreach (var year in new[] { day.Year - 1, day.Year, day.Year + 1 })
            foreach (var step in (await cycle.Find(year, stop))?.Steps ?? [])
                if (Asking(year, step) is { } id && await consultations.Find(id, stop) is { State: ConsultationState.Open } consultation)
                    open.Add(consultation);
        return open;
    }

    /// <summary>Id of the consultation a step may be asking: its own while it is open, or that about the date of a meeting.</summary>
    private static string? Asking(int year, Step step) => step switch
    {
        { Work: StepWork.Consult consult, State: StepState.Open } => $"{year}-{consult.Consultation}",
        { Work: StepWork.Meet, IsBehind: false } => Meetings.Dates.DateChoice.Id(year, step.Id),
        _ => null,
    };

    private async Task<IEnumerable<Ask>> Of(Consultation consultation, DateOnly day, CancellationToken stop)
    {
        if (consultation.Closes is not { } closes)
            return [];
        var last = ConsultationDesk.LastDay(closes, setting.Zone);
        if (Wave(consultation, last, day) is not { } wave)
            return [];
        var answered = await consultations.Answered(consultation, stop);
        var roster = await network.Load(stop);
        // Whoever handed the role over is not asked for it any more, though the frozen audience still names them.
        var concerned = roster.Having(consultation.Template.Roles, consultation.Template.Body).Where(contact => !contact.Suppressed).Select(contact => contact.Id).ToHashSet();
        // Whoever was invited after the others rests as after a reminder.
        var invited = (consultation.Newcomers ?? [])
            .Where(newcomer => setting.Zone.DayOf(newcomer.At).AddDays(setting.Platform.Mail.DaysBetweenReminders) > day).Select(newcomer => newcomer.Contact).ToHashSet();
        var words = ConsultationDesk.Values(consultation, setting.Zone, await consultations.MeetingOf(consultation, stop));
        if (day == last)
            words["clôture"] = $"{words["clôture"]} (aujourd’hui)";
        var sentence = Sentence(consultation, words);
        // Before enough have voted, nobody may know who has: all are reminded.
        if (consultation.Template.IsSecret())
            sentence += " Ce vote est secret\u00A0: si votre organisme a déjà voté, ce rappel est sans objet.";
        return (await consultations.Asked(consultation, stop))
            .Where(member => !answered.Contains(consultation.Template.Unit == AnswerUnit.Organisation ? member.Organisation : member.Contact))
            .Where(member => concerned.Contains(member.Contact) && !invited.Contains(member.Contact))
            .Select(member => new Ask(member.Contact, member.Organisation, consultation.Id, wave, words["titre"], sentence, last, ConsultationDesk.Link(consultation)));
    }

    /// <summary>What a consultation asks, in one sentence.</summary>
    internal static string Sentence(Consultation consultation, IReadOnlyDictionary<string, string> words) => consultation.Template.Reminder.Length == 0
        ? $"{consultation.Template.Title}\u00A0: votre réponse est attendue jusqu’au {words["clôture"]}."
        : words.Aggregate(consultation.Template.Reminder, (text, word) => text.Replace($"[{word.Key}]", word.Value, StringComparison.Ordinal));

    /// <summary>The last reminder whose day has come, counted in days before the last day; null before the first and after the close.</summary>
    private static int? Wave(Consultation consultation, DateOnly last, DateOnly day)
    {
        var left = last.DayNumber - day.DayNumber;
        return left < 0 ? null : consultation.Template.Reminders.Where(days => days >= left).Select(days => (int?)days).Min();
    }

    /// <summary>Where one thing is asked, the button leads to its form; where there are several, to one's own page, which lists them.</summary>
    private static Ask? Only(IEnumerable<Ask> asks) => asks.ToList() is [var only] ? only : null;

    private async Task<Effect> Remind(IReadOnlyList<IGrouping<string, Ask>> merged, Effect.AskAgain effect, CancellationToken stop)
    {
        var audience = await audiences.Freeze([.. merged.Select(group => new AudienceMember(
            group.Key, group.First().Organisation, new Dictionary<string, IReadOnlyList<string>>
            {
                ["demandes"] = [.. group.Select(ask => ask.Sentence)],
                ["rappel"] = [AskRules.Subject([.. group])],
            }, Only(group)?.Link))], stop);
        var key = $"remind-{effect.Day:yyyy-MM-dd}";
        var mailing = new Mailing(
            key, Mailing.Reminder, new Dictionary<string, string>(), audience,
            $"Vous recevez ce message parce que nous n’avons pas encore de réponse pour [organisme]. Personne n’est relancé deux fois en {French.Numbers.Words(setting.Platform.Mail.DaysBetweenReminders)} jours.",
            new LinkTo(LinkPurpose.Person, "", effect.Due.AddDays(90)), Replay.AskCoordinator,
            Expires: setting.Zone.EndOf(effect.Day));
        return new Effect.SendMailing(mailing, key, effect.Due, "");
    }
}
