namespace Almanach.Core.Data.Territories;

/// <summary>How a territory was called until a year, included.</summary>
public sealed record FormerName(TerritoryLevel Level, TerritoryCode Code, int Until, string Name);
