using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Consultations.Votes;

namespace Almanach.Web.Api;

/// <summary>What a vote gives, as the API tells it.</summary>
/// <param name="Options">Best first; ranks of equal ones are equal (1, 1, 3).</param>
/// <param name="Valid">The quorum is reached, or there is none.</param>
/// <param name="Rules">Method, threshold, quorum and the rule for ties, in French, as the minutes state them.</param>
internal sealed record VoteOutcomeView(
    TallyMethod Method, IReadOnlyList<VotedOptionView> Options, int Asked, int TookPart, int Cast, int Blank, int Abstained, bool Valid, string Rules)
{
    public static VoteOutcomeView Of(VoteOutcome outcome) => new(
        outcome.Method, [.. outcome.Options.Select(option => new VotedOptionView(option.Id, option.Label, option.Rank, option.Standing, VoteWords.Count(outcome, option.Id)))],
        outcome.Figures.Asked, outcome.Figures.TookPart, outcome.Figures.Cast, outcome.Figures.Blank, outcome.Figures.Abstained, outcome.Figures.IsValid, VoteWords.Rules(outcome));
}

/// <param name="Count">« 12 voix », « Très bien »: as the page says it.</param>
internal sealed record VotedOptionView(string Id, string Label, int Rank, Standing Standing, string Count);
