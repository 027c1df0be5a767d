using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations;

/// <summary>From answers to a ranking by majority judgment: an option left without a grade counts as « à rejeter ».</summary>
public static class VoteCount
{
    public static IReadOnlyList<GradedOption> Of(Consultation consultation, QuestionTemplate question, IReadOnlyList<Answer> answers)
    {
        var ballots = answers.Where(answer => !answer.Declined)
            .Select(answer => answer.Values.GetValueOrDefault(question.Id)).OfType<AnswerValue.Grades>().ToList();
        var options = consultation.OptionsOf(question).Select(option => new OptionGrades(option.Id, Counts(option.Id, ballots))).ToList();
        return options.Count == 0 || ballots.Count == 0 ? [] : MajorityJudgment.Rank(options);
    }

    private static int[] Counts(string option, IReadOnlyList<AnswerValue.Grades> ballots)
    {
        var counts = new int[Mentions.All.Count];
        foreach (var ballot in ballots)
            counts[(int)ballot.ByOption.GetValueOrDefault(option, Mention.ARejeter)]++;
        return counts;
    }
}
