using Almanach.Core;
using Almanach.Core.Library.Pages;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Public;

/// <summary>Who the platform is: its missions and history, its members by college, its bodies, its charter and who signed it.</summary>
internal static class WhoWeAreHandlers
{
    public static async Task<IResult> Show(Office office, HttpContext context) => await PageResult.Of<WhoWeArePage>(new Dictionary<string, object?>
    {
        [nameof(WhoWeArePage.Setting)] = office.Setting,
        [nameof(WhoWeArePage.Text)] = await office.Pages.Read(PageShelf.Presentation, context.RequestAborted),
        [nameof(WhoWeArePage.Roster)] = await office.Network.Load(context.RequestAborted),
        [nameof(WhoWeArePage.HasCharter)] = (await office.Pages.Read(PageShelf.Charter, context.RequestAborted)).Count > 0,
    });

    public static async Task<IResult> Charter(Office office, HttpContext context) =>
        await office.Pages.Read(PageShelf.Charter, context.RequestAborted) is { Count: > 0 } text
            ? await PageResult.Of<CharterPage>(new Dictionary<string, object?>
            {
                [nameof(CharterPage.Setting)] = office.Setting,
                [nameof(CharterPage.Text)] = text,
                [nameof(CharterPage.Roster)] = await office.Network.Load(context.RequestAborted),
            })
            : Results.NotFound();
}
