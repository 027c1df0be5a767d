using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Almanach.Web.Layout;

/// <summary>
/// Draws any component as the bytes of a page. Components get all they need as parameters, so nothing is shared between
/// two renderings but an encoder that leaves French readable: safe from any thread.
/// </summary>
public static class HtmlPages
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .AddSingleton<IComponentActivator, PlainActivator>()
        .BuildServiceProvider();

    public static string ContentType => "text/html; charset=utf-8";

    /// <summary>The component's HTML in UTF-8, once its asynchronous work is done. What it throws reaches the caller.</summary>
    /// <param name="parameters">The component's parameters, by property name.</param>
    public static async Task<byte[]> Render<TComponent>(IDictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        using var page = new PageWriter();
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters));
            root.WriteHtmlTo(page);
        });
        return page.ToUtf8();
    }
}
