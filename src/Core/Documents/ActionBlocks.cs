using Almanach.Core.Platforms;
using Almanach.Core.Programme;

namespace Almanach.Core.Documents;

/// <summary>One kind of action in the programme: its introduction, its themes, dates, conditions and sheets.</summary>
internal static class ActionBlocks
{
    public static IEnumerable<Block> Of(DocumentMatter matter, ActionKindSetting kind)
    {
        var actions = matter.Actions.Where(action => action.Kind == kind.Kind).ToList();
        if (actions.Count == 0)
            yield break;

        var sheets = actions.Where(action => action.Sheet.Count > 0).ToList();
        if (sheets.Count < actions.Count)
            yield return new Block.Heading(1, kind.Plural);
        foreach (var paragraph in kind.Introduction)
            yield return new Block.Paragraph(Engine.Setting.Fill(paragraph, matter.Year));
        foreach (var block in Listed([.. actions.Except(sheets)]))
            yield return block;
        foreach (var condition in actions.SelectMany(action => action.Conditions).Distinct())
            yield return new Block.Paragraph(condition);
        foreach (var action in sheets)
        {
            yield return new Block.Heading(1, action.Title);
            yield return new Block.Sheet($"Fiche de l’action «\u00A0{action.Title}\u00A0»", action.Sheet);
        }
        foreach (var paragraph in kind.Conclusion)
            yield return new Block.Paragraph(Engine.Setting.Fill(paragraph, matter.Year));
    }

    private static IEnumerable<Block> Listed(IReadOnlyList<ProgrammeAction> actions)
    {
        if (actions.Count == 0)
            yield break;
        yield return new Block.Bullets([.. actions.Select(action => action.Note.Length > 0 ? $"**{action.Title}** ({action.Note})" : action.Title)]);
        if (actions.Any(action => action.Occurrences.Count > 0))
            yield return new Block.Table("Dates et lieux", ["Sujet", "Date", "Lieu", "État"],
                [.. actions.SelectMany(action => action.Occurrences.Select(occurrence => (IReadOnlyList<string>)
                    [action.Title, ProgrammeWords.When(occurrence), ProgrammeWords.Where(occurrence), State(action, occurrence)]))]);
    }

    private static string State(ProgrammeAction action, Occurrence occurrence) => action.State switch
    {
        ActionState.Adopted => occurrence.Provisional ? "sous réserve de confirmation" : "fixée",
        ActionState.Confirmed or ActionState.Done or ActionState.CarriedOver or ActionState.Abandoned => ProgrammeWords.Name(action.State),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
