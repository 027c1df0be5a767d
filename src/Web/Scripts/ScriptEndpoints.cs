using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Scripts;

/// <summary>Scripts under addresses that change with their content: kept for a year by whoever fetched them.</summary>
internal static class ScriptEndpoints
{
    public static void MapScripts(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPage("/scripts/{name}", (string name, HttpContext context) =>
        {
            if (Script.All.FirstOrDefault(script => script.Path == $"/scripts/{name}") is not { } found)
                return Results.NotFound();
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Bytes(found.Bytes, Script.ContentType);
        });
}
