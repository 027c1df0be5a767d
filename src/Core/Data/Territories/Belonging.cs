namespace Almanach.Core.Data.Territories;

/// <summary>Territories that lie in another for some years: the municipalities of an EPCI, the departments of a region.</summary>
public sealed record Belonging(TerritoryLevel Level, TerritoryCode Code, YearSpan Years, TerritoryLevel ChildLevel, IReadOnlyList<TerritoryCode> Children);
