using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;

namespace Almanach.Core.Tests.Programme;

/// <summary>The programme says of an action's meeting what the year's plan says.</summary>
public sealed class ActionDatesTests
{
    private static readonly DateOnly Day = new(2022, 6, 30);
    private static readonly DateTimeOffset Now = new(2022, 5, 16, 8, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Planned_it_takes_the_place_of_the_date_announced_with_reserves_and_is_confirmed()
    {
        var action = Followed(Action(), Step());

        Assert.Equal([new Occurrence(Day, "", "", false, "atelier-a"), new Occurrence(new DateOnly(2022, 11, 3), "", "Lyon", false)], action.Occurrences);
        Assert.Equal((ActionState.Confirmed, $"Rencontre prévue le {Almanach.Core.French.FrenchDates.Day(Day)}, en visioconférence."), (action.State, action.Progress[^1].Text));
    }

    [Fact]
    public void Moved_it_has_the_new_day_and_told_twice_it_is_told_once()
    {
        var planned = Followed(Action(), Step());

        var moved = Followed(planned, Step(), Day.AddDays(1));

        Assert.Equal(Day.AddDays(1), moved.Occurrences[0].Day);
        Assert.Equal(2, moved.Occurrences.Count);
        Assert.IsType<Decision<ProgrammeAction>.AlreadyDone>(ActionDates.Follow(moved, Step(), Day.AddDays(1), false, "", Now));
    }

    [Fact]
    public void Called_off_it_loses_its_date_and_waits_again()
    {
        var off = Followed(Followed(Action(), Step()), Step(StepState.Skipped));

        Assert.Equal(ActionState.Adopted, off.State);
        Assert.Empty(ActionDates.Followed(off));
    }

    [Fact]
    public void Held_it_is_done_unless_it_has_other_dates_to_come_or_goes_through_stages()
    {
        var alone = Followed(Action() with { Occurrences = [] }, Step());

        Assert.Equal(ActionState.Done, Followed(alone, Step(StepState.Closed)).State);
        Assert.Equal(ActionState.Confirmed, Followed(Followed(Action(), Step()), Step(StepState.Closed)).State);
        Assert.Equal(ActionState.Confirmed, Accepted(ActionDates.Follow(alone, Step(StepState.Closed), Day, lasts: true, "", Now)).State);
    }

    [Theory]
    [InlineData(ActionState.CarriedOver)]
    [InlineData(ActionState.Abandoned)]
    [InlineData(ActionState.Done)]
    public void What_the_coordinator_decided_stays(ActionState state)
    {
        var action = Followed(Action(), Step()) with { State = state };

        Assert.IsType<Decision<ProgrammeAction>.AlreadyDone>(ActionDates.Follow(action, Step(StepState.Closed), Day, false, "", Now));
    }

    [Fact]
    public void Why_it_is_held_despite_something_is_kept()
    {
        var action = Accepted(ActionDates.Follow(Action(), Step(), Day, false, "L’Insee viendra sans doute.", Now));

        Assert.EndsWith("L’Insee viendra sans doute.", action.Progress[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_written_by_hand_leave_the_meetings_date_alone_and_so_do_decisions_recorded_anew()
    {
        var action = Followed(Action(), Step());

        var rescheduled = Accepted(ProgrammeRules.Reschedule(action, [new Occurrence(null, "courant octobre", "", true)], "coordination", Now));

        Assert.Equal(["atelier-a", null], rescheduled.Occurrences.Select(occurrence => occurrence.Meeting));
    }

    private static ProgrammeAction Followed(ProgrammeAction action, Step step, DateOnly? day = null) => Accepted(ActionDates.Follow(action, step, day ?? Day, false, "", Now));

    private static ProgrammeAction Accepted(Decision<ProgrammeAction> decision) => Assert.IsType<Decision<ProgrammeAction>.Accepted>(decision).State;

    private static Step Step(StepState state = StepState.Planned) => new(
        "atelier-a", "", "Atelier : A", Now.AddDays(45), null, state, true, [], new StepWork.Meet("Atelier", null, "", true, false), Action: "a");

    private static ProgrammeAction Action() => new("a", 2022, ActionKind.Atelier, "A", "", [],
        [new Occurrence(null, "courant juin", "", true), new Occurrence(new DateOnly(2022, 11, 3), "", "Lyon", false)], [], "", [], ActionState.Adopted, "2022-copil", []);
}
