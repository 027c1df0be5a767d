using Almanach.Adapters.Memory;
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

    /// <param name="premises">Not asked for before it starts, so that the table is built while the platform is being read.</param>
    /// <param name="demonstration">Who moves the clock; null in production.</param>
    public static WebApplication Build(HostSettings host, ILoggerFactory logs, Func<Premises> premises, Func<DemonstrationYear>? demonstration)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Limit);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopWithin);
        builder.Services.AddSingleton(logs)
            .AddHostedService(services => new Scheduler(premises(), services.GetRequiredService<ILogger<Scheduler>>()))
            .AddHostedService(services => new IncomingFolder(premises(), services.GetRequiredService<ILogger<IncomingFolder>>()));
        builder.Services.AddWeb(_ => premises().Office, _ => new WebSettings(premises().Keys.Api, premises().Keys.SessionKey, host.IsDemonstration, host.Incoming.Key, host.EventsKey));
        builder.Services.AddSingleton<ITables, TableFiles>().AddSingleton(_ => RehearsalRoom.Beside(premises().Office.Around));
        if (demonstration is not null)
            builder.Services.AddSingleton<IDemonstration>(_ => demonstration());

        var app = builder.Build();
        foreach (var address in host.Addresses)
            app.Urls.Add(address);
        // Behind a front server the request arrives in the clear; what people see is the public address.
        if (host.PublicRoot.StartsWith("https:", StringComparison.Ordinal))
            app.Use((context, next) =>
            {
                context.Request.Scheme = "https";
                return next(context);
            });
        app.UseWeb();
        WarmUp.Endpoints(app);
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
