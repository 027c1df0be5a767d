using Almanach.Core;
using Almanach.Core.French;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Platforms;

namespace Almanach.Web.Library.Catalogue;

/// <summary>An entry with every name in words.</summary>
/// <param name="Confirmed">« Confirmée le 4 mars 2022 par l’Insee »; what is known of it otherwise.</param>
/// <param name="Stale">Nobody has confirmed it for two years.</param>
/// <param name="Address">Permanent.</param>
public sealed record EntryView(
    Platform Platform, string Id, EntryCard Card, IReadOnlyList<string> Producers, IReadOnlyList<CatalogueTheme> Themes, IReadOnlyList<Territory> Territories,
    string Confirmed, bool Stale, string Withdrawn, DateOnly Changed, string Address)
{
    public static EntryView Of(Office office, CatalogueShelf shelf, CatalogueEntry entry)
    {
        var zone = office.Setting.Zone;
        var confirmed = entry.Confirmed is { } said
            ? $"Confirmée le {FrenchDates.Day(said.Day)}{(shelf.Roster.Organisations.GetValueOrDefault(said.By) is { } by ? $" par {by.For}" : "")}"
            : $"Pas encore confirmée par son producteur\u00A0; au catalogue depuis le {FrenchDates.Day(zone.DayOf(entry.Added))}";
        return Of(office.Setting.Platform, shelf, entry.Id, entry.Card, office.Catalogue.AddressOf(entry.Id)) with
        {
            Confirmed = confirmed,
            Stale = office.Catalogue.IsStale(entry, office.Now),
            Withdrawn = entry.Withdrawn,
            Changed = zone.DayOf(entry.Changed),
        };
    }

    /// <summary>A card that is in no entry yet: for its preview.</summary>
    public static EntryView Of(Platform platform, CatalogueShelf shelf, string id, EntryCard card, string address)
    {
        var setting = platform.CatalogueOrEmpty();
        return new EntryView(platform, id, card, shelf.Producers(card), [.. card.Themes.Select(setting.ThemeOf).OfType<CatalogueTheme>()],
            [.. card.Territories.Select(setting.TerritoryOf).OfType<Territory>()], "", false, "", default, address);
    }

    public string Citation => EntryWords.Citation(Card, Producers, Platform.Brand.Short, Address);

    /// <summary>Its type for search engines (schema.org).</summary>
    public string Type => Card.Kind switch
    {
        EntryKind.Study or EntryKind.Report => "https://schema.org/Report",
        EntryKind.Survey or EntryKind.DataSource or EntryKind.Dashboard => "https://schema.org/Dataset",
        EntryKind.Publication => "https://schema.org/CreativeWork",
    };
}
