using Almanach.Core;
using Almanach.Web.Layout;
using Almanach.Web.Public;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Hosting;

/// <summary>
/// What a host may do beside its start, on a processor that would wait otherwise, so that the first page need not
/// (docs/performance.md). Nothing depends on it.
/// </summary>
public static class WarmUp
{
    /// <summary>Draws a page without content: what any page asks of the framework is then ready.</summary>
    public static async Task Drawing() => await HtmlPages.Render<Notice>(new Dictionary<string, object?> { [nameof(Notice.Title)] = "" });

    /// <summary>Draws the home page as its first visitor will see it.</summary>
    public static async Task Home(Office office, CancellationToken stop = default) =>
        await HtmlPages.Render<HomePage>(new Dictionary<string, object?> { [nameof(HomePage.Home)] = await HomeView.Of(office, stop) });

    /// <summary>Makes the endpoints of the table once; the first request makes its own, quickly.</summary>
    public static void Endpoints(IEndpointRouteBuilder table)
    {
        foreach (var source in table.DataSources)
            _ = source.Endpoints.Count;
    }
}
