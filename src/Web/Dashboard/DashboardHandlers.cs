using Almanach.Core;
using Almanach.Core.Data.Dashboard;
using Almanach.Core.Data.Territories;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Dashboard;

internal static class DashboardHandlers
{
    /// <summary>Longest search.</summary>
    private const int MostWords = 100;

    public static async Task<IResult> Index(Office office, HttpContext context)
    {
        var words = context.Request.Query["q"].ToString();
        return await office.Dashboard.Board(context.RequestAborted) is not { } board ? Results.NotFound()
            : await PageResult.Of<IndexPage>(new Dictionary<string, object?>
            {
                [nameof(IndexPage.Office)] = office,
                [nameof(IndexPage.Board)] = board,
                [nameof(IndexPage.Words)] = words.Length > MostWords ? words[..MostWords] : words,
            });
    }

    public static async Task<IResult> Show(Office office, HttpContext context, string indicator) =>
        await office.Dashboard.Board(context.RequestAborted) is not { } board || board.Catalogue.Find(indicator) is not { } found ? Results.NotFound()
        : await PageResult.Of<IndicatorPage>(new Dictionary<string, object?>
        {
            [nameof(IndicatorPage.Office)] = office,
            [nameof(IndicatorPage.Board)] = board,
            [nameof(IndicatorPage.Indicator)] = found,
            [nameof(IndicatorPage.View)] = IndicatorView.Of(board, found, DashboardAddress.Read(context.Request.Query)),
        });

    public static async Task<IResult> Territory(Office office, HttpContext context, string level, string code) =>
        await office.Dashboard.Board(context.RequestAborted) is not { } board || LevelNames.OfSlug(level) is not { } known || !TerritoryCode.TryParse(code, out var parsed)
            || TerritoryView.Of(board, known, parsed) is not { } view ? Results.NotFound()
        : await PageResult.Of<TerritoryPage>(new Dictionary<string, object?>
        {
            [nameof(TerritoryPage.Office)] = office,
            [nameof(TerritoryPage.View)] = view,
        });

    public static async Task<IResult> Trends(Office office, HttpContext context) =>
        await office.Dashboard.Board(context.RequestAborted) is not { } board ? Results.NotFound()
        : await PageResult.Of<TrendsPage>(new Dictionary<string, object?>
        {
            [nameof(TrendsPage.Office)] = office,
            [nameof(TrendsPage.Board)] = board,
            [nameof(TrendsPage.Alerts)] = board.Alerts(),
        });

    /// <summary>From a figure back to the cells of the files that were received.</summary>
    public static async Task<IResult> Origin(Office office, HttpContext context, string indicator)
    {
        if (await office.Dashboard.Board(context.RequestAborted) is not { } board || board.Catalogue.Find(indicator) is not { } found)
            return Results.NotFound();
        var query = DashboardAddress.Read(context.Request.Query);
        return query is { Level: { } level, Period: { } period, Territory: { } territory } && await office.Origins.Of(board, found, level, territory, period, context.RequestAborted) is { } origin
            ? await PageResult.Of<OriginPage>(new Dictionary<string, object?>
            {
                [nameof(OriginPage.Office)] = office,
                [nameof(OriginPage.Indicator)] = found,
                [nameof(OriginPage.Origin)] = origin,
                [nameof(OriginPage.Roster)] = await office.Network.Load(context.RequestAborted),
            })
            : Results.NotFound();
    }
}
