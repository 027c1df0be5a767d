using Almanach.Core;
using Almanach.Core.Rehearsal;
using Almanach.Web.Cockpit.Year;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Almanach.Web.Cockpit.Rehearsal;

internal static class RehearsalEndpoints
{
    public static void MapRehearsals(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/repetition", async (Office office, CancellationToken stop) => Results.Redirect($"/cockpit/repetition/{await YearEndpoints.Latest(office, stop)}"));
        cockpit.MapPage("/repetition/{year:int}", Show);
    }

    private static async Task<IResult> Show(Office office, HttpContext context, int year, CancellationToken stop)
    {
        if (await office.Cycle.Find(year, stop) is not { } plan)
            return Results.NotFound();
        return await CockpitResult.Of<RehearsalPage>(context, new Dictionary<string, object?>
        {
            [nameof(RehearsalPage.Brand)] = office.Setting.Platform.Brand,
            [nameof(RehearsalPage.Year)] = year,
            [nameof(RehearsalPage.View)] = context.RequestServices.GetService<RehearsalPorts>() is { } ports ? await YearRehearsed.Of(office, ports, plan, stop) : null,
        });
    }
}
