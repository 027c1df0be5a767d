using Almanach.Web.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Hosting;

/// <summary>A component as the answer to a request.</summary>
public static class PageResult
{
    /// <param name="parameters">The component's parameters, by property name.</param>
    public static async Task<IResult> Of<TComponent>(IDictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TComponent : IComponent =>
        new Bytes(await HtmlPages.Render<TComponent>(parameters), status);

    private sealed class Bytes(byte[] page, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = HtmlPages.ContentType;
            context.Response.ContentLength = page.Length;
            return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(page).AsTask();
        }
    }
}
