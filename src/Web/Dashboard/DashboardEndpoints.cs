using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Dashboard;

/// <summary>The social dashboard, as everybody reads it.</summary>
internal static class DashboardEndpoints
{
    public static void MapDashboard(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(DashboardAddress.Path, DashboardHandlers.Index);
        endpoints.MapPage("/tableau-de-bord/tendances", DashboardHandlers.Trends);
        endpoints.MapPage("/tableau-de-bord/donnees.json", DashboardFiles.Index);
        endpoints.MapPage("/tableau-de-bord/territoires/{level}/{code}", DashboardHandlers.Territory);
        endpoints.MapPage("/tableau-de-bord/{indicator}", DashboardHandlers.Show);
        endpoints.MapPage("/tableau-de-bord/{indicator}/origine", DashboardHandlers.Origin);
        endpoints.MapPage("/tableau-de-bord/{indicator}/donnees.csv", DashboardFiles.Csv);
        endpoints.MapPage("/tableau-de-bord/{indicator}/donnees.xlsx", DashboardFiles.Xlsx);
        endpoints.MapPage("/tableau-de-bord/{indicator}/donnees.json", DashboardFiles.Json);
        endpoints.MapPage("/tableau-de-bord/{indicator}/carte.svg", DashboardFiles.Map);
        endpoints.MapPage("/tableau-de-bord/{indicator}/evolution.svg", DashboardFiles.Chart);
        endpoints.MapPage("/tableau-de-bord/{indicator}/paquet.zip", DashboardFiles.Package);
    }
}
