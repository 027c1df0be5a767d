using Almanach.Core.Cycle;
using Almanach.Core.Mail.Asks;
using Almanach.Core.Platforms;

namespace Almanach.Core.Mail.Budget;

/// <summary>Sorts what is planned into weeks and counts what it asks of each person.</summary>
public static class LoadRules
{
    private const int MostMovable = 3;

    /// <param name="sent">What was sent before, in the budget's days.</param>
    /// <param name="mornings">The reminders to come, also those that are among the mails.</param>
    public static IReadOnlyList<WeekLoad> Weeks(
        DateOnly monday, int count, IReadOnlyList<PlannedMail> mails, SolicitationTally sent, IReadOnlyList<AskMorning> mornings,
        IReadOnlyList<WeekStep> meetings, IReadOnlyList<ExpectedWork> work, MailBudget budget)
    {
        var all = With(sent, mails);
        return [.. Enumerable.Range(0, count).Select(week => Week(monday.AddDays(7 * week), mails, sent, all, mornings, meetings, work, budget))];
    }

    private static SolicitationTally With(SolicitationTally sent, IEnumerable<PlannedMail> mails) =>
        sent.With(mails.Where(mail => mail.Kind is not null).Select(mail => new Solicited(mail.At, mail.Day, mail.Kind!.Value, mail.People)));

    private static WeekLoad Week(
        DateOnly monday, IReadOnlyList<PlannedMail> all, SolicitationTally sent, SolicitationTally tally, IReadOnlyList<AskMorning> mornings,
        IReadOnlyList<WeekStep> meetings, IReadOnlyList<ExpectedWork> work, MailBudget budget)
    {
        bool In(DateOnly day) => day >= monday && day < monday.AddDays(7);
        IReadOnlyList<PlannedMail> mails = [.. all.Where(mail => In(mail.Day)).OrderBy(mail => mail.At).ThenBy(mail => mail.Step, StringComparer.Ordinal)];
        var times = mails.Where(mail => mail.Kind is not null).SelectMany(mail => mail.People).CountBy(person => person).Select(person => person.Value).Order().ToList();
        var over = Over(mails, tally, budget);
        var people = over.Select(person => person.Contact).ToHashSet();
        var asks = Asks(monday, all, people, budget);
        return new WeekLoad(
            monday, mails, [.. meetings.Where(meeting => In(meeting.Day))], [.. work.Where(one => In(one.Day))],
            mails.Sum(mail => mail.People.Count), mails.SelectMany(mail => mail.People).Distinct().Count(), times.Count == 0 ? 0 : times[^1], Median(times),
            over, asks, sent.All.Count(message => Weighs(message.Day, monday, budget) && message.People.Any(people.Contains)),
            Movable(asks, step => over.Count - Over([.. mails.Where(mail => mail.Step != step)], With(sent, all.Where(mail => mail.Step != step)), budget).Count), Held(mornings.Where(morning => In(morning.Day))));
    }

    /// <summary>« 1, 1, 2, 3 »: 1.5.</summary>
    private static decimal Median(List<int> sorted) => sorted.Count == 0 ? 0 : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2m;

    private static IReadOnlyList<OverBudget> Over(IReadOnlyList<PlannedMail> week, SolicitationTally tally, MailBudget budget)
    {
        Dictionary<string, int> most = [];
        foreach (var day in week.Where(mail => mail.Kind is not null).GroupBy(mail => mail.Day))
        {
            var times = tally.Times(day.Key, DateTimeOffset.MaxValue, budget.Days);
            foreach (var person in day.SelectMany(mail => mail.Kind is null ? [] : mail.People))
                most[person] = Math.Max(most.GetValueOrDefault(person), times[person].All);
        }
        return [.. most.Where(person => person.Value > budget.Solicitations).Select(person => new OverBudget(person.Key, person.Value))
            .OrderByDescending(person => person.Times).ThenBy(person => person.Contact, StringComparer.Ordinal)];
    }

