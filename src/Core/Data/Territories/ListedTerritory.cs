namespace Almanach.Core.Data.Territories;

/// <summary>A territory as a list of codes holds it, for the years it stands there.</summary>
/// <param name="Name">As written today, or when it went: « L’Abergement-Clémenciat », « CC de la Dombes ».</param>
/// <param name="Population">Municipal population of the newest legal populations shipped; null where there is none.</param>
public sealed record ListedTerritory(TerritoryLevel Level, TerritoryCode Code, string Name, YearSpan Years, int? Population = null)
{
    public bool IsIn(TerritoryYear year) => Years.Holds(year);
}
