namespace Almanach.Core.Consultations.Tallies;

/// <summary>How a list of ballots is counted.</summary>
public enum TallyMethod
{
    /// <summary>A grade for each option, see <see cref="Tallies.MajorityJudgment"/>.</summary>
    MajorityJudgment,

    /// <summary>A rank for each option, see <see cref="Tallies.Schulze"/>.</summary>
    Schulze,

    /// <summary>Any number of the options, see <see cref="Tallies.Approval"/>.</summary>
    Approval,

    /// <summary>One of the options, see <see cref="Tallies.SingleChoice"/>.</summary>
    SingleChoice,

    /// <summary>Objections to each option, see <see cref="Tallies.Consent"/>.</summary>
    Consent,
}

/// <summary>Ballots as they are published, so that anybody can count them again.</summary>
/// <param name="Options">At least one, each once.</param>
public sealed record BallotList(IReadOnlyList<string> Options, IReadOnlyList<Ballot> Ballots)
{
    /// <summary>Ballots at most, all counts added up: sums of them stay within 32 bits.</summary>
    public const int Most = 1_000_000_000;

    /// <summary>How many ballots there are, each with its count.</summary>
    public int Total => Ballots.Sum(ballot => ballot.Count);

    /// <summary>How many of them are blank from end to end.</summary>
    public int Blank => Ballots.Where(ballot => ballot.Marks.All(mark => mark is null)).Sum(ballot => ballot.Count);
}

/// <param name="Marks">In the order of the options: a grade (0 the worst), a rank (1 the best), 0 and 1, or a <see cref="Consenting"/>; null where it is left blank.</param>
/// <param name="Count">How many ballots are marked so, from 1.</param>
public sealed record Ballot(IReadOnlyList<int?> Marks, int Count);
