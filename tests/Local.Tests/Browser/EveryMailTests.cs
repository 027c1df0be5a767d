using Microsoft.Playwright;

namespace Almanach.Local.Tests.Browser;

/// <summary>The mails of a year, as a browser shows them.</summary>
[Takes(40)]
public sealed class EveryMailTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    [Fact]
    public async Task Every_mail_of_a_year_is_sound_in_light_and_in_dark()
    {
        var page = await site.Open(phone: true);
        await site.Coordinator.Get("/cockpit");
        for (var step = 0; step < 40; step++)
            await site.Advance();
        var letters = await site.Letters();

        Assert.True(letters.Count > 15, $"{letters.Count} mails");
        foreach (var (subject, letter) in letters)
        {
            await page.SetContentAsync(letter);
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var violations = await page.Violations();
                Assert.True(violations.Count == 0, $"{subject}, {scheme}: {string.Join('\n', violations)}");
                Assert.True(await page.KeepsItsWidth(), $"{subject} scrolls sideways.");
            }
        }
    }
}
