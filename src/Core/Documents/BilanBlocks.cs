using Almanach.Core.Platforms;

namespace Almanach.Core.Documents;

/// <summary>The actions of a year gone by, kind by kind.</summary>
internal static class BilanBlocks
{
    public static IReadOnlyList<Block> Of(DocumentMatter matter, IReadOnlyList<PastAction> actions, int year)
    {
        if (actions.Count == 0)
            return [new Block.Paragraph($"Aucune action n’est enregistrée pour {year}.")];
        List<Block> blocks = [];
        foreach (var kind in matter.Platform.ActionKinds)
            if (actions.Where(action => action.Kind == kind.Kind).ToList() is { Count: > 0 } some)
            {
                blocks.Add(new Block.Heading(1, kind.Plural));
                blocks.Add(new Block.Table($"{kind.Plural} de {year}", ["Action", "État", "Quand et où", "À retenir"],
                    [.. some.Select(action => (IReadOnlyList<string>)
                        [action.Title, action.State, Phrases.OrDash(string.Join(", ", new[] { action.When, action.Where }.Where(text => text.Length > 0))), Phrases.OrDash(action.Note)])]));
            }
        return blocks;
    }
}
