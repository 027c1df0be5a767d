using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Consultations.Votes;
using Almanach.Core.Meetings.Sittings;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Consultations.Votes;

/// <summary>A vote by the rules of its consultation. Voters are named v1, v2 …; the options are a, b and c.</summary>
public sealed class VoteCountTests
{
    [Theory]
    // Choice: voices, then what is retained with more than a share of them.
    [InlineData("a a b", 1, 0, TieRule.Stated, "a1+ b2 c3")]
    [InlineData("a a b b", 1, 0, TieRule.Stated, "a1= b1= c3")] // one place for two: neither
    [InlineData("a a b b", 1, 0, TieRule.Chair, "a1= b1= c3")] // the chair chooses in the meeting
    [InlineData("a a b b", 1, 0, TieRule.BallotOrder, "a1> b1 c3")]
    [InlineData("b b a a", 1, 0, TieRule.BallotOrder, "a1> b1 c3")] // the order of the ballot, not of arrival
    [InlineData("a a b b c", 2, 0, TieRule.Stated, "a1+ b1+ c3")] // two places for two equal ones
    [InlineData("a a b c", 2, 0, TieRule.Stated, "a1+ b2= c2=")] // the last place is open
    [InlineData("a a b c", 2, 0, TieRule.BallotOrder, "a1+ b2> c2")]
    [InlineData("a a b c", 0, 0, TieRule.Stated, "a1 b2 c2")] // an order alone
    [InlineData("a a b b", 2, 0.5, TieRule.Stated, "a1 b1 c3")] // half is not more than half
    [InlineData("a a a b b", 1, 0.5, TieRule.Stated, "a1+ b2 c3")]
    [InlineData("a a - -", 1, 0.5, TieRule.Stated, "a1+ b2 c2")] // blank ballots are no voices
    [InlineData("a a b / /", 1, 0.5, TieRule.Stated, "a1+ b2 c3")] // nor are abstentions
    public void A_choice_retains_as_many_as_there_are_places(string ballots, int winners, double threshold, TieRule ties, string expected)
    {
        var outcome = Count(QuestionKind.Choice, new VoteRules(winners, (decimal)threshold, ties, Blank: true),
            ballots.Split(' '), text => new AnswerValue.Choice(text == "-" ? "" : text));

        Assert.Equal(expected, Written(outcome));
    }

    [Theory]
    [InlineData("a,b b b,c", 1, 0, "b1+ a2 c2")]
    [InlineData("a,b b b,c", 3, 0.34, "b1+ a2 c2")] // a third is not more than 0.34
    [InlineData("a,b b b,c", 3, 0.33, "b1+ a2+ c2+")]
    [InlineData("a,b a,b a,b", 3, 0, "a1+ b1+ c3")] // without a voice, never retained
    public void Approval_counts_a_voice_for_each_option_approved(string ballots, int winners, double threshold, string expected)
    {
        var outcome = Count(QuestionKind.Approval, new VoteRules(winners, (decimal)threshold), ballots.Split(' '), text => new AnswerValue.Approval(text.Split(',')));

        Assert.Equal(expected, Written(outcome));
    }

    [Theory]
    [InlineData("abc abc bca cab", "a1+ b2 c3")]
    [InlineData("abc bca cab", "a1= b1= c1=")] // a circle
    [InlineData("a a b", "a1+ b2 c3")] // what is left out comes last
    public void Ranks_are_counted_by_schulze(string ballots, string expected)
    {
        var outcome = Count(QuestionKind.Ranking, new VoteRules(), ballots.Split(' '),
            text => new AnswerValue.Ranking(text.Index().ToDictionary(pair => pair.Item.ToString(), pair => pair.Index + 1)));

        Assert.Equal(expected, Written(outcome));
    }

    [Theory]
    // A letter an option: n sans objection, r réserve, o objection, - nothing said.
    [InlineData("nnn nrn nno", "a1+ b2+ c3")]
    [InlineData("o-- n-- n--", "b1 c1 a3")] // nobody spoke on b and c: neither is adopted
    public void Consent_adopts_what_meets_no_objection(string ballots, string expected)
    {
        var outcome = Count(QuestionKind.Consent, new VoteRules(), ballots.Split(' '), text => new AnswerValue.Consent(text.Index().Where(pair => pair.Item != '-')
            .ToDictionary(pair => "abc"[pair.Index].ToString(), pair => new Position(pair.Item switch { 'n' => Consenting.NoObjection, 'r' => Consenting.Reservation, _ => Consenting.Objection }, ""))));

        Assert.Equal(expected, Written(outcome));
    }

