using Almanach.Core.French;

namespace Almanach.Core.Data.Secrecy.Words;

/// <summary>What to hide further, as the coordinator reads it.</summary>
static class SuggestionWords
{
    const int Named = 6;

    public static string Of(AuditTable table, IReadOnlyList<int> cells, bool isSmallest, IReadOnlyList<int> unprotected)
    {
        var sentences = new List<string>();
        if (cells.Count > 0)
            sentences.Add($"Pour que rien ne se calcule, cacher aussi {(cells.Count == 1 ? "un chiffre" : Numbers.Count(cells.Count, "chiffre", "chiffres"))} : {Names(table, cells)}.");
        if (unprotected.Count > 0)
            sentences.Add($"{(unprotected.Count == 1 ? "Un nombre caché reste calculable" : $"{Numbers.Count(unprotected.Count, "nombre caché", "nombres cachés")} restent calculables")} quoi qu’on cache encore : {Names(table, unprotected)}.");
        else
            sentences.Add(isSmallest ? "C’est le plus petit ensemble possible." : "Un ensemble plus petit existe peut-être.");
        return Typography.Text(string.Join(" ", sentences));
    }

    static string Names(AuditTable table, IReadOnlyList<int> cells) => string.Join(" ; ", cells.Take(Named).Select(cell => Name(table.Cells[cell])))
        + (cells.Count > Named ? $" ; et {Numbers.Count(cells.Count - Named, "autre", "autres")}" : "");

    static string Name(AuditCell cell) => cell.Known is CellKnowledge.Published published ? $"« {cell.Label} » ({Figures.Of(published.Value)})" : $"« {cell.Label} »";
}
