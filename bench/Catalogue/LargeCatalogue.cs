using Almanach.Core.Library.Catalogue;
using Almanach.Core.Platforms;

namespace Almanach.Bench;

/// <summary>20,000 made-up entries on twenty territories; always the same.</summary>
internal static class LargeCatalogue
{
    private const int Entries = 20_000;

    private static readonly string[] Words =
    [
        "logement", "hébergement", "précarité", "emploi", "chômage", "insertion", "jeunes", "étudiants", "familles", "enfance", "handicap", "vieillissement", "santé", "accès", "droits",
        "numérique", "rural", "quartiers", "mobilité", "énergie", "alimentation", "minima", "allocataires", "pauvreté", "inégalités", "femmes", "travail", "formation", "migrants", "prévention",
    ];

    public static CatalogueSetting Setting { get; } = new(
        [.. Words.Take(9).Select(word => new CatalogueTheme(word, word))],
        [
            new("france", "France", "en France", TerritoryLevel.National, null), new("region", "Région", "dans la région", TerritoryLevel.Region, "france"),
            .. Enumerable.Range(1, 18).Select(number => new Territory($"d{number}", $"Département {number}", $"dans le département {number}", TerritoryLevel.Department, "region")),
        ]);

    public static IReadOnlyList<CatalogueEntry> Make()
    {
        var random = new Random(2022);
        string Some(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Words[random.Next(Words.Length)]));
        return [.. Enumerable.Range(0, Entries).Select(number => EntryRules.New($"fiche-{number}", EntryCard.Blank with
        {
            Title = $"{Some(4)} {number}",
            Kind = (EntryKind)random.Next(6),
            Producers = [new Producer("", $"Organisme {random.Next(60)}")],
            Themes = [Words[random.Next(9)]],
            Territories = [random.Next(4) == 0 ? "region" : $"d{1 + random.Next(18)}"],
            From = 1990 + random.Next(30),
            Summary = Some(40),
        }, DateTimeOffset.UnixEpoch))];
    }
}
