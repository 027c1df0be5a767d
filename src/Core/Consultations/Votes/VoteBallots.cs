using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations.Votes;

/// <summary>From what voters gave to ballots that can be counted.</summary>
public static class VoteBallots
{
    /// <summary>How answers to such a question are counted.</summary>
    public static TallyMethod MethodOf(QuestionKind kind) => kind switch
    {
        QuestionKind.Grades => TallyMethod.MajorityJudgment,
        QuestionKind.Ranking => TallyMethod.Schulze,
        QuestionKind.Approval => TallyMethod.Approval,
        QuestionKind.Choice => TallyMethod.SingleChoice,
        QuestionKind.Consent => TallyMethod.Consent,
        QuestionKind.Proposals or QuestionKind.Dates or QuestionKind.Engagement or QuestionKind.Attendance or QuestionKind.Text or QuestionKind.Contributions or QuestionKind.Entries or QuestionKind.Deliveries =>
            throw new ArgumentException($"{kind} is not voted on.", nameof(kind)),
    };

    /// <summary>Marks nothing: it took part, and is no voice.</summary>
    public static bool IsBlank(AnswerValue? value) => value is null or AnswerValue.Grades { ByOption.Count: 0 } or AnswerValue.Ranking { ByOption.Count: 0 }
        or AnswerValue.Approval { Options.Count: 0 } or AnswerValue.Choice { Option.Length: 0 } or AnswerValue.Consent { ByOption.Count: 0 };

    /// <summary>A ballot of that kind that marks nothing.</summary>
    public static AnswerValue Blank(QuestionKind kind) => kind switch
    {
        QuestionKind.Grades => new AnswerValue.Grades(new Dictionary<string, Mention>()),
        QuestionKind.Ranking => new AnswerValue.Ranking(new Dictionary<string, int>()),
        QuestionKind.Approval => new AnswerValue.Approval([]),
        QuestionKind.Choice => new AnswerValue.Choice(""),
        QuestionKind.Consent => new AnswerValue.Consent(new Dictionary<string, Position>()),
        QuestionKind.Proposals or QuestionKind.Dates or QuestionKind.Engagement or QuestionKind.Attendance or QuestionKind.Text or QuestionKind.Contributions or QuestionKind.Entries or QuestionKind.Deliveries =>
            throw new ArgumentException($"{kind} is not voted on.", nameof(kind)),
    };

    /// <summary>The marks of one ballot, in the order of the options; null where it says nothing of one.</summary>
    public static IReadOnlyList<int?> Marks(IReadOnlyList<string> options, AnswerValue value) => [.. options.Select(option => Mark(option, value))];

    private static int? Mark(string option, AnswerValue value) => value switch
    {
        AnswerValue.Grades grades => grades.ByOption.TryGetValue(option, out var mention) ? (int)mention : null,
        AnswerValue.Ranking ranking => ranking.ByOption.TryGetValue(option, out var rank) ? rank : null,
        AnswerValue.Approval approval => approval.Options.Contains(option) ? 1 : 0,
        AnswerValue.Choice choice => choice.Option == option ? 1 : 0,
        AnswerValue.Consent consent => consent.ByOption.TryGetValue(option, out var position) ? (int)position.Word : null,
        _ => throw new ArgumentException($"{value.GetType().Name} is no ballot.", nameof(value)),
    };
}
