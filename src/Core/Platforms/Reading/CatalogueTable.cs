using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Catalogue.Import;
using Almanach.Core.Network;

namespace Almanach.Core.Platforms.Reading;

/// <summary>Reads <c>catalogue.csv</c>, the entries a platform begins with. A folder may do without.</summary>
internal static class CatalogueTable
{
    private static readonly (string Column, CardField Field)[] Columns =
    [
        ("titre", CardField.Title), ("sorte", CardField.Kind), ("producteurs", CardField.Producers), ("de", CardField.From), ("a", CardField.Until), ("parution", CardField.Published),
        ("territoires", CardField.Territories), ("precision", CardField.Area), ("themes", CardField.Themes), ("resume", CardField.Summary), ("adresse", CardField.Address),
        ("acces", CardField.Access), ("conditions", CardField.Conditions), ("periodicite", CardField.Rhythm), ("service", CardField.Service), ("boite", CardField.Mailbox),
        ("methode", CardField.Method), ("licence", CardField.Licence), ("diffusion", CardField.Diffusion),
    ];

    public static IReadOnlyList<PlannedCard> Read(string? text, Platform? platform, IReadOnlyList<Organisation> organisations, Findings found)
    {
        if (text is null || platform is null || TableReader.Open(text, ["id", "titre", "sorte", "producteurs"], [.. Columns.Select(column => column.Column).Except(["titre", "sorte", "producteurs"])], found) is not { } table)
            return [];
        var (setting, roster) = (platform.CatalogueOrEmpty(), new Roster(organisations.DistinctBy(one => one.Id), []));
        var reader = new CardReader(setting, roster);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        List<PlannedCard> cards = [];
        foreach (var row in table.Rows)
        {
            var id = row.Id();
            if (!lines.TryAdd(id, row.Line))
                row.Refuse("id", $"L’identifiant « {id} » est déjà à la ligne {lines[id]}.", "Donner à chaque fiche le sien.");
            var read = reader.Read(field => Columns.FirstOrDefault(column => column.Field == field) is { Column: { } name } ? row[name] : "", EntryCard.Blank);
            foreach (var doubt in read.Doubts)
                row.Refuse(Columns.First(column => column.Field == doubt.Field).Column, doubt.Message, "Corriger cette cellule.");
            foreach (var remark in read.Remarks)
                found.Warn($"ligne {row.Line}", remark, "Corriger, ou laisser ainsi.");
            foreach (var error in EntryRules.Check(read.Card, setting, roster))
                row.Refuse(error.Field, error.Message, "Corriger cette cellule.");
            cards.Add(new PlannedCard(id, read.Card));
        }
        return cards;
    }
}
