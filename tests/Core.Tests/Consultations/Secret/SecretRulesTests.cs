using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Secret;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Consultations.Secret;

/// <summary>Ballots cast one after another: unit, code, what it says; a new code is drawn by the page.</summary>
public sealed class SecretRulesTests
{
    private const string One = "AAAAAAAAAAAA";

    private static readonly Consultation Vote = Questions.Of(QuestionKind.Choice) with
    {
        Template = Questions.Template(QuestionKind.Choice) with { Vote = new VoteRules(Secret: true, Blank: true) },
    };

    [Theory]
    [InlineData("caf new A a", "caf | A=a")]
    [InlineData("caf new B a; drome new A b", "caf drome | A=b B=a")] // the box is in the order of the codes, the roll in that of the names
    [InlineData("drome new A b; caf new B a", "caf drome | A=b B=a")] // the order of arrival changes nothing at all
    [InlineData("caf new A a; caf new A a", "caf | A=a")] // a double click
    [InlineData("caf new A a; caf old A b", "caf | A=b")] // changed with its code
    [InlineData("caf new A a; drome new B b; drome old A b", "caf drome | A=b B=b")] // whoever knows a code changes its ballot
    [InlineData("caf new A -", "caf | A=")] // blank
    [InlineData("caf new A /", "caf | A=/")] // abstains
    public void The_roll_says_who_and_the_box_says_what(string votes, string expected)
    {
        var (vote, refused) = Cast(votes);

        Assert.Null(refused);
        Assert.Equal(expected, $"{string.Join(' ', vote.Roll.Units)} | {string.Join(' ', vote.Box.Ballots.Select(Written))}");
    }

    [Theory]
    [InlineData("caf new A a; caf new B b", "a déjà voté")]
    [InlineData("caf new A a; caf old B b", "n’est celui d’aucun bulletin")]
    [InlineData("caf new A a; drome new A b", "déjà celui d’un bulletin")] // nobody votes into the ballot of another by chance
    [InlineData("caf new A x", "n’existe plus")]
    public void A_second_ballot_without_the_code_of_the_first_is_refused_and_changes_nothing(string votes, string expected)
    {
        var (vote, refused) = Cast(votes);

        Assert.Contains(expected, refused!.Fields.Count > 0 ? refused.Fields[0].Message : refused.Message);
        Assert.True(vote.Roll.Units.Count <= 1 && vote.Box.Ballots.All(ballot => Written(ballot) == "A=a"));
    }

    [Fact]
    public void After_the_close_nothing_is_taken_and_it_does_not_open_again()
    {
        var closed = Assert.IsType<Decision<Consultation>.Accepted>(ConsultationRules.Close(Vote, Questions.Closes)).State;

        Assert.IsType<Decision<SecretTaken>.Refused>(SecretRules.Cast(closed, SecretVote.None, Command("caf", One, true, "a") with { Now = Questions.Closes.AddHours(1) }));
        Assert.IsType<Decision<Consultation>.Refused>(ConsultationRules.Extend(closed, Questions.Closes.AddDays(5)));
        Assert.IsType<Decision<Consultation>.Accepted>(ConsultationRules.Extend(Vote, Questions.Closes.AddDays(5)));
    }

    [Theory]
    [InlineData(2, false, "")]
    [InlineData(3, true, "v1 v2 v3")]
    public void Who_voted_and_the_result_are_told_from_three_ballots_on(int ballots, bool told, string voted)
    {
        var (vote, _) = Cast(string.Join("; ", Enumerable.Range(1, ballots).Select(index => $"v{index} new {"ABC"[index - 1]} a")));

        Assert.Equal(voted, string.Join(' ', vote.Voted.Order()));
        Assert.Equal(told, vote.TellsResult(Vote with { State = ConsultationState.Closed }));
        Assert.False(vote.TellsResult(Vote));
    }

    [Theory]
    [InlineData("abcd-efgh-jkmn", "ABCDEFGHJKMN")]
    [InlineData(" abcd efgh jkmn ", "ABCDEFGHJKMN")]
    [InlineData("ABCDEFGHJKM", null)] // one short
    [InlineData("ABCDEFGHJKM0", null)] // a zero is in no code
    [InlineData("ABCDEFGHJKMNP", null)]
    public void A_code_is_read_as_people_type_it(string typed, string? code) => Assert.Equal(code, SecretCode.Typed(typed));

    private static string Written(SecretBallot ballot) => $"{ballot.Code[0]}=" + ballot.Marks switch
    {
        null => "/",
        { Count: 0 } => "",
        var marks => marks[0] == 1 ? "a" : "b",
    };

    private static (SecretVote Vote, Refusal? Refused) Cast(string votes)
    {
        var vote = SecretVote.None;
        Refusal? refused = null;
        foreach (var words in votes.Split("; ").Select(text => text.Split(' ')))
            switch (SecretRules.Cast(Vote, vote, Command(words[0], new string(words[2][0], 12), words[1] == "new", words[3])))
            {
                case Decision<SecretTaken>.Accepted taken:
                    vote = taken.State.Vote;
                    break;
                case Decision<SecretTaken>.Refused no:
                    refused = no.Refusal;
                    break;
            }
        return (vote, refused);
    }

    private static SecretCommand Command(string unit, string code, bool isNew, string says) =>
        new(unit, unit, "c-1", code, isNew, says == "/" ? null : new AnswerValue.Choice(says == "-" ? "" : says), Questions.Opens.AddDays(1));
}
