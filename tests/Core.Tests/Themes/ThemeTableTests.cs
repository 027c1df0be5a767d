using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Themes;
using static Almanach.Core.Tests.Themes.Boards;

namespace Almanach.Core.Tests.Themes;

/// <summary>Every command on a board where b was grouped into a, and e was withdrawn.</summary>
public sealed class ThemeTableTests
{
    static readonly Board _board = Five().After(new ThemeCommand.Merge("a", ["b"], Now)).After(Collect("org-e"));

    [Theory]
    [InlineData("merge c,d", "ok")]
    [InlineData("merge c,z", "ok")] // a carried-over theme goes with a new one
    [InlineData("merge c", "Invalid")] // one theme alone
    [InlineData("merge c,c", "Invalid")] // with itself
    [InlineData("merge a,b", "done")] // the button pressed twice
    [InlineData("merge c,b", "Unknown")] // b stands no more
    [InlineData("merge c,e", "Unknown")] // e was taken back
    [InlineData("merge c,nothing", "Unknown")]
    [InlineData("split a,b", "ok")]
    [InlineData("split a,a", "Invalid")] // the one that gave its name stays
    [InlineData("split a,c", "Invalid")] // c is not in it
    [InlineData("split a", "Invalid")] // nothing chosen
    [InlineData("split b,b", "Unknown")] // b stands no more
    [InlineData("edit c,Nouveau titre", "ok")]
    [InlineData("edit c,Titre c", "done")] // as it is
    [InlineData("edit c, ", "Invalid")] // no title
    [InlineData("edit b,Nouveau", "Unknown")] // grouped: its whole is edited
    [InlineData("propose f", "ok")]
    [InlineData("propose a", "done")] // sent twice
    [InlineData("collect org-c,c", "ok")]
    [InlineData("consolidate", "ok")]
    [InlineData("vote c", "ok")]
    [InlineData("put c", "ok")]
    [InlineData("fate c", "ok")]
    [InlineData("carry z", "ok")] // there already: kept as it is
    public void A_command_on_a_board(string text, string expected)
    {
        var decision = ThemeRules.Decide(_board, Command(text));

        Assert.Equal(expected, decision switch
        {
            Decision<Board>.Accepted => "ok",
            Decision<Board>.Refused refused => refused.Refusal.Why.ToString(),
            _ => "done",
        });
        if (decision is Decision<Board>.Refused { Refusal.Message: var message })
            Assert.Matches("(Choisissez|Donnez|Relisez|Regroupez|Gardez)", message);
    }

    [Theory]
    [InlineData("merge c,d")]
    [InlineData("split a,b")]
    [InlineData("edit c,Nouveau titre")]
    [InlineData("propose f")]
    [InlineData("collect org-c,c,c2")]
    [InlineData("collect org-e")]
    [InlineData("consolidate")]
    [InlineData("vote c")]
    [InlineData("put c")]
    [InlineData("fate c")]
    [InlineData("carry y")]
    public void The_same_command_again_leaves_the_board_as_it_is(string text)
    {
        var once = _board.After(Command(text));

        var again = ThemeRules.Decide(once, Command(text));

        if (again is Decision<Board>.Accepted accepted)
            Assert.Equal(Written(once), Written(accepted.State));
    }

    [Fact]
    public void An_answer_to_one_consultation_leaves_what_was_proposed_in_another()
    {
        var board = Five();

        var after = board.After(new ThemeCommand.Collect("theme-seminaire", "org-a", [Proposal("s", "org-a", "theme-seminaire")], [], null, Now));

        Assert.False(after.Proposals["a"].Withdrawn);
        Assert.Contains("s:s:org-a:Received", after.Seen());
    }

    [Fact]
    public void An_answer_that_does_not_ask_about_carried_over_themes_leaves_who_wants_them()
    {
        var board = Five().After(Collect("org-a", "a") with { Wanted = ["z"] });

        var after = board.After(Collect("org-a", "a") with { Consultation = "theme-seminaire", Wanted = null, Proposals = [] });

        Assert.Equal(["org-a"], after.Backers(after.Themes["z"]));
    }

    [Fact]
    public void Who_wants_a_carried_over_theme_is_counted_where_it_was_grouped_even_afterwards()
    {
        var board = Five().After(new ThemeCommand.Merge("a", ["z"], Now)).After(Collect("org-c", "c") with { Wanted = ["z"] });

        Assert.Equal(["org-a", "org-c"], board.Backers(board.Themes["a"]));
    }

    [Fact]
    public void A_carried_over_theme_grouped_by_mistake_can_be_taken_out_again()
    {
        var before = Five().After(Collect("org-c", "c") with { Wanted = ["z"] });

        var after = before.After(new ThemeCommand.Merge("a", ["z"], Now)).After(new ThemeCommand.Split("a", ["z"], Now));

        Assert.Equal(before.Seen(), after.Seen());
    }

    [Fact]
    public void A_group_whose_authors_all_took_theirs_back_goes_until_one_comes_back()
    {
        var grouped = Five().After(new ThemeCommand.Merge("a", ["b"], Now));

        var gone = grouped.After(Collect("org-a")).After(Collect("org-b"));
        var back = gone.After(Collect("org-b", "b"));

        Assert.DoesNotContain(gone.Standing, theme => theme.Id == "a");
        Assert.Contains("a:a+b:org-b:Received", back.Seen());
    }

    [Fact]
    public void A_proposal_that_says_nothing_is_refused()
    {
        var refused = Assert.IsType<Decision<Board>.Refused>(ThemeRules.Decide(_board, new ThemeCommand.Propose(Proposal("f") with { Title = " " }, Now)));

        Assert.Equal("titre", refused.Refusal.Fields.Single().Field);
    }

    static string Written(Board board) => string.Join('\n',
        board.Themes.Values.OrderBy(theme => theme.Id, StringComparer.Ordinal).Select(Stored.Write)
            .Concat(board.Proposals.Values.OrderBy(proposal => proposal.Id, StringComparer.Ordinal).Select(Stored.Write)));

    static ThemeCommand Command(string text)
    {
        var (verb, arguments) = text.Split(' ', 2) is [var first, var rest] ? (first, rest.Split(',')) : (text, []);
        return verb switch
        {
            "merge" => new ThemeCommand.Merge(arguments[0], arguments[1..], Now),
            "split" => new ThemeCommand.Split(arguments[0], arguments[1..], Now),
            "edit" => new ThemeCommand.Edit(arguments[0], arguments[1], "", null, Now),
            "propose" => new ThemeCommand.Propose(Proposal(arguments[0]) with { Origin = ProposalOrigin.Spontaneous, Consultation = "" }, Now),
            "collect" => Collect(arguments[0], arguments[1..]),
            "consolidate" => new ThemeCommand.Consolidate(Now),
            "vote" => new ThemeCommand.RecordVote(new Dictionary<string, VoteResult> { [arguments[0]] = new(1, Mention.Bien, [0, 1]) }, Now),
            "put" => new ThemeCommand.PutToVote(arguments, Now),
            "fate" => new ThemeCommand.RecordFates([new ThemeFate(arguments[0], Fate.Chosen, "action", "Action")], Now),
            _ => new ThemeCommand.CarryOver([new CarriedTheme(arguments[0], "Thème", ActionKind.Atelier, "atelier, non traité")], Now),
        };
    }
}
