using Almanach.Core;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Data.Series;
using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Core.Mail.Budget;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Dates;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;

namespace Almanach.Web.Cockpit.Today;

/// <summary>Loads what the first page speaks of; writes nothing.</summary>
public static class TodayLoad
{
    private static readonly TimeSpan Undoable = TimeSpan.FromHours(1);

    public static async Task<TodayMatter> Of(Office office, CancellationToken stop = default)
    {
        var now = office.Now;
        var plans = await Plans(office, stop);
        var pending = await office.Outlook.Until(now + TodayMatter.Horizon, stop);
        var foreseen = await Foreseen(office, plans, pending, stop);
        return new TodayMatter(
            office.Setting, now, plans, await office.Network.Load(stop), await Open(office, plans, stop), pending,
            foreseen, await Mornings(office, pending, foreseen, now, stop), await Sent(office, now, stop), await office.Requests.Open(stop),
            [.. await office.Troubles.All(stop), .. await office.Outlook.Unreadable(now, stop)],
            await office.Around.Queue.CountPoison(stop))
        {
            Unread = await Unread(office, plans, now, stop),
            Corrections = await Corrections(office, now, stop),
            Unrecorded = await Unrecorded(office, plans, now, stop),
            Candidates = await Candidates(office, plans, now, stop),
            Unsettled = await Unsettled(office, plans, now, stop),
            Launches = await Launches(office, plans, stop),
            Editions = await Editions(office, plans, stop),
            Inbox = await office.Inbox.Waiting(stop),
            Joins = await office.Joins.Open(stop),
            DataRequests = await office.DataRequests.Open(stop),
            Paused = await office.Pauses.Paused(stop),
            Suppressed = await office.Suppressions.Load(stop),
            Vacancies = await office.Vacancies.Waiting(stop),
            Catalogue = ((await office.CatalogueRequests.Errors(stop)).Count(error => error.Settled is null), (await office.CatalogueRequests.Needs(stop)).Count(need => need.Settled is null),
                (await office.CatalogueUpdates.All(stop)).Count(proposal => proposal.Waits)),
            Delivered = await Delivered(office, now, stop),
            Drops = await office.Drops.Stuck(stop),
            HeldFiles = [.. (await office.SeriesFiles.All(stop)).Where(release => release.State == ReleaseState.Held)],
            UnreadFiles = (await office.SeriesFiles.Unread(stop)).Count,
        };
    }

    private static async Task<IReadOnlyList<ToCorrect>> Corrections(Office office, DateTimeOffset now, CancellationToken stop)
    {
        List<ToCorrect> corrections = [];
        foreach (var document in (await office.Documents.All(stop)).Where(document => document.IsDraft))
            if (MinutesApproval.Corrections(await office.Consultations.Answers(document.Approval!.Consultation, stop)).Count is var count && (count > 0 || document.Approval.Until <= now))
                corrections.Add(new ToCorrect(document, count));
        return corrections;
    }

    private static async Task<Unread> Unread(Office office, IReadOnlyList<YearPlan> plans, DateTimeOffset now, CancellationToken stop)
    {
        var unread = (await office.Outside.ToRead([.. plans.Select(plan => plan.Year).Order()], now, stop)).Where(board => board.Unread.Count > 0).ToList();
        return new Unread([.. unread.Select(board => board.Year)], unread.Sum(board => board.Unread.Count));
    }

    private static async Task<(int ToAccept, int WithErrors)> Delivered(Office office, DateTimeOffset now, CancellationToken stop)
    {
        if (await office.Deliveries.Latest(office.Setting.Zone.DayOf(now).Year, stop) is not { } asked)
            return (0, 0);
        var deliveries = await office.Deliveries.All(asked, stop);
        return (deliveries.Count(delivery => delivery.State == DeliveryState.Valid), deliveries.Count(delivery => delivery.State == DeliveryState.WithErrors));
    }

    private static async Task<IReadOnlyList<Undecided>> Candidates(Office office, IReadOnlyList<YearPlan> plans, DateTimeOffset now, CancellationToken stop)
    {
        List<Undecided> undecided = [];
        foreach (var plan in plans)
            if (await office.Launches.Load(plan.Year, stop) is { Waiting.Count: > 0 } known && !known.Consultation.IsOpenAt(now))
                undecided.Add(new Undecided(plan.Year, known.Waiting.Count, known.Consultation.ClosedAt ?? known.Consultation.Closes ?? now));
        return undecided;
    }

    private static async Task<IReadOnlyList<(int Year, int Count)>> Unsettled(Office office, IReadOnlyList<YearPlan> plans, DateTimeOffset now, CancellationToken stop)
    {
        List<(int Year, int Count)> unsettled = [];
        foreach (var plan in plans)
            if ((await office.Holdings.ToSettle(plan.Year, now, stop)).Count is > 0 and var count)
                unsettled.Add((plan.Year, count));
        return unsettled;
    }

    private static async Task<IReadOnlyList<LaunchMeeting>> Launches(Office office, IReadOnlyList<YearPlan> plans, CancellationToken stop) =>
        [.. (await office.Groups.All(stop)).Where(group => group.State == GroupState.Launched)
            .Join(plans, group => group.Year, plan => plan.Year, (group, plan) => new LaunchMeeting(group, plan))];

