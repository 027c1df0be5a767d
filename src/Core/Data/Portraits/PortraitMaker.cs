using Almanach.Core.Data.Dashboard;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;
using Almanach.Core.French;
using Almanach.Core.Platforms;
using TerritoryLevel = Almanach.Core.Data.Territories.TerritoryLevel;

namespace Almanach.Core.Data.Portraits;

/// <summary>The portraits of one year, composed from the figures of the dashboard. Pure: no figure after the year is shown.</summary>
public sealed class PortraitMaker(Board board, PortraitSetting setting, CatalogueSetting places, int year)
{
    private Geography Geography => board.Geography;

    /// <summary>Whose portraits the year has: thirteen departments, or the region.</summary>
    public IReadOnlyList<(TerritoryLevel Level, TerritoryCode Code, PlaceWords Place)> All() => setting.IsDepartmental(year)
        ? [.. Rhone.Portraits(Geography.Region, Geography.Year, Geography.Atlas).Where(code => Geography.At(TerritoryLevel.Department)?.PlaceOf(code) >= 0).Select(code => (TerritoryLevel.Department, code, PlaceOf(TerritoryLevel.Department, code)))]
        : [(TerritoryLevel.Region, Geography.Region, PlaceOf(TerritoryLevel.Region, Geography.Region))];

    /// <summary>Null for a territory the year has no portrait of.</summary>
    public Portrait? Of(TerritoryCode code)
    {
        if (All().FirstOrDefault(one => one.Code == code) is not { Place: { } place, Level: var level })
            return null;
        return new PortraitComposer(board, setting, year, level, code, place, one => PlaceOf(TerritoryLevel.Department, one).The).Make();
    }

    /// <summary>The new Rhône goes by the name of the department: « le Rhône ».</summary>
    private PlaceWords PlaceOf(TerritoryLevel level, TerritoryCode code)
    {
        var name = Geography.At(level) is { } scope && scope.PlaceOf(code) is >= 0 and var at ? scope.Names[at] : code.ToString();
        if (code == Rhone.NewRhone)
            name = "Rhône";
        var kind = level == TerritoryLevel.Region ? Platforms.TerritoryLevel.Region : Platforms.TerritoryLevel.Department;
        var within = places.Territories.FirstOrDefault(known => known.Level == kind && Typography.Fold(known.Name) == Typography.Fold(name))?.In;
        return level == TerritoryLevel.Region ? PlaceWords.OfRegion(name, within) : PlaceWords.OfDepartment(name, within);
    }
}
