using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Almanach.Local.Tests.Browser;

/// <summary>What every page reached must be.</summary>
internal static class Sound
{
    /// <summary>No violation that axe knows of, one first title, no sideways scrolling.</summary>
    public static async Task IsSound(this IPage page)
    {
        var violations = (await page.RunAxe()).Violations;
        Assert.True(violations.Length == 0, $"{page.Url}\n{string.Join('\n', violations.Select(one => $"{one.Id}: {one.Help}\n  {string.Join("\n  ", one.Nodes.Select(node => node.Html))}"))}");
        await page.Fits();
    }

    /// <summary>The same without axe, which is slow and says the same of a page at every width.</summary>
    public static async Task Fits(this IPage page)
    {
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{page.Url} scrolls sideways.");
    }

    public static async Task<string> Heading(this IPage page) =>
        (await page.Locator("h1").InnerTextAsync()).Replace('\u00A0', ' ').Replace('\u202F', ' ');

    public static async Task<string> Words(this IPage page) =>
        (await page.Locator("main").InnerTextAsync()).Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
