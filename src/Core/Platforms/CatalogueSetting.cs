using System.ComponentModel;

namespace Almanach.Core.Platforms;

/// <summary>What the catalogue of studies and sources is arranged by.</summary>
/// <param name="Themes">The platform's own, in the order in which people choose among them.</param>
/// <param name="Territories">A short list, widest first: each lies within one before it.</param>
public sealed record CatalogueSetting(IReadOnlyList<CatalogueTheme> Themes, IReadOnlyList<Territory> Territories)
{
    public static CatalogueSetting Empty { get; } = new([], []);

    public const int MostThemes = 40;

    public const int MostTerritories = 200;

    public Territory? TerritoryOf(string id) => Territories.FirstOrDefault(territory => territory.Id == id);

    public CatalogueTheme? ThemeOf(string id) => Themes.FirstOrDefault(theme => theme.Id == id);

    /// <summary>Those a territory lies in, the nearest first.</summary>
    public IEnumerable<Territory> Around(Territory territory)
    {
        for (var within = territory.Within; within is not null && TerritoryOf(within) is { } wider && wider.Level < territory.Level; (territory, within) = (wider, wider.Within))
            yield return wider;
    }
}

/// <summary>A theme of the catalogue.</summary>
/// <param name="Name">« Emploi et chômage ».</param>
public sealed record CatalogueTheme(string Id, string Name);

/// <summary>A territory entries are about.</summary>
/// <param name="In">How a sentence says it: « en Ardèche », « dans le Rhône ».</param>
/// <param name="Within">Id of the wider one it lies in; null for the widest.</param>
public sealed record Territory(string Id, string Name, string In, TerritoryLevel Level, [DefaultValue(null)] string? Within);

/// <summary>Levels from the widest to the smallest.</summary>
public enum TerritoryLevel
{
    National,
    Region,
    Department,

    /// <summary>Bassin, intercommunalité, commune, quartier.</summary>
    Local,
}
