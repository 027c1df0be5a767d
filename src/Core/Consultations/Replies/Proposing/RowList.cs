namespace Almanach.Core.Consultations.Replies.Proposing;

/// <summary>A pasted table: a theme each row, its title in the first cell that has words.</summary>
internal static class RowList
{
    /// <summary>Null where there is no table.</summary>
    public static ThemeList? Of(IReadOnlyList<ThemeLine> lines)
    {
        var rows = lines.Select(line => (line.Text, Cells: Cells(line.Text))).ToList();
        var first = rows.FindIndex(row => row.Cells.Count > 1);
        var last = rows.FindLastIndex(row => row.Cells.Count > 1);
        if (first < 0 || first == last)
            return null;
        var table = rows[first..(last + 1)].Where(row => row.Text.Length > 0).ToList();
        if (table.Any(row => row.Cells.Count != table[0].Cells.Count) || !Around.Opens(rows.Take(first).Select(row => row.Text), out var announces, out var count, out _)
            || !Around.Closes(rows.Skip(last + 1).Select(row => row.Text), out var speaks))
            return ThemeList.Unsure("Le tableau, ou ce qui l’entoure, n’est pas compris.");
        var named = Heads.Contains(Words.Plain.Words(table[0].Cells.FirstOrDefault(IsWords) ?? ""));
        return !named && table[0].Cells.Count > 2 ? ThemeList.Unsure("Les colonnes du tableau ne sont pas nommées.")
            : new ThemeList([.. table.Skip(named ? 1 : 0).Select(row => Theme(row.Cells, speaks))], null, count, announces || named);
    }

    private static ThemeText Theme(IReadOnlyList<string> cells, bool speaks)
    {
        var words = cells.SkipWhile(cell => !IsWords(cell)).ToList();
        return new ThemeText(words.FirstOrDefault() ?? "") { More = [.. words.Skip(1).Where(cell => cell.Length > 0)], Speaks = speaks };
    }

    private static bool IsWords(string cell) => cell.Count(char.IsLetter) > 2;

    private static List<string> Cells(string line) => line.Contains('\t', StringComparison.Ordinal) || line.Contains(" | ", StringComparison.Ordinal)
        ? [.. line.Trim('|', ' ').Split(['\t', '|']).Select(cell => cell.Trim())] : [];

    private static readonly string[] Heads = ["theme", "themes", "titre", "sujet", "sujets", "proposition", "propositions", "intitule", "theme propose", "themes proposes"];
}
