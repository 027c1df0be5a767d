using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Network.Import;
using Almanach.Core.Platforms;
using Almanach.Core.Tables;

namespace Almanach.Core.Library.Catalogue.Import;

/// <summary>What an inventory would change in the catalogue, row by row, before anything is written.</summary>
/// <param name="Entries">What would be written.</param>
/// <param name="From">Print (<see cref="Engine.Print"/>) of each of them as it stood, by id; an entry that is new has none.</param>
/// <param name="Remarks">What is said of the whole.</param>
public sealed record CataloguePlan(
    string Sheet, IReadOnlyList<PlannedColumn> Columns, IReadOnlyList<PlannedLine> Lines, IReadOnlyList<CatalogueEntry> Entries,
    IReadOnlyDictionary<string, string> From, IReadOnlyList<string> Remarks)
{
    /// <summary>Names exactly this plan: the same cards would be written under the same ids, whenever that is.</summary>
    public string Hash => Print.Of(new PlannedCards([.. Entries.Select(entry => new PlannedCard(entry.Id, entry.Card))]));

    public int Count(Verdict verdict) => Lines.Count(line => line.Verdict == verdict);
}

/// <summary>Cards by id, to compare or store.</summary>
public sealed record PlannedCards(IReadOnlyList<PlannedCard> Cards);

public sealed record PlannedCard(string Id, EntryCard Card);

/// <summary>The plan, or why the table cannot be planned.</summary>
public sealed record CataloguePlanning(CataloguePlan? Plan, string Problem);

/// <summary>
/// Works out what a table would change in the catalogue. Pure: nothing is written, nothing is ever deleted or withdrawn, a blank
/// cell erases nothing, and what a person must judge is shown and left alone.
/// </summary>
public static class CataloguePlanner
{
    public static CataloguePlanning Plan(TableReading reading, CatalogueShelf shelf, CatalogueSetting setting, DateTimeOffset now)
    {
        if (reading.Problem.Length > 0)
            return new CataloguePlanning(null, reading.Problem);
        var (chosen, head) = reading.Tables.Select(table => (Table: table, Head: CardColumns.Head(table))).Where(pair => pair.Head is not null)
            .OrderByDescending(pair => pair.Head!.Value.Columns.Count).ThenByDescending(pair => pair.Table.Rows.Count).FirstOrDefault();
        if (head is not { } found)
            return new CataloguePlanning(null, "Aucune ligne d’en-tête n’a été reconnue. La première ligne doit nommer les colonnes, dont «\u00A0Titre\u00A0» et «\u00A0Producteur\u00A0».");
        if (chosen.Rows.Count == found.Row + 1)
            return new CataloguePlanning(null, "Sous la ligne d’en-tête, il n’y a aucune ligne à importer.");
        var rows = new Rows(shelf, setting, now);
        foreach (var row in chosen.Rows.Skip(found.Row + 1))
            rows.Take(row, field => found.Columns.TryGetValue(field, out var column) ? CsvText.Meant(row[column]) : "");
        var columns = chosen.Rows[found.Row].Cells.Index().Where(cell => cell.Item.Trim().Length > 0)
            .Select(cell => new PlannedColumn(cell.Item.Trim(), CardColumns.Of(cell.Item) is { } field && found.Columns[field] == cell.Index ? CardColumns.Name(field) : null));
        var aside = reading.Tables.Where(table => table != chosen && table.Rows.Count > 0).Select(table => $"«\u00A0{table.Name}\u00A0»").ToList();
        return new CataloguePlanning(new CataloguePlan(chosen.Name, [.. columns], rows.Lines, rows.Entries, rows.From,
            aside.Count > 0 ? [$"Feuilles laissées de côté\u00A0: {Lists.Join(aside)}."] : []), "");
    }

    private sealed class Rows(CatalogueShelf shelf, CatalogueSetting setting, DateTimeOffset now)
    {
        private readonly CardReader reader = new(setting, shelf.Roster);
        private readonly Dictionary<string, CatalogueEntry> entries = new(StringComparer.Ordinal);
        private readonly ILookup<string, CatalogueEntry> titled = shelf.Entries.Values.ToLookup(entry => ColumnReader.Plain(entry.Card.Title));
        private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

        public List<PlannedLine> Lines { get; } = [];

