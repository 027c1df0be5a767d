using Almanach.Core;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Year.Load;

/// <summary>Each week's load before it happens.</summary>
internal static class LoadEndpoints
{
    public static void MapLoads(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/annee/charge", async (Office office, CancellationToken stop) => Results.Redirect(Addresses.Load(await YearEndpoints.Latest(office, stop))));
        cockpit.MapPage("/annee/{year:int}/charge", Show);
    }

    private static async Task<IResult> Show(Office office, HttpContext context, int year, string? tout, CancellationToken stop)
    {
        if (await office.Load.Of(year, tout is not null, office.Now, stop) is not { } load)
            return Results.NotFound();
        return await CockpitResult.Of<LoadPage>(context, new Dictionary<string, object?>
        {
            [nameof(LoadPage.Brand)] = office.Setting.Platform.Brand,
            [nameof(LoadPage.View)] = LoadView.Of(office.Setting, load, await office.Network.Load(stop), await office.Suppressions.Load(stop), await office.Opening.Years(stop), tout is not null),
        });
    }
}
