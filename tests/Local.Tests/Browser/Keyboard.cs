using Microsoft.Playwright;

namespace Almanach.Local.Tests.Browser;

/// <summary>A person without a mouse.</summary>
internal static class Keyboard
{
    private const string Focused = """
        () => {
          const e = document.activeElement;
          const named = e.labels?.length ? [...e.labels].map(label => label.innerText).join(' ') : '';
          return (e.getAttribute('aria-label') || named || e.innerText || e.value || e.id || '').trim();
        }
        """;

    /// <summary>The focused thing is seen: inside the window and with an outline of its own, or of its label; a shape of a map has a thick border.</summary>
    private const string Visible = """
        () => {
          const e = document.activeElement, box = e.getBoundingClientRect();
          const outlined = [e, e.closest('label')].filter(Boolean).map(x => getComputedStyle(x)).some(style => style.outlineStyle !== 'none' || style.boxShadow !== 'none')
            || e.closest('svg') && [...e.querySelectorAll('path')].some(path => parseFloat(getComputedStyle(path).strokeWidth) >= 3);
          return e !== document.body && box.bottom > 0 && box.top < innerHeight && outlined;
        }
        """;

    /// <summary>Goes on with Tab to what bears a name that begins so.</summary>
    public static async Task Reach(this IPage page, string name)
    {
        List<string> passed = [];
        for (var i = 0; i < 200; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focused = (await page.EvaluateAsync<string>(Focused)).Replace('\u00A0', ' ').Replace('\u202F', ' ');
            if (focused.StartsWith(name, StringComparison.Ordinal))
            {
                Assert.True(await page.EvaluateAsync<bool>(Visible), $"The focus on « {name} » is not seen.");
                return;
            }
            passed.Add(focused.Split('\n')[0]);
        }
        Assert.Fail($"The keyboard does not reach « {name} » on {page.Url}, only: {string.Join(" | ", passed.Distinct())}");
    }

    /// <summary>Reaches a link or button, presses Enter, and waits for the page that follows.</summary>
    public static async Task Press(this IPage page, string name)
    {
        await page.Reach(name);
        await page.EvaluateAsync("() => { window.leaving = true; }");
        await page.Keyboard.PressAsync("Enter");
        for (var patience = 600; !await HasArrived(page); patience--)
        {
            Assert.True(patience > 0, $"« {name} » leads nowhere from {page.Url}.");
            await Task.Delay(100);
        }
    }

    private static async Task<bool> HasArrived(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<bool>("() => !window.leaving && document.readyState === 'complete'");
        }
        catch (PlaywrightException)
        {
            // Between two pages there is nobody to ask.
            return false;
        }
    }

    /// <summary>Reaches a field and replaces what it holds.</summary>
    public static async Task Fill(this IPage page, string label, string text)
    {
        await page.Reach(label);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }
}
