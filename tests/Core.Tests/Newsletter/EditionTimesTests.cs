using Almanach.Core.Calendar;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Newsletter;

/// <summary>The dates of an edition are counted in days of the platform.</summary>
public sealed class EditionTimesTests
{
    private static readonly PlatformZone Zone = new("Europe/Paris");

    [Theory]
    [InlineData("2022-04-05", 21, "2022-03-15")] // the clocks go forward on 27 March
    [InlineData("2022-11-08", 21, "2022-10-18")] // and back on 30 October
    [InlineData("2022-07-05", 21, "2022-06-14")]
    public void The_call_and_the_review_are_at_the_hour_of_the_edition_over_a_change_of_the_clocks(string sends, int days, string expected)
    {
        var hour = new TimeOnly(8, 30);
        var work = new StepWork.SendEdition("lettre", days, days);
        var step = new Step("lettre-2", "", "Lettre", Zone.At(DateOnly.Parse(sends), hour), null, StepState.Planned, true, [], work);

        var at = Zone.At(DateOnly.Parse(expected), hour);

        Assert.Equal(at, EditionTimes.Calls(step, work, Zone));
        Assert.Equal(at, EditionTimes.Reviews(step, work, Zone));
        var timers = CycleTimers.Of(new YearPlan(2022, [step]), Zone).ToList();
        Assert.Equal(at, Assert.Single(timers.OfType<Effect.CallContributions>()).Due);
        Assert.Equal(at, Assert.Single(timers.OfType<Effect.PrepareEdition>()).Due);
    }

    [Theory]
    [InlineData("2022-03-24", "10:00", "2022-03-29", "10:00", 5, null)] // five days of the platform, one of 23 hours
    [InlineData("2022-10-27", "10:00", "2022-11-01", "09:30", 4, null)] // five times 24 hours, and not yet five days
    [InlineData("2022-06-09", "10:00", "2022-06-14", "10:00", 5, null)]
    [InlineData("2022-12-30", "10:00", "2024-01-01", "00:30", 5, "jour")] // still 2023 in UTC
    public void A_special_edition_has_the_whole_days_of_the_platform_before_it(string now, string hour, string sends, string at, int review, string? refused)
    {
        var letter = new NewsletterSetting("lettre", "Lettre", "", [], "redaction", []);
        var command = SpecialEdition.Command(
            "lettre-speciale", letter, "Rapport", Zone.At(DateOnly.Parse(sends), TimeOnly.Parse(at)), call: false, review: true, Zone, Zone.At(DateOnly.Parse(now), TimeOnly.Parse(hour)), "coordination");

        var decision = CycleRules.Decide(new YearPlan(2022, []), command);

        Assert.Equal(review, command.ReviewDays);
        Assert.Equal(refused, (decision as Decision<YearPlan>.Refused)?.Refusal.Fields[0].Field);
    }

    [Theory]
    [InlineData("2021-11-08", 3, "2021-11-11", "2021-11-10 16:00")] // else it would be the minute at which it leaves
    [InlineData("2021-11-02", 5, "2021-11-11", "2021-11-08 00:00")] // its whole days
    [InlineData("2021-11-10", 3, "2021-11-11", "2021-11-11 09:30")] // the afternoon before would leave no day
    public void Silence_approves_early_enough_for_the_proof_to_be_read(string asked, int silence, string sends, string expected)
    {
        var work = new StepWork.SendEdition("lettre", 0, 5, silence);
        var step = new Step("lettre-speciale", "", "Lettre", Zone.At(DateOnly.Parse(sends), new TimeOnly(9, 30)), null, StepState.Planned, true, [], work);

        var until = EditionTimes.SilenceApproves(Zone.At(DateOnly.Parse(asked), new TimeOnly(9, 0)), step, work, Zone);

        Assert.Equal(DateTime.Parse(expected), Zone.LocalOf(until));
    }
}
