namespace Almanach.Local.Tests.Browser;

/// <summary>A working group from its launch to its planned meeting, the coordinator and the pilot by keyboard alone; then an action’s meeting.</summary>
[Takes(40)]
public sealed class GroupTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    [Fact]
    public async Task A_group_is_launched_its_pilot_proposes_a_meeting_and_the_coordinator_plans_it()
    {
        var page = await site.Open(phone: false);
        for (var steps = 0; steps < 60 && !await Decided(); steps++)
            await site.Advance();
        await page.GotoAsync(site.CockpitDoor);
        await page.Press("Entrer");
        await page.GotoAsync($"{site.Root}/cockpit/groupes/2022/groupe-rsa");
        await page.IsSound();
        await page.Press("Voir le message avant de lancer");
        await page.IsSound();
        await page.Press("Lancer et prévenir");
        await site.Coordinator.Post("/cockpit/demonstration", ("avancer", "jour"), ("vers", "/cockpit"));

        var pilot = await site.Open(phone: true);
        await pilot.GotoAsync(site.Link((await site.Mail("group-pilot")).Text, "p"));
        await pilot.IsSound();
        await pilot.Reach("Jour");
        await pilot.Keyboard.TypeAsync("09222022"); // Chromium writes days as its own language does
        await pilot.Fill("Lieu", "Hôtel du Département, Grenoble");
        await pilot.Press("Proposer cette réunion");
        await pilot.IsSound();
        Assert.Contains("jeudi 22 septembre 2022", await pilot.Words(), StringComparison.Ordinal);
        await pilot.Fill("Plan de travail", "Inventorier les sources.");
        await pilot.Press("Enregistrer le plan");

        await page.GotoAsync($"{site.Root}/cockpit");
        await page.Press("Une réunion de lancement, à accepter");
        await page.IsSound();
        await page.Press("Relire avant d’accepter");
        await page.IsSound();
        await page.Press("Planifier la réunion");
        await page.IsSound();
        Assert.Contains("L’invitation à tout le réseau part le", await page.Words(), StringComparison.Ordinal);
        Assert.Contains("Inventorier les sources.", await page.Locator("#plan").InputValueAsync(), StringComparison.Ordinal);

        await page.GotoAsync($"{site.Root}/cockpit/programme/2022/atelier-mixite-ecole");
        await page.IsSound();
        await page.Press("Planifier la rencontre");
        await page.Reach("Jour");
        await page.Keyboard.TypeAsync("10132022");
        await page.Reach("La tenir malgré tout");
        await page.Keyboard.PressAsync("Space");
        await page.Fill("Pourquoi malgré tout", "Le comité y tient.");
        await page.Press("Relire avant de planifier");
        await page.IsSound();
        await page.Press("Planifier la rencontre");
        await page.IsSound();
        Assert.Contains("13 octobre 2022", await page.Words(), StringComparison.Ordinal);
    }

    /// <summary>The consultation on the groups is closed.</summary>
    private async Task<bool> Decided() => (await site.Coordinator.Get("/cockpit")).Contains("à lancer ou à reporter", StringComparison.Ordinal);
}
