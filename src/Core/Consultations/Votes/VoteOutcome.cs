using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations.Votes;

/// <summary>What a vote gave.</summary>
/// <param name="List">The ballots that were counted, blank ones aside, by the ids of their options; each weighs its count.</param>
/// <param name="Result">Null where no voice was cast.</param>
/// <param name="Options">Best first, equal ones in the order of the ballot; as they stood on the ballot where no voice was cast.</param>
public sealed record VoteOutcome(
    QuestionTemplate Question, VoteRules Rules, TallyMethod Method, BallotList List, TallyResult? Result,
    IReadOnlyList<VotedOption> Options, VoteFigures Figures)
{
    public IReadOnlyList<VotedOption> Retained => [.. Options.Where(option => option.Standing is Standing.Retained or Standing.RetainedByOrder)];

    public IReadOnlyList<VotedOption> Tied => [.. Options.Where(option => option.Standing == Standing.Tied)];

    public IReadOnlyList<VotedOption> First => Result is null ? [] : [.. Options.Where(option => option.Rank == 1)];

    /// <summary>Where an option stands in the list of ballots, from 0.</summary>
    public int PlaceOf(string option) => List.Options.ToList().IndexOf(option);

    /// <summary>Whether others share its rank.</summary>
    public bool IsShared(VotedOption option) => Options.Count(other => other.Rank == option.Rank) > 1;
}

public sealed record VotedOption(string Id, string Label, int Rank, Standing Standing);

/// <summary>Who took part.</summary>
/// <param name="Asked">Units that may vote.</param>
/// <param name="TookPart">Those that did, abstained and blank included.</param>
/// <param name="Needed">Units that must take part for the vote to be valid; 0 without a quorum.</param>
public sealed record VoteFigures(int Asked, int TookPart, int Abstained, int Blank, int Needed)
{
    /// <summary>Voices cast (suffrages exprimés).</summary>
    public int Cast => TookPart - Abstained - Blank;

    public bool IsValid => TookPart >= Needed;

    public Turnout Turnout => new(TookPart, Asked);
}
