namespace Almanach.Local.Tests.Browser;

/// <summary>A référente votes, then goes back with the browser's own button.</summary>
[Takes(15)]
public sealed class BallotTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    [Fact]
    public async Task Going_back_from_a_recorded_ballot_shows_the_form_and_asks_to_post_nothing_again()
    {
        var page = await site.Open(phone: true);
        await site.Coordinator.Get("/cockpit");
        for (var steps = 0; steps < 12 && !site.HasMail("invite-2022-vote"); steps++)
            await site.Advance();
        var (_, invitation) = await site.Mail("invite-2022-vote");

        await page.GotoAsync(site.Link(invitation));
        await page.IsSound();
        await page.Locator("select.grade").First.SelectOptionAsync("Excellent");
        await page.Press("Relire");
        await page.IsSound();
        Assert.Equal("Relisez votre bulletin", await page.Heading());
        await page.Press("Confirmer mon vote");
        await page.IsSound();
        var recorded = await page.Heading();

        await page.GoBackAsync();

        Assert.Contains("enregistré", recorded, StringComparison.Ordinal);
        Assert.DoesNotContain("Relisez", await page.Heading(), StringComparison.Ordinal);
        Assert.Equal(new Uri(site.Link(invitation)).AbsolutePath, new Uri(page.Url).AbsolutePath);
        await page.IsSound();
    }
}
