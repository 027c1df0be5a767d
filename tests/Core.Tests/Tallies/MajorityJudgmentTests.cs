using Almanach.Core.Consultations.Tallies;

namespace Almanach.Core.Tests.Tallies;

public sealed class MajorityJudgmentTests
{
    [Fact]
    public void Three_voters_and_three_grades()
    {
        Assert.Equal([3, 1, 5, 4, 2], RanksOf([1, 1, 1], [1, 0, 2], [3, 0, 0], [2, 0, 1], [0, 3, 0]));
    }

    [Fact]
    public void Eighteen_voters_parted_by_one_grade_at_the_bottom()
    {
        Assert.Equal([2, 1], RanksOf([4, 5, 2, 1, 3, 1, 2], [3, 6, 2, 1, 3, 1, 2]));
    }

    [Fact]
    public void With_two_voters_the_median_is_the_lower_grade()
    {
        // A = best and worst, B = twice the middle: the upper median would elect A.
        Assert.Equal([2, 1], RanksOf([1, 0, 1], [0, 2, 0]));
    }

    [Fact]
    public void Equal_grades_share_a_rank_and_the_next_is_skipped()
    {
        Assert.Equal([1, 1, 3], RanksOf([0, 1, 2], [0, 1, 2], [1, 1, 1]));
    }

    [Fact]
    public void Results_come_best_first_with_their_majority_grade_and_equal_ones_in_the_order_given()
    {
        var ranked = MajorityJudgment.Rank([new("b", [1, 0, 2]), new("a", [0, 3, 0]), new("c", [1, 0, 2])]);

        Assert.Equal(["b", "c", "a"], ranked.Select(option => option.Grades.Option));
        Assert.Equal([2, 2, 1], ranked.Select(option => option.Median));
    }

    [Fact]
    public void Half_the_voters_are_enough_for_the_lower_grade()
    {
        // Four voters, two at the worst: the lower median is the worst, whatever the others give.
        Assert.Equal(0, Assert.Single(MajorityJudgment.Rank([new("a", [2, 0, 2])])).Median);
    }

    [Fact]
    public void Nothing_to_rank_gives_no_rank()
    {
        Assert.Empty(MajorityJudgment.Rank([]));
    }

    public static TheoryData<string, int[][]> Refused => new()
    {
        { "même nombre de mentions", [[1, 1, 1], [1, 1, 0]] }, // unequal totals
        { "même échelle", [[1, 1, 1], [3, 0]] },
        { "négatif", [[4, -1, 0], [3, 0, 0]] },
        { "Aucune mention", [[0, 0, 0], [0, 0, 0]] },
        { "dépasse", [[int.MaxValue, int.MaxValue, 0]] },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_compared_is_refused_with_the_reason(string reason, int[][] counts)
    {
        var options = counts.Select((option, index) => new OptionGrades($"o{index}", option)).ToList();

        Assert.Contains(reason, MajorityJudgment.Refusal(options), StringComparison.Ordinal);
        var thrown = Assert.Throws<ArgumentException>(() => MajorityJudgment.Rank(options));
        Assert.Contains(reason, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ballots_add_up_and_a_grade_left_out_rejects()
    {
        Dictionary<string, Mention>[] ballots =
        [
            new() { ["a"] = Mention.Excellent, ["b"] = Mention.Bien },
            new() { ["a"] = Mention.Bien },
            [],
        ];

        var grades = MajorityJudgment.Count(["a", "b"], ballots);

        Assert.Equal([1, 0, 0, 0, 1, 0, 1], grades[0].Counts);
        Assert.Equal([2, 0, 0, 0, 1, 0, 0], grades[1].Counts);
        Assert.Equal([0, 0, 2, 0, 1, 0, 0], MajorityJudgment.Count(["a", "b"], ballots, absent: Mention.Passable)[1].Counts);
    }

    [Fact]
    public void A_ballot_for_no_option_is_a_bug()
    {
        Dictionary<string, Mention>[] ballots = [new() { ["z"] = Mention.Bien }];

        Assert.Throws<ArgumentException>(() => MajorityJudgment.Count(["a"], ballots));
        Assert.Throws<ArgumentException>(() => MajorityJudgment.Count(["a", "a"], []));
    }

    [Fact]
    public void Grades_have_their_French_names_worst_to_best()
    {
        Assert.Equal(
            ["À rejeter", "Insuffisant", "Passable", "Assez bien", "Bien", "Très bien", "Excellent"],
            Mentions.All.Select(mention => mention.Name()));
    }

    static IEnumerable<int> RanksOf(params int[][] counts)
    {
        var options = counts.Select((option, index) => new OptionGrades(index.ToString(), option)).ToList();
        return MajorityJudgment.Rank(options).OrderBy(ranked => int.Parse(ranked.Grades.Option)).Select(ranked => ranked.Rank);
    }
}