        public IReadOnlyList<CatalogueEntry> Entries => [.. entries.Values];

        public IReadOnlyDictionary<string, string> From =>
            entries.Keys.Where(shelf.Entries.ContainsKey).ToDictionary(id => id, id => Print.Of(shelf.Entries[id]));

        public void Take(ImportedRow row, Func<CardField, string> cell)
        {
            var title = string.Join(' ', cell(CardField.Title).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var plain = ColumnReader.Plain(title);
            var (known, problem) = Known(cell, plain);
            // Found by its title, an entry keeps it as it is written there; found by its address, it takes the new one.
            var read = reader.Read(field => field == CardField.Title && known is not null && ColumnReader.Plain(known.Card.Title) == plain ? "" : cell(field), known?.Card ?? EntryCard.Blank);
            List<string> doubts = [.. problem, .. read.Doubts.Select(doubt => doubt.Message), .. EntryRules.Check(read.Card, setting, shelf.Roster).Select(error => error.Message)];
            var mark = known?.Id ?? $"{plain}|{string.Join('|', read.Card.Producers.Select(ProducerKey.Of))}";
            if (seen.TryGetValue(mark, out var line))
                doubts.Add($"Cette fiche est déjà à la ligne {line}.");
            seen.TryAdd(mark, row.Line);
            var subject = title.Length > 0 ? title : "sans titre";
            if (doubts.Count > 0)
                Add(row, Verdict.Doubtful, subject, doubts);
            else if (known is null)
                New(row, subject, cell, read);
            else if (EntryRules.Edit(known, read.Card, now) is { } edited)
            {
                entries[known.Id] = edited;
                Add(row, Verdict.Changed, subject, [$"Change\u00A0: {Lists.Join(CardChanges.Of(known.Card, read.Card))}.", .. read.Remarks]);
            }
            else
                Add(row, Verdict.Unchanged, subject, []);
        }

        private void New(ImportedRow row, string subject, Func<CardField, string> cell, ReadCard read)
        {
            var id = EntryRules.Id(read.Card.Title, taken => shelf.Entries.ContainsKey(taken) || entries.ContainsKey(taken));
            entries[id] = EntryRules.New(id, read.Card, now);
            List<string> reasons = [$"{Capitals.First(EntryWords.Name(read.Card.Kind))}, {Lists.Join(read.Card.Producers.Select(shelf.NameOf))}", .. read.Remarks];
            if (cell(CardField.Kind).Trim().Length == 0)
                reasons.Add("La sorte n’est pas dite\u00A0: prise pour une étude.");
            Add(row, Verdict.Added, subject, reasons);
        }

        /// <summary>The entry a row is about: by its address, else by its title and a producer.</summary>
        private (CatalogueEntry?, IReadOnlyList<string> Problem) Known(Func<CardField, string> cell, string title)
        {
            var id = cell(CardField.Entry).Trim().TrimEnd('/') is { Length: > 0 } address ? address[(address.LastIndexOf('/') + 1)..] : "";
            if (id.Length > 0)
                return shelf.Entries.TryGetValue(id, out var named) ? (named, []) : (null, [$"La fiche «\u00A0{id}\u00A0» n’est pas dans le catalogue. Videz cette cellule pour l’ajouter."]);
            var same = titled[title].Where(_ => title.Length > 0).ToList();
            if (same.Count == 0)
                return (null, []);
            var producers = ProducerNames.Read(cell(CardField.Producers), shelf.Roster).Select(ProducerKey.Of).ToHashSet();
            return same.Where(entry => producers.Count == 0 || entry.Card.Producers.Any(producer => producers.Contains(ProducerKey.Of(producer)))).ToList() switch
            {
                [var only] => (only, []),
                [] => (null, [$"Une fiche porte déjà ce titre, d’un autre producteur ({Lists.Join(shelf.Producers(same[0].Card))}). Précisez le titre, ou corrigez le producteur."]),
                _ => (null, ["Plusieurs fiches portent ce titre. Ajoutez la colonne «\u00A0Fiche\u00A0» d’un export pour dire laquelle."]),
            };
        }

        private void Add(ImportedRow row, Verdict verdict, string subject, IReadOnlyList<string> reasons) => Lines.Add(new PlannedLine(row.Line, verdict, subject, reasons));
    }
}
