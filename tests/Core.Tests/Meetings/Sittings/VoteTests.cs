using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Sittings;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Meetings.Sittings;

public sealed class VoteTests
{
    static readonly DateTimeOffset _starts = new(2021, 12, 14, 8, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(5, 2, 1, null, true, null)]
    [InlineData(5, 0, 0, null, true, null)] // some did not take part
    [InlineData(5, 3, 1, null, true, "plus de voix que de votants")] // nine of eight
    [InlineData(int.MaxValue, int.MaxValue, 2, null, true, "plus de voix que de votants")]
    [InlineData(-1, 2, 0, null, true, "négatif")]
    [InlineData(0, 0, 0, null, true, "aucune voix")]
    [InlineData(4, 4, 0, true, true, null)]
    [InlineData(4, 4, 0, null, true, "dites comment la présidence a voté")]
    [InlineData(4, 4, 0, false, true, "dites comment la présidence a voté")] // not adopted then
    [InlineData(4, 4, 0, true, false, "pas de voix prépondérante")]
    [InlineData(4, 4, 0, null, false, "n’a pas la majorité")]
    [InlineData(4, 3, 0, true, true, "qu’à égalité")]
    [InlineData(3, 5, 0, null, true, "n’a pas la majorité")]
    public void A_vote_on_an_adoption_is_taken_or_says_why_not(int yes, int no, int abstained, bool? chair, bool casting, string? says)
    {
        var decision = Adopt() with { Vote = new DecisionVote(yes, no, abstained, chair) };
        var sitting = Sitting(8) with { Body = QuorumTests.Body() with { CastingVote = casting } };

        var errors = DecisionVoteRules.Check([decision], sitting, one => one.Id).ToList();

        if (says is null)
            Assert.Empty(errors);
        else
            Assert.Contains(says, Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_adopted_may_have_been_voted_down()
    {
        var refused = Adopt() with { Outcome = DecisionOutcome.Record, Action = null, Vote = new DecisionVote(2, 6, 0) };

        Assert.Empty(DecisionVoteRules.Check([refused], Sitting(8), one => one.Id));
    }

    [Fact]
    public void Who_steps_back_has_no_vote_and_was_there()
    {
        var sitting = Sitting(8);

        Assert.Equal(7, sitting.Voters(Adopt() with { Recused = ["m1"] }));
        Assert.Single(DecisionVoteRules.Check([Adopt() with { Recused = ["m1"], Vote = new DecisionVote(8, 0, 0) }], sitting, one => one.Id));
        Assert.Contains("ni présente ni représentée", Assert.Single(DecisionVoteRules.Check([Adopt() with { Recused = ["m20"] }], sitting, one => one.Id)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, "", false, true)] // half of sixteen
    [InlineData(7, "", false, false)]
    [InlineData(7, "", true, true)] // as an opinion
    [InlineData(8, "m1", false, false)] // 7 of 15 for that decision
    public void Without_quorum_decisions_are_an_opinion_or_nothing(int present, string recused, bool advisory, bool taken)
    {
        var decision = Adopt() with { Recused = recused.Length > 0 ? [recused] : null };

        var decided = MeetingRules.RecordDecisions(Meeting(), [decision], [], Sitting(present), advisory, "coordination", _starts.AddHours(3));

        Assert.Equal(taken, decided is Decision<Meeting>.Accepted);
        if (decided is Decision<Meeting>.Accepted accepted)
            Assert.Equal(advisory, accepted.State.Advisory);
        else
            Assert.Equal("avis", ((Decision<Meeting>.Refused)decided).Refusal.Fields.Single().Field);
    }

    [Fact]
    public void An_opinion_is_none_where_the_quorum_was_there()
    {
        var decided = MeetingRules.RecordDecisions(Meeting(), [Adopt()], [], Sitting(8), true, "coordination", _starts.AddHours(3));

        Assert.False(Assert.IsType<Decision<Meeting>.Accepted>(decided).State.Advisory);
    }

    [Fact]
    public void A_sheet_nobody_saved_makes_no_quorum_and_no_vote()
    {
        var unsaved = Sitting(8) with { Saved = false };

        Assert.IsType<Decision<Meeting>.Refused>(MeetingRules.RecordDecisions(Meeting(), [Adopt()], [], unsaved, false, "coordination", _starts.AddHours(3)));
        Assert.Single(DecisionVoteRules.Check([Adopt() with { Vote = new DecisionVote(1, 0, 0) }], unsaved, one => one.Id));
        Assert.IsType<Decision<Meeting>.Accepted>(MeetingRules.RecordDecisions(Meeting(), [], ["Une note."], unsaved, false, "coordination", _starts.AddHours(3)));
    }

    internal static Meeting Meeting() => new(
        "2022-copil", 2022, "2022/copil", "Comité", "copil", _starts, "", true, [], MeetingState.Convened, null, new Dictionary<string, AttendanceMode>(), [], []);

    /// <summary>Sixteen members, of whom so many are there.</summary>
    static Sitting Sitting(int present) => new(QuorumTests.Body(), QuorumTests.Seats(16),
        QuorumTests.Sheet(Enumerable.Range(1, present).Select(n => ($"m{n}", AttendanceMode.OnSite))), false, true);

    static MeetingDecision Adopt() => new("d1", "Adopté.", [], DecisionOutcome.Adopt, new AdoptedAction("a", ActionKind.Atelier, "Atelier", [], [], ""));
}
