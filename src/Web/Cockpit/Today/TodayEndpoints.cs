using Almanach.Core;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Today;

internal static class TodayEndpoints
{
    public static void MapToday(this IEndpointRouteBuilder cockpit) => cockpit.MapPage("", async (Office office, HttpContext context, CancellationToken stop) =>
        await CockpitResult.Of<TodayPage>(context, new Dictionary<string, object?>
        {
            [nameof(TodayPage.Brand)] = office.Setting.Platform.Brand,
            [nameof(TodayPage.View)] = TodayView.Of(await TodayLoad.Of(office, stop)),
        }));
}
