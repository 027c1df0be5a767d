using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Sittings;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Meetings;

/// <summary>Every command on a meeting in every state.</summary>
public sealed class MeetingTableTests
{
    static readonly DateTimeOffset _starts = new(2021, 12, 14, 8, 30, 0, TimeSpan.Zero);

    /// <summary>The whole network: neither quorum nor votes.</summary>
    static readonly Sitting _sitting = new(null, [], new AttendanceSheet(new Dictionary<string, AttendanceMode>(), new Dictionary<string, string>(), false), false, false);

    [Theory]
    // Planned.
    [InlineData(MeetingState.Planned, "convene", "Convened")]
    [InlineData(MeetingState.Planned, "attend", "Planned")]
    [InlineData(MeetingState.Planned, "decide", "Held")] // convened outside Almanach
    [InlineData(MeetingState.Planned, "decide early", "NotNow")] // it has not begun
    [InlineData(MeetingState.Planned, "cancel", "Cancelled")]
    [InlineData(MeetingState.Planned, "restore", "done")]
    // Convened.
    [InlineData(MeetingState.Convened, "convene", "done")] // nobody is convened twice
    [InlineData(MeetingState.Convened, "attend", "Convened")]
    [InlineData(MeetingState.Convened, "decide", "Held")]
    [InlineData(MeetingState.Convened, "decide early", "NotNow")]
    [InlineData(MeetingState.Convened, "cancel", "Cancelled")]
    [InlineData(MeetingState.Convened, "restore", "done")]
    // Held: sheet and decisions can still be corrected.
    [InlineData(MeetingState.Held, "convene", "done")]
    [InlineData(MeetingState.Held, "attend", "Held")]
    [InlineData(MeetingState.Held, "decide", "Held")]
    [InlineData(MeetingState.Held, "cancel", "done")]
    [InlineData(MeetingState.Held, "restore", "done")]
    // Cancelled.
    [InlineData(MeetingState.Cancelled, "convene", "NotNow")]
    [InlineData(MeetingState.Cancelled, "attend", "NotNow")]
    [InlineData(MeetingState.Cancelled, "decide", "NotNow")]
    [InlineData(MeetingState.Cancelled, "cancel", "done")]
    [InlineData(MeetingState.Cancelled, "restore", "Convened")]
    public void A_command_on_a_meeting(MeetingState state, string command, string expected)
    {
        var decision = Decide(Meeting(state), command);

        Assert.Equal(expected, decision switch
        {
            Decision<Meeting>.Accepted accepted => accepted.State.State.ToString(),
            Decision<Meeting>.Refused refused => refused.Refusal.Why.ToString(),
            _ => "done",
        });
        if (decision is Decision<Meeting>.Refused { Refusal: var refusal })
            Assert.Matches("(Rouvrez|s’enregistrent)", refusal.Message);
    }

    [Fact]
    public void Restored_before_anybody_was_convened_it_is_still_to_be_convened()
    {
        var restored = MeetingRules.Restore(Meeting(MeetingState.Cancelled) with { ConvenedAt = null }, "restore");

        Assert.Equal(MeetingState.Planned, Assert.IsType<Decision<Meeting>.Accepted>(restored).State.State);
    }

    [Theory]
    [InlineData("attend")]
    [InlineData("decide")]
    public void The_same_again_changes_nothing(string command)
    {
        var once = Assert.IsType<Decision<Meeting>.Accepted>(Decide(Meeting(MeetingState.Convened), command)).State;

        Assert.IsType<Decision<Meeting>.AlreadyDone>(Decide(once, command));
    }

    [Theory]
    [InlineData("", "atelier-1", "Atelier", "phrase")] // no sentence
    [InlineData("Adopté.", null, "", "action")] // adopts nothing
    [InlineData("Adopté.", "atelier-1", " ", "titre")] // an action without a title
    [InlineData("Adopté.", "Atelier 1", "Atelier", "minuscules")] // a name that no key can hold
    [InlineData("Adopté.", "a/b", "Atelier", "minuscules")]
    [InlineData("Adopté.", "", "Atelier", "minuscules")]
    public void A_decision_that_cannot_be_taken_says_why(string text, string? action, string title, string says)
    {
        var refused = Assert.IsType<Decision<Meeting>.Refused>(Record(Meeting(MeetingState.Convened), [Decision(text, action, title)], []));

        Assert.Contains(says, refused.Refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_action_is_adopted_once_and_the_whole_fits_a_record()
    {
        var twice = Record(Meeting(MeetingState.Convened), [Decision("Adopté.", "a", "A"), Decision("Adopté.", "a", "A")], []);
        var long_ = Record(Meeting(MeetingState.Convened), [], [.. Enumerable.Repeat(new string('x', 10_000), 21)]);

        Assert.Contains("même action", Assert.IsType<Decision<Meeting>.Refused>(twice).Refusal.Message, StringComparison.Ordinal);
        Assert.Contains("raccourcissez", Assert.IsType<Decision<Meeting>.Refused>(long_).Refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1900, false)]
    [InlineData(2021, true)]
    [InlineData(2023, true)] // the séminaire of the year after
    [InlineData(2099, false)]
    public void A_day_far_from_the_year_of_the_programme_is_a_slip(int year, bool taken)
    {
        var decision = Decision("Adopté.", "a", "A");
        decision = decision with { Action = decision.Action! with { Occurrences = [new Core.Programme.Occurrence(new DateOnly(year, 6, 14), "", "", true)] } };

        Assert.Equal(taken, Record(Meeting(MeetingState.Convened), [decision], []) is Decision<Meeting>.Accepted);
    }

    static Decision<Meeting> Decide(Meeting meeting, string command) => command switch
    {
        "convene" => MeetingRules.Convene(meeting, "convene-m", ["Bilan"], _starts.AddDays(-20)),
        "cancel" => MeetingRules.Cancel(meeting, "cancel-m"),
        "restore" => MeetingRules.Restore(meeting, "restore-m"),
        "attend" => MeetingRules.RecordAttendance(meeting, new Dictionary<string, AttendanceMode> { ["c-1"] = AttendanceMode.OnSite }, new Dictionary<string, string>(), null, [], contact => contact),
        "decide early" => MeetingRules.RecordDecisions(meeting, [Decision("Adopté.", "a", "A")], [], _sitting, false, "coordination", _starts.AddMinutes(-1)),
        _ => Record(meeting, [Decision("Adopté.", "a", "A")], ["Une note."]),
    };

    static Decision<Meeting> Record(Meeting meeting, IReadOnlyList<MeetingDecision> decisions, IReadOnlyList<string> notes) =>
        MeetingRules.RecordDecisions(meeting, decisions, notes, _sitting, false, "coordination", _starts.AddHours(3));

    static MeetingDecision Decision(string text, string? action, string title) =>
        new("d1", text, ["t"], DecisionOutcome.Adopt, action is null ? null : new AdoptedAction(action, ActionKind.Atelier, title, [], [], ""));

    static Meeting Meeting(MeetingState state) => new(
        "2022-copil", 2022, "2022/copil", "Comité", "copil", _starts, "", true, [], state, state == MeetingState.Planned ? null : _starts.AddDays(-21), new Dictionary<string, AttendanceMode>(), [], []);
}
