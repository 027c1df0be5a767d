using Almanach.Core.Data.Territories;

namespace Almanach.Adapters.Territories.Tables;

/// <summary>How the tables of Insee and COGugaison name their columns, and the kinds of territory in their lists of names.</summary>
internal static class MembershipColumns
{
    public static readonly string[] Municipality = ["codgeo", "com", "code_commune", "depcom", "code_insee", "insee_com"];

    public static readonly string[] Name = ["libgeo", "libelle", "nom", "lib"];

    public static readonly string[] Neighbourhood = ["code_iris", "dcomiris", "iris", "code_qp", "codeqp", "code_qpv", "code_quartier"];

    public static readonly string[] NeighbourhoodName = ["lib_iris", "libiris", "lib_qp", "nom_qp", "nom_quartier", "libgeo", "libelle", "nom"];

    public static readonly string[] Kind = ["nivgeo", "niv_geo"];

    public static bool IsCode(string column) => Municipality.Contains(column) || Neighbourhood.Contains(column);

    /// <summary>The level of a column or of a value of NIVGEO, whatever the year in its name (ZE2020, BV2012); null for others.</summary>
    public static TerritoryLevel? Level(string name) => name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').ToLowerInvariant() switch
    {
        "canov" or "cv" or "can" or "canton" => TerritoryLevel.Canton,
        "ze" => TerritoryLevel.EmploymentZone,
        "bv" => TerritoryLevel.LivingArea,
        "epci" => TerritoryLevel.Intercommunality,
        "arr" => TerritoryLevel.Arrondissement,
        _ => null,
    };
}
