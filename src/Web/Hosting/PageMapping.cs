using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Almanach.Web.Hosting;

internal static class PageMapping
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Posting = [HttpMethods.Post];
    private static readonly string[] Putting = [HttpMethods.Put];
    private static readonly string[] Patching = [HttpMethods.Patch];
    private static readonly string[] Deleting = [HttpMethods.Delete];

    /// <summary>A page: answers GET and HEAD, which never change anything.</summary>
    public static IEndpointConventionBuilder MapPage(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler) => endpoints.Map(pattern, Reading, handler);

    /// <summary>A page that takes the request as it is: nothing is bound, so that the first page somebody waits for comes sooner.</summary>
    public static void MapBare(this IEndpointRouteBuilder endpoints, string pattern, RequestDelegate handler) => endpoints.MapMethods(pattern, Reading, handler);

    /// <summary>Where a form is posted.</summary>
    public static void MapForm(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler) => endpoints.Map(pattern, Posting, handler);

    /// <summary>Where a program puts what it has, whole: done again, it changes nothing.</summary>
    public static void MapPut(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler) => endpoints.Map(pattern, Putting, handler);

    /// <summary>Where a program goes on with what it began.</summary>
    public static void MapPatch(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler) => endpoints.Map(pattern, Patching, handler);

    /// <summary>Where a program gives up what it began: done again, it changes nothing.</summary>
    public static void MapDelete(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler) => endpoints.Map(pattern, Deleting, handler);

    /// <summary>
    /// The code that fills a handler's parameters is made when it is first asked for: made for the whole table at once, it
    /// was the larger part of the wait for the first page (docs/performance.md).
    /// </summary>
    private static IEndpointConventionBuilder Map(this IEndpointRouteBuilder endpoints, string pattern, string[] methods, Delegate handler)
    {
        var route = RoutePatternFactory.Parse(pattern);
        var bound = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, new RequestDelegateFactoryOptions
        {
            ServiceProvider = endpoints.ServiceProvider,
            RouteParameterNames = route.Parameters.Select(parameter => parameter.Name),
            DisableInferBodyFromParameters = true,
        }).RequestDelegate);
        return endpoints.MapMethods(pattern, methods, context => bound.Value(context));
    }

    /// <summary>After a POST that succeeded: the page that shows what was done.</summary>
    public static IResult SeeOther(string path) => new Redirection(path);

    private sealed class Redirection(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
