using Almanach.Core.Data.Territories;
using Almanach.Core.French;

namespace Almanach.Core.Data.Schemas;

/// <summary>Levels of territories as a schema names them.</summary>
internal static class SchemaLevels
{
    private static readonly (string Name, TerritoryLevel Level)[] Names =
    [
        ("commune", TerritoryLevel.Municipality), ("epci", TerritoryLevel.Intercommunality), ("departement", TerritoryLevel.Department), ("region", TerritoryLevel.Region),
        ("arrondissement", TerritoryLevel.Arrondissement), ("canton", TerritoryLevel.Canton), ("bassin-de-vie", TerritoryLevel.LivingArea), ("zone-d-emploi", TerritoryLevel.EmploymentZone),
        ("bassin-d-emploi", TerritoryLevel.EmploymentZone), ("quartier", TerritoryLevel.Neighbourhood), ("arrondissement-municipal", TerritoryLevel.Ward), ("france-metropolitaine", TerritoryLevel.Metropolis),
        ("municipality", TerritoryLevel.Municipality), ("department", TerritoryLevel.Department), ("canton-ou-ville", TerritoryLevel.Canton), ("iris", TerritoryLevel.Neighbourhood),
    ];

    public static string Known => string.Join(", ", Names.Take(12).Select(pair => pair.Name));

    public static TerritoryLevel? Of(string name)
    {
        var plain = Typography.Fold(name).Replace(' ', '-').Replace('\'', '-').Replace('’', '-').Replace('_', '-');
        foreach (var (known, level) in Names)
            if (plain == known || plain == known + "s")
                return level;
        return null;
    }
}
