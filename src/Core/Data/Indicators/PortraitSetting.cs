using System.ComponentModel;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Data.Indicators;

/// <summary>What the portraits of a platform show: <c>portraits</c> in <c>indicateurs.json</c>.</summary>
/// <param name="FirstDepartmentalYear">A year with one portrait for each department; the next has one of the region, and so on in turn.</param>
/// <param name="KeyFigures">Indicators in large type on the first page, four at most.</param>
/// <param name="Pages">The three pages that follow.</param>
/// <param name="Table">Indicators of the table of parts on the last page, five at most.</param>
public sealed record PortraitSetting(
    IReadOnlyList<string> KeyFigures, IReadOnlyList<PortraitTheme> Pages, IReadOnlyList<string> Table, [DefaultValue(2022)] int FirstDepartmentalYear = 2022)
{
    public const int MostKeyFigures = 4;

    /// <summary>After the first page.</summary>
    public const int ThemedPages = 3;

    public const int MostColumns = 5;

    public bool IsDepartmental(int year) => (year - FirstDepartmentalYear) % 2 == 0;

    /// <summary>Where a platform says nothing: its first indicators, and a page for each of its first three domains.</summary>
    public static PortraitSetting Of(IndicatorCatalogue catalogue) => catalogue.Portraits ?? new PortraitSetting(
        [.. catalogue.Indicators.Take(MostKeyFigures).Select(indicator => indicator.Id)],
        [.. catalogue.Domains.Select(domain => (domain, Own: catalogue.Indicators.Where(indicator => indicator.Domain == domain.Id).ToList())).Where(pair => pair.Own.Count > 0).Take(ThemedPages)
            .Select(pair => new PortraitTheme(pair.domain.Name, [.. pair.Own.Take(3).Select(indicator => indicator.Id)], (pair.Own.FirstOrDefault(indicator => !indicator.IsCount) ?? pair.Own[0]).Id))],
        [.. catalogue.Indicators.Take(MostKeyFigures).Select(indicator => indicator.Id)]);
}

/// <summary>One page of a portrait.</summary>
/// <param name="Indicators">Of which its sentences tell, three at most.</param>
/// <param name="Map">The indicator its map shows.</param>
/// <param name="Level">Of the map of a department; the region is drawn by departments.</param>
public sealed record PortraitTheme(string Title, IReadOnlyList<string> Indicators, string Map, [DefaultValue(TerritoryLevel.Intercommunality)] TerritoryLevel Level = TerritoryLevel.Intercommunality)
{
    public const int MostIndicators = 3;
}