    [Fact]
    public void Blank_ballots_and_abstentions_take_part_and_weigh_nothing()
    {
        var outcome = Count(QuestionKind.Grades, new VoteRules(Quorum: 0.5m, Blank: true), ["B", "B", "-", "/"], text =>
            new AnswerValue.Grades(text == "-" ? new Dictionary<string, Mention>() : new Dictionary<string, Mention> { ["a"] = Mention.Bien }), asked: 8);

        Assert.Equal(new VoteFigures(8, 4, 1, 1, 4), outcome.Figures);
        Assert.Equal(2, outcome.Figures.Cast);
        Assert.True(outcome.Figures.IsValid);
        Assert.Equal([0, 0, 0, 0, 2, 0, 0], Assert.IsType<TallyResult.Judged>(outcome.Result).Options.First(option => option.Grades.Option == "a").Grades.Counts);
    }

    [Theory]
    [InlineData(0, 60, 0)]
    [InlineData(0.5, 60, 30)]
    [InlineData(0.5, 61, 31)]
    [InlineData(0.6667, 3, 3)]
    [InlineData(1, 7, 7)]
    public void A_quorum_is_at_least_its_share(double share, int asked, int needed) => Assert.Equal(needed, QuorumRules.Needed((decimal)share, asked));

    [Fact]
    public void With_one_voter_too_few_the_vote_is_not_valid()
    {
        var outcome = Count(QuestionKind.Choice, new VoteRules(Quorum: 0.5m), [.. Enumerable.Repeat("a", 29)], text => new AnswerValue.Choice(text), asked: 60);

        Assert.False(outcome.Figures.IsValid);
        Assert.EndsWith("n’est pas atteint\u00A0: il en manque un. Le résultat n’est qu’une indication.", VoteWords.Quorum(outcome.Figures, "organisme", "organismes"));
    }

    [Fact]
    public void A_vote_nobody_cast_a_voice_in_ranks_nothing()
    {
        var outcome = Count(QuestionKind.Choice, new VoteRules(Blank: true), ["-", "/"], _ => new AnswerValue.Choice(""));

        Assert.Null(outcome.Result);
        Assert.Empty(outcome.First);
        Assert.All(outcome.Options, option => Assert.Equal(Standing.NotRetained, option.Standing));
    }

    [Fact]
    public void Equal_colleges_weigh_the_same_however_many_voted()
    {
        // Four of one college for a, one of another for b: one college each.
        string[] ballots = ["a", "a", "a", "a", "b"];

        var plain = Count(QuestionKind.Choice, new VoteRules(), ballots, text => new AnswerValue.Choice(text));
        var equal = Count(QuestionKind.Choice, new VoteRules(EqualColleges: true), ballots, text => new AnswerValue.Choice(text), college: unit => unit == "v5" ? "savoirs" : "terrain");

        Assert.Equal("a1+ b2 c3", Written(plain));
        Assert.Equal("a1= b1= c3", Written(equal));
        Assert.Equal("50\u00A0% des voix", VoteWords.Count(equal, "a"));
    }

    /// <summary>The rank of each option; + retained, > retained by the order of the ballot, = tied for the last place.</summary>
    private static string Written(VoteOutcome outcome) => string.Join(' ', outcome.Options.Select(option => $"{option.Id}{option.Rank}" + option.Standing switch
    {
        Standing.Retained => "+",
        Standing.RetainedByOrder => ">",
        Standing.Tied => "=",
        _ => "",
    }));

    /// <param name="ballots">« / » abstains.</param>
    internal static VoteOutcome Count(
        QuestionKind kind, VoteRules rules, IReadOnlyList<string> ballots, Func<string, AnswerValue> value, int asked = 10, Func<string, string>? college = null)
    {
        var template = Questions.Template(kind) with { Vote = rules };
        template = template with { Questions = [template.Questions[0] with { Options = [new("a", "A", ""), new("b", "B", ""), new("c", "C", "")] }] };
        var consultation = Questions.Of(kind) with { Template = template, Units = new Dictionary<string, int> { ["etat"] = asked } };
        return VoteCount.Of(consultation, [.. ballots.Select((text, index) => new Answer(
            $"v{index + 1}", 1, "c-1", Channel.Page, Questions.Opens, false, text == "/",
            text == "/" ? new Dictionary<string, AnswerValue>() : new Dictionary<string, AnswerValue> { ["q"] = value(text) }))], college ?? (_ => "etat"));
    }
}
