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
        if (Missing(board, [command.Into, .. others]) is { } missing)
            return missing;

        var into = board.Themes[command.Into];
        foreach (var theme in others.Select(id => board.Themes[id]))
        {
            into = into with { Proposals = [.. into.Proposals.Union(theme.Proposals)] };
            board = board.With(theme.After(Fate.Merged, command.Now, into.Title) with { MergedInto = into.Id });
        }
        return Decision.Accept(board.With(into));
    }

    public static Decision<Board> Split(Board board, ThemeCommand.Split command)
    {
        if (Missing(board, [command.Theme]) is { } missing)
            return missing;
        var theme = board.Themes[command.Theme];
        var out_ = command.Proposals.Where(id => id != theme.Id && (theme.Proposals.Contains(id) || IsCarriedInto(board, theme, id))).Distinct().ToList();
        if (out_.Count == 0)
            return Refusal.Invalid(new FieldError("propositions", "Choisissez au moins une proposition à séparer, autre que celle qui a donné son nom au thème."));

        foreach (var id in out_)
        {
            var alone = board.Themes[id];
            var before = alone.Steps.LastOrDefault(step => step.Fate != Fate.Merged)?.Fate ?? Fate.Received;
            board = Adopt(board, theme, alone.Id);
            board = board.With(alone.After(before, command.Now, theme.Title) with { MergedInto = null, Proposals = theme.Proposals.Contains(id) ? [id] : [] });
        }
        board = board.With(theme with { Proposals = [.. theme.Proposals.Except(out_)] });
        return Decision.Accept(out_.Append(theme.Id).Aggregate(board, (next, id) => next.Settled(id, command.Now)));
    }

    /// <summary>A carried-over theme has no proposal of its own: it is known by the theme it went into.</summary>
    private static bool IsCarriedInto(Board board, Theme theme, string id)
    {
        var at = board.Themes.GetValueOrDefault(id);
        if (at is not { CarriedFrom: not null })
            return false;
        while (at?.MergedInto is { } into && at.Id != theme.Id)
            at = board.Themes.GetValueOrDefault(into);
        return at?.Id == theme.Id;
    }

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

    private static Refusal? Missing(Board board, IReadOnlyList<string> themes)
    {
        foreach (var id in themes)
            if (!board.Themes.TryGetValue(id, out var theme) || !theme.Stands)
                return Refusal.Because(Why.Unknown, "Un de ces thèmes n’existe plus : il a été regroupé ou retiré entre-temps. Relisez la liste.");
        return null;
    }
}
