using System.Text.Json.Serialization.Metadata;
using Almanach.Web.Api;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Dashboard;

/// <summary>The social dashboard, as everybody reads it, and its data, as programs do.</summary>
internal static class DashboardEndpoints
{
    public static void MapDashboard(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(DashboardAddress.Path, DashboardHandlers.Index);
        endpoints.MapPage("/tableau-de-bord/tendances", DashboardHandlers.Trends);
        endpoints.MapPage("/tableau-de-bord/territoires/{level}/{code}", DashboardHandlers.Territory);
        endpoints.MapPage("/tableau-de-bord/{indicator}", DashboardHandlers.Show);
        endpoints.MapPage("/tableau-de-bord/{indicator}/origine", DashboardHandlers.Origin);
        endpoints.MapOpen("/tableau-de-bord/donnees.json", DashboardFiles.Index, "Les indicateurs, avec leur définition, leurs niveaux et leurs périodes.", ApiJson.Of<OpenCatalogue>());
        endpoints.MapOpen("/tableau-de-bord/{indicator}/donnees.json", DashboardFiles.Json, "Les chiffres d’un indicateur à un niveau et une période.", ApiJson.Of<OpenView>(), View);
        endpoints.MapOpen("/tableau-de-bord/{indicator}/donnees.csv", DashboardFiles.Csv, "Les mêmes, en CSV.", "text/csv", View);
        endpoints.MapOpen("/tableau-de-bord/{indicator}/donnees.xlsx", DashboardFiles.Xlsx, "Les mêmes, en classeur.", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", View);
        endpoints.MapOpen("/tableau-de-bord/{indicator}/carte.svg", DashboardFiles.Map, "La carte des mêmes.", "image/svg+xml", View);
        endpoints.MapOpen("/tableau-de-bord/{indicator}/evolution.svg", DashboardFiles.Chart, "L’évolution d’un territoire à côté de son département, de la région et de la France.", "image/svg+xml", View);
        endpoints.MapOpen("/tableau-de-bord/{indicator}/paquet.zip", DashboardFiles.Package, "Tous les niveaux et périodes d’un indicateur, en paquet Frictionless.", "application/zip");
        endpoints.MapGet(ApiDocument.OpenPath, ApiDocument.Serve(endpoints, open: true));
    }

    /// <summary>What a view may be asked for by.</summary>
    private static readonly ApiQuery[] View =
    [
        new("niveau", "", false, "Niveau des territoires\u00A0: departement, epci, commune… Par défaut le département, s’il a des chiffres.", LevelSlugAttribute.All),
        new("periode", "", false, "2020, 2020-12 (un mois) ou 2020-T4 (un trimestre). Par défaut la dernière."),
        new("dans", "", false, "Code d’un département\u00A0: seulement les territoires qu’il contient."),
        new("territoire", "", false, "Code du territoire que l’évolution montre."),
        new("tri", "", false, "nom, valeur ou evolution.", ["nom", "valeur", "evolution"]),
        new("sens", "", false, "asc ou desc.", ["asc", "desc"]),
        new("communes", "", false, "«\u00A0toutes\u00A0» pour les communes de moins de 2\u202F000\u00A0habitants aussi."),
    ];

    private static void MapOpen(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler, string summary, JsonTypeInfo answer, params IReadOnlyList<ApiQuery> query) =>
        endpoints.MapPage(pattern, handler).WithMetadata(new ApiOperation(Module, summary, null, answer, query) { IsOpen = true });

    private static void MapOpen(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler, string summary, string media, params IReadOnlyList<ApiQuery> query) =>
        endpoints.MapPage(pattern, handler).WithMetadata(new ApiOperation(Module, summary, null, null, query) { IsOpen = true, Media = media });

    private const string Module = "Tableau de bord";
}
