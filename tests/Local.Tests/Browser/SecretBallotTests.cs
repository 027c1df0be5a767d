using Almanach.Local.Tests.Secret;

namespace Almanach.Local.Tests.Browser;

/// <summary>A secret ballot on a phone, by keyboard alone: cast, changed with its code, found again in the published list.</summary>
[Takes(15)]
public sealed class SecretBallotTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    [Fact]
    public async Task A_ballot_is_cast_changed_with_its_code_and_found_again()
    {
        var page = await site.Open(phone: true);
        using var temp = new TempFolder();
        using var station = new PollingStation(temp);
        await station.Open();
        var links = await station.Links(100);
        foreach (var link in links.TakeLast(12).Where((_, index) => index % 3 == 0))
            await station.Cast(link, "cabde");

        await page.GotoAsync(links[0]);
        await page.IsSound();
        await page.Reach("Sujet a");
        await page.Keyboard.TypeAsync("1");
        await page.Press("Relire mon bulletin");
        await page.IsSound();
        await page.Press("Confirmer mon vote");
        await page.IsSound();
        var code = await page.Locator(".mono").InnerTextAsync();

        await page.GotoAsync(links[0]);
        await page.IsSound();
        await page.Fill("Le code du bulletin", code);
        await page.Reach("Sujet b");
        await page.Keyboard.TypeAsync("1");
        await page.Press("Relire mon bulletin");
        await page.Press("Confirmer mon vote");
        Assert.Equal(code, await page.Locator(".mono").InnerTextAsync());

        await station.Close(links[0]);
        foreach (var address in new[] { $"{links[0]}/resultat", $"{links[0]}/bulletins", new Uri(new Uri(links[0]), "/secret-du-vote").AbsoluteUri })
        {
            await page.GotoAsync(address);
            await page.IsSound();
            await page.SetViewportSizeAsync(1280, 900);
            await page.Fits();
            await page.SetViewportSizeAsync(390, 844);
        }
        await page.GotoAsync($"{links[0]}/bulletins");
        Assert.Contains("Sujet b : 1", (await page.Locator($"tr:has-text(\"{code}\")").InnerTextAsync()).Replace('\u00A0', ' '), StringComparison.Ordinal);
    }
}
