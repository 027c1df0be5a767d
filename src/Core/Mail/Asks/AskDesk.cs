using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Mail.Budget;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Mail.Incoming;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Mail.Asks;

/// <summary>Each working morning, merges what is asked of each person into one mail, after checking again who has answered.</summary>
public sealed class AskDesk(
    Ledger ledger, Setting setting, CycleDesk cycle, ConsultationDesk consultations, NetworkDesk network, SuppressionDesk suppressions,
    AudienceShelf audiences, TallyDesk tally)
{
    /// <summary>How far back mornings matter: no consultation is open longer.</summary>
    private const int DaysBack = 200;

    public Task<Refusal?> Perform(Effect.AskAgain effect, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        if (await ledger.Find<AskDay>(AskDay.Partition, AskDay.Key(effect.Day), stop) is not null)
            return new Draft.Nothing();
        var morning = await Morning(effect.Day, stop);
        List<Effect> effects = [Next(effect.Day)];
        if (morning.Leaves.Count > 0)
            effects.Add(await Remind(morning.Leaves, effect, stop));
        return new Draft.Write(AskDay.Partition, [new Change.Insert(AskDay.Key(effect.Day), Stored.Write(morning.Kept()))], effects);
    }, stop);

    /// <summary>The first morning after a day: what sets the mornings going when the first year opens.</summary>
    public Effect.AskAgain Next(DateOnly day)
    {
        var next = Holidays.NextWorkingDay(day.AddDays(1));
        return new Effect.AskAgain(next, $"asks-{next:yyyy-MM-dd}", setting.Zone.At(next, setting.Platform.Mail.RemindersAt));
    }

    /// <summary>The morning that comes next.</summary>
    public Effect.AskAgain Coming(DateTimeOffset now)
    {
        var today = setting.Zone.DayOf(now);
        return Next(now >= setting.Zone.At(today, setting.Platform.Mail.RemindersAt) ? today : today.AddDays(-1));
    }

    /// <summary>What is due on a day and not answered, whoever was reminded lately.</summary>
    public async Task<IReadOnlyList<Ask>> Due(DateOnly day, CancellationToken stop = default) =>
        [.. (await Askings(day, stop)).SelectMany(asking => AskRules.Of(asking, day, setting.Zone))];

    /// <summary>Who would be asked what on a morning, as things stand, and whom the budget holds back.</summary>
    public async Task<AskMorning> Morning(DateOnly day, CancellationToken stop = default)
    {
        var due = await Due(day, stop);
        return due.Count == 0 ? new AskMorning(day, [], []) : AskRules.Morning(
            day, due, await Before(day, stop), await tally.Sent(setting.Zone.At(day, setting.Platform.Mail.RemindersAt), stop), setting.Platform.Mail, setting.Zone);
    }

    /// <summary>The mornings to come until a day, were nobody to answer any more.</summary>
    /// <param name="planned">What would leave meanwhile and asks something.</param>
    /// <param name="more">Consultations that would open meanwhile.</param>
    public async Task<IReadOnlyList<AskMorning>> Mornings(
        DateTimeOffset now, DateOnly last, IEnumerable<Solicited> planned, IEnumerable<Asking> more, CancellationToken stop = default)
    {
        var (today, rules, zone) = (setting.Zone.DayOf(now), setting.Platform.Mail, setting.Zone);
        var before = await Before(today.AddDays(1), stop);
        var first = before.Any(day => day.Day == today) || now >= zone.At(today, rules.RemindersAt) ? today.AddDays(1) : today;
        return AskRules.Mornings(first, last, [.. await Askings(today, stop), .. more], before, (await tally.Sent(now, stop)).With(planned), rules, zone);
    }

    /// <summary>The last morning there was; null before the first.</summary>
    public async Task<AskDay?> Latest(DateOnly today, CancellationToken stop = default) => (await Before(today.AddDays(1), stop)).MaxBy(day => day.Day);

    /// <summary>What is open and who has not answered it yet.</summary>
    public async Task<IReadOnlyList<Asking>> Askings(DateOnly day, CancellationToken stop = default)
    {
        List<Asking> askings = [];
        var unread = await Unread(stop);
        foreach (var consultation in await Open(day, stop))
            askings.Add(await Of(consultation, unread, stop));
        return askings;
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
                foreach (var id in Asking(year, step))
                    if (await consultations.Find(id, stop) is { State: ConsultationState.Open } consultation)
                        open.Add(consultation);
        return open;
    }

    /// <summary>Ids of the consultations a step may be asking: its own while it is open, that about the date of a meeting, those about an edition.</summary>
    private static IReadOnlyList<string> Asking(int year, Step step) => step switch
    {
        { Work: StepWork.Consult consult, State: StepState.Open } => [$"{year}-{consult.Consultation}"],
        { Work: StepWork.Meet, IsBehind: false } => [Meetings.Dates.DateChoice.Id(year, step.Id)],
        { Work: StepWork.SendEdition, IsBehind: false } => QuestionIndex.EditionQuestions(year, step),
        _ => [],
    };

    /// <summary>
    /// Who replied by mail to what, and waits for the coordinator to read it: nobody is asked again for what she sent, nor for
    /// anything while she asks to be left alone.
    /// </summary>
    private async Task<ILookup<string, string>> Unread(CancellationToken stop)
    {
        List<(string Consultation, string Contact)> waiting = [];
        await foreach (var held in ledger.List<ReceivedMail>(ReceivedMail.Partition, ReceivedMail.Prefix, stop))
            if (held.Value is { State: InboxState.Waiting, Kind: IncomingKind.Reply, Contact.Length: > 0 } mail && (mail.Objects || mail.Consultation.Length > 0))
                waiting.Add((mail.Objects ? Anything : mail.Consultation, mail.Contact));
        return waiting.ToLookup(mail => mail.Consultation, mail => mail.Contact);
    }

    /// <summary>No consultation bears this id.</summary>
    private const string Anything = "";

    private async Task<Asking> Of(Consultation consultation, ILookup<string, string> unread, CancellationToken stop)
    {
        var answered = (await consultations.Answered(consultation, stop)).ToHashSet();
        var people = (await network.Load(stop)).Contacts;
        foreach (var contact in unread[consultation.Id])
            if (people.GetValueOrDefault(contact) is { } person)
                answered.Add(consultation.Template.Unit == AnswerUnit.Organisation ? person.Organisation : person.Id);
        var (roster, suppressed) = (await network.Load(stop), await suppressions.Load(stop));
        // Whoever handed the role over is not asked for it any more, though the frozen audience still names them.
        var concerned = (await consultations.Members(consultation.Template, consultation.Year, consultation.Closes, roster, stop)).Select(member => roster.Contacts[member.Contact])
            .Where(contact => !contact.Suppressed && !unread[Anything].Contains(contact.Id) && suppressed.Refused(contact.Address) is null).Select(contact => contact.Id).ToHashSet();
        // Whoever was invited after the others rests as after a reminder.
        var newcomers = (consultation.Newcomers ?? []).ToLookup(newcomer => newcomer.Morning);
        var rest = newcomers[false].GroupBy(newcomer => newcomer.Contact)
            .ToDictionary(group => group.Key, group => setting.Zone.DayOf(group.Max(newcomer => newcomer.At)).AddDays(setting.Platform.Mail.DaysBetweenReminders));
        return new Asking(consultation,
            [.. (await consultations.Asked(consultation, stop))
                .Where(member => !answered.Contains(consultation.Template.Unit == AnswerUnit.Organisation ? member.Organisation : member.Contact))
                .Where(member => concerned.Contains(member.Contact))],
            rest, await consultations.MeetingOf(consultation, stop))
        {
            Fresh = newcomers[true].Select(newcomer => newcomer.Contact).ToHashSet(),
        };
    }

    /// <summary>Where one thing is asked, the button leads to its form; where there are several, to one's own page, which lists them.</summary>
    private static Ask? Only(IEnumerable<Ask> asks) => asks.ToList() is [var only] ? only : null;

    private async Task<Effect> Remind(IReadOnlyList<IGrouping<string, Ask>> merged, Effect.AskAgain effect, CancellationToken stop)
    {
        var mailing = Merged(await audiences.Freeze(Members(merged), stop), effect.Day, effect.Due);
        return new Effect.SendMailing(mailing, mailing.Key, effect.Due, "");
    }

    /// <summary>What the next morning would ask of people who are about to be asked for the first time; null where it would ask nothing.</summary>
    public Mailing? Foresee(IEnumerable<Asking> askings, DateTimeOffset now)
    {
        var next = Coming(now);
        var merged = askings.SelectMany(asking => AskRules.Of(asking, next.Day, setting.Zone)).GroupBy(ask => ask.Contact).OrderBy(asks => asks.Key, StringComparer.Ordinal).ToList();
        return merged.Count == 0 ? null : Merged(AudienceShelf.Sketch(Members(merged)), next.Day, next.Due);
    }

    private static IReadOnlyList<AudienceMember> Members(IReadOnlyList<IGrouping<string, Ask>> merged) => [.. merged.Select(group => new AudienceMember(
        group.Key, group.First().Organisation, new Dictionary<string, IReadOnlyList<string>>
        {
            ["demandes"] = [.. group.Select(ask => ask.Sentence)],
            ["rappel"] = [AskRules.Subject([.. group])],
        }, Only(group)?.Link))];

    private Mailing Merged(Audience audience, DateOnly day, DateTimeOffset due) => new(
        $"remind-{day:yyyy-MM-dd}", Mailing.Reminder, new Dictionary<string, string>(), audience,
        $"Vous recevez ce message parce que nous n’avons pas encore de réponse pour [organisme]. Personne n’est relancé deux fois en {French.Numbers.Words(setting.Platform.Mail.DaysBetweenReminders)} jours.",
        new LinkTo(LinkPurpose.Person, "", due.AddDays(90)), Replay.AskCoordinator,
        Expires: setting.Zone.EndOf(day));
}
