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
            into = into with
            {
                Proposals = [.. into.Proposals.Union(theme.Proposals)],
                Wanted = [.. into.Wanted.Union(theme.Wanted).Order(StringComparer.Ordinal)],
            };
            board = board.With(theme.After(Fate.Merged, command.Now, into.Title) with { MergedInto = into.Id });
        }
        return Decision.Accept(board.With(into));
    }

    public static Decision<Board> Split(Board board, ThemeCommand.Split command)
    {
        if (Missing(board, [command.Theme]) is { } missing)
            return missing;
        var theme = board.Themes[command.Theme];
        var out_ = command.Proposals.Where(id => id != theme.Id && theme.Proposals.Contains(id)).ToList();
        if (out_.Count == 0)
            return Refusal.Invalid(new FieldError("propositions", "Choisissez au moins une proposition à séparer, autre que celle qui a donné son nom au thème."));

        foreach (var id in out_)
        {
            var alone = board.Themes[id];
            board = board.With(alone.After(Fate.Received, command.Now, theme.Title) with { MergedInto = null, Proposals = [id] });
        }
        return Decision.Accept(board.With(theme with { Proposals = [.. theme.Proposals.Except(out_)] }));
    }

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
