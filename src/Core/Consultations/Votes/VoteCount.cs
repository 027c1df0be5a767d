using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Meetings.Sittings;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations.Votes;

/// <summary>Counts a vote by the rules of its consultation.</summary>
public static class VoteCount
{
    /// <param name="college">The college of a unit; asked only where colleges weigh the same.</param>
    /// <exception cref="ArgumentException">The consultation is no vote.</exception>
    public static VoteOutcome Of(Consultation consultation, IReadOnlyList<Answer> answers, Func<string, string> college)
    {
        var question = QuestionOf(consultation);
        var given = answers.Where(answer => !answer.Declined).ToList();
        var cast = given.Select(answer => (answer.Unit, Value: answer.Values.GetValueOrDefault(question.Id))).Where(ballot => !VoteBallots.IsBlank(ballot.Value)).ToList();
        var equal = consultation.Template.VoteOrDefault().EqualColleges;
        var weights = equal ? CollegeWeights.Of(cast.GroupBy(ballot => college(ballot.Unit)).ToDictionary(group => group.Key, group => group.Count())) : null;
        var ids = consultation.OptionsOf(question).Select(option => option.Id).ToList();
        return Of(consultation, question, answers.Count, answers.Count - given.Count,
            [.. cast.Select(ballot => new Ballot(VoteBallots.Marks(ids, ballot.Value!), weights is null ? 1 : weights[college(ballot.Unit)]))]);
    }

    /// <summary>The same from ballots without their voters.</summary>
    /// <param name="ballots">The marks of each in the order of the options; empty for a blank ballot, null for an abstention.</param>
    public static VoteOutcome Of(Consultation consultation, IReadOnlyList<IReadOnlyList<int?>?> ballots) => Of(
        consultation, QuestionOf(consultation), ballots.Count, ballots.Count(ballot => ballot is null),
        [.. ballots.Where(ballot => ballot is { Count: > 0 }).Select(ballot => new Ballot(ballot!, 1))]);

    private static VoteOutcome Of(
        Consultation consultation, QuestionTemplate question, int tookPart, int abstained, IReadOnlyList<Ballot> cast)
    {
        var rules = consultation.Template.VoteOrDefault();
        var method = VoteBallots.MethodOf(question.Kind);
        var options = consultation.OptionsOf(question);
        var ids = options.Select(option => option.Id).ToList();
        var list = new BallotList(ids, cast);
        var result = ids.Count == 0 || cast.Count == 0 ? null : TallyResult.Of(list, method);
        var order = result?.Order() ?? [.. ids.Select(id => (id, 1))];
        var standings = Standings(order, rules, list, result);
        var labels = options.ToDictionary(option => option.Id, option => option.Label);
        return new VoteOutcome(question, rules, method, list, result,
            [.. order.Select(option => new VotedOption(option.Option, labels[option.Option], option.Rank, standings[option.Option]))],
            new VoteFigures(consultation.Asked, tookPart, abstained, tookPart - abstained - cast.Count, QuorumRules.Needed(rules.Quorum, consultation.Asked)));
    }

    private static IReadOnlyDictionary<string, Standing> Standings(
        IReadOnlyList<(string Option, int Rank)> order, VoteRules rules, BallotList list, TallyResult? result) => result switch
        {
            null => order.ToDictionary(option => option.Option, _ => Standing.NotRetained),
            TallyResult.Consented consented => consented.Options.ToDictionary(option => option.Option, option => option.Passes ? Standing.Retained : Standing.NotRetained),
            TallyResult.Approved approved => Winners.Of(order, rules.Winners, rules.Ties, Beyond(approved.Options, list.Total, rules.Threshold)),
            TallyResult.Chosen chosen => Winners.Of(order, rules.Winners, rules.Ties, Beyond(chosen.Result.Options, chosen.Result.Cast, rules.Threshold)),
            _ => Winners.Of(order, rules.Winners, rules.Ties, _ => true),
        };

    /// <summary>More than its share of the voices cast, exactly; an option without a voice is never retained.</summary>
    private static Func<string, bool> Beyond(IReadOnlyList<CountedOption> options, int cast, decimal threshold)
    {
        var voices = options.ToDictionary(option => option.Option, option => option.Voices);
        return option => voices[option] > threshold * cast;
    }

    private static QuestionTemplate QuestionOf(Consultation consultation) =>
        consultation.Template.BallotQuestion() ?? throw new ArgumentException($"{consultation.Id} is no vote.", nameof(consultation));
}
