using Almanach.Core.Engine;

namespace Almanach.Core.Themes;

/// <summary>Merge, split and edit: the coordinator's consolidation.</summary>
internal static class Grouping
{
    /// <summary>A merge is one commit.</summary>
    private const int MostAtOnce = 50;

    public static Decision<Board> Merge(Board board, ThemeCommand.Merge command)
    {
        var others = command.Themes.Where(id => id != command.Into).Distinct().ToList();
        if (others.Count == 0)
            return Refusal.Invalid(new FieldError("themes", "Choisissez au moins deux thèmes à regrouper."));
        if (others.Count > MostAtOnce)
            return Refusal.Invalid(new FieldError("themes", $"Regroupez au plus {MostAtOnce} thèmes à la fois."));
        if (others.All(id => board.Themes.TryGetValue(id, out var theme) && theme.MergedInto == command.Into))
            return Decision.Done<Board>();
        if (Missing(board, [command.Into, .. others]) is { } missing)
            return missing;
        if (Voted(board, [command.Into, .. others]) is { } voted)
            return voted;

        var into = board.Themes[command.Into];
        foreach (var theme in others.Select(id => board.Themes[id]))
        {
            into = into with { Proposals = [.. into.Proposals.Union(theme.Proposals)] };
            board = board.With(theme.After(Fate.Merged, command.Now, into.Title) with { MergedInto = into.Id });
        }
        return Decision.Accept(board.With(into));
    }

    public static Decision<Board> Regroup(Board board, ThemeCommand.Regroup command)
    {
        string[] all = [command.Into, .. command.Themes];
        if (Missing(board, all) is { } missing)
            return missing;
        if (command.Seen is { } seen && seen != ThemePrint.Of(board, all))
            return Refusal.Because(Why.Changed,
                "Un de ces thèmes a changé pendant que vous écriviez, dans un autre onglet ou par la réponse d’un partenaire. Il est affiché tel qu’il est maintenant\u00A0; vos mots sont gardés. Relisez, puis enregistrez de nouveau.");
        var edit = new ThemeCommand.Edit(command.Into, command.Title, command.Description, command.Kind, command.Now);
        if (command.Themes.All(id => id == command.Into))
            return Edit(board, edit);
        return Edit(board, edit) switch
        {
            Decision<Board>.Accepted edited => Merge(edited.State, new ThemeCommand.Merge(command.Into, command.Themes, command.Now)),
            Decision<Board>.AlreadyDone => Merge(board, new ThemeCommand.Merge(command.Into, command.Themes, command.Now)),
            var refused => refused,
        };
    }

    public static Decision<Board> Split(Board board, ThemeCommand.Split command)
    {
        if (Missing(board, [command.Theme]) is { } missing)
            return missing;
        if (Voted(board, [command.Theme]) is { } voted)
            return voted;
        var theme = board.Themes[command.Theme];
        var leaving = command.Proposals.Where(id => id != theme.Id && (theme.Proposals.Contains(id) || IsCarried(board, theme, id))).Distinct().ToList();
        if (leaving.Count == 0)
            return Refusal.Invalid(new FieldError("propositions", "Choisissez au moins une proposition à séparer, autre que celle qui a donné son nom au thème."));

        foreach (var id in leaving)
            board = Apart(board, theme, board.Themes[id], command.Now);
        board = board.With(theme with { Proposals = [.. theme.Proposals.Except(leaving)] });
        return Decision.Accept(leaving.Append(theme.Id).Aggregate(board, (next, id) => next.Settled(id, command.Now)));
    }

    /// <summary>The theme stands again by itself, as it did before it was merged.</summary>
    private static Board Apart(Board board, Theme whole, Theme leaving, DateTimeOffset now)
    {
        var before = leaving.Steps.LastOrDefault(step => step.Fate != Fate.Merged)?.Fate ?? Fate.Received;
        return Adopt(board, whole, leaving.Id).With(leaving.After(before, now, leaving.CarriedFrom ?? whole.Title) with
        {
            MergedInto = null,
            Proposals = whole.Proposals.Contains(leaving.Id) ? [leaving.Id] : [],
        });
    }

    /// <summary>A theme of the year before that went into this one, straight or through another.</summary>
    private static bool IsCarried(Board board, Theme theme, string id) => board.CarriedInto(theme).Any(other => other.Id == id);

    /// <summary>What had come with a theme that leaves, but stays, belongs to the whole from now on.</summary>
    private static Board Adopt(Board board, Theme whole, string leaving) =>
        board.Themes.Values.Where(theme => theme.MergedInto == leaving)
            .Aggregate(board, (next, theme) => next.With(theme with { MergedInto = whole.Id }));

    public static Decision<Board> Edit(Board board, ThemeCommand.Edit command)
    {
        if (Missing(board, [command.Theme]) is { } missing)
            return missing;
        List<FieldError> errors = [];
        if (string.IsNullOrWhiteSpace(command.Title))
            errors.Add(new FieldError("titre", "Donnez un titre au thème."));
        if (command.Title.Length > Consultations.AnswerChecks.MaxTitle)
            errors.Add(new FieldError("titre", $"Gardez {Consultations.AnswerChecks.MaxTitle} caractères au plus."));
        if (command.Description.Length > Consultations.AnswerChecks.MaxRationale)
            errors.Add(new FieldError("description", $"Gardez {Consultations.AnswerChecks.MaxRationale} caractères au plus."));
        if (errors.Count > 0)
            return Refusal.Invalid(errors);

        var theme = board.Themes[command.Theme];
        var edited = theme with { Title = command.Title.Trim(), Description = command.Description.Trim(), Kind = command.Kind };
        return edited == theme ? Decision.Done<Board>() : Decision.Accept(board.With(edited));
    }

    private static Refusal? Voted(Board board, IReadOnlyList<string> themes) => themes.Any(id => board.Themes[id].WasPutToVote)
        ? Refusal.Because(Why.NotNow, "Le vote porte sur la liste des thèmes telle qu’elle était à son ouverture : ce qui a été soumis au vote ne se regroupe et ne se sépare plus. Vous pouvez encore changer le titre et la description d’un thème.")
        : null;

    private static Refusal? Missing(Board board, IReadOnlyList<string> themes)
    {
        foreach (var id in themes)
            if (!board.Themes.TryGetValue(id, out var theme) || !theme.Stands)
                return Refusal.Because(Why.Unknown, "Un de ces thèmes n’existe plus : il a été regroupé ou retiré entre-temps. Relisez la liste.");
        return null;
    }
}
