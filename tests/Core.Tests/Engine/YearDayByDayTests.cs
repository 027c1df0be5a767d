using Almanach.Core.Cycle;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Engine;

/// <summary>One whole year, the state of every step at the end of every day, against dates worked out here from the calendar alone.</summary>
public sealed class YearDayByDayTests
{
    [Theory]
    [InlineData("pfoss-ara", 2022)] // an even year: the séminaire's theme is asked
    [InlineData("pfoss-ara", 2023)] // an odd one
    [InlineData("solidarites-exemple", 2027)] // a consolidation opened by hand, a monthly letter
    public async Task Every_step_is_each_evening_what_the_calendar_says(string platform, int year)
    {
        var setting = platform == "pfoss-ara" ? TestOffice.Pfoss() : TestOffice.Exemple();
        var begins = WalkedYear.Begins(setting, year);
        var test = new TestOffice(setting, begins);
        var walk = new WalkedYear(test, setting.Plan(year));
        var spans = walk.Plan.Steps.ToDictionary(step => step.Id, step => Span(walk.Plan, step));
        List<string> wrong = [];
        var evenings = 0;
        for (var day = setting.Zone.DayOf(begins); day <= setting.Zone.DayOf(spans.Values.Max(span => span.Closes)).AddDays(2); day = day.AddDays(1))
        {
            var evening = setting.Zone.At(day, new TimeOnly(23, 30));
            walk.Also(evening, async () =>
            {
                evenings++;
                foreach (var step in (await test.Office.Cycle.Find(year))!.Steps)
                    if (step.State != Expected(spans[step.Id], evening))
                        wrong.Add($"{evening:yyyy-MM-dd} {step.Id} is {step.State}, not {Expected(spans[step.Id], evening)} {step.Held}");
            });
        }

        await walk.Run(spans.Values.Max(span => span.Closes).AddDays(3));

        Assert.Empty(wrong);
        Assert.InRange(evenings, 365, 520);
        Assert.All((await test.Office.Cycle.Find(year))!.Steps, step => Assert.Equal(StepState.Closed, step.State));
        Assert.NotEmpty((await test.Office.Cycle.Find(year + 1))!.Steps);
        Assert.Empty(await test.Office.Troubles.All());
    }

    /// <summary>Opens when its day has come and what it needs is over; closes at its end, at once, or by hand.</summary>
    static (DateTimeOffset Opens, DateTimeOffset Closes) Span(YearPlan plan, Step step)
    {
        var ready = step.Needs.Select(need => plan.Steps.FirstOrDefault(other => other.Id == need)).OfType<Step>().Select(need => Span(plan, need).Closes);
        var opens = ready.Append(step.Automatic ? step.Starts : WalkedYear.OpensByHand(step)).Max();
        var byHand = step.Work is StepWork.ConsolidateThemes or StepWork.Meet { Decides: true };
        return (opens, byHand ? WalkedYear.ClosesByHand(step) : step.Ends ?? opens);
    }

    static StepState Expected((DateTimeOffset Opens, DateTimeOffset Closes) span, DateTimeOffset now) =>
        now < span.Opens ? StepState.Planned : now < span.Closes ? StepState.Open : StepState.Closed;
}
