using Almanach.Core.Calendar;
using Almanach.Core.Engine;
using Almanach.Core.Mail.Asks;
using Almanach.Core.Mail.Budget;
using Almanach.Core.Platforms;
using FsCheck;
using FsCheck.Fluent;

namespace Almanach.Core.Tests.Mail.Budget;

public sealed class BudgetRulesTests
{
    static readonly DateOnly _monday = new(2022, 3, 7);
    static readonly PlatformZone _zone = new("Europe/Paris");

    [Theory]
    [InlineData(0, 0, AskKind.Answers, false, true)] // nobody wrote to her
    [InlineData(3, 0, AskKind.Answers, false, true)] // room for one more
    [InlineData(4, 1, AskKind.Answers, false, false)] // spent
    [InlineData(4, 1, AskKind.Answers, true, false)] // the last reminder of a collection: no exception
    [InlineData(4, 1, AskKind.Dates, true, false)] // third in the order of priority
    [InlineData(4, 1, AskKind.Vote, false, false)] // a vote, but another reminder comes
    [InlineData(4, 1, AskKind.Vote, true, true)] // the last reminder of a vote leaves all the same
    [InlineData(9, 3, AskKind.Attendance, true, true)] // so does that of a committee, however much the coordinator sent
    [InlineData(4, 4, AskKind.Vote, true, false)] // never more reminders than the budget itself
    public void A_reminder_leaves(int sent, int reminders, AskKind kind, bool final, bool leaves)
    {
        Assert.Equal(leaves, BudgetRules.Leaves([Ask("c-1", "x", 7, kind, final)], new SolicitedTimes(sent, reminders), MailBudget.Default));
    }

    [Theory]
    [InlineData("", 2, "1100")] // the usual order: attendance and votes
    [InlineData("Answers", 1, "0001")] // a platform for which answers come first
    [InlineData("Dates Answers", 3, "1011")] // what is not named comes after
    [InlineData("", 0, "0000")]
    [InlineData("", 4, "1111")]
    public void The_head_of_the_order_keeps_its_last_reminder(string order, int always, string kept)
    {
        var budget = new MailBudget(Priority: [.. order.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<AskKind>)], AlwaysReminded: always);

