using Almanach.Core.Engine;
using Almanach.Core.Themes;
using static Almanach.Core.Tests.Themes.Boards;

namespace Almanach.Core.Tests.Themes;

/// <summary>What comes by the public form is read, then kept or set aside.</summary>
public sealed class OutsideSubjectsTests
{
    private static readonly Board _board = Five().After(new ThemeCommand.Propose(Proposal("p", "Un club", "") with { Origin = ProposalOrigin.PublicForm, Contact = null }, Now));

    [Fact]
    public void It_is_unread_until_it_is_kept_or_set_aside()
    {
        Assert.Equal(["p"], _board.Unread.Select(proposal => proposal.Id));
        Assert.Empty(_board.After(new ThemeCommand.Show("p", Now)).Unread);
        Assert.Empty(_board.After(new ThemeCommand.SetAside("p", Now)).Unread);
    }

    [Fact]
    public void Members_see_its_theme_once_it_is_kept_or_grouped_even_with_one_carried_over()
    {
        Assert.DoesNotContain(_board.Shown, theme => theme.Id == "p");
        Assert.Equal(6, _board.Shown.Count);
        Assert.Contains(_board.After(new ThemeCommand.Show("p", Now)).Shown, theme => theme.Id == "p");
        Assert.All(new (string Into, string Other)[] { ("a", "p"), ("p", "a"), ("z", "p"), ("p", "z") },
            pair => Assert.Contains(_board.After(new ThemeCommand.Merge(pair.Into, [pair.Other], Now)).Shown, theme => theme.Id == pair.Into));
    }

    [Fact]
    public void Set_aside_it_leaves_the_board_and_can_be_taken_up_again()
    {
        var aside = _board.After(new ThemeCommand.SetAside("p", Now));
        var again = aside.After(new ThemeCommand.Show("p", Now));

        Assert.DoesNotContain(aside.Standing, theme => theme.Id == "p");
        Assert.IsType<Decision<Board>.AlreadyDone>(ThemeRules.Decide(aside, new ThemeCommand.SetAside("p", Now)));
        Assert.Contains(again.Standing, theme => theme is { Id: "p", Fate: Fate.Received });
        Assert.True(again.Proposals["p"] is { Shown: true, SetAside: false, Withdrawn: false });
        Assert.True(again.Shows(again.Proposals["p"]));
    }

    [Theory]
    [InlineData("a", Why.NotNow)] // a member's own
    [InlineData("x", Why.Unknown)]
    public void Only_what_came_by_the_public_form_is_set_aside(string proposal, Why why)
    {
        Assert.Equal(why, Assert.IsType<Decision<Board>.Refused>(ThemeRules.Decide(_board, new ThemeCommand.SetAside(proposal, Now))).Refusal.Why);
    }

    [Fact]
    public void What_was_grouped_or_put_to_the_vote_is_not_set_aside()
    {
        var grouped = _board.After(new ThemeCommand.Merge("a", ["p"], Now));
        var voted = _board.After(new ThemeCommand.PutToVote(["p"], Now));

        Assert.All([grouped, voted], board => Assert.IsType<Decision<Board>.Refused>(ThemeRules.Decide(board, new ThemeCommand.SetAside("p", Now))));
        Assert.Empty(grouped.Unread);
    }
}
