using Almanach.Core.French;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;
using Almanach.Core.Programme.Studies;

namespace Almanach.Core.Documents;

/// <summary>One kind of action in the programme: its introduction, its themes, dates, conditions and sheets.</summary>
internal static class ActionBlocks
{
    /// <param name="titled">False where the part already bears the kind's name.</param>
    public static IEnumerable<Block> Of(DocumentMatter matter, ActionKindSetting kind, bool titled)
    {
        var actions = matter.Actions.Where(action => action.Kind == kind.Kind).ToList();
        if (actions.Count == 0)
            return [];
        var sheets = actions.Where(action => action.Sheet.Count > 0).ToList();
        var listed = actions.Except(sheets).ToList();
        return
        [
            .. titled && listed.Count > 0 ? [new Block.Heading(1, kind.Plural)] : Array.Empty<Block>(),
            .. kind.Introduction.Select(text => Paragraph(text, matter.Year)),
            .. Themes(matter, kind, listed),
            .. After([.. actions.SelectMany(action => action.Conditions).Distinct()], kind.Conclusion, matter.Year),
            .. sheets.SelectMany(Sheet),
            .. listed.Count > 0 ? [new Block.Contact($"Pour toute suggestion relative aux {Phrases.Lower(kind.Plural)}")] : Array.Empty<Block>(),
        ];
    }

    private static IEnumerable<Block> Themes(DocumentMatter matter, ActionKindSetting kind, IReadOnlyList<ProgrammeAction> actions)
    {
        var several = actions.Where(action => action.Occurrences.Count > 1).ToList();
        foreach (var block in several.SelectMany(action => Series(matter, kind, action)))
            yield return block;
        var bold = actions.Any(action => action.Note.Length > 0);
        var lines = actions.Except(several).Select(action => Line(action, bold)).ToList();
        if (lines.Count == 1)
            yield return new Block.Paragraph(lines[0]);
        else if (lines.Count > 1)
            yield return new Block.Bullets(lines);
    }

    /// <summary>« Deux journées d’échanges sont prévues en 2022, sur un même sujet : … », then their dates.</summary>
    private static IEnumerable<Block> Series(DocumentMatter matter, ActionKindSetting kind, ProgrammeAction action)
    {
        var feminine = kind.Article == "une";
        var count = Phrases.Capital(Numbers.Words(action.Occurrences.Count, feminine));
        var note = action.Note.Length > 0 ? $" ({action.Note})" : "";
        yield return new Block.Paragraph(
            $"{count} {Phrases.Lower(kind.Plural)} sont {(feminine ? "prévues" : "prévus")} en {matter.Year}, sur un même sujet\u00A0: **{Phrases.Lower(action.Title)}**{note}.");
        var provisional = action.Occurrences.All(occurrence => Provisional(action, occurrence));
        yield return new Block.Paragraph(provisional ? "Les dates retenues à ce jour sont les suivantes, **sous réserve de confirmation**\u00A0:" : "Les dates retenues sont les suivantes\u00A0:");
        yield return new Block.Bullets([.. action.Occurrences.Select(occurrence =>
            $"**{Phrases.Capital(WhenAndWhere(occurrence))}**{(!provisional && Provisional(action, occurrence) ? " (sous réserve de confirmation)" : "")}")]);
    }

    private static string Line(ProgrammeAction action, bool bold)
    {
        var title = bold ? $"**{action.Title}**" : action.Title;
        var note = action.Note.Length > 0 ? $" ({action.Note})" : "";
        var date = action.Occurrences is [var one]
            ? $"\u00A0: {WhenAndWhere(one)}{(Provisional(action, one) ? " (sous réserve de confirmation)" : "")}" : "";
        var stage = StudyWords.Now(action) is { Length: > 0 } now ? $" – étape en cours\u00A0: {now}" : "";
        return title + note + date + stage;
    }

    /// <summary>What the committee adds and what always holds. A conclusion that opens with a colon introduces both as points.</summary>
    private static IEnumerable<Block> After(IReadOnlyList<string> conditions, IReadOnlyList<string> conclusion, int year) =>
        conclusion.Count > 0 && conclusion[0].EndsWith(':')
            ? [Paragraph(conclusion[0], year), new Block.Bullets([.. conclusion.Skip(1).Concat(conditions).Select(text => Engine.Setting.Fill(text, year))])]
            : conditions.Concat(conclusion).Select(text => Paragraph(text, year));

    private static IEnumerable<Block> Sheet(ProgrammeAction action) =>
        [new Block.Heading(1, action.Title), new Block.Sheet($"Fiche de l’action «\u00A0{action.Title}\u00A0»", action.Sheet)];

    private static string WhenAndWhere(Occurrence occurrence) => occurrence.Place.Length > 0
        ? $"{ProgrammeWords.When(occurrence)} à {occurrence.Place}"
        : $"{ProgrammeWords.When(occurrence)}, {ProgrammeWords.Where(occurrence)}";

    private static bool Provisional(ProgrammeAction action, Occurrence occurrence) => occurrence.Provisional && action.State == ActionState.Adopted;

    private static Block.Paragraph Paragraph(string text, int year) => new(Engine.Setting.Fill(text, year));
}
