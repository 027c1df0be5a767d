using Almanach.Core.Engine;

namespace Almanach.Core.Themes;

/// <summary>How the board of themes changes. Originals are kept and linked; nothing a partner wrote is lost.</summary>
public static class ThemeRules
{
    public static Decision<Board> Decide(Board board, ThemeCommand command) => command switch
    {
        ThemeCommand.Collect collect => Decision.Accept(Collecting.Apply(board, collect)),
        ThemeCommand.Propose propose => Propose(board, propose),
        ThemeCommand.Show show => Show(board, show),
        ThemeCommand.SetAside aside => SetAside(board, aside),
        ThemeCommand.CarryOver carry => Decision.Accept(carry.Themes.Aggregate(board, (next, theme) => Carried(next, theme, carry.Now))),
        ThemeCommand.Merge merge => Grouping.Merge(board, merge),
        ThemeCommand.Regroup regroup => Grouping.Regroup(board, regroup),
        ThemeCommand.Split split => Grouping.Split(board, split),
        ThemeCommand.Edit edit => Grouping.Edit(board, edit),
        ThemeCommand.Consolidate => Decision.Accept(board with { Consolidated = true }),
        ThemeCommand.PutToVote put => Decision.Accept(Fates(board, put.Themes.Select(id => new ThemeFate(id, Fate.PutToVote, null, "")), put.Now)),
        ThemeCommand.RecordVote vote => Decision.Accept(Voted(board, vote)),
        ThemeCommand.RecordFates fates => Decision.Accept(Fates(board, fates.Fates, fates.Now)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A theme of one proposal, as it arrives.</summary>
    internal static Theme Alone(Proposal proposal) => new(
        proposal.Id, proposal.Title, proposal.Rationale, proposal.Format, [proposal.Id], null, [], null, Fate.Received, null, null,
        [new FateStep(Fate.Received, proposal.At, "")]);

    /// <summary>The theme with one more thing that happened to it, unless that was the last thing already.</summary>
    internal static Theme After(this Theme theme, Fate fate, DateTimeOffset at, string detail) =>
        theme.Steps.Count > 0 && theme.Steps[^1] is var last && last.Fate == fate && last.Detail == detail
            ? theme
            : theme with { Fate = fate, Steps = [.. theme.Steps, new FateStep(fate, at, detail)] };

    private static Decision<Board> Propose(Board board, ThemeCommand.Propose command)
    {
        if (board.Proposals.ContainsKey(command.Proposal.Id))
            return Decision.Done<Board>();
        var proposal = command.Proposal with { Title = command.Proposal.Title.Trim(), Rationale = command.Proposal.Rationale.Trim() };
        return Consultations.AnswerChecks.Of(proposal) is { Count: > 0 } errors
            ? Refusal.Invalid(errors)
            : Decision.Accept(board.With(proposal).With(Alone(proposal)));
    }

    private static Decision<Board> Show(Board board, ThemeCommand.Show command) => board.Proposals.GetValueOrDefault(command.Proposal) switch
    {
        null => Refusal.Because(Why.Unknown, "Cette proposition n’existe plus. Relisez la page."),
        { SetAside: true } aside => Decision.Accept(Again(board.With(aside with { Shown = true, SetAside = false, Withdrawn = false }), aside.Id, command.Now)),
        { Shown: true } => Decision.Done<Board>(),
        var proposal => Decision.Accept(board.With(proposal with { Shown = true })),
    };

    private static Board Again(Board board, string proposal, DateTimeOffset now) =>
        board.ThemeOf(proposal) is { Fate: Fate.Withdrawn } theme ? board.With(theme.After(Fate.Received, now, "")) : board;

    private static Decision<Board> SetAside(Board board, ThemeCommand.SetAside command)
    {
        if (board.Proposals.GetValueOrDefault(command.Proposal) is not { } proposal)
            return Refusal.Because(Why.Unknown, "Cette proposition n’existe plus. Relisez la page.");
        if (proposal.SetAside)
            return Decision.Done<Board>();
        if (proposal.Origin != ProposalOrigin.PublicForm || proposal.Withdrawn)
            return Refusal.Because(Why.NotNow, "Seul un sujet venu du formulaire public peut être écarté.");
        if (board.ThemeOf(proposal.Id) is not { Stands: true, Proposals.Count: 1, Fate: Fate.Received })
            return Refusal.Because(Why.NotNow, "Ce sujet fait déjà partie d’un thème regroupé, soumis au vote ou décidé : il ne peut plus être écarté. Vous pouvez le séparer du thème d’abord.");
        return Decision.Accept(board.With(proposal with { Withdrawn = true, SetAside = true }).Settled(proposal.Id, command.Now));
    }

    private static Board Carried(Board board, Platforms.CarriedTheme theme, DateTimeOffset now) =>
        board.Themes.ContainsKey(theme.Id)
            ? board
            : board.With(new Theme(theme.Id, theme.Title, theme.Description, theme.Kind, [], theme.Origin, [], null, Fate.CarriedOver, null, null,
                [new FateStep(Fate.CarriedOver, now, theme.Origin)]));

    private static Board Voted(Board board, ThemeCommand.RecordVote vote)
    {
        foreach (var (id, result) in vote.Results)
            if (board.Themes.TryGetValue(id, out var theme))
                board = board.With(theme with { Vote = result });
        return board;
    }

    private static Board Fates(Board board, IEnumerable<ThemeFate> fates, DateTimeOffset now)
    {
        foreach (var fate in fates)
            if (board.Themes.TryGetValue(fate.Theme, out var theme))
                board = board.With(theme.After(fate.Fate, now, fate.Detail) with { Action = fate.Action ?? theme.Action });
        return board;
    }
}
