using Almanach.Core.Engine;
using Almanach.Core.Themes;
using FsCheck;
using FsCheck.Fluent;
using static Almanach.Core.Tests.Themes.Boards;

namespace Almanach.Core.Tests.Themes;

/// <summary>Whatever is grouped, separated, taken back and proposed again.</summary>
public sealed class BoardProperties
{
    static readonly Config _config = Config.QuickThrowOnFailure.WithMaxTest(300);

    /// <summary>What happened in a walk of thirty steps on a board of five proposals and a carried-over theme.</summary>
    static readonly Arbitrary<ThemeCommand[]> _walks = (
        from verbs in Gen.Choose(0, 5).ArrayOf(30)
        from firsts in Gen.Elements("a", "b", "c", "d", "e", "z").ArrayOf(30)
        from seconds in Gen.Elements("a", "b", "c", "d", "e", "z").ArrayOf(30)
        select Enumerable.Range(0, 30).Select(i => Command(verbs[i], firsts[i], seconds[i], Now.AddMinutes(i))).ToArray()).ToArbitrary();

    [Fact]
    public void No_proposal_is_ever_lost_or_rewritten() => Walk((_, board) =>
        "abcde".All(c => board.Proposals[$"{c}"].Title == $"Titre {c}") && board.Proposals.Count == 5);

    [Fact]
    public void Every_proposal_stands_in_exactly_one_theme_or_was_taken_back() => Walk((_, board) =>
        board.Proposals.Values.All(proposal =>
            board.Themes.Values.Count(theme => theme.Stands && theme.Proposals.Contains(proposal.Id)) is var places
            && (places == 1 || places == 0 && proposal.Withdrawn)));

    [Fact]
    public void A_carried_over_theme_stands_or_is_in_one_that_does() => Walk((_, board) => Whole(board, board.Themes["z"]).Stands);

    [Fact]
    public void Every_grouped_theme_says_where_its_proposal_is() => Walk((_, board) =>
        board.Themes.Values.Where(theme => theme.MergedInto is not null && theme.CarriedFrom is null)
            .All(theme => Whole(board, theme).Id == board.ThemeOf(theme.Id)!.Id));

    [Fact]
    public void No_theme_stands_without_anybody_behind_it() => Walk((_, board) =>
        board.Standing.All(theme => theme.CarriedFrom is not null || board.Backers(theme).Count > 0
            || board.Themes.Values.Any(other => other.CarriedFrom is not null && Whole(board, other).Id == theme.Id)));

    [Fact]
    public void Separating_what_was_grouped_restores_what_was_seen() =>
        Prop.ForAll(_walks, Gen.Elements("a", "b", "c", "d", "e", "z").ToArbitrary(), Gen.Elements("a", "b", "c", "d", "e", "z").ToArbitrary(), (walk, into, other) =>
        {
            var board = Boards(walk).Last().Board;
            // A group grouped again is taken apart one proposal at a time.
            var isGroup = board.Themes.Values.Any(theme => theme.MergedInto == other) || board.Themes[other].Proposals.Any(id => id != other);
            if (isGroup || ThemeRules.Decide(board, new ThemeCommand.Merge(into, [other], Now)) is not Decision<Board>.Accepted merged)
                return;

            var back = merged.State.After(new ThemeCommand.Split(into, [other], Now));

            Assert.Equal(board.Seen(), back.Seen());
        }).Check(_config);

    static Theme Whole(Board board, Theme theme)
    {
        for (var steps = 0; theme.MergedInto is { } into && steps < 10; steps++)
            theme = board.Themes[into];
        return theme;
    }

    static void Walk(Func<ThemeCommand?, Board, bool> holds) => Prop.ForAll(_walks, walk =>
    {
        foreach (var (command, board) in Boards(walk))
            Assert.True(holds(command, board), $"{command}\n{string.Join('\n', board.Themes.Values.Select(theme => $"{theme.Id} → {theme.MergedInto} [{string.Join(',', theme.Proposals)}] {theme.Fate}"))}");
    }).Check(_config);

    static IEnumerable<(ThemeCommand? Command, Board Board)> Boards(IEnumerable<ThemeCommand> walk)
    {
        var board = Five();
        yield return (null, board);
        foreach (var command in walk)
            if (ThemeRules.Decide(board, command) is Decision<Board>.Accepted accepted)
                yield return (command, board = accepted.State);
    }

    static ThemeCommand Command(int verb, string first, string second, DateTimeOffset now) => verb switch
    {
        0 or 1 => new ThemeCommand.Merge(first, [second], now),
        2 or 3 => new ThemeCommand.Split(first, [second], now),
        4 => Collect($"org-{first}") with { Wanted = [second], Now = now },
        _ => (first == "z" ? Collect("org-z") : Collect($"org-{first}", first)) with { Wanted = ["z"], Now = now },
    };
}
