using Almanach.Core.Consultations.Tallies;
using FsCheck;
using FsCheck.Fluent;

namespace Almanach.Core.Tests.Tallies;

public sealed class BallotListTests
{
    static readonly Config _config = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Theory]
    [InlineData(TallyMethod.MajorityJudgment)]
    [InlineData(TallyMethod.Schulze)]
    [InlineData(TallyMethod.Approval)]
    public void A_count_is_as_many_ballots_and_their_order_is_nothing(TallyMethod method)
    {
        var cases = from list in Lists(method)
                    from mixed in Gen.Shuffle(list.Ballots.SelectMany(ballot => Enumerable.Repeat(ballot with { Count = 1 }, ballot.Count)).ToArray())
                    select (list, one: list with { Ballots = mixed });

        Prop.ForAll(cases.ToArbitrary(), row =>
            row.list.Total == row.one.Ballots.Count && row.list.Blank == row.one.Blank && Said(row.list, method) == Said(row.one, method)).Check(_config);
    }

    [Fact]
    public void Blank_marks_are_the_worst_grade_the_last_rank_and_no_voice()
    {
        BallotList list = new(["a", "b", "c"], [new([1, null, null], 1), new([null, null, null], 2)]);

        Assert.Equal((3, 2), (list.Total, list.Blank));
        Assert.Equal("a 1 0 2,1,0,0,0,0,0; b 2 0 3,0,0,0,0,0,0; c 2 0 3,0,0,0,0,0,0", Said(list, TallyMethod.MajorityJudgment));
        Assert.Equal("a 1; b 2; c 2", Said(list, TallyMethod.Schulze));
        Assert.Equal("a 1 1; b 2 0; c 2 0", Said(list, TallyMethod.Approval));
    }

    [Fact]
    public void A_scale_of_more_grades_than_seven_is_as_long_as_the_best_one_given()
    {
        var judged = Assert.IsType<TallyResult.Judged>(TallyResult.Of(new(["a"], [new([19], 1)]), TallyMethod.MajorityJudgment));

        Assert.Equal((19, 20), (judged.Options[0].Median, judged.Options[0].Grades.Counts.Count));
    }

    [Fact]
    public void A_thousand_million_ballots_are_counted()
    {
        BallotList list = new(["a", "b"], [new([1, 2], BallotList.Most / 2), new([2, 1], BallotList.Most / 2)]);

        foreach (var method in Enum.GetValues<TallyMethod>())
            Assert.Matches("a 1.*; b 1", Said(list with { Ballots = [.. list.Ballots.Select(ballot => method == TallyMethod.Approval ? ballot with { Marks = [1, 1] } : ballot)] }, method));
    }

    static string Said(BallotList list, TallyMethod method) => string.Join("; ", TallyResult.Of(list, method) switch
    {
        TallyResult.Judged judged => judged.Options.Select(option => $"{option.Grades.Option} {option.Rank} {option.Median} {string.Join(',', option.Grades.Counts)}"),
        TallyResult.Ranked ranked => ranked.Result.Options.Select(option => $"{option.Option} {option.Rank}"),
        TallyResult.Approved approved => approved.Options.Select(option => $"{option.Option} {option.Rank} {option.Voices}"),
        TallyResult.Chosen chosen => chosen.Result.Options.Select(option => $"{option.Option} {option.Rank} {option.Voices}"),
        TallyResult.Consented consented => consented.Options.Select(option => $"{option.Option} {option.Rank} {option.Objections}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    static Gen<BallotList> Lists(TallyMethod method) =>
        from size in Gen.Choose(1, 5)
        from ballots in (from marks in Gen.Choose(-1, method == TallyMethod.Approval ? 1 : 6).ArrayOf(size)
                         from count in Gen.Choose(1, 4)
                         select new Ballot([.. marks.Select(mark => mark < (method == TallyMethod.Schulze ? 1 : 0) ? (int?)null : mark)], count)).NonEmptyListOf()
        select new BallotList([.. Enumerable.Range(0, size).Select(index => $"o{index}")], [.. ballots]);
}
