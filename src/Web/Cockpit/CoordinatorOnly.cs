using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Almanach.Web.Cockpit;

/// <summary>Every address of the cockpit asks for the session; every form posted there for its token.</summary>
public sealed class CoordinatorOnly(Session session)
{
    /// <summary>Lets a request in, or answers it.</summary>
    public async Task Let(HttpContext context, RequestDelegate endpoint)
    {
        if (await Refuse(context) is { } refused)
            await refused.ExecuteAsync(context);
        else
            await endpoint(context);
    }

    /// <summary>Null when the request may go on.</summary>
    private async Task<IResult?> Refuse(HttpContext http)
    {
        var posted = HttpMethods.IsPost(http.Request.Method);
        if (!session.IsOpen(http))
            return posted
                ? Results.StatusCode(StatusCodes.Status401Unauthorized)
                : Results.Redirect($"/cockpit/entrer?vers={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");
        if (!posted)
            return null;
        if (!http.Request.HasFormContentType)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if (await Form(http) is not { } form)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        return session.Accepts(http, form[Session.FormField].ToString()) ? null : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    /// <summary>Null for a body that cannot be read as a form.</summary>
    private static async Task<IFormCollection?> Form(HttpContext http)
    {
        try
        {
            // The shield has limited the body already, by its path.
            return await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = Shield.MaxDelivery }, http.RequestAborted);
        }
        catch (Exception problem) when (PostedForm.IsUnreadable(problem))
        {
            return null;
        }
    }
}