    /// <summary>Whether what is sent on a day counts on some day of a week.</summary>
    private static bool Weighs(DateOnly day, DateOnly monday, MailBudget budget) => day < monday.AddDays(7) && day > monday.AddDays(-budget.Days);

    private static IReadOnlyList<PlannedMail> Asks(DateOnly monday, IReadOnlyList<PlannedMail> all, HashSet<string> people, MailBudget budget) =>
        [.. all.Where(mail => mail.Kind is not null && Weighs(mail.Day, monday, budget)).Select(mail => mail with { People = [.. mail.People.Where(people.Contains)] })
            .Where(mail => mail.People.Count > 0).OrderBy(mail => mail.At).ThenBy(mail => mail.Step, StringComparer.Ordinal)];

    /// <summary>What relieves nobody by itself is only named where nothing does.</summary>
    private static IReadOnlyList<MovableStep> Movable(IReadOnlyList<PlannedMail> asks, Func<string, int> relieved)
    {
        var steps = asks.Where(mail => mail.Step.Length > 0).Reverse().DistinctBy(mail => mail.Step).Select(mail => Of(mail, relieved(mail.Step))).OrderByDescending(step => step.Relieved).ToList();
        return [.. steps.Where(step => step.Relieved > 0 || steps[0].Relieved == 0).Take(MostMovable)];
    }

    private static MovableStep Of(PlannedMail mail, int relieved)
    {
        var cut = mail.Step.IndexOf('/', StringComparison.Ordinal);
        return new MovableStep(mail.Day, int.Parse(mail.Step.AsSpan(0, cut), System.Globalization.CultureInfo.InvariantCulture), mail.Step[(cut + 1)..], mail.Title, relieved);
    }

    /// <summary>Each person once, as on the last morning she was held; not whoever is reminded after that.</summary>
    private static IReadOnlyList<HeldReminder> Held(IEnumerable<AskMorning> mornings)
    {
        SortedDictionary<string, HeldReminder> held = new(StringComparer.Ordinal);
        foreach (var morning in mornings)
        {
            foreach (var one in morning.Held)
                held[one.Contact] = one;
            foreach (var asks in morning.Leaves)
                held.Remove(asks.Key);
        }
        return [.. held.Values];
    }

    /// <summary>What the steps of a year still expect of the coordinator.</summary>
    /// <param name="platform">Says how long minutes may be corrected.</param>
    public static IEnumerable<ExpectedWork> Work(Platform platform, YearPlan plan, Func<DateTimeOffset, DateOnly> dayOf, DateOnly today)
    {
        foreach (var step in plan.Steps.Where(step => !step.IsBehind && !(step.IsAhead && CycleRules.ProspectOf(plan, step) == Prospect.DropsOut)))
        {
            var starts = Later(dayOf(step.Starts), today);
            if (step is { IsAhead: true, Waiting: true } or { IsAhead: true, Automatic: false })
                yield return new ExpectedWork(WorkKind.Open, starts, plan.Year, step.Id, step.Title);
            switch (step.Work)
            {
                case StepWork.ConsolidateThemes:
                    yield return new ExpectedWork(WorkKind.Consolidate, step.Ends is { } ends ? Later(dayOf(ends.AddTicks(-1)), today) : starts, plan.Year, step.Id, step.Title);
                    break;
                case StepWork.Meet { Decides: true }:
                    yield return new ExpectedWork(WorkKind.Decide, starts, plan.Year, step.Id, step.Title);
                    break;
                case StepWork.Meet when StepEffects.MinutesOf(plan, step) is { State: not StepState.Skipped }:
                    yield return new ExpectedWork(WorkKind.Record, starts, plan.Year, step.Id, step.Title);
                    break;
                case StepWork.Publish { Document: DocumentKind.CompteRendu, Body: { } body } when platform.BodyOf(body) is { ApprovalDays: > 0 and var days }:
                    yield return new ExpectedWork(WorkKind.Approve, starts.AddDays(days), plan.Year, step.Id, step.Title);
                    break;
                default:
                    break;
            }
        }
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
