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
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            if (!session.Accepts(http, form[Session.FormField].ToString()))
                return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
        return await next(context);
    }
}
