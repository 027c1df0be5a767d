namespace Almanach.Core.Consultations.Tallies;

/// <summary>What counting a list of ballots gave.</summary>
public abstract record TallyResult
{
    private TallyResult() { }

    public sealed record Judged(IReadOnlyList<GradedOption> Options) : TallyResult;

    public sealed record Ranked(SchulzeResult Result) : TallyResult;

    public sealed record Approved(IReadOnlyList<CountedOption> Options) : TallyResult;

    public sealed record Chosen(ChoiceResult Result) : TallyResult;

    public sealed record Consented(IReadOnlyList<ConsentedOption> Options) : TallyResult;

    /// <summary>Each option with its rank, best first.</summary>
    public IReadOnlyList<(string Option, int Rank)> Order() => this switch
    {
        Judged judged => [.. judged.Options.Select(option => (option.Grades.Option, option.Rank))],
        Ranked ranked => [.. ranked.Result.Options.Select(option => (option.Option, option.Rank))],
        Approved approved => [.. approved.Options.Select(option => (option.Option, option.Rank))],
        Chosen chosen => [.. chosen.Result.Options.Select(option => (option.Option, option.Rank))],
        Consented consented => [.. consented.Options.Select(option => (option.Option, option.Rank))],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static TallyResult Of(BallotList list, TallyMethod method) => method switch
    {
        TallyMethod.MajorityJudgment => new Judged(MajorityJudgment.Rank(MajorityJudgment.Count(list, GradesOf(list)))),
        TallyMethod.Schulze => new Ranked(Schulze.Tally(list)),
        TallyMethod.Approval => new Approved(Approval.Tally(list)),
        TallyMethod.SingleChoice => new Chosen(SingleChoice.Tally(list)),
        TallyMethod.Consent => new Consented(Consent.Tally(list)),
    };

    /// <summary>The seven mentions, or more where a grade by number asks for it.</summary>
    private static int GradesOf(BallotList list) =>
        Math.Max(Mentions.All.Count, 1 + list.Ballots.Max(ballot => ballot.Marks.Max() ?? 0));
}
