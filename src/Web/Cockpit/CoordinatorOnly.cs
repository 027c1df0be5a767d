using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit;

/// <summary>Every address of the cockpit asks for the session; every form posted there for its token.</summary>
public sealed class CoordinatorOnly(Session session) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!session.IsOpen(http))
            return HttpMethods.IsGet(http.Request.Method)
                ? Results.Redirect($"/cockpit/entrer?vers={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}")
                : Results.StatusCode(StatusCodes.Status401Unauthorized);
        if (HttpMethods.IsPost(http.Request.Method))
        {
            if (!http.Request.HasFormContentType)
                return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
            if (await Form(http) is not { } form)
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            if (!session.Accepts(http, form[Session.FormField].ToString()))
                return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
        return await next(context);
    }

    /// <summary>Null for a body that is torn, or has more fields than any form of ours.</summary>
    private static async Task<IFormCollection?> Form(HttpContext http)
    {
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException && problem is not BadHttpRequestException)
        {
            return null;
        }
    }
}
