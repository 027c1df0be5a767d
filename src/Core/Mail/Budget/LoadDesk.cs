using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Cycle.Preparation;
using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Mail.Asks;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Meetings;
using Almanach.Core.Network;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;

namespace Almanach.Core.Mail.Budget;

/// <summary>
/// Each week's load before it happens: what every step to come would mail (<see cref="Foresight"/>), then the mornings of
/// reminders by the very rules of the mornings, nobody answering. Writes nothing.
/// </summary>
public sealed class LoadDesk(
    Setting setting, Opening opening, CycleDesk cycle, PreparationDesk preparation, Foresight foresight, ConsultationDesk consultations,
    NetworkDesk network, SuppressionDesk suppressions, AskDesk asks, TallyDesk tally, EditionsAhead editions, ApprovalDesk approvals, Outlook outlook)
{
    /// <summary>A quarter.</summary>
    public const int Weeks = 12;

    /// <param name="year">Open, or the one that opens next.</param>
    /// <param name="whole">All weeks until the year's last step, instead of the next twelve.</param>
    /// <returns>Null for any other year.</returns>
    public async Task<YearLoad?> Of(int year, bool whole, DateTimeOffset now, CancellationToken stop = default)
    {
        List<YearPlan> plans = [];
        foreach (var known in await opening.Years(stop))
            plans.Add((await cycle.Find(known, stop))!);
        var open = plans.Any(plan => plan.Year == year);
        if (!open && (plans.Count == 0 || year != plans[^1].Year + 1))
            return null;
        var drafts = open ? [] : new[] { YearDraft.Of(setting, year, await preparation.Find(year, stop)) };
        var (monday, count) = Period(plans.Concat(drafts).First(plan => plan.Year == year), whole, open, setting.Zone.DayOf(now));
        var last = monday.AddDays((7 * count) - 1);
        var roster = Reachable(await network.Load(stop), await suppressions.Load(stop));

        List<PlannedMail> mails = [.. await Pending(last, now, roster, stop), .. await Approved(now, roster, stop)];
        List<Asking> askings = [];
        foreach (var plan in plans.Concat(drafts))
            foreach (var (step, at) in Ahead(plan, last, now))
            {
                if (step.Work is StepWork.SendEdition sends)
                {
                    var edition = await editions.Find(plan, step, sends, stop);
                    var asked = await editions.Of(edition, step, sends, now, stop);
                    mails.AddRange(Edited(plan, step, edition, asked, at, roster));
                    askings.AddRange(asked.Select(one => Asked(one.Consultation, roster, null)));
                    continue;
                }
                mails.AddRange(drafts.Contains(plan) ? await Drafted(plan, step, at, roster, stop) : await Foreseen(plan, step, at, roster, stop));
                if (step.Work is StepWork.Publish publish && approvals.Announces(publish, at) is { } approved)
                    mails.AddRange(Drafted(plan, step, approved, ApprovalDesk.Text, $"{step.Title}\u00A0: approuvé", roster.Of(publish.Body).Select(contact => contact.Id), roster));
                if (step.Work is StepWork.Consult consult && await Asked(plan, step, consult, at, roster, stop) is { } asking)
                    askings.Add(asking);
            }
        var planned = mails.Where(mail => mail.Kind is not null).Select(mail => new Solicited(mail.At, mail.Day, mail.Kind!.Value, mail.People));
        var mornings = await asks.Mornings(now, last, [.. planned], askings, stop);
        mails.AddRange(mornings.Where(morning => morning.Leaves.Count > 0).Select(Reminder));
        return new YearLoad(year, open, setting.Platform.Mail.BudgetOrDefault(), LoadRules.Weeks(
            monday, count, mails, await tally.Until(now, stop), mornings, [.. plans.Concat(drafts).SelectMany(Meetings)],
            [.. plans.Concat(drafts).SelectMany(plan => LoadRules.Work(setting.Platform, plan, setting.Zone.DayOf, setting.Zone.DayOf(now))).OrderBy(work => work.Day)],
            setting.Platform.Mail.BudgetOrDefault()));
    }

    /// <summary>What an edition to come would mail, as the weeks count it, in the order in which it leaves; nothing for another step. Writes nothing.</summary>
    public async Task<IReadOnlyList<PlannedMail>> OfEdition(YearPlan plan, Step step, DateTimeOffset now, CancellationToken stop = default)
    {
        if (step is not { IsAhead: true, Work: StepWork.SendEdition sends })
            return [];
        var edition = await editions.Find(plan, step, sends, stop);
        var roster = Reachable(await network.Load(stop), await suppressions.Load(stop));
        return [.. Edited(plan, step, edition, await editions.Of(edition, step, sends, now, stop), step.Starts > now ? step.Starts : now, roster).OrderBy(mail => mail.At)];
    }

    /// <summary>From this week on, or from a year's first step where that is later.</summary>
    private (DateOnly Monday, int Weeks) Period(YearPlan plan, bool whole, bool open, DateOnly today)
    {
        var days = plan.Steps.Where(step => !step.IsBehind).Select(step => setting.Zone.DayOf((step.Ends ?? step.Starts).AddTicks(-1))).DefaultIfEmpty(today).ToList();
        var first = open ? today : plan.Steps.Select(step => setting.Zone.DayOf(step.Starts)).Where(day => day >= today).DefaultIfEmpty(today).Min();
        var monday = first.AddDays(-(((int)first.DayOfWeek + 6) % 7));
        return (monday, whole ? Math.Max(Weeks, ((days.Max().DayNumber - monday.DayNumber) / 7) + 1) : Weeks);
    }

    /// <summary>Steps of which something takes place until a day, each with the instant it would open at.</summary>
    private IEnumerable<(Step Step, DateTimeOffset At)> Ahead(YearPlan plan, DateOnly last, DateTimeOffset now) => plan.Steps
        .Where(step => step.IsAhead && CycleRules.ProspectOf(plan, step) == Prospect.TakesPlace && setting.Zone.DayOf(Begins(step)) <= last)
        .Select(step => (step, step.Starts > now ? step.Starts : now));

    /// <summary>An edition is called for, and read, before it leaves.</summary>
    private DateTimeOffset Begins(Step step) => step.Work is StepWork.SendEdition work
        ? EditionTimes.Calls(step, work, setting.Zone) ?? EditionTimes.Reviews(step, work, setting.Zone) ?? step.Starts : step.Starts;

    private async Task<IEnumerable<PlannedMail>> Foreseen(YearPlan plan, Step step, DateTimeOffset at, Roster roster, CancellationToken stop) =>
        (await foresight.Of(plan, new CycleCommand.Open(step.Id, at, ""), stop)).Mailings.Select(mailing => Planned(at, $"{plan.Year}/{step.Id}", step.Title, mailing, roster));

    /// <summary>The call for contributions, the review and the edition itself, as far as they are to come: whoever would be written to now.</summary>
    private IEnumerable<PlannedMail> Edited(YearPlan plan, Step step, Edition edition, IReadOnlyList<EditionAsking> asked, DateTimeOffset sends, Roster roster)
    {
        foreach (var (consultation, writes) in asked)
            foreach (var mail in Drafted(plan, step, writes, consultation.Template.Invitation, consultation.Template.Title, consultation.Audience.Few.Select(member => member.Contact), roster))
                yield return mail;
        foreach (var mail in Drafted(plan, step, sends, EditionLetter.Text, edition.Title, roster.Active.Where(contact => contact.Receives(edition.Newsletter)).Select(contact => contact.Id), roster))
            yield return mail;
    }

    /// <summary>Minutes that are with their members now, approved in silence.</summary>
    private async Task<IEnumerable<PlannedMail>> Approved(DateTimeOffset now, Roster roster, CancellationToken stop) =>
        (await approvals.Ahead(now, stop)).Select(one => Planned(one.At, "", one.Mailing.Values["titre"], one.Mailing, roster)).Where(mail => mail.People.Count > 0);

    /// <summary>A year that is not open has no meetings or documents yet: those it would convene or write to, from its plan alone.</summary>
    private async Task<IEnumerable<PlannedMail>> Drafted(YearPlan plan, Step step, DateTimeOffset at, Roster roster, CancellationToken stop) => step.Work switch
    {
        StepWork.Consult consult => Drafted(plan, step, at, setting.Consultation(consult.Consultation, plan.Year).Invitation, step.Title,
            (await consultations.Members(setting.Consultation(consult.Consultation, plan.Year), plan.Year, step.Ends, roster, stop)).Select(member => member.Contact), roster),
        StepWork.Convene convene when plan.Find(convene.Meeting)?.Work is StepWork.Meet meet => Drafted(plan, step, at, "convocation", step.Title, roster.Of(meet.Body).Select(contact => contact.Id), roster),
        StepWork.Publish publish => Drafted(plan, step, at, publish.Body is { } body && publish.Document == DocumentKind.CompteRendu && setting.Platform.BodyOf(body) is { ApprovalDays: > 0 } ? "approbation" : "document", step.Title,
            roster.Of(publish.Body).Select(contact => contact.Id), roster),
        _ => [],
    };

    private IEnumerable<PlannedMail> Drafted(YearPlan plan, Step step, DateTimeOffset at, string text, string title, IEnumerable<string> people, Roster roster) =>
        Reached(roster, people) is { Count: > 0 } reached
            ? [new PlannedMail(at, setting.Zone.DayOf(at), $"{plan.Year}/{step.Id}", title, text, Solicitations.Of(setting.Platform, text), reached)] : [];

    /// <summary>What is decided already and leaves at its hour.</summary>
    private async Task<IEnumerable<PlannedMail>> Pending(DateOnly last, DateTimeOffset now, Roster roster, CancellationToken stop) =>
        (await outlook.Until(setting.Zone.EndOf(last), stop)).Where(pending => pending.At > now).Select(pending => (pending.At, Send: pending.Effect as Effect.SendMailing))
            .Where(pending => pending.Send is not null)
            .Select(pending => Planned(pending.At, "", pending.Send!.Mailing.Values.GetValueOrDefault("titre") ?? "", pending.Send.Mailing, roster)).Where(mail => mail.People.Count > 0);

    private PlannedMail Planned(DateTimeOffset at, string step, string title, Mailing mailing, Roster roster) => new(
        at, setting.Zone.DayOf(at), step, title, mailing.Text, Solicitations.Of(setting.Platform, mailing.Text), Reached(roster, mailing.Audience.Few.Select(member => member.Contact)));

    /// <summary>Whose address does not receive is solicited by nothing, as who objects.</summary>
    private static Roster Reachable(Roster roster, SuppressedAddresses known) => new(roster.Organisations.Values,
        roster.Contacts.Values.Select(contact => known.Refused(contact.Address) is null ? contact : contact with { Suppressed = true }));

    private static IReadOnlyList<string> Reached(Roster roster, IEnumerable<string> people) =>
        [.. people.Distinct().Where(person => roster.Contacts.TryGetValue(person, out var contact) && contact is { Active: true, Suppressed: false })];

    private PlannedMail Reminder(AskMorning morning) => new(
        setting.Zone.At(morning.Day, setting.Platform.Mail.RemindersAt), morning.Day, "",
        French.Lists.Join(morning.Leaves.SelectMany(asked => asked).Select(ask => ask.Title).Distinct()), Mailing.Reminder, SolicitationKind.Reminder,
        [.. morning.Leaves.Select(asked => asked.Key)]);

    /// <summary>The consultation a step would open, and those it would wait for.</summary>
    private async Task<Asking?> Asked(YearPlan plan, Step step, StepWork.Consult consult, DateTimeOffset at, Roster roster, CancellationToken stop)
    {
        var effect = new Effect.OpenConsultation(plan.Year, consult.Consultation, step.Ends, "", at, $"{plan.Year}/{step.Id}");
        return await consultations.Sketch(effect, stop) is { } consultation
            ? Asked(consultation, roster, Presence.MeetingOf(plan, step.Id))
            : null;
    }

    private static Asking Asked(Consultation consultation, Roster roster, Step? meeting) =>
        new(consultation, [.. consultation.Audience.Few.Where(member => Reached(roster, [member.Contact]).Count > 0)], new Dictionary<string, DateOnly>(), meeting);

    private IEnumerable<WeekStep> Meetings(YearPlan plan) => plan.Steps.Where(step => step is { IsBehind: false, Work: StepWork.Meet })
        .Select(step => new WeekStep(setting.Zone.DayOf(step.Starts), plan.Year, step.Id, step.Title));
}
