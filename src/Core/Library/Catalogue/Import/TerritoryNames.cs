using Almanach.Core.Network.Import;
using Almanach.Core.Platforms;

namespace Almanach.Core.Library.Catalogue.Import;

/// <summary>The territories of a platform as inventories write them: by their names, and its region as its own people call it.</summary>
internal static class TerritoryNames
{
    private static readonly string[] ThisRegion =
        ["région", "la région", "toute la région", "ensemble de la région", "région entière", "régional", "régionale", "niveau régional", "échelle régionale", "échelon régional"];

    /// <summary>Id and name, the name of the platform's folder first.</summary>
    public static IEnumerable<(string Id, string Name)> Of(CatalogueSetting setting)
    {
        var regions = setting.Territories.Where(territory => territory.Level == TerritoryLevel.Region).ToList();
        return
        [
            .. setting.Territories.Select(territory => (territory.Id, territory.Name)),
            .. regions.SelectMany(region => NamesOf(region.Name).Select(name => (region.Id, name))),
            .. regions is [var only] ? ThisRegion.Select(name => (only.Id, name)) : [],
        ];
    }

    /// <summary>« Région Auvergne-Rhône-Alpes », « ARA », « AuRA ».</summary>
    private static IEnumerable<string> NamesOf(string name)
    {
        IReadOnlyList<string> names = [name, .. Shortened(ColumnReader.Plain(name).Split(' '))];
        return [.. names, .. names.Select(one => $"région {one}")];
    }

    private static IEnumerable<string> Shortened(string[] words) => words.Length > 2
        ? [string.Concat(words.Select(word => word[0])), string.Concat(words[0].AsSpan(0, Math.Min(2, words[0].Length)), string.Concat(words.Skip(1).Select(word => word[0])))]
        : [];
}