        Assert.Equal(kept, string.Concat(Enum.GetValues<AskKind>().Select(kind => budget.AlwaysReminds(kind) ? '1' : '0')));
    }

    [Fact]
    public void A_mail_that_leaves_carries_all_that_is_due_what_matters_most_first()
    {
        var spent = new Dictionary<string, SolicitedTimes> { ["c-1"] = new(4, 0) };

        var morning = BudgetRules.Sort(_monday, [Ask("c-1", "themes", 7), Ask("c-1", "vote", 2, AskKind.Vote, final: true)], spent, MailBudget.Default);

        Assert.Equal(["vote", "themes"], Assert.Single(morning.Leaves).Select(ask => ask.Subject));
        Assert.Empty(morning.Held);
    }

    [Theory]
    [InlineData(0, true)] // four in the days before: the fifth waits
    [InlineData(1, true)]
    [InlineData(4, false)] // the oldest of 25 February is out of the window of fourteen days on 11 March
    [InlineData(14, false)]
    public void A_reminder_waits_for_the_first_morning_that_has_room(int later, bool held)
    {
        var sent = new SolicitationTally([.. new[] { 10, 5, 3, 1 }.Select(ago => Sent(_monday.AddDays(-ago), "c-1"))]);
        var day = _monday.AddDays(later);

        var morning = AskRules.Morning(day, [Ask("c-1", "themes", 7)], [], sent, Rules(new MailBudget()), _zone);

        Assert.Equal((held ? 0 : 1, held ? 1 : 0), (morning.Leaves.Count, morning.Held.Count));
        Assert.Equal(held ? 4 : null, morning.Held.FirstOrDefault()?.Lately);
    }

    [Fact]
    public void What_the_coordinator_sends_beyond_the_budget_is_named_and_nobody_else()
    {
        var lately = new Dictionary<string, SolicitedTimes> { ["a"] = new(4, 1), ["b"] = new(3, 0), ["c"] = new(6, 0) };

        var over = BudgetRules.Beyond(["a", "b", "c", "d", "a"], lately, MailBudget.Default);

        Assert.Equal([new OverBudget("c", 7), new OverBudget("a", 5)], over);
    }

    /// <summary>Sixty days of anything: what is due each day, of whom, and what the coordinator sends beside.</summary>
    static readonly Gen<(Ask[] Due, string[] Sent)[]> _days =
        (from contacts in Gen.Choose(1, 4).ArrayOf(6)
         from subjects in Gen.Elements("themes", "vote", "presence", "dates").ArrayOf(6)
         from waves in Gen.Choose(0, 30).ArrayOf(6)
         from finals in Gen.Elements(true, false).ArrayOf(6)
         from sent in Gen.Choose(1, 20).ArrayOf(2)
         select (Enumerable.Range(0, 6).Select(i => Ask($"c-{contacts[i]}", subjects[i], waves[i], KindOf(subjects[i]), finals[i])).ToArray(),
             sent.Where(person => person <= 4).Select(person => $"c-{person}").Distinct().ToArray())).ArrayOf(60);

    static readonly Gen<MailBudget> _budgets =
        from solicitations in Gen.Choose(1, 5)
        from days in Gen.Choose(1, 20)
        from always in Gen.Choose(0, 4)
        select new MailBudget(solicitations, days, [AskKind.Vote], always);

    [Fact]
    public void Nobody_ever_gets_more_reminders_than_the_budget_in_any_window_whatever_is_asked() => ForAll((days, budget) =>
    {
        var (kept, _) = Walk(days, budget);

        foreach (var person in kept.SelectMany(day => day.Asked.Select(once => (once.Contact, day.Day))).Distinct().GroupBy(one => one.Contact))
            for (var first = _monday; first < _monday.AddDays(60); first = first.AddDays(1))
                Assert.True(person.Count(one => one.Day >= first && one.Day < first.AddDays(budget.Days)) <= budget.Solicitations);
    });

    [Fact]
    public void No_reminder_fills_a_window_beyond_the_budget_but_the_last_of_what_matters_most() => ForAll((days, budget) =>
    {
        var (kept, sent) = Walk(days, budget);

        foreach (var (day, i) in kept.Select((day, i) => (day, i)))
            foreach (var person in day.Asked.Select(once => once.Contact).Distinct())
            {
                var before = kept.Take(i).Count(earlier => earlier.Day.AddDays(budget.Days) > day.Day && earlier.Asked.Any(once => once.Contact == person))
                    + sent.All.Count(message => message.Day < day.Day && message.Day.AddDays(budget.Days) > day.Day && message.People.Contains(person));
                Assert.True(before < budget.Solicitations || days[i].Due.Any(ask => ask.Contact == person && ask.Final && budget.AlwaysReminds(ask.Kind)));
            }
    });

    [Fact]
    public void The_order_in_which_things_are_asked_does_not_matter() => ForAll((days, budget) =>
    {
        var reversed = days.Select(day => (day.Due.Reverse().ToArray(), day.Sent.Reverse().ToArray())).ToArray();

        Assert.Equal(Walk(days, budget).Kept.Select(Stored.Write), Walk(reversed, budget).Kept.Select(Stored.Write));
    });

    [Fact]
    public void A_morning_done_twice_is_done_once() => ForAll((days, budget) =>
    {
        var (kept, sent) = Walk(days, budget);

        for (var i = 0; i < days.Length; i++)
            Assert.Empty(AskRules.Morning(kept[i].Day, days[i].Due.Where(ask => kept[i].Asked.Any(once => once.Contact == ask.Contact)), [.. kept.Take(i + 1)], sent, Rules(budget), _zone).Leaves);
    });

    [Fact]
    public void Nothing_due_is_lost_it_leaves_waits_or_rests() => ForAll((days, budget) =>
    {
        var (kept, _) = Walk(days, budget);

        Assert.All(kept, (day, i) => Assert.Empty(day.Asked.Select(once => once.Contact).Intersect(day.HeldBack.Select(once => once.Contact))));
    });

    static void ForAll(Action<(Ask[] Due, string[] Sent)[], MailBudget> holds) =>
        Prop.ForAll(_days.ToArbitrary(), _budgets.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    /// <summary>Reminders may follow each other from one day to the next: only the budget holds them.</summary>
    static (IReadOnlyList<AskDay> Kept, SolicitationTally Sent) Walk((Ask[] Due, string[] Sent)[] days, MailBudget budget)
    {
        List<AskDay> kept = [];
        var sent = new SolicitationTally([.. days.Select((day, i) => Sent(_monday.AddDays(i), day.Sent))]);
        for (var i = 0; i < days.Length; i++)
            kept.Add(AskRules.Morning(_monday.AddDays(i), days[i].Due.DistinctBy(ask => (ask.Contact, ask.Subject, ask.Wave)).Select(ask => ask with { Final = days[i].Due.Any(same => same.Contact == ask.Contact && same.Subject == ask.Subject && same.Wave == ask.Wave && same.Final) }),
                kept, sent, Rules(budget), _zone).Kept());
        return (kept, sent);
    }

    static MailRules Rules(MailBudget budget) => new(new TimeOnly(9, 0), 1, 60, budget);

    static AskKind KindOf(string subject) => subject switch { "vote" => AskKind.Vote, "presence" => AskKind.Attendance, "dates" => AskKind.Dates, _ => AskKind.Answers };

    /// <summary>At nine, like the reminders: it counts from the next day on.</summary>
    static Solicited Sent(DateOnly day, params IReadOnlyCollection<string> people) => new(_zone.At(day, new TimeOnly(9, 0)), day, SolicitationKind.Invitation, people);

    static Ask Ask(string contact, string subject, int wave, AskKind kind = AskKind.Answers, bool final = false) =>
        new(contact, "caf", subject, wave, "Titre", "Phrase.", _monday.AddDays(90), null, kind, final);
}
