using Almanach.Core.Consultations.Tallies;

namespace Almanach.Core.Tests.Tallies;

public sealed class CountsTests
{
    [Fact]
    public void Approval_gives_each_option_named_one_voice()
    {
        string[][] ballots = [["a", "c"], ["c"], ["b", "b", "c"], []];

        var tally = Approval.Tally(["a", "b", "c", "d"], ballots);

        Assert.Equal([new("c", 3, 1), new("a", 1, 2), new("b", 1, 2), new("d", 0, 4)], tally);
    }

    [Fact]
    public void A_single_choice_counts_blank_ballots_apart()
    {
        var result = SingleChoice.Tally(["a", "b"], ["b", null, "b", "a", null, null]);

        Assert.Equal([new("b", 2, 1), new("a", 1, 2)], result.Options);
        Assert.Equal((3, 3), (result.Blank, result.Cast));
        Assert.Equal("b", result.Majority?.Option); // two of the three voices cast
    }

    [Fact]
    public void Half_the_voices_is_no_majority()
    {
        Assert.Null(SingleChoice.Tally(["a", "b", "c"], ["a", "a", "b", "c"]).Majority);
        Assert.Null(SingleChoice.Tally(["a"], []).Majority);
    }

    [Fact]
    public void The_best_date_is_the_one_most_people_can_come_to_and_then_most_gladly()
    {
        const Availability Yes = Availability.Yes, Maybe = Availability.IfNeedBe, No = Availability.No;
        Dictionary<string, Availability>[] answers =
        [
            new() { ["mardi"] = Yes, ["jeudi"] = Maybe, ["lundi"] = Maybe },
            new() { ["mardi"] = Yes, ["jeudi"] = Yes, ["lundi"] = Maybe },
            new() { ["mardi"] = No, ["jeudi"] = Maybe, ["lundi"] = Maybe },
            new() { ["mardi"] = Yes },
        ];

        var dates = DatePoll.Tally(["lundi", "mardi", "jeudi", "vendredi"], answers);

        Assert.Equal(
            [
                new("mardi", 3, 0, 1, 1), // three can come, all gladly
                new("jeudi", 1, 2, 0, 2),
                new("lundi", 0, 3, 0, 3),
                new("vendredi", 0, 0, 0, 4), // nobody answered
            ],
            dates);
        Assert.Equal(["mardi"], DatePoll.Best(dates).Select(date => date.Option));
    }

    [Fact]
    public void A_date_nobody_can_come_to_is_never_the_best()
    {
        Dictionary<string, Availability>[] answers = [new() { ["lundi"] = Availability.No }];

        var dates = DatePoll.Tally(["lundi", "mardi"], answers);

        Assert.Equal([1, 1], dates.Select(date => date.Rank));
        Assert.Empty(DatePoll.Best(dates));
    }

    [Fact]
    public void A_voice_for_no_option_is_a_bug()
    {
        Assert.Throws<ArgumentException>(() => Approval.Tally(["a"], [["z"]]));
        Assert.Throws<ArgumentException>(() => SingleChoice.Tally(["a"], ["z"]));
        Assert.Throws<ArgumentException>(() => DatePoll.Tally(["a"], [new Dictionary<string, Availability> { ["z"] = Availability.Yes }]));
    }
}
