using Almanach.Core.Calendar;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;

namespace Almanach.Core.Tests.Cycle;

/// <summary>The meeting of an action enters the year with its invitation.</summary>
public sealed class ActionMeetingsTests
{
    private static readonly PlatformZone Zone = new("Europe/Paris");

    [Fact]
    public void A_meeting_enters_with_its_invitation_before_it_and_remembers_its_action()
    {
        var plan = Added(Add());

        var (meeting, invitation) = (plan.Find("atelier-logement")!, plan.Find("invitation-atelier-logement")!);
        Assert.Equal(("logement", StepState.Planned, true), (meeting.Action, meeting.State, invitation.Starts < meeting.Starts));
        Assert.Equal("atelier-logement", StepEffects.MeetingOf(invitation));
        Assert.Equal(plan.Steps.OrderBy(step => step.Starts).Select(step => step.Id), plan.Steps.Select(step => step.Id));
        Assert.Contains(CycleTimers.Of(plan, Zone), timer => timer is Effect.StartStep { Id: "invitation-atelier-logement" });
    }

    [Fact]
    public void Ordered_twice_it_is_there_once_and_at_another_hour_it_is_to_be_moved()
    {
        var plan = Added(Add());

        Assert.IsType<Decision<YearPlan>.AlreadyDone>(CycleRules.Decide(plan, Add()));
        var refused = Assert.IsType<Decision<YearPlan>.Refused>(CycleRules.Decide(plan, Add(meeting => meeting with { Starts = meeting.Starts.AddHours(1) })));
        Assert.Contains("déplacez-la", refused.Refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_meeting_of_an_action_has_a_number_and_a_prefix_is_not_said_twice()
    {
        var plan = Added(Add());

        Assert.Equal("atelier-logement", ActionMeetings.IdOf(plan, "Atelier", "logement")); // to come: the same
        Assert.Equal("atelier-logement-2", ActionMeetings.IdOf(plan.Done("atelier-logement"), "Atelier", "logement"));
        Assert.Equal("atelier-mobilite", ActionMeetings.IdOf(plan, "Atelier", "atelier-mobilite"));
        Assert.Equal("journee-d-echanges-copil", ActionMeetings.IdOf(plan, "Journée d’échanges", "copil"));
    }

    [Theory]
    [InlineData("past", "jour")]
    [InlineData("far", "jour")]
    [InlineData("invites late", "invitation")]
    [InlineData("invited already", "invitation")]
    [InlineData("short", "duree")]
    [InlineData("link", "lien")]
    [InlineData("place", "lieu")]
    [InlineData("agenda", "ordre")]
    public void What_cannot_be_is_refused_beside_its_field(string what, string field)
    {
        var command = Add(meeting => what switch
        {
            "past" => meeting with { Starts = Plans.Day(-1) },
            "far" => meeting with { Starts = meeting.Starts.AddYears(3) },
            "invites late" => meeting with { Invites = meeting.Starts },
            "invited already" => meeting with { Invites = Plans.Day(-1) },
            "short" => meeting with { Minutes = 5 },
            "link" => meeting with { Link = "javascript:alert(1)" },
            "place" => meeting with { Place = new string('x', 121) },
            _ => meeting with { Agenda = [.. Enumerable.Repeat("Échanges", 21)] },
        });

        var refused = Assert.IsType<Decision<YearPlan>.Refused>(CycleRules.Decide(Plans.Year(), command));

        Assert.Equal(field, Assert.Single(refused.Refusal.Fields).Field);
    }

    [Theory]
    [InlineData("2022-06-30", "2022-05-16", "2022-06-09")] // three weeks before
    [InlineData("2022-06-27", "2022-05-16", "2022-06-03")] // Whit Monday: the Friday before
    [InlineData("2022-05-31", "2022-05-20", "2022-05-23")] // too late for that: the next working morning
    public void The_invitation_leaves_three_weeks_before_else_the_next_working_morning(string meets, string today, string invites)
    {
        var starts = Zone.At(DateOnly.Parse(meets), new TimeOnly(14, 0));
        var now = Zone.At(DateOnly.Parse(today), new TimeOnly(10, 0));

        Assert.Equal(Zone.At(DateOnly.Parse(invites), new TimeOnly(9, 0)), ActionMeetings.Invites(Zone, starts, now));
    }

    [Fact]
    public void Its_action_is_told_at_once_when_it_is_planned_moved_or_called_off_and_once_it_is_over_when_it_was_held()
    {
        var add = Add();
        var planned = Assert.IsType<Decision<YearPlan>.Accepted>(CycleRules.Decide(Plans.Year(), add));
        var starts = add.Meeting.Starts.AddDays(1);
        var moved = Accepted(planned.State, new CycleCommand.Move(add.Step, [new NewDate(add.Step, starts, null)], Plans.Day(1), "coordination"));
        var off = Accepted(moved.State, new CycleCommand.Skip(add.Step, "", Plans.Day(2), "coordination"));
        var held = Accepted(moved.State, new CycleCommand.StartsNow(add.Step, starts));

        Assert.Equal([Plans.Day(0), Plans.Day(1), Plans.Day(2), starts.AddMinutes(90)],
            new[] { planned, moved, off, held }.Select(decision => Assert.Single(decision.Effects.OfType<Effect.FollowMeeting>()).Due));
        Assert.Empty(Accepted(planned.State, new CycleCommand.Skip("journee", "", Plans.Day(2), "coordination")).Effects.OfType<Effect.FollowMeeting>());
    }

    private static Decision<YearPlan>.Accepted Accepted(YearPlan plan, CycleCommand command) => Assert.IsType<Decision<YearPlan>.Accepted>(CycleRules.Decide(plan, command));

    private static YearPlan Added(CycleCommand.AddMeeting command) => Accepted(Plans.Year(), command).State;

    private static CycleCommand.AddMeeting Add(Func<NewMeeting, NewMeeting>? change = null)
    {
        var meeting = new NewMeeting("logement", "Atelier", "Atelier : le logement", Plans.Day(80), 90, "", "https://visio.example.org/a", Plans.Day(59), ["Échanges"]);
        return new CycleCommand.AddMeeting("atelier-logement", change is null ? meeting : change(meeting), Plans.Day(0), "coordination");
    }
}
