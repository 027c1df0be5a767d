using Almanach.Core.Data.Territories;

namespace Almanach.Core.Data.Dashboard;

/// <summary>One view of an indicator, as its permanent address says.</summary>
/// <param name="Period">Null for the latest.</param>
/// <param name="Within">Only territories that lie in this department; null for the region.</param>
/// <param name="Territory">Shown beside department, region and France; null for none.</param>
/// <param name="Small">Municipalities under 2,000 inhabitants too, in the table.</param>
public sealed record DashboardQuery(TerritoryLevel? Level, string? Period, TerritoryCode? Within, TerritoryCode? Territory, DashboardSort Sort, bool Descending, bool Small);

public enum DashboardSort
{
    Name,
    Value,
    Change,
}