    public static async Task<IReadOnlyList<YearPlan>> Plans(Office office, CancellationToken stop)
    {
        List<YearPlan> plans = [];
        foreach (var year in await office.Opening.Years(stop))
            plans.Add((await office.Cycle.Find(year, stop))!);
        return plans;
    }

    /// <summary>A step's own consultation while it is open, one about the date of a meeting, one about its minutes.</summary>
    private static async Task<IReadOnlyList<OpenMatter>> Open(Office office, IReadOnlyList<YearPlan> plans, CancellationToken stop)
    {
        var asked = plans.SelectMany(plan => plan.Steps.SelectMany(step => Asking(plan.Year, step)))
            .Concat((await office.Documents.All(stop)).Where(document => document.IsDraft).Select(document => document.Approval!.Consultation));
        List<OpenMatter> open = [];
        foreach (var id in asked)
            if (await office.Consultations.Find(id, stop) is { State: ConsultationState.Open } consultation)
                open.Add(new OpenMatter(
                    consultation, await office.Consultations.Asked(consultation, stop), await office.Consultations.Answers(consultation.Id, stop),
                    await office.Consultations.Answered(consultation, stop)));
        return open;
    }

    private static IReadOnlyList<string> Asking(int year, Step step) => step switch
    {
        { Work: StepWork.Consult consult, State: StepState.Open } => [$"{year}-{consult.Consultation}"],
        { Work: StepWork.Meet, IsBehind: false } => [DateChoice.Id(year, step.Id)],
        { Work: StepWork.SendEdition, IsBehind: false } => QuestionIndex.EditionQuestions(year, step),
        _ => [],
    };

    private static async Task<IReadOnlyList<EditionInPlan>> Editions(Office office, IReadOnlyList<YearPlan> plans, CancellationToken stop)
    {
        List<EditionInPlan> editions = [];
        foreach (var letter in office.Setting.Platform.Newsletters)
            editions.AddRange(await office.Newsletters.All(letter, [.. plans.Select(plan => plan.Year)], stop));
        return editions;
    }

    /// <summary>Meetings that sat and of which nothing was recorded, though their minutes are drawn up from it.</summary>
    private static async Task<IReadOnlyList<Unrecorded>> Unrecorded(Office office, IReadOnlyList<YearPlan> plans, DateTimeOffset now, CancellationToken stop)
    {
        List<Unrecorded> unrecorded = [];
        foreach (var (plan, step) in plans.SelectMany(plan => plan.Steps.Select(step => (plan, step))))
            if (step is { State: StepState.Closed, Work: StepWork.Meet { Decides: false } } && step.Starts > now - TodayMatter.Remembered
                && StepEffects.MinutesOf(plan, step) is { State: not StepState.Skipped } minutes
                && await office.Meetings.Find($"{plan.Year}-{step.Id}", stop) is { State: MeetingState.Convened or MeetingState.Planned } meeting && meeting.Ends <= now)
                unrecorded.Add(new Unrecorded(meeting, minutes));
        return unrecorded;
    }

    private static async Task<IReadOnlyDictionary<string, Foreseen>> Foreseen(
        Office office, IReadOnlyList<YearPlan> plans, IReadOnlyList<Pending> pending, CancellationToken stop)
    {
        Dictionary<string, Foreseen> foreseen = [];
        foreach (var start in pending.Select(effect => effect.Effect).OfType<Effect.StartStep>())
            if (plans.FirstOrDefault(plan => plan.Year == start.Year) is { } plan && plan.Find(start.Id) is { IsAhead: true })
                foreseen[start.Step] = await office.Foresight.Of(plan, new CycleCommand.Open(start.Id, start.Due, ""), stop);
        return foreseen;
    }

    /// <summary>Who is reminded on which morning, within what leaves meanwhile: the steps that open and what is about to leave.</summary>
    private static async Task<IReadOnlyList<Morning>> Mornings(
        Office office, IReadOnlyList<Pending> pending, IReadOnlyDictionary<string, Foreseen> foreseen, DateTimeOffset now, CancellationToken stop)
    {
        var starts = pending.Select(effect => effect.Effect).OfType<Effect.StartStep>().Where(start => start.Due > now && foreseen.ContainsKey(start.Step))
            .SelectMany(start => foreseen[start.Step].Mailings.Select(mailing => (start.Due, mailing)));
        var sends = pending.Where(effect => effect.At > now).Select(effect => effect.Effect).OfType<Effect.SendMailing>().Select(send => (send.Due, send.Mailing));
        List<Solicited> planned = [];
        foreach (var (at, mailing) in starts.Concat(sends))
            if (Solicitations.Of(office.Setting.Platform, mailing.Text) is { } kind and not SolicitationKind.Reminder)
                planned.Add(office.Tally.Of(at, kind, await office.MailRoom.Members(mailing, stop)));
        return [.. (await office.Asks.Mornings(now, office.Setting.Zone.DayOf(now).AddDays(TodayMatter.Horizon.Days), planned, [], stop)).Select(Morning.Of)];
    }

    private static async Task<IReadOnlyList<SentMatter>> Sent(Office office, DateTimeOffset now, CancellationToken stop)
    {
        List<SentMatter> sent = [];
        // What was undone within its moment of grace was due later than now.
        await foreach (var line in office.MailRoom.Lines(now.AddDays(-7), now + Undoable, stop))
            if (line.Due <= now || line.CancelledAt is not null)
                sent.Add(new SentMatter(line, await office.MailRoom.Outcomes(line.Key, stop)));
        return sent;
    }
}
