namespace Almanach.Local.Tests.Browser;

/// <summary>The coordinator on a Monday morning, by keyboard alone.</summary>
public sealed class CoordinatorTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    [Fact]
    public async Task She_signs_in_sees_today_opens_a_step_and_moves_the_clock()
    {
        var page = await site.Open(phone: false);

        await page.GotoAsync(site.CockpitDoor);
        await page.IsSound();
        await page.Press("Entrer");
        await page.IsSound();
        Assert.EndsWith("/cockpit", page.Url, StringComparison.Ordinal);
        Assert.Contains("6 septembre 2021", await page.Words(), StringComparison.Ordinal);

        await page.Press("Voir toute l’année");
        await page.IsSound();
        await page.Press("Collecte");
        await page.IsSound();
        Assert.Contains("/cockpit/etape/2022/", page.Url, StringComparison.Ordinal);

        await page.Press("Aller à la prochaine étape");
        await page.IsSound();
        Assert.DoesNotContain("6 septembre 2021", await page.Locator("section.clock").InnerTextAsync(), StringComparison.Ordinal);

        await page.GotoAsync(site.Root + "/cockpit");
        await page.IsSound();
    }

    [Theory]
    [InlineData("/cockpit/annee/2022")]
    [InlineData("/cockpit/consultations")]
    [InlineData("/cockpit/themes/2022")]
    [InlineData("/cockpit/reunions")]
    [InlineData("/cockpit/programme/2022")]
    [InlineData("/cockpit/reseau")]
    [InlineData("/cockpit/messages")]
    [InlineData("/cockpit/journal")]
    [InlineData("/cockpit/textes")]
    public async Task Each_room_is_sound_on_a_large_screen_and_on_a_phone(string address)
    {
        foreach (var phone in new[] { false, true })
        {
            var page = await site.Open(phone);
            await page.GotoAsync(site.CockpitDoor);
            await page.Press("Entrer");

            var answer = await page.GotoAsync(site.Root + address);

            Assert.Equal(200, answer!.Status);
            await page.IsSound();
        }
    }
}
