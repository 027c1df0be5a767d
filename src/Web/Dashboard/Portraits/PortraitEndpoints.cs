using Almanach.Core;
using Almanach.Core.Data.Portraits;
using Almanach.Web.Documents;
using Almanach.Web.Hosting;
using Almanach.Web.Layout;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Dashboard.Portraits;

/// <summary>Portraits as everybody reads them: the files that were published.</summary>
internal static class PortraitEndpoints
{
    public const string Path = "/portraits";

    public static void MapPortraits(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, List);
        endpoints.MapPage("/portraits/{year:int}/{code}", Show);
        endpoints.MapPage("/portraits/{year:int}/{code}.pdf", Pdf);
    }

    public static string Of(int year, string code) => $"{Path}/{year}/{code}";

    private static async Task<IResult> List(Office office, HttpContext context)
    {
        if (office.Setting.Platform.Territories is null || office.Setting.Folder.Indicators.Indicators.Count == 0)
            return Results.NotFound();
        var published = await office.Portraits.Published(context.RequestAborted);
        HashSet<string> files = [];
        if (published.Count > 0)
            await foreach (var path in office.Around.Files.List("portraits/", context.RequestAborted))
                files.Add(path);
        return await PageResult.Of<PortraitListPage>(new Dictionary<string, object?>
        {
            [nameof(PortraitListPage.Office)] = office,
            [nameof(PortraitListPage.Portraits)] = published,
            [nameof(PortraitListPage.Printed)] = published.Where(one => files.Contains(PortraitRecord.PathOf(one.Year, one.Code, one.Versions[^1].Number, "pdf"))).Select(one => (one.Year, one.Code)).ToHashSet(),
        });
    }

    private static async Task<IResult> Show(Office office, HttpContext context, int year, string code) =>
        await office.Portraits.File(year, code, "html", context.RequestAborted) is { } page ? Stored(context, page) : Results.NotFound();

    private static async Task<IResult> Pdf(Office office, HttpContext context, int year, string code) =>
        await office.Portraits.File(year, code, "pdf", context.RequestAborted) is { } file ? Results.File(file, "application/pdf", $"portrait-{year}-{code}.pdf") : Results.NotFound();

    /// <summary>Nothing runs in it, and nothing but its own style is read.</summary>
    internal static IResult Stored(HttpContext context, byte[] page)
    {
        context.Response.Headers.ContentSecurityPolicy = DocumentRender.Policy(page);
        return Results.Bytes(page, HtmlPages.ContentType);
    }
}
