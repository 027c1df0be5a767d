using Almanach.Core;
using Almanach.Core.Newsletter;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Year;

internal static class YearEndpoints
{
    public static void MapYears(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/annee", async (Office office, CancellationToken stop) => Results.Redirect(Addresses.Year(await Latest(office, stop))));
        cockpit.MapPage("/annee/{year:int}", Show);
    }

    private static async Task<IResult> Show(Office office, HttpContext context, int year, CancellationToken stop)
    {
        if (await office.Cycle.Find(year, stop) is not { } plan)
            return Results.NotFound();
        return await CockpitResult.Of<YearPage>(context, new Dictionary<string, object?>
        {
            [nameof(YearPage.Brand)] = office.Setting.Platform.Brand,
            [nameof(YearPage.View)] = YearView.Of(office.Setting, plan, await Editions(office, year, stop), await office.Opening.Years(stop), office.Now),
        });
    }

    private static async Task<IReadOnlyList<EditionInPlan>> Editions(Office office, int year, CancellationToken stop)
    {
        List<EditionInPlan> editions = [];
        foreach (var letter in office.Setting.Platform.Newsletters)
            editions.AddRange(await office.Newsletters.All(letter, [year], stop));
        return editions;
    }

    /// <summary>The first year that still has something to do, else the last one; the platform's first before any is open.</summary>
    public static async Task<int> Latest(Office office, CancellationToken stop)
    {
        var years = await office.Opening.Years(stop);
        foreach (var year in years)
            if ((await office.Cycle.Find(year, stop))!.Steps.Any(step => !step.IsBehind))
                return year;
        return years.Count > 0 ? years[^1] : office.Setting.Platform.FirstYear;
    }
}
