using Almanach.Core.Library.Catalogue;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Library.Catalogue;

/// <summary>A small catalogue and what it is arranged by.</summary>
internal static class Cards
{
    public static readonly CatalogueSetting Setting = new(
        [new("logement", "Logement et hébergement"), new("emploi", "Emploi et chômage"), new("sante", "Santé")],
        [
            new("france", "France métropolitaine", "en France métropolitaine", TerritoryLevel.National, null),
            new("ara", "Auvergne-Rhône-Alpes", "en Auvergne-Rhône-Alpes", TerritoryLevel.Region, "france"),
            new("ardeche", "Ardèche", "en Ardèche", TerritoryLevel.Department, "ara"),
            new("rhone", "Rhône", "dans le Rhône", TerritoryLevel.Department, "ara"),
            new("confluence", "Quartier de la Confluence", "à la Confluence", TerritoryLevel.Local, "rhone"),
        ]);

    public static readonly Roster Roster = new(
        [new Organisation("insee", "Insee", "l’Insee", "etat", "", null, ""), new Organisation("caf", "Caisse d’allocations familiales (CAF)", "la CAF", "caisses", "", null, "")],
        [new Contact("c1", "insee", "Claire", "Martin", "claire.martin@insee.example.org", "", [new Role(RoleKind.Referent)], "", new DateOnly(2021, 1, 1))]);

    public static readonly DateTimeOffset Now = new(2022, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public static EntryCard Card(
        string title, EntryKind kind = EntryKind.Study, string producer = "insee", string themes = "", string territories = "", int? from = null, int? until = null,
        string summary = "", EntryDiffusion diffusion = EntryDiffusion.Public) => EntryCard.Blank with
        {
            Title = title,
            Kind = kind,
            Producers = [producer.Contains(' ') || !Roster.Organisations.ContainsKey(producer) ? new Producer("", producer) : new Producer(producer)],
            Themes = themes.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Territories = territories.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            From = from,
            Until = until,
            Summary = summary,
            Diffusion = diffusion,
        };

    public static CatalogueEntry Entry(string id, EntryCard card) => EntryRules.New(id, card, Now);

    public static CatalogueIndex Index(params IReadOnlyList<EntryCard> cards) =>
        new([.. cards.Select((card, index) => Entry($"fiche-{index}", card))], Setting, NameOf);

    public static string NameOf(Producer producer) => producer.Organisation.Length > 0 ? Roster.Organisations[producer.Organisation].Name : producer.Name;
}
