using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Almanach.Core;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Almanach.Web.Api;

/// <summary>
/// Maps the endpoints of one module. Each checks the key, then its address, then its body, before it touches the office;
/// nothing here is compiled or reflected on when the program starts.
/// </summary>
internal sealed class ApiModule(IEndpointRouteBuilder endpoints, string name)
{
    public const string Years = "{year:int:range(2000,2100)}";

    /// <summary>Reads; changes nothing.</summary>
    public void Get<TAnswer>(string pattern, string summary, Func<ApiCall, Task<ApiAnswer>> handle, params IReadOnlyList<ApiQuery> query) =>
        Map("GET", pattern, new ApiOperation(name, summary, null, ApiJson.Of<TAnswer>(), query), handle);

    /// <summary>Shows a page.</summary>
    public void Page(string pattern, string summary, Func<ApiCall, Task<ApiAnswer>> handle) =>
        Map("GET", pattern, new ApiOperation(name, summary, null, null, []), handle);

    /// <summary>Does something that takes no body.</summary>
    public void Post(string pattern, string summary, Func<ApiCall, Task<ApiAnswer>> handle) =>
        Map("POST", pattern, new ApiOperation(name, summary, null, ApiJson.Of<Done>(), []), handle, ApiBody.Nothing);

    public void Post<TBody>(string pattern, string summary, Func<ApiCall, TBody, Task<ApiAnswer>> handle)
        where TBody : class => Write<TBody, Done>("POST", pattern, summary, handle);

    public void Put<TBody>(string pattern, string summary, Func<ApiCall, TBody, Task<ApiAnswer>> handle)
        where TBody : class => Write<TBody, Done>("PUT", pattern, summary, handle);

    /// <summary>Adds something, and answers with its id.</summary>
    public void Add<TBody>(string pattern, string summary, Func<ApiCall, TBody, Task<ApiAnswer>> handle)
        where TBody : class => Write<TBody, Created>("POST", pattern, summary, handle);

    /// <summary>Takes a table as it is.</summary>
    /// <param name="types">Media types it may have.</param>
    public void Upload<TAnswer>(
        string pattern, string summary, IReadOnlyList<string> types, Func<ApiCall, byte[], Task<ApiAnswer>> handle, params IReadOnlyList<ApiQuery> query) =>
        Map("POST", pattern, new ApiOperation(name, summary, null, ApiJson.Of<TAnswer>(), query, types), async (call, context) =>
        {
            var (file, problem) = await ApiBody.Table(context.Request, types);
            return problem ?? await handle(call, file!);
        });

    /// <summary>Takes a document as it is.</summary>
    /// <inheritdoc cref="Upload{TAnswer}" path="/param"/>
    public void Deposit<TAnswer>(
        string pattern, string summary, IReadOnlyList<string> types, Func<ApiCall, byte[], Task<ApiAnswer>> handle, params IReadOnlyList<ApiQuery> query) =>
        Map("POST", pattern, new ApiOperation(name, summary, null, ApiJson.Of<TAnswer>(), query, types), async (call, context) =>
        {
            var (file, problem) = await ApiBody.Document(context.Request, types);
            return problem ?? await handle(call, file!);
        });

    /// <summary>Takes a data file as it is, as large as any that is taken.</summary>
    /// <inheritdoc cref="Upload{TAnswer}" path="/param"/>
    public void Deliver<TAnswer>(
        string pattern, string summary, IReadOnlyList<string> types, Func<ApiCall, Stream, Task<ApiAnswer>> handle, params IReadOnlyList<ApiQuery> query) =>
        Map("POST", pattern, new ApiOperation(name, summary, null, ApiJson.Of<TAnswer>(), query, types), async (call, context) =>
        {
            var (file, problem) = await ApiBody.DataFile(context, types);
            return problem ?? await handle(call, file!);
        });

    private void Write<TBody, TAnswer>(string method, string pattern, string summary, Func<ApiCall, TBody, Task<ApiAnswer>> handle)
        where TBody : class
    {
        var body = (JsonTypeInfo)ApiJson.Of<TBody>();
        Map(method, pattern, new ApiOperation(name, summary, body, ApiJson.Of<TAnswer>(), []), async (call, context) =>
        {
            var (given, problem) = await ApiBody.Read<TBody>(context.Request);
            return problem ?? await handle(call, given!);
        });
    }

    private void Map(
        string method, string pattern, ApiOperation operation, Func<ApiCall, Task<ApiAnswer>> handle, Func<HttpRequest, Task<ApiAnswer?>>? check = null) =>
        Map(method, pattern, operation, async (call, context) =>
            (check is null ? null : await check(context.Request)) ?? await handle(call));

    private void Map(string method, string pattern, ApiOperation operation, Func<ApiCall, HttpContext, Task<ApiAnswer>> handle)
    {
        endpoints.MapMethods($"/api{pattern}", [method], async context =>
        {
            var services = context.RequestServices;
            var answer = !ApiKey.IsGiven(context.Request, services.GetRequiredService<WebSettings>().ApiKey) ? Unauthorized(context)
                : !context.Request.RouteValues.Values.All(value => ApiCall.IsName(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")) ? NotFound
                : await handle(new ApiCall(services.GetRequiredService<Office>(), context), context);
            await answer.Write(context);
        }).WithMetadata(operation);
    }

    private static ApiAnswer NotFound => ApiAnswer.Refuse(StatusCodes.Status404NotFound, "Cette adresse ne désigne rien. Vérifiez les identifiants qu’elle contient.");

    private static ApiAnswer Unauthorized(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return ApiAnswer.Refuse(StatusCodes.Status401Unauthorized,
            $"Il faut la clé de l’API. Envoyez-la dans l’en-tête «\u00A0Authorization: Bearer …\u00A0» ou «\u00A0{ApiKey.Header}\u00A0».");
    }
}
