namespace Almanach.Local.Tests.Browser;

/// <summary>The minutes of a committee, from its members' approval to the cockpit, by keyboard alone.</summary>
[Takes(25)]
public sealed class CommitteeTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    [Fact]
    public async Task A_member_reads_the_draft_asks_for_a_correction_and_the_coordinator_sees_it()
    {
        var page = await site.Open(phone: true);
        await site.Coordinator.Get("/cockpit");
        for (var steps = 0; steps < 40 && !site.HasMail("approbation"); steps++)
            await site.Advance();
        var (_, asked) = await site.Mail("approbation");

        await page.GotoAsync(site.Link(asked));
        await page.IsSound();
        Assert.Equal("Approuvez-vous ce compte-rendu ?", await page.Heading());
        var form = page.Url;
        await page.Press("Lire le compte-rendu");
        await page.Fits();
        Assert.StartsWith("Projet de compte-rendu", await page.Heading(), StringComparison.Ordinal);

        await page.GotoAsync(form);
        await page.Reach("J’approuve");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Fill("La correction demandée", "L’Insee était présent.");
        await page.Press("Envoyer ma réponse");
        await page.IsSound();
        Assert.Contains("L’Insee était présent.", await page.Words(), StringComparison.Ordinal);

        await page.GotoAsync(site.CockpitDoor);
        await page.Press("Entrer");
        foreach (var room in new[] { "/cockpit/programme/2022/documents/compte-rendu/approuver", "/cockpit/reunions/2022-copil" })
        {
            var answer = await page.GotoAsync(site.Root + room);
            Assert.True(answer!.Status == 200, $"{room} answered {answer.Status}.");
            await page.SetViewportSizeAsync(1280, 900);
            await page.Fits();
            await page.SetViewportSizeAsync(390, 844);
            await page.IsSound();
            if (room.EndsWith("approuver", StringComparison.Ordinal))
                Assert.Contains("L’Insee était présent.", await page.Words(), StringComparison.Ordinal);
        }
    }
}
