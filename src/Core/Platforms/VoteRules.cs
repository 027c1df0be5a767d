using System.ComponentModel;

namespace Almanach.Core.Platforms;

/// <summary>
/// How a vote is counted and what makes it valid. The method follows from the kind of the question: grades are counted by
/// majority judgment, ranks by Schulze's method, approval and choice by voices, consent by objections.
/// </summary>
/// <param name="Winners">How many options are retained, 0 to 50; 0 where the result is an order alone. Consent retains all that meet no objection.</param>
/// <param name="Threshold">An option is retained only with more than this share of the voices cast, 0 to below 1: 0.5 asks for more than half. Choice and approval only.</param>
/// <param name="Ties">What parts options that the method leaves equal.</param>
/// <param name="Quorum">The vote is valid when at least this share of those asked took part (abstained and blank included), 0 to 1.</param>
/// <param name="Blank">A ballot may be blank: counted as taking part, not among the voices cast.</param>
/// <param name="EqualColleges">Every college weighs the same, however many voted in it.</param>
/// <param name="Secret">Nobody may learn who voted what (one roll, one box).</param>
/// <param name="ByReply">A vote may be read in a reply to the mail, where it is as simple as one option named; never a secret one.</param>
public sealed record VoteRules(
    [DefaultValue(1)] int Winners = 1, [DefaultValue(0)] decimal Threshold = 0, [DefaultValue(TieRule.Stated)] TieRule Ties = TieRule.Stated,
    [DefaultValue(0)] decimal Quorum = 0, [DefaultValue(false)] bool Blank = false, [DefaultValue(false)] bool EqualColleges = false,
    [DefaultValue(false)] bool Secret = false, [DefaultValue(false)] bool ByReply = false)
{
    public const int MostWinners = 50;

    public static VoteRules Default { get; } = new();

    /// <summary>Whether answers to such a question can be counted as ballots.</summary>
    public static bool Counts(QuestionKind kind) => kind switch
    {
        QuestionKind.Grades or QuestionKind.Ranking or QuestionKind.Approval or QuestionKind.Choice or QuestionKind.Consent => true,
        QuestionKind.Proposals or QuestionKind.Dates or QuestionKind.Engagement or QuestionKind.Attendance or QuestionKind.Text or QuestionKind.Contributions or QuestionKind.Entries or QuestionKind.Deliveries => false,
    };

    /// <summary>Whether a threshold means something for it.</summary>
    public static bool HasThreshold(QuestionKind kind) => kind is QuestionKind.Approval or QuestionKind.Choice;
}

/// <summary>What parts options that a vote leaves equal. Nothing is ever drawn by lot.</summary>
public enum TieRule
{
    /// <summary>Nothing: they stay equal, and the committee chooses.</summary>
    Stated,

    /// <summary>The chair of the committee has the casting vote (voix prépondérante).</summary>
    Chair,

    /// <summary>The one that stands first on the ballot.</summary>
    BallotOrder,
}
