using System.Text;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Styles;

/// <summary>The sign in the browser's tab: the first letter of the platform on its accent.</summary>
internal static class Favicon
{
    public const string Path = "/favicon.svg";

    public static void MapFavicon(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, Serve);
        endpoints.MapPage("/favicon.ico", Serve);
    }

    private static IResult Serve(Setting setting, HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.Bytes(Encoding.UTF8.GetBytes(Draw(setting.Platform.Brand)), "image/svg+xml");
    }

    private static string Draw(Brand brand) =>
        $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="{brand.AccentDay}"/><text x="16" y="23" text-anchor="middle" font-family="serif" font-weight="700" font-size="21" fill="#fff">{Letter(brand)}</text></svg>""";

    private static string Letter(Brand brand) => brand.Short.Length > 0 && char.IsLetterOrDigit(brand.Short[0]) ? char.ToUpperInvariant(brand.Short[0]).ToString() : "";
}
