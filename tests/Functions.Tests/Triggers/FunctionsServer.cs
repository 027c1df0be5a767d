using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Almanach.Functions.Tests.Triggers;

/// <summary>
/// Stands for the front of the Functions host: it routes by what the triggers say of themselves, asks for the function's key,
/// and calls the trigger's own method on an instance made of the worker's services, over a real socket. An answer names the
/// function that gave it. It proves nothing of the real host's key store, of its scaling and time limits, of the passage
/// between host and worker, nor of what the platform in front adds to or strips from a request.
/// </summary>
public sealed class FunctionsServer : IAsyncDisposable
{
    public const string Key = "key-of-the-functions-host";
    public const string KeyHeader = "x-functions-key";

    /// <summary>The function that answered; missing where the front did.</summary>
    public const string AnsweredBy = "X-Function";

    private readonly WebApplication app;

    private FunctionsServer(WebApplication app) => this.app = app;

    public IServiceProvider Services => app.Services;

    public Uri Address => new(app.Urls.Single());

    /// <param name="services">What the worker registers.</param>
    public static async Task<FunctionsServer> Start(Action<IServiceCollection> services)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        services(builder.Services);
        var app = builder.Build();
        foreach (var (name, method) in FunctionTable.Functions)
            if (FunctionTable.Http(method) is { } http)
                app.MapMethods(http.Route!, http.Methods!.Select(one => one.ToUpperInvariant()), context => Answer(context, name, method, http));
        await app.StartAsync();
        return new FunctionsServer(app);
    }

    /// <summary>A trigger as the worker makes one.</summary>
    public T Make<T>() => ActivatorUtilities.CreateInstance<T>(Services);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task Answer(HttpContext context, string name, MethodInfo method, HttpTriggerAttribute http)
    {
        if (http.AuthLevel != AuthorizationLevel.Anonymous && context.Request.Headers[KeyHeader] != Key)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[AnsweredBy] = name;
            return Task.CompletedTask;
        });
        var action = new ActionContext(context, context.GetRouteData(), new ActionDescriptor());
        var trigger = ActivatorUtilities.CreateInstance(context.RequestServices, method.DeclaringType!);
        var result = await (Task<IActionResult>)method.Invoke(trigger, [context.Request])!;
        await result.ExecuteResultAsync(action);
    }
}
