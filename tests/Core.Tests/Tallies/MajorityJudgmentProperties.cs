using Almanach.Core.Consultations.Tallies;
using FsCheck;
using FsCheck.Fluent;

namespace Almanach.Core.Tests.Tallies;

public sealed class MajorityJudgmentProperties
{
    static readonly Config _config = Config.QuickThrowOnFailure.WithMaxTest(500);

    [Theory]
    [InlineData(3, 9)]
    [InlineData(4, 6)]
    [InlineData(5, 5)]
    [InlineData(7, 4)]
    public void The_fast_rule_ranks_every_small_election_as_the_definition_does(int grades, int mostVoters)
    {
        for (var voters = 1; voters <= mostVoters; voters++)
        {
            // Every profile of that many voters stands in one election: each pair is compared.
            var profiles = Profiles(grades, voters).ToList();
            var byDefinition = profiles.Select(RemovedOneByOne).ToList();

            var ranks = MajorityJudgment.Rank([.. profiles.Select((counts, index) => new OptionGrades(index.ToString(), counts))])
                .ToDictionary(ranked => int.Parse(ranked.Grades.Option), ranked => ranked.Rank);

            for (var i = 0; i < profiles.Count; i++)
                Assert.Equal(1 + byDefinition.Count(other => other.AsSpan().SequenceCompareTo(byDefinition[i]) > 0), ranks[i]);
        }
    }

    [Fact]
    public void Who_stands_where_on_the_ballot_changes_nothing()
    {
        var cases = from election in Election()
                    from order in Gen.Shuffle(Enumerable.Range(0, election.Length).ToArray())
                    select (election, order);

        Prop.ForAll(cases.ToArbitrary(), row =>
            RanksOf(row.election).ToHashSet().SetEquals(RanksOf([.. row.order.Select(index => row.election[index])]))).Check(_config);

        static IEnumerable<(string, int)> RanksOf(OptionGrades[] election) =>
            MajorityJudgment.Rank(election).Select(ranked => (ranked.Grades.Option, ranked.Rank));
    }

    [Fact]
    public void A_better_grade_never_costs_a_rank()
    {
        var cases = from election in Election()
                    from option in Gen.Choose(0, election.Length - 1)
                    from grade in Gen.Choose(0, 6)
                    from better in Gen.Choose(grade, 6)
                    where election[option].Counts[grade] > 0
                    select (election, option, grade, better);

        Prop.ForAll(cases.ToArbitrary(), row =>
        {
            var name = row.election[row.option].Option;
            var raised = row.election[row.option].Counts.ToArray();
            raised[row.grade]--;
            raised[row.better]++;
            OptionGrades[] after = [.. row.election.Select(option => option.Option == name ? option with { Counts = raised } : option)];
            return RankOf(name, after) <= RankOf(name, row.election);
        }).Check(_config);

        static int RankOf(string name, OptionGrades[] election) =>
            MajorityJudgment.Rank(election).Single(ranked => ranked.Grades.Option == name).Rank;
    }

    /// <summary>The definition: the lower median of what is left, removed, again until nothing is left.</summary>
    static int[] RemovedOneByOne(int[] counts)
    {
        var left = counts.SelectMany((count, grade) => Enumerable.Repeat(grade, count)).ToList();
        var sequence = new List<int>();
        while (left.Count > 0)
        {
            var median = (left.Count - 1) / 2;
            sequence.Add(left[median]);
            left.RemoveAt(median);
        }

        return [.. sequence];
    }

    static IEnumerable<int[]> Profiles(int grades, int voters) =>
        grades == 1
            ? [[voters]]
            : Enumerable.Range(0, voters + 1).SelectMany(first => Profiles(grades - 1, voters - first).Select(rest => (int[])[first, .. rest]));

    static Gen<OptionGrades[]> Election() =>
        from voters in Gen.Choose(1, 40)
        from options in Gen.Choose(1, 8)
        from grades in Gen.Choose(0, 6).ArrayOf(voters).ArrayOf(options)
        select grades.Select((given, index) => new OptionGrades($"o{index}", [.. Enumerable.Range(0, 7).Select(grade => given.Count(grade.Equals))])).ToArray();
}
