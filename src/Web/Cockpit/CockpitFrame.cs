using Almanach.Core;
using Almanach.Web.Cockpit.Demonstration;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Almanach.Web.Cockpit;

/// <summary>What every page of the cockpit needs of its request: handed down to the frame and to each form.</summary>
/// <param name="Token">What each form sends along (see <see cref="Session"/>).</param>
/// <param name="Here">Path and query of the page, to come back to it.</param>
/// <param name="Bar">The demonstration's clock; null on a real platform.</param>
/// <param name="HasLetters">The platform has a newsletter.</param>
/// <param name="HasData">It expects data files, or has a dashboard.</param>
/// <param name="HasPortraits">It makes portraits of its territories.</param>
public sealed record CockpitFrame(string Token, string Here, DemonstrationBar? Bar, bool HasLetters = false, bool HasData = false, bool HasPortraits = false)
{
    public static CockpitFrame Of(HttpContext context)
    {
        var services = context.RequestServices;
        var bar = services.GetRequiredService<WebSettings>().Demonstration && services.GetService<IDemonstration>() is { } demonstration
            ? DemonstrationBar.Of(demonstration, services.GetRequiredService<Office>().Setting)
            : null;
        return new CockpitFrame(services.GetRequiredService<Session>().FormToken(context), context.Request.Path + context.Request.QueryString, bar,
            services.GetRequiredService<Office>().Setting.Platform.Newsletters.Count > 0,
            services.GetRequiredService<Office>().Setting.Platform.DataOrEmpty().Deliveries.Count > 0 || services.GetRequiredService<Office>().Setting.Folder.Indicators.Indicators.Count > 0,
            services.GetRequiredService<Office>().Setting is { Platform.Territories: not null, Folder.Indicators.Indicators.Count: > 0 });
    }
}
