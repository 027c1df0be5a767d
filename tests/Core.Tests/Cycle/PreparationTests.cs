using Almanach.Core.Cycle;
using Almanach.Core.Cycle.Preparation;
using Almanach.Core.Engine;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Cycle;

public sealed class PreparationTests
{
    private static readonly Setting Pfoss = TestOffice.Pfoss();

    [Fact]
    public void A_year_left_alone_teaches_its_dates_and_no_other()
    {
        var precedents = Precedents.Of(Pfoss, Pfoss.Plan(2023), [Pfoss.Plan(2022)]);

        Assert.Equal(new DateOnly(2021, 12, 14), Pfoss.Zone.DayOf(precedents["copil"].Was.Starts));
        Assert.All(precedents.Values, precedent => Assert.Null(precedent.Alike));
    }

    [Fact]
    public void A_step_moved_by_hand_is_proposed_at_the_same_rank_of_its_month_and_what_followed_is_not()
    {
        var past = Moved(Pfoss.Plan(2022), "copil", new DateOnly(2021, 12, 7)); // first Tuesday instead of second

        var precedents = Precedents.Of(Pfoss, Pfoss.Plan(2023), [past]);

        Assert.Equal(new DateOnly(2022, 12, 6), Pfoss.Zone.DayOf(precedents["copil"].Alike!.Starts));
        Assert.Equal(["copil"], precedents.Where(pair => pair.Value.Alike is not null).Select(pair => pair.Key));
        Assert.Contains("En 2022, vous aviez déplacé cette étape au mardi\u00A07\u00A0décembre 2021", precedents["copil"].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_counted_from_another_step_keeps_its_distance()
    {
        var past = Pfoss.Plan(2022);
        var convocation = past.Find("convocation")!;
        past = past.With(convocation with { Starts = Pfoss.Zone.StartLike(convocation.Starts, new DateOnly(2021, 11, 16)) }); // four weeks before, not three

        var plan = Pfoss.Plan(2023);
        var alike = Precedents.Of(Pfoss, plan, [past])["convocation"];

        Assert.Equal(28, Pfoss.Zone.DayOf(plan.Find("copil")!.Starts).DayNumber - Pfoss.Zone.DayOf(alike.Alike!.Starts).DayNumber);
        Assert.Contains("à la même distance de «\u00A0Comité de pilotage\u00A0»", alike.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void An_hour_chosen_or_an_end_put_off_is_proposed_too()
    {
        var past = Pfoss.Plan(2022);
        var (journee, collecte) = (past.Find("journee-1")!, past.Find("collecte")!);
        past = past.With(journee with { Starts = journee.Starts.AddHours(4.5) }).With(collecte with { Ends = collecte.Ends!.Value.AddDays(7) });

        var plan = Pfoss.Plan(2023);
        var precedents = Precedents.Of(Pfoss, plan, [past]);

        Assert.Equal(new TimeSpan(14, 0, 0), Pfoss.Zone.LocalOf(precedents["journee-1"].Alike!.Starts).TimeOfDay);
        Assert.Equal(Pfoss.Zone.DayOf(plan.Find("journee-1")!.Starts), Pfoss.Zone.DayOf(precedents["journee-1"].Alike!.Starts));
        Assert.Equal(new DateTime(2022, 11, 8, 18, 0, 0), Pfoss.Zone.LocalOf(precedents["collecte"].Alike!.Ends!.Value)); // five weeks, as then
    }

    [Fact]
    public void A_step_of_every_other_year_learns_from_two_years_before_and_one_skipped_proposes_nothing()
    {
        var before = Moved(Pfoss.Plan(2022), "copil-extraordinaire", new DateOnly(2022, 9, 20));
        before = before.With(before.Find("journee-2")! with { Starts = before.Find("journee-2")!.Starts.AddDays(7), State = StepState.Skipped });

        var precedents = Precedents.Of(Pfoss, Pfoss.Plan(2024), [before, Pfoss.Plan(2023)]);

        Assert.Equal(2022, precedents["copil-extraordinaire"].Year);
        Assert.Equal(new DateOnly(2024, 9, 17), Pfoss.Zone.DayOf(precedents["copil-extraordinaire"].Alike!.Starts));
        Assert.Null(Precedents.Of(Pfoss, Pfoss.Plan(2023), [before])["journee-2"].Alike);
    }

    [Theory]
    [InlineData("2021-12-14", 2022, "2022-12-13")] // second Tuesday
    [InlineData("2022-05-30", 2023, "2023-05-29")] // fifth Monday of five
    [InlineData("2021-11-30", 2022, "2022-11-29")] // fifth Tuesday
    [InlineData("2020-12-31", 2021, "2021-12-30")] // fifth Thursday
    [InlineData("2021-10-29", 2022, "2022-10-28")] // a fifth Friday that next year has not: the last
    [InlineData("2024-02-29", 2025, "2025-02-27")] // a fifth Thursday
    public void The_same_rank_is_the_same_weekday_in_the_same_month(string day, int year, string like)
    {
        Assert.Equal(Day(like), Precedents.SameRank(Day(day), year));
    }

    [Fact]
    public void Of_several_dates_chosen_at_once_each_stays_and_the_others_follow()
    {
        var plan = Pfoss.Plan(2023);
        var (copil, vote) = (plan.Find("copil")!, plan.Find("vote")!);

        var after = YearDraft.Follow(Pfoss, plan, [new NewDate("copil", copil.Starts.AddDays(7), null), new NewDate("vote", vote.Starts.AddDays(1), vote.Ends)]);

        Assert.Equal((vote.Starts.AddDays(1), vote.Ends), (after.Find("vote")!.Starts, after.Find("vote")!.Ends));
        Assert.Equal(plan.Find("convocation")!.Starts.AddDays(7), after.Find("convocation")!.Starts);
        Assert.Equal(plan.Find("journee-1"), after.Find("journee-1"));
    }

    [Fact]
    public async Task A_year_prepared_opens_with_its_dates_and_only_once_is_that_written()
    {
        var office = await Opened();
        var plan = Pfoss.Plan(2023);
        var chosen = plan.With(plan.Find("copil")! with { Starts = plan.Find("copil")!.Starts.AddDays(-7) });
        var opens = Pfoss.Plan(2022).Find("annee-suivante")!.Starts;

        Assert.Null(await office.Office.Preparation.Keep(chosen, opens, office.Now, "coordination"));
        var rows = await office.Rows("cycle-2023");
        Assert.Null(await office.Office.Preparation.Keep(chosen, opens, office.Now.AddMinutes(1), "coordination"));
        var again = await office.Rows("cycle-2023");
        await office.Office.Cycle.Open(2023, opens);

        Assert.Equal(rows, again);
        Assert.Equal(chosen.Find("copil")!.Starts, (await office.Office.Cycle.Find(2023))!.Find("copil")!.Starts);
        Assert.Equal(StepState.Planned, (await office.Office.Cycle.Find(2023))!.Find("copil")!.State);
        Assert.Null(await office.Office.Preparation.Find(2023));
        Assert.Equal(Why.Changed, (await office.Office.Preparation.Keep(chosen, opens, office.Now, "coordination"))!.Why);
    }

    [Theory]
    [InlineData("copil", "2022-08-30", null)]        // before the year opens
    [InlineData("copil", "2024-07-01", null)]        // after all reason
    [InlineData("vote", "2022-11-15", "2022-11-14")] // an end before its start
    [InlineData("vote", "2022-11-15", "2031-01-01")] // an end nobody sees
    public async Task A_date_that_a_year_cannot_have_is_refused_by_its_step(string id, string day, string? end)
    {
        var office = await Opened();
        var plan = Pfoss.Plan(2023);
        var step = plan.Find(id)!;
        var chosen = plan.With(step with { Starts = Pfoss.Zone.StartLike(step.Starts, Day(day)), Ends = end is null ? null : Pfoss.Zone.EndOf(Day(end)) });

        var refusal = await office.Office.Preparation.Keep(chosen, Pfoss.Plan(2022).Find("annee-suivante")!.Starts, office.Now, "coordination");

        Assert.Equal(id, Assert.Single(refusal!.Fields).Field);
        Assert.Null(await office.Office.Preparation.Find(2023));
    }

    private static async Task<TestOffice> Opened()
    {
        var office = new TestOffice(Pfoss, Pfoss.Zone.At(new DateOnly(2021, 9, 27), new TimeOnly(8, 0)));
        await office.Office.Opening.Open(2022, office.Now);
        return office;
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static YearPlan Moved(YearPlan plan, string id, DateOnly day)
    {
        var step = plan.Find(id)!;
        return Shift.Of(Pfoss, plan, step, Pfoss.Zone.StartLike(step.Starts, day)).Aggregate(plan, (next, date) =>
            next.With(next.Find(date.Step)! with { Starts = date.Starts, Ends = date.Ends, State = StepState.Postponed, Was = next.Find(date.Step)!.Starts }));
    }
}
