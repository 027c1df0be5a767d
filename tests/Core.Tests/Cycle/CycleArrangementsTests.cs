using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Meetings;
using Almanach.Core.Platforms;
using static Almanach.Core.Tests.Cycle.Plans;

namespace Almanach.Core.Tests.Cycle;

/// <summary>The hour, the place and the link of the committee of day 40; its convocation leaves on day 30.</summary>
public sealed class CycleArrangementsTests
{
    private const string Link = "https://visio.example.org/comite";

    [Fact]
    public void Nobody_is_told_before_the_convocation()
    {
        var accepted = Accepted(Year(), Arrange(Day(20), link: Link));

        Assert.Equal((Link, true), Place(accepted.State));
        Assert.IsType<Effect.Note>(Assert.Single(accepted.Effects));
    }

    [Fact]
    public void Those_convened_are_told_once_with_what_it_was_before()
    {
        var command = Arrange(Day(31), Day(40).AddHours(5), "Lyon", Link);
        var accepted = Accepted(Year().Done("convocation"), command);

        var told = Assert.Single(accepted.Effects.OfType<Effect.TellArrangement>());
        Assert.Equal((Day(40), "en visioconférence"), (told.Was, told.Place));
        Assert.Equal(Day(40).AddHours(5), accepted.State.Find("copil")!.Starts);
        Assert.Equal(StepState.Planned, accepted.State.Find("copil")!.State);
        Assert.Equal("Lyon, ou en visioconférence\u00A0: " + Link, Presence.Address((StepWork.Meet)accepted.State.Find("copil")!.Work));
        Assert.IsType<Decision<YearPlan>.AlreadyDone>(CycleRules.Decide(accepted.State, command)); // the button pressed twice
    }

    [Fact]
    public void The_same_hour_place_and_link_change_nothing()
    {
        Assert.IsType<Decision<YearPlan>.AlreadyDone>(CycleRules.Decide(Year().Done("convocation"), Arrange(Day(31))));
    }

    [Theory]
    [InlineData("vote", 20)] // no meeting
    [InlineData("copil", 41)] // it has been
    public void What_is_no_meeting_to_come_is_refused(string step, int now)
    {
        var refused = Assert.IsType<Decision<YearPlan>.Refused>(CycleRules.Decide(Year(), new CycleCommand.Arrange(step, Day(50), "Lyon", "", Day(now), "coordination")));

        Assert.Equal(Why.NotNow, refused.Refusal.Why);
    }

    [Fact]
    public void One_called_off_is_refused()
    {
        var plan = Year().With("copil", step => step with { State = StepState.Skipped });

        Assert.IsType<Decision<YearPlan>.Refused>(CycleRules.Decide(plan, Arrange(Day(31), place: "Lyon")));
    }

    [Theory]
    [InlineData("visio.example.org", "lien")] // an address without its beginning
    [InlineData("http://visio.example.org/a", "lien")] // in the open
    [InlineData("javascript:alert(1)", "lien")]
    [InlineData("https://visio.example.org/a b", "lien")]
    public void A_link_that_leads_nowhere_is_refused(string link, string field)
    {
        var refused = Assert.IsType<Decision<YearPlan>.Refused>(CycleRules.Decide(Year(), Arrange(Day(20), link: link)));

        Assert.Equal(field, Assert.Single(refused.Refusal.Fields).Field);
    }

    [Fact]
    public void An_hour_gone_by_is_refused()
    {
        var refused = Assert.IsType<Decision<YearPlan>.Refused>(CycleRules.Decide(Year(), Arrange(Day(39.9), Day(39.8))));

        Assert.Equal("heure", Assert.Single(refused.Refusal.Fields).Field);
    }

    private static CycleCommand.Arrange Arrange(DateTimeOffset now, DateTimeOffset? starts = null, string place = "", string link = "") =>
        new("copil", starts ?? Day(40), place, link, now, "coordination");

    private static (string, bool) Place(YearPlan plan) => plan.Find("copil")!.Work is StepWork.Meet meet ? (meet.Link, meet.Remote) : ("", false);

    private static Decision<YearPlan>.Accepted Accepted(YearPlan plan, CycleCommand command) =>
        Assert.IsType<Decision<YearPlan>.Accepted>(CycleRules.Decide(plan, command));
}
