namespace Almanach.Core.Consultations.Tallies;

/// <summary>What counting a list of ballots gave.</summary>
public abstract record TallyResult
{
    private TallyResult() { }

    public sealed record Judged(IReadOnlyList<GradedOption> Options) : TallyResult;

    public sealed record Ranked(SchulzeResult Result) : TallyResult;

    public sealed record Approved(IReadOnlyList<CountedOption> Options) : TallyResult;

    public static TallyResult Of(BallotList list, TallyMethod method) => method switch
    {
        TallyMethod.MajorityJudgment => new Judged(MajorityJudgment.Rank(MajorityJudgment.Count(list, GradesOf(list)))),
        TallyMethod.Schulze => new Ranked(Schulze.Tally(list)),
        TallyMethod.Approval => new Approved(Approval.Tally(list)),
    };

    /// <summary>The seven mentions, or more where a grade by number asks for it.</summary>
    private static int GradesOf(BallotList list) =>
        Math.Max(Mentions.All.Count, 1 + list.Ballots.Max(ballot => ballot.Marks.Max() ?? 0));
}
