using Almanach.Core.Library.Catalogue;
using Almanach.Core.Platforms;
using Almanach.Core.Tables;

namespace Almanach.Web.Library.Catalogue;

/// <summary>The catalogue as a table, with the columns an import reads again.</summary>
internal static class CatalogueTable
{
    private static readonly string[] Head =
    [
        "Titre", "Sorte", "Producteurs", "Première année", "Dernière année", "Parution", "Territoires", "Précision", "Thèmes", "Résumé", "Adresse", "Accès", "Conditions",
        "Périodicité", "Service", "Boîte", "Méthode", "Licence", "Diffusion", "Confirmée le", "Fiche",
    ];

    public static ExportTable Of(IEnumerable<CatalogueEntry> entries, CatalogueShelf shelf, CatalogueSetting setting, Func<string, string> addressOf) =>
        new("catalogue", Head, [.. entries.Select(entry => Row(entry, shelf, setting, addressOf))]);

    private static IReadOnlyList<string> Row(CatalogueEntry entry, CatalogueShelf shelf, CatalogueSetting setting, Func<string, string> addressOf)
    {
        var card = entry.Card;
        return
        [
            card.Title, EntryWords.Name(card.Kind), string.Join("; ", shelf.Producers(card)), $"{card.From}", $"{card.Until}", card.Published is { } day ? $"{day:yyyy-MM-dd}" : "",
            string.Join("; ", card.Territories.Select(id => setting.TerritoryOf(id)?.Name)), card.Area, string.Join("; ", card.Themes.Select(id => setting.ThemeOf(id)?.Name)),
            card.Summary, card.Address, EntryWords.Name(card.Access), card.Conditions, EntryWords.Name(card.Rhythm), card.Service, card.Mailbox, card.Method, card.Licence,
            EntryWords.Name(card.Diffusion), entry.Confirmed is { } said ? $"{said.Day:yyyy-MM-dd}" : "", addressOf(entry.Id),
        ];
    }
}
