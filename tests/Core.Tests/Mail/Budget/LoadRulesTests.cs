using Almanach.Core.Cycle;
using Almanach.Core.Mail.Asks;
using Almanach.Core.Mail.Budget;
using Almanach.Core.Platforms;
using Almanach.Core.Tests.Cycle;
using Almanach.Core.Tests.Platforms;

namespace Almanach.Core.Tests.Mail.Budget;

public sealed class LoadRulesTests
{
    static readonly DateOnly _monday = new(2022, 3, 7);

    [Fact]
    public void A_week_counts_its_messages_and_what_each_person_gets()
    {
        var weeks = Weeks(new MailBudget(),
            Mail(0, "2022/collecte", "a", "b", "c"), // Monday
            Mail(6, "2022/vote", "a"), // Sunday: the same week
            Mail(7, "2022/copil", "a", "d")); // the Monday after

        Assert.Equal([(4, 3, 2, 1m), (2, 2, 1, 1m)], weeks.Select(week => (week.Copies, week.People, week.Most, week.Median)));
        Assert.All(weeks, week => Assert.Empty(week.Over));
    }

    [Fact]
    public void A_message_that_asks_nothing_leaves_and_does_not_solicit()
    {
        var weeks = Weeks(new MailBudget(1), Mail(0, "2022/collecte", "a"), Mail(1, "2022/bilan", "a") with { Kind = null });

        Assert.Equal((2, 1, 1), (weeks[0].Copies, weeks[0].People, weeks[0].Most));
        Assert.Empty(weeks[0].Over);
    }

    [Theory]
    [InlineData(13, 1)] // the second message on the fourteenth day: two in fourteen days
    [InlineData(14, 0)] // a day later: not
    public void A_week_is_over_the_budget_by_the_days_before_it_too(int later, int over)
    {
        var weeks = Weeks(new MailBudget(1), Mail(0, "2022/collecte", "a", "b"), Mail(later, "2022/vote", "a"));

        var week = weeks.Single(week => week.Mails.Any(mail => mail.Step == "2022/vote"));
        Assert.Equal(over, week.Over.Count);
        Assert.Equal(over == 0 ? [] : ["vote", "collecte"], week.Movable.Select(step => step.Step)); // both can be moved
    }

    [Fact]
    public void What_was_sent_already_counts()
    {
        var sent = new SolicitationTally([new Solicited(At(-3), _monday.AddDays(-3), SolicitationKind.Invitation, ["a"])]);

        var week = LoadRules.Weeks(_monday, 1, [Mail(0, "2022/vote", "a", "b")], sent, [], [], [], new MailBudget(1))[0];

        Assert.Equal([new OverBudget("a", 2)], week.Over);
    }

    [Fact]
    public void A_week_over_the_budget_says_what_makes_it_up_and_first_the_step_that_relieves_most()
    {
        var sent = new SolicitationTally([new Solicited(At(-3), _monday.AddDays(-3), SolicitationKind.Invitation, ["c"])]);
        PlannedMail[] mails =
        [
            Mail(0, "2022/collecte", "a", "b", "d"),
            Mail(1, "2022/vote", "a", "b", "c"),
            Mail(2, "2022/presence", "c"),
            Mail(3, "", "a") with { Text = "relance", Kind = SolicitationKind.Reminder },
        ];

        var week = LoadRules.Weeks(_monday, 1, mails, sent, [], [], [], new MailBudget(2))[0];

        Assert.Equal([new OverBudget("a", 3), new OverBudget("c", 3)], week.Over);
        Assert.Equal([("2022/collecte", 1), ("2022/vote", 2), ("2022/presence", 1), ("", 1)], week.Asks.Select(mail => (mail.Step, mail.People.Count)));
        Assert.Equal(1, week.Gone);
        Assert.Equal([("vote", 2), ("presence", 1), ("collecte", 1)], week.Movable.Select(step => (step.Step, step.Relieved)));
    }

    [Fact]
    public void Where_no_step_is_enough_by_itself_all_are_named()
    {
        var week = Weeks(new MailBudget(1), Mail(0, "2022/collecte", "a"), Mail(1, "2022/vote", "a"), Mail(2, "2022/presence", "a"))[0];

        Assert.Equal([("presence", 0), ("vote", 0), ("collecte", 0)], week.Movable.Select(step => (step.Step, step.Relieved)));
    }

    [Fact]
    public void The_median_stands_between_two_people()
    {
        var week = Weeks(new MailBudget(), Mail(0, "2022/collecte", "a", "b"), Mail(1, "2022/vote", "a"))[0];

        Assert.Equal(1.5m, week.Median);
    }

    [Fact]
    public void Whoever_is_reminded_later_in_the_week_was_not_held_back()
    {
        var (a, b) = (Ask("a"), Ask("b"));
        AskMorning[] mornings =
        [
            new(_monday, [], [new HeldReminder([a], 4), new HeldReminder([b], 4)]),
            new(_monday.AddDays(1), [.. new[] { a }.GroupBy(ask => ask.Contact)], [new HeldReminder([b], 4)]),
        ];

        var week = LoadRules.Weeks(_monday, 1, [], SolicitationTally.Empty, mornings, [], [], new MailBudget())[0];

        Assert.Equal("b", Assert.Single(week.Held).Contact);
    }

    [Fact]
    public void A_year_expects_of_the_coordinator_what_only_she_can_do()
    {
        var platform = PlatformFolder.Read(Folders.Pfoss()).Loaded!.Platform;
        static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

        var work = LoadRules.Work(platform, Plans.Year(), DayOf, DayOf(Plans.Day(0))).ToList();

        Assert.Equal(
            [(WorkKind.Consolidate, DayOf(Plans.Day(25))), (WorkKind.Decide, DayOf(Plans.Day(40))), (WorkKind.Open, DayOf(Plans.Day(45)))],
            work.Select(one => (one.Kind, one.Day)));
        Assert.Empty(LoadRules.Work(platform, Plans.Year().Done([.. Plans.Year().Steps.Select(step => step.Id)]), DayOf, DayOf(Plans.Day(0))));
    }

    [Fact]
    public void What_should_have_been_done_already_is_expected_today()
    {
        var platform = PlatformFolder.Read(Folders.Pfoss()).Loaded!.Platform;
        static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
        var plan = Plans.Year().With("regroupement", step => step with { State = StepState.Open });

        Assert.Equal(DayOf(Plans.Day(35)), LoadRules.Work(platform, plan, DayOf, DayOf(Plans.Day(35))).First().Day);
    }

    static IReadOnlyList<WeekLoad> Weeks(MailBudget budget, params IReadOnlyList<PlannedMail> mails) =>
        LoadRules.Weeks(_monday, ((mails.Max(mail => mail.Day).DayNumber - _monday.DayNumber) / 7) + 1, mails, SolicitationTally.Empty, [], [], [], budget);

    static DateTimeOffset At(int day) => new(_monday.AddDays(day), new TimeOnly(8, 0), TimeSpan.Zero);

    static PlannedMail Mail(int day, string step, params IReadOnlyList<string> people) =>
        new(At(day), _monday.AddDays(day), step, step, "invitation-themes", SolicitationKind.Invitation, people);

    static Ask Ask(string contact) => new(contact, "caf", "2022-themes", 7, "Titre", "Phrase.", _monday.AddDays(7));
}
