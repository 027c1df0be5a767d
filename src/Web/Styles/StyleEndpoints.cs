using Almanach.Core.Engine;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Styles;

/// <summary>Style sheets under addresses that change with their content: kept for a year by whoever fetched them.</summary>
internal static class StyleEndpoints
{
    public static void MapStyles(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPage("/styles/{name}", (string name, HttpContext context, Setting setting) =>
        {
            var path = $"/styles/{name}";
            StyleSheet[] sheets = [StyleSheets.Almanach, StyleSheets.Platform(setting.Platform.Brand)];
            if (sheets.FirstOrDefault(sheet => sheet.Path == path) is not { } sheet)
                return Results.NotFound();
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            context.Response.Headers.Vary = "Accept-Encoding";
            if (!context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.OrdinalIgnoreCase))
                return Results.Bytes(sheet.Bytes, StyleSheet.ContentType);
            context.Response.Headers.ContentEncoding = "br";
            return Results.Bytes(sheet.Brotli, StyleSheet.ContentType);
        });
}
