using Almanach.Adapters.Spreadsheets;
using Almanach.Core.Ports;
using Almanach.Local.Demonstration;
using Almanach.Web.Cockpit.Demonstration;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Almanach.Local.Hosting;

/// <summary>Kestrel, the endpoint table and the scheduler in one process. Nothing else is asked of the framework: the first page comes sooner.</summary>
public static class LocalServer
{
    /// <summary>What work in hand may take when the host is asked to stop; what is cut short goes on at the next start.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(20);

    /// <summary>Before the platform is read, so that both happen at once.</summary>
    public static WebApplicationBuilder Begin()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Limit);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopWithin);
        return builder;
    }

    public static WebApplication Finish(WebApplicationBuilder builder, Premises premises, ILoggerFactory logs, DemonstrationYear? demonstration)
    {
        builder.Services.AddSingleton(logs).AddSingleton(premises).AddSingleton<PoisonWatch>().AddHostedService<Scheduler>();
        builder.Services.AddWeb(premises.Office, new WebSettings(premises.Keys.Api, premises.Keys.SessionKey, premises.Host.IsDemonstration));
        builder.Services.AddSingleton<ITables, TableFiles>().AddSingleton(RehearsalRoom.Beside(premises.Office.Around));
        if (demonstration is not null)
            builder.Services.AddSingleton<IDemonstration>(demonstration);

        var app = builder.Build();
        foreach (var address in premises.Host.Addresses)
            app.Urls.Add(address);
        // Behind a front server the request arrives in the clear; what people see is the public address.
        if (premises.Host.PublicRoot.StartsWith("https:", StringComparison.Ordinal))
            app.Use((context, next) =>
            {
                context.Request.Scheme = "https";
                return next(context);
            });
        app.UseWeb();
        return app;
    }

    private static void Limit(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestLineSize = 4 * 1024;
        options.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        options.Limits.MaxRequestHeaderCount = 64;
        options.Limits.MaxRequestBodySize = 2 * 1024 * 1024;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        options.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        options.Limits.MaxConcurrentConnections = 1000;
    }
}
