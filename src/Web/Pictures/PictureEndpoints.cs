using Almanach.Core;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Pictures;

/// <summary>
/// Pictures sent for publication. Their address is the hash of what they show: nobody guesses it, and whoever fetched one keeps
/// it for a year.
/// </summary>
internal static class PictureEndpoints
{
    public static void MapPictures(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPage("/images/{name}", async (string name, Office office, HttpContext context) =>
        {
            if (await office.Pictures.Bytes($"images/{name}", context.RequestAborted) is not { } bytes)
                return Results.NotFound();
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Bytes(bytes, name.EndsWith(".png", StringComparison.Ordinal) ? "image/png" : "image/jpeg");
        });
}
