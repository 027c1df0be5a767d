using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit;

/// <summary>A page of the cockpit as the answer to a request: its frame and its forms find the session by themselves.</summary>
public static class CockpitResult
{
    /// <param name="parameters">The component's parameters, by property name.</param>
    public static Task<IResult> Of<TPage>(HttpContext context, IDictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        // Letters are shown in frames of our own.
        context.Response.Headers.ContentSecurityPolicy = $"{context.Response.Headers.ContentSecurityPolicy}; frame-src 'self'";
        return PageResult.Of<Framed<TPage>>(
            new Dictionary<string, object?> { [nameof(Framed<>.Frame)] = CockpitFrame.Of(context), [nameof(Framed<>.Parameters)] = parameters }, status);
    }
}
