using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Almanach.Local.Tests.Browser;

/// <summary>What every page reached must be.</summary>
internal static class Sound
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>No violation that axe knows of, one first title, no sideways scrolling.</summary>
    public static async Task IsSound(this IPage page)
    {
        var violations = await page.Violations();
        Assert.True(violations.Count == 0, string.Join('\n', violations));
        await page.Fits();
    }

    /// <summary>What axe finds on the page and in the letters it shows. Those stand in frames that run no script: they are looked at beside.</summary>
    public static async Task<IReadOnlyList<string>> Violations(this IPage page)
    {
        List<string> violations = [.. await page.OwnViolations()];
        foreach (var letter in await page.Locator("iframe:visible").AllAsync())
        {
            var answer = await page.APIRequest.GetAsync(await letter.EvaluateAsync<string>("it => it.src"));
            Assert.Equal(200, answer.Status);
            var beside = await page.Context.NewPageAsync();
            await beside.SetContentAsync(await answer.TextAsync());
            violations.AddRange(await beside.OwnViolations());
            await beside.CloseAsync();
        }
        return violations;
    }

    private static async Task<string[]> OwnViolations(this IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ['violations'], iframes: false })).violations
                .map(one => [`${location} ${one.id}: ${one.help}`, ...one.nodes.map(node => node.html)].join('\n  '))
            """);
    }

    public static Task<bool> KeepsItsWidth(this IPage page) => page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth");

    /// <summary>The same without axe, which is slow and says the same of a page at every width.</summary>
    public static async Task Fits(this IPage page)
    {
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.True(await page.KeepsItsWidth(), $"{page.Url} scrolls sideways.");
    }

    public static async Task<string> Heading(this IPage page) =>
        (await page.Locator("h1").InnerTextAsync()).Replace('\u00A0', ' ').Replace('\u202F', ' ');

    public static async Task<string> Words(this IPage page) =>
        (await page.Locator("main").InnerTextAsync()).Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
