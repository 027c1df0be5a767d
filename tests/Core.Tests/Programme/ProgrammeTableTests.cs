using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Meetings;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;

namespace Almanach.Core.Tests.Programme;

public sealed class ProgrammeTableTests
{
    static readonly DateTimeOffset _now = new(2022, 5, 2, 8, 0, 0, TimeSpan.Zero);

    public static TheoryData<ActionState, ActionState> EveryPair =>
        [.. Enum.GetValues<ActionState>().SelectMany(_ => Enum.GetValues<ActionState>(), (from, to) => (from, to))];

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void An_action_may_go_from_any_state_to_any_other_and_says_so(ActionState from, ActionState to)
    {
        var decision = Assert.IsType<Decision<ProgrammeAction>.Accepted>(ProgrammeRules.Report(Action("a", from), to, "Tenu.", "coordination", _now));

        Assert.Equal((to, "Tenu."), (decision.State.State, decision.State.Progress.Last().Text));
        Assert.Contains(decision.Effects, effect => effect is Effect.RecordFates { Source: "action:a" });
        Assert.IsType<Decision<ProgrammeAction>.AlreadyDone>(ProgrammeRules.Report(decision.State, to, "Tenu.", "coordination", _now.AddMinutes(1)));
    }

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    public void A_report_is_a_few_sentences(int length, bool taken)
    {
        var decision = ProgrammeRules.Report(Action("a", ActionState.Adopted), ActionState.Done, new string('x', length), "coordination", _now);

        Assert.Equal(taken, decision is Decision<ProgrammeAction>.Accepted);
    }

    [Fact]
    public void An_action_adopted_again_keeps_what_was_reported_on_it()
    {
        var known = Action("a", ActionState.Confirmed) with { Progress = [new ProgressNote(_now, ActionState.Confirmed, "Date fixée.")] };

        var adopted = ProgrammeRules.Adopt([known], Meeting("a", "b"));

        Assert.Equal([(ActionState.Confirmed, 1), (ActionState.Adopted, 0)], adopted.Select(action => (action.State, action.Progress.Count)));
    }

    [Theory]
    [InlineData(Alternation.Every, 2022, true)]
    [InlineData(Alternation.Even, 2022, true)]
    [InlineData(Alternation.Even, 2023, false)]
    [InlineData(Alternation.Odd, 2023, true)]
    [InlineData(Alternation.Odd, 2022, false)]
    public void Years_alternate(Alternation years, int year, bool holds) => Assert.Equal(holds, years.Holds(year));

    static ProgrammeAction Action(string id, ActionState state) =>
        new(id, 2022, ActionKind.Atelier, "Titre", "", ["t"], [], [], "", [], state, "2022-copil", []);

    static Meeting Meeting(params string[] actions) => new(
        "2022-copil", 2022, "2022/copil", "Comité", "copil", _now, "", true, [], MeetingState.Held, null, new Dictionary<string, AttendanceMode>(),
        [.. actions.Select(id => new MeetingDecision(id, "Adopté.", [], DecisionOutcome.Adopt, new AdoptedAction(id, ActionKind.Atelier, id, [], [], "")))], []);
}
