using Almanach.Web.Cockpit.Demonstration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit;

/// <summary>The pages of the coordinator.</summary>
internal static class CockpitEndpoints
{
    public static void MapCockpit(this IEndpointRouteBuilder endpoints)
    {
        var cockpit = endpoints.MapGroup("/cockpit").AddEndpointFilter<RouteGroupBuilder, CoordinatorOnly>();
        cockpit.MapDemonstration();
    }
}
