using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Cycle;

public sealed class ShiftTests
{
    private static readonly Setting Pfoss = TestOffice.Pfoss();

    [Fact]
    public void What_follows_the_committee_follows_it_again_after_it_was_moved_once()
    {
        var once = Moved(Pfoss.Plan(2022), "copil", 7);

        var again = Shift.Of(Pfoss, once, once.Find("copil")!, once.Find("copil")!.Starts.AddDays(7), null);

        var vote = once.Find("vote")!;
        Assert.Equal(new NewDate("vote", vote.Starts.AddDays(7), vote.Ends!.Value.AddDays(7)), again.Single(date => date.Step == "vote"));
    }

    [Fact]
    public void A_day_set_by_hand_stays_when_what_it_hung_on_moves()
    {
        var plan = Pfoss.Plan(2022);
        var vote = plan.Find("vote")!;
        plan = plan.With(vote with { Starts = vote.Starts.AddDays(1), State = StepState.Postponed });

        var dates = Shift.Of(Pfoss, plan, plan.Find("copil")!, plan.Find("copil")!.Starts.AddDays(7), null);

        Assert.Equal(plan.Find("vote")!.Starts, dates.Single(date => date.Step == "vote").Starts);
    }

    [Fact]
    public void A_new_end_moves_what_is_counted_from_the_end()
    {
        var plan = Pfoss.Plan(2022);
        var collection = plan.Find("collecte")!;

        var dates = Shift.Of(Pfoss, plan, collection, collection.Starts, collection.Ends!.Value.AddDays(1));

        Assert.Equal(["collecte", "regroupement"], dates.Select(date => date.Step));
    }

    [Fact]
    public void One_of_several_newsletters_moves_alone()
    {
        var plan = Pfoss.Plan(2022);
        var second = plan.Find("lettre-2")!;

        Assert.Equal(["lettre-2"], Shift.Of(Pfoss, plan, second, second.Starts.AddDays(3), null).Select(date => date.Step));
    }

    [Fact]
    public void What_follows_a_prolonged_step_keeps_its_length()
    {
        var plan = Pfoss.Plan(2022);
        var (collection, grouping) = (plan.Find("collecte")!, plan.Find("regroupement")!);

        var follows = Shift.Of(Pfoss, plan, collection, collection.Starts, collection.Ends!.Value.AddDays(14)).Single(date => date.Step == "regroupement");

        Assert.True(follows.Starts > collection.Ends.Value.AddDays(14));
        Assert.True(follows.Ends - follows.Starts >= grouping.Ends - grouping.Starts, $"{follows}");
        Assert.True(Almanach.Core.Calendar.Holidays.IsWorkingDay(Pfoss.Zone.DayOf(follows.Ends!.Value)));
    }

    [Fact]
    public void Whatever_is_prolonged_nothing_is_proposed_to_end_before_it_begins()
    {
        foreach (var (setting, year) in new[] { (Pfoss, 2022), (TestOffice.Exemple(), 2027) })
        {
            var plan = setting.Plan(year);
            foreach (var step in plan.Steps.Where(step => step.Ends is not null))
                for (var days = -3; days <= 70; days++)
                    Assert.All(Shift.Of(setting, plan, step, step.Starts, step.Ends!.Value.AddDays(days)).Skip(1),
                        date => Assert.True(date.Ends is null || date.Ends > date.Starts, $"{step.Id} {days}: {date}"));
        }
    }

    [Fact]
    public void An_hour_set_by_hand_stays_when_its_day_follows()
    {
        var plan = Pfoss.Plan(2022);
        var convocation = plan.Find("convocation")!;
        plan = plan.With(convocation with { Starts = convocation.Starts.AddHours(5) });

        var dates = Shift.Of(Pfoss, plan, plan.Find("copil")!, plan.Find("copil")!.Starts.AddDays(7));

        Assert.Equal(convocation.Starts.AddDays(7).AddHours(5), dates.Single(date => date.Step == "convocation").Starts);
    }

    private static YearPlan Moved(YearPlan plan, string id, int days)
    {
        var step = plan.Find(id)!;
        return Shift.Of(Pfoss, plan, step, step.Starts.AddDays(days), step.Ends?.AddDays(days)).Aggregate(plan, (next, date) =>
            next.With(next.Find(date.Step)! with { Starts = date.Starts, Ends = date.Ends, State = StepState.Postponed }));
    }
}
