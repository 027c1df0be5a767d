using Almanach.Core.Engine;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Functions.Hosting;

/// <summary>The endpoint table of both hosts as one delegate inside the worker. It checks keys and sessions itself, whatever the host has checked before.</summary>
public sealed class EndpointTable
{
    private readonly RequestDelegate app;

    public EndpointTable(IServiceProvider services, AzureSettings settings)
    {
        var pipeline = new ApplicationBuilder(services);
        // The front end speaks in clear to the worker; what people see is the public address.
        if (settings.Root.StartsWith("https:", StringComparison.Ordinal))
            pipeline.Use((context, next) =>
            {
                context.Request.Scheme = "https";
                return next(context);
            });
        app = pipeline.UseWeb().Build();
    }

    /// <summary>Answers a request; what is returned has nothing left to write.</summary>
    public async Task<IActionResult> Run(HttpContext context)
    {
        // The worker has matched an endpoint of its own already.
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        using var activity = Telemetry.Asked("request");
        await app(context);
        activity?.DisplayName = $"{context.Request.Method} {(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}".TrimEnd();
        activity?.SetTag("http.response.status_code", context.Response.StatusCode);
        return new EmptyResult();
    }
}
