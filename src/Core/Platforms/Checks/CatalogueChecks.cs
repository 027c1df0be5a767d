using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Platforms.Checks;

/// <summary>What the <c>catalogue</c> of a platform must mean.</summary>
internal static class CatalogueChecks
{
    public static void Check(Platform platform, Findings found)
    {
        if (platform.Catalogue is not { } catalogue)
            return;
        _ = new Known("un thème du catalogue", "/catalogue/themes", catalogue.Themes.Select(theme => theme.Id), found);
        var territories = new Known("un territoire", "/catalogue/territories", catalogue.Territories.Select(territory => territory.Id), found);
        Most(catalogue.Themes.Count, CatalogueSetting.MostThemes, "/catalogue/themes", "thèmes", found);
        Most(catalogue.Territories.Count, CatalogueSetting.MostTerritories, "/catalogue/territories", "territoires", found);
        foreach (var (index, theme) in catalogue.Themes.Index())
            PlatformChecks.Given(theme.Name, $"/catalogue/themes/{index}/name", found);
        foreach (var (index, territory) in catalogue.Territories.Index())
        {
            var place = $"/catalogue/territories/{index}";
            PlatformChecks.Given(territory.Name, $"{place}/name", found);
            PlatformChecks.Given(territory.In, $"{place}/in", found);
            if (territory.Within is not { } within)
                continue;
            territories.Check(within, $"{place}/within", found);
            if (catalogue.TerritoryOf(within) is { } wider && wider.Level >= territory.Level)
                found.Error($"{place}/within", $"« {wider.Name} » n’est pas d’un niveau plus large que « {territory.Name} ».", "Citer un territoire plus large, ou changer le niveau.");
        }
    }

    private static void Most(int count, int most, string place, string what, Findings found)
    {
        if (count > most)
            found.Error(place, $"Il y a {count} {what}.", $"En garder {most} au plus.");
    }
}
