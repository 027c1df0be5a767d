using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Themes;

namespace Almanach.Core.Tests.Themes;

public sealed class GroupingTests
{
    private static readonly DateTimeOffset Now = new(2021, 11, 8, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Regrouping_merges_and_words_anew_in_one_decision()
    {
        var board = Board("a", "b", "c");

        var after = Accepted(ThemeRules.Decide(board, Regroup(board, "a", ["b", "c"], "Ensemble")));

        Assert.Equal(("Ensemble", ActionKind.Atelier), (after.Themes["a"].Title, after.Themes["a"].Kind));
        Assert.Equal(["a", "b", "c"], after.Themes["a"].Proposals);
        Assert.Equal(["a"], after.Standing.Select(theme => theme.Id));
    }

    [Fact]
    public void Regrouping_without_another_word_still_merges()
    {
        var board = Board("a", "b");
        var same = new ThemeCommand.Regroup("a", ["b"], board.Themes["a"].Title, "", null, null, Now);

        var after = Accepted(ThemeRules.Decide(board, same));

        Assert.Equal("a", after.Themes["b"].MergedInto);
    }

    [Fact]
    public void What_changed_since_the_page_was_shown_is_not_overwritten()
    {
        var shown = Board("a", "b");
        var now = Accepted(ThemeRules.Decide(shown, new ThemeCommand.Edit("b", "Autre titre", "", null, Now)));

        var refused = Assert.IsType<Decision<Board>.Refused>(ThemeRules.Decide(now, Regroup(shown, "a", ["b"], "Ensemble")));

        Assert.Equal(Why.Changed, refused.Refusal.Why);
    }

    [Fact]
    public void A_change_of_another_theme_is_in_nobody_s_way()
    {
        var shown = Board("a", "b", "c");
        var now = Accepted(ThemeRules.Decide(shown, new ThemeCommand.Edit("c", "Autre titre", "", null, Now)));

        Assert.IsType<Decision<Board>.Accepted>(ThemeRules.Decide(now, Regroup(shown, "a", ["b"], "Ensemble")));
    }

    [Fact]
    public void What_was_put_to_the_vote_is_grouped_and_split_no_more_but_still_worded()
    {
        var board = Accepted(ThemeRules.Decide(Board("a", "b", "c", "d", "e"), new ThemeCommand.Merge("a", ["b"], Now)));
        board = Accepted(ThemeRules.Decide(board, new ThemeCommand.PutToVote(["a", "c"], Now)));

        ThemeCommand[] refused =
        [
            new ThemeCommand.Merge("a", ["c"], Now), new ThemeCommand.Merge("d", ["a"], Now), Regroup(board, "c", ["d"], "Ensemble"), new ThemeCommand.Split("a", ["b"], Now),
        ];

        Assert.All(refused, command => Assert.Equal(Why.NotNow, Assert.IsType<Decision<Board>.Refused>(ThemeRules.Decide(board, command)).Refusal.Why));
        Accepted(ThemeRules.Decide(board, Regroup(board, "a", [], "Autrement dit")));
        Accepted(ThemeRules.Decide(board, new ThemeCommand.Merge("d", ["e"], Now))); // came after the ballot was made
    }

    [Fact]
    public void A_carried_over_theme_merged_through_another_is_separated_with_those_who_want_it()
    {
        var board = Board("a", "b").With(Carried("r") with { Wanted = ["x"] });
        board = Accepted(ThemeRules.Decide(board, new ThemeCommand.Merge("b", ["r"], Now)));
        board = Accepted(ThemeRules.Decide(board, new ThemeCommand.Merge("a", ["b"], Now)));
        Assert.Contains("x", board.Backers(board.Themes["a"]));

        var after = Accepted(ThemeRules.Decide(board, new ThemeCommand.Split("a", ["r"], Now)));

        Assert.True(after.Themes["r"].Stands);
        Assert.Equal((Fate.CarriedOver, "atelier, non traité"), (after.Themes["r"].Fate, after.Themes["r"].Steps[^1].Detail));
        Assert.DoesNotContain("x", after.Backers(after.Themes["a"]));
        Assert.Contains("x", after.Backers(after.Themes["r"]));
    }

    [Fact]
    public void The_theme_that_gave_its_name_is_not_separated_from_itself()
    {
        Assert.IsType<Decision<Board>.Refused>(ThemeRules.Decide(Board("a", "b"), new ThemeCommand.Split("a", ["a"], Now)));
    }

    [Fact]
    public void Near_titles_are_suggested_together_once()
    {
        var board = Titled("Le non-recours aux droits", "Non-recours et droits sociaux", "Le non recours aux droits en milieu rural", "Les aidants", "La mobilité des jeunes");

        var groups = Neighbours.Of(board);

        var group = Assert.Single(groups);
        Assert.DoesNotContain(group, theme => theme.Title.Contains("aidants"));
        Assert.Equal(group.Count, group.Select(theme => theme.Id).Distinct().Count());
        Assert.True(group.Count >= 2);
    }

    private static ThemeCommand.Regroup Regroup(Board shown, string into, string[] others, string title) =>
        new(into, others, title, "", ActionKind.Atelier, ThemePrint.Of(shown, [into, .. others]), Now);

    private static Board Board(params string[] ids)
    {
        var board = Core.Themes.Board.Empty(2022);
        foreach (var id in ids)
            board = Accepted(ThemeRules.Decide(board, new ThemeCommand.Propose(new Proposal(
                id, 2022, ProposalOrigin.Spontaneous, $"org-{id}", "c1", $"Titre {id}", "", null, false, "", Now, false, []), Now)));
        return board;
    }

    private static List<Theme> Titled(params string[] titles) =>
        [.. titles.Select((title, index) => Carried($"t{index}") with { Title = title })];

    private static Theme Carried(string id) => new(
        id, $"Titre {id}", "", null, [], "atelier, non traité", [], null, Fate.CarriedOver, null, null, [new FateStep(Fate.CarriedOver, Now, "atelier, non traité")]);

    private static Board Accepted(Decision<Board> decision) => Assert.IsType<Decision<Board>.Accepted>(decision).State;
}
