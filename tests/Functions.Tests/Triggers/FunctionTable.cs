using System.Reflection;
using System.Text.RegularExpressions;
using Almanach.Functions.Triggers;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace Almanach.Functions.Tests.Triggers;

/// <summary>What the functions say of themselves, and what the endpoint table holds.</summary>
public static partial class FunctionTable
{
    /// <summary>Every function with its method.</summary>
    public static IReadOnlyList<(string Name, MethodInfo Method)> Functions { get; } =
        [.. typeof(PageTriggers).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Select(method => (Function: method.GetCustomAttribute<FunctionAttribute>(), Method: method))
            .Where(pair => pair.Function is not null).Select(pair => (pair.Function!.Name, pair.Method))];

    public static HttpTriggerAttribute? Http(MethodInfo method) => Binding<HttpTriggerAttribute>(method);

    public static T? Binding<T>(MethodInfo method)
        where T : Attribute => method.GetParameters().Select(parameter => parameter.GetCustomAttribute<T>()).OfType<T>().SingleOrDefault();

    /// <summary>Method and address of every endpoint, constraints left out.</summary>
    public static IReadOnlyList<string> Endpoints()
    {
        var app = WebApplication.CreateBuilder().Build();
        app.MapWeb();
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
                .Select(method => $"{method} {Bare(endpoint.RoutePattern.RawText!)}"))];
    }

    /// <summary>Constraints are the table's affair: what the host lets through too much, the table refuses.</summary>
    public static string Bare(string route) => Constraint().Replace("/" + route.TrimStart('/'), "{$1}");

    [GeneratedRegex(@"\{(\w+):[^}]*\}")]
    private static partial Regex Constraint();
}
