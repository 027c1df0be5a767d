using Almanach.Core;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Today;

internal static class TodayEndpoints
{
    public static void MapToday(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("", Show);
        cockpit.MapForm("/reessayer", Retry);
    }

    private static async Task<IResult> Show(Office office, HttpContext context, CancellationToken stop) =>
        await CockpitResult.Of<TodayPage>(context, new Dictionary<string, object?>
        {
            [nameof(TodayPage.Brand)] = office.Setting.Platform.Brand,
            [nameof(TodayPage.View)] = TodayView.Of(await TodayLoad.Of(office, stop)),
        });

    /// <summary>What was set aside is tried again; pressed twice, or for what is done by now, it changes nothing.</summary>
    private static async Task<IResult> Retry(Office office, HttpContext context, CancellationToken stop)
    {
        var row = (await PostedForm.Read(context)).Text("tache");
        if ((await office.Troubles.All(stop)).Any(trouble => trouble.Row == row))
            await office.Troubles.Retry(row, stop);
        return Back.SeeOther("/cockpit#bien");
    }
}
