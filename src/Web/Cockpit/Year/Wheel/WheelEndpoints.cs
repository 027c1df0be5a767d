using System.Text;
using Almanach.Core;
using Almanach.Core.Cycle;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Year.Wheel;

/// <summary>The year as a wheel: a page to look at and to print, and a file.</summary>
internal static class WheelEndpoints
{
    public static void MapWheels(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/annee/{year:int}/roue", Show);
        cockpit.MapPage("/annee/{year:int}/roue.svg", File);
    }

    private static async Task<IResult> Show(Office office, HttpContext context, int year, CancellationToken stop)
    {
        if (await office.Cycle.Find(year, stop) is not { } plan)
            return Results.NotFound();
        var matter = Matter(office, plan, office.Setting.Zone.DayOf(office.Now));
        return await CockpitResult.Of<WheelPage>(context, new Dictionary<string, object?>
        {
            [nameof(WheelPage.Brand)] = office.Setting.Platform.Brand,
            [nameof(WheelPage.View)] = WheelView.Of(matter, office.Setting.Platform.Academies),
        });
    }

    private static async Task<IResult> File(Office office, int year, CancellationToken stop) => await office.Cycle.Find(year, stop) is { } plan
        ? Results.File(Encoding.UTF8.GetBytes(WheelDrawing.Draw(Matter(office, plan, null), alone: true)), "image/svg+xml", $"roue-{year}.svg")
        : Results.NotFound();

    private static WheelMatter Matter(Office office, YearPlan plan, DateOnly? today) => new(
        plan.Year, office.Setting.Platform.Brand.Short, WheelItem.Of(office.Setting, plan),
        Enumerable.Range(plan.Year - 1, 3).ToDictionary(year => year, year => WheelDays.Breaks(office.Setting, year)), today);
}
