using Almanach.Core.Platforms;
using Almanach.Core.Tables;

namespace Almanach.Core.Network.Import;

/// <summary>
/// Works out what a table would change in the network. Pure: nothing is written, nothing is ever deleted, a blank cell
/// erases nothing, and nobody who has left or objected is subscribed again.
/// </summary>
public static class ImportPlanner
{
    /// <summary>The same for a file as it was read; what could not be read is the problem.</summary>
    public static ImportPlanning Plan(TableReading reading, Roster roster, Platform platform, string source, DateOnly today) =>
        reading.Problem.Length > 0 ? new ImportPlanning(null, reading.Problem) : Plan(reading.Tables, roster, platform, source, today);

    /// <param name="tables">The sheets of the file; the one with the most known columns is read.</param>
    /// <param name="source">Where the addresses come from, told to the people added (GDPR art. 14).</param>
    public static ImportPlanning Plan(IReadOnlyList<ImportedTable> tables, Roster roster, Platform platform, string source, DateOnly today)
    {
        var heads = tables.Select(table => (Table: table, Head: ColumnReader.Head(table, platform))).ToList();
        var (chosen, head) = heads.Where(pair => pair.Head is not null).OrderByDescending(pair => pair.Head!.Value.Columns.Count)
            .ThenByDescending(pair => pair.Table.Rows.Count).FirstOrDefault();
        if (head is not { } found)
            return new ImportPlanning(null, "Aucune ligne d’en-tête n’a été reconnue. La première ligne doit nommer les colonnes, par exemple «\u00A0Organisme\u00A0», «\u00A0Nom\u00A0», «\u00A0Prénom\u00A0», «\u00A0Courriel\u00A0».");
        if (chosen.Rows.Count == found.Row + 1)
            return new ImportPlanning(null, "Sous la ligne d’en-tête, il n’y a aucune ligne à importer.");

        var planning = new PlanInProgress(roster, platform, source, today);
        foreach (var row in chosen.Rows.Skip(found.Row + 1))
            planning.Take(new ImportedMember(row, found.Columns));
        return new ImportPlanning(new ImportPlan(
            chosen.Name, Columns(chosen.Rows[found.Row].Cells, found.Columns, platform), planning.Lines, planning.Rows, [.. Remarks(tables, chosen, found.Row)]), "");
    }

    private static List<PlannedColumn> Columns(IReadOnlyList<string> head, IReadOnlyList<MeantColumn> columns, Platform platform) =>
        [.. head.Select((name, index) => (Name: name.Trim(), Meant: columns.FirstOrDefault(column => column.Index == index)))
            .Where(column => column.Name.Length > 0)
            .Select(column => new PlannedColumn(column.Name, column.Meant is { } meant ? ImportWords.Name(meant, platform) : null))];

    private static IEnumerable<string> Remarks(IReadOnlyList<ImportedTable> tables, ImportedTable chosen, int head)
    {
        foreach (var table in tables.Where(table => table != chosen))
            yield return $"La feuille «\u00A0{table.Name}\u00A0» n’est pas lue.";
        if (head > 0)
            yield return head == 1 ? "La ligne au-dessus de l’en-tête n’est pas lue." : $"Les {head} lignes au-dessus de l’en-tête ne sont pas lues.";
    }
}
