
namespace Almanach.Core.Themes;

/// <summary>Brings the proposals of one organisation's answer to the board, whatever it held of them before.</summary>
internal static class Collecting
{
    public static Board Apply(Board board, ThemeCommand.Collect collect)
    {
        foreach (var proposal in collect.Proposals)
            board = Bring(board, proposal, collect.Now);
        foreach (var gone in Gone(board, collect))
            board = Withdraw(board, gone, collect.Now);
        return Want(Support(board, collect), collect);
    }

    private static Board Bring(Board board, Proposal proposal, DateTimeOffset now)
    {
        if (!board.Proposals.TryGetValue(proposal.Id, out var known))
            return board.With(proposal).With(ThemeRules.Alone(proposal));

        var kept = proposal with { Support = known.Support, At = known.At };
        if (kept == known with { Support = kept.Support })
            return board;
        board = board.With(kept);
        if (known.Withdrawn && board.ThemeOf(proposal.Id) is { Fate: Fate.Withdrawn } back)
            board = board.With(back.After(Fate.Received, now, ""));
        // As long as the coordinator has not touched it, the theme says what its one author says.
        return board.Themes.TryGetValue(proposal.Id, out var theme) && Untouched(theme, known)
            ? board.With(theme with { Title = kept.Title, Description = kept.Rationale, Kind = kept.Format })
            : board;
    }

    private static bool Untouched(Theme theme, Proposal known) =>
        theme.MergedInto is null && theme.Proposals.Count == 1 && theme.Title == known.Title && theme.Description == known.Rationale;

    private static List<Proposal> Gone(Board board, ThemeCommand.Collect collect) =>
        [.. board.Proposals.Values.Where(proposal => proposal.Organisation == collect.Organisation
            && proposal.Origin == ProposalOrigin.Collection && proposal.Consultation == collect.Consultation && !proposal.Withdrawn
            && collect.Proposals.All(current => current.Id != proposal.Id))];

    private static Board Withdraw(Board board, Proposal proposal, DateTimeOffset now)
    {
        board = board.With(proposal with { Withdrawn = true });
        return board.ThemeOf(proposal.Id) is { } theme ? board.Settled(theme.Id, now) : board;
    }

    private static Board Support(Board board, ThemeCommand.Collect collect)
    {
        foreach (var proposal in board.Proposals.Values)
        {
            var supports = collect.Supports.Contains(proposal.Id) && proposal.Organisation != collect.Organisation;
            if (!supports && !AskedOf(proposal, collect))
                continue;
            if (supports != proposal.Support.Contains(collect.Organisation))
                board = board.With(proposal with { Support = Toggle(proposal.Support, collect.Organisation, supports) });
        }
        return board;
    }

    /// <summary>Whether leaving a proposal out of this answer takes a support back: each consultation for its own, the collection for those made outside.</summary>
    private static bool AskedOf(Proposal proposal, ThemeCommand.Collect collect) =>
        proposal.Consultation == collect.Consultation || (proposal.Consultation.Length == 0 && collect.Wanted is not null);

    private static Board Want(Board board, ThemeCommand.Collect collect)
    {
        if (collect.Wanted is not { } wanted)
            return board;
        foreach (var theme in board.Themes.Values.Where(theme => theme.CarriedFrom is not null))
        {
            var wants = wanted.Contains(theme.Id);
            if (wants != theme.Wanted.Contains(collect.Organisation))
                board = board.With(theme with { Wanted = Toggle(theme.Wanted, collect.Organisation, wants) });
        }
        return board;
    }

    private static IReadOnlyList<string> Toggle(IReadOnlyList<string> names, string name, bool present) =>
        [.. (present ? names.Append(name) : names.Where(other => other != name)).Distinct().Order(StringComparer.Ordinal)];
}
