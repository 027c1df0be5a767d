using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Themes;

namespace Almanach.Core.Tests.Themes;

internal static class Boards
{
    public static readonly DateTimeOffset Now = new(2021, 10, 20, 8, 0, 0, TimeSpan.Zero);

    public static Proposal Proposal(string id, string organisation = "caf", string consultation = "themes") => new(
        id, 2022, ProposalOrigin.Collection, organisation, "c-1", $"Titre {id}", "", null, false, "", Now, false, [], consultation);

    public static ThemeCommand.Collect Collect(string organisation, params string[] ids) =>
        new("themes", organisation, [.. ids.Select(id => Proposal(id, organisation))], [], [], Now);

    /// <summary>A board of proposals a to e of five organisations and a theme z carried over.</summary>
    public static Board Five()
    {
        var board = Board.Empty(2022).After(new ThemeCommand.CarryOver([new CarriedTheme("z", "Thème z", ActionKind.Atelier, "atelier, non traité")], Now));
        return "abcde".Aggregate(board, (next, c) => next.After(Collect($"org-{c}", $"{c}")));
    }

    public static Board After(this Board board, ThemeCommand command) =>
        Assert.IsType<Decision<Board>.Accepted>(ThemeRules.Decide(board, command)).State;

    /// <summary>What a reader sees: which theme stands, with which proposals and backers, and what became of it.</summary>
    public static IEnumerable<string> Seen(this Board board) =>
        board.Standing.Select(theme => $"{theme.Id}:{string.Join('+', theme.Proposals.Order(StringComparer.Ordinal))}:{string.Join('+', board.Backers(theme))}:{theme.Fate}")
            .Order(StringComparer.Ordinal);
}
