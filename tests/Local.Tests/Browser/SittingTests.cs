namespace Almanach.Local.Tests.Browser;

/// <summary>The committee from the question of its date to its decisions: by keyboard alone, the member on a phone, every page under axe.</summary>
[Takes(35)]
public sealed class SittingTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    private const string Room = "/cockpit/reunions/2022-copil";

    [Fact]
    public async Task A_date_is_asked_for_answered_fixed_and_announced_and_the_sitting_recorded()
    {
        var page = await site.Open(phone: false);
        await page.GotoAsync(site.CockpitDoor);
        await page.Press("Entrer");
        await page.GotoAsync($"{site.Root}{Room}/dates");
        await page.IsSound();
        foreach (var (label, day) in new[] { ("Date 1", "12092021"), ("Date 2", "12162021"), ("Dernier jour", "10202021") })
        {
            await page.Reach(label);
            await page.Keyboard.TypeAsync(day); // Chromium writes days as its own language does
        }
        await page.Press("Voir le message");
        await page.IsSound();
        await page.Press("Ouvrir le sondage");
        await page.IsSound();
        await Forward("jour");

        var member = await site.Open(phone: true);
        var poll = site.Link((await site.Mail("invite-2022-date-copil")).Text);
        await member.GotoAsync(poll);
        await member.IsSound();
        await member.Reach("Oui");
        await member.Keyboard.PressAsync("Space");
        await member.Reach("Oui");
        await member.Keyboard.PressAsync("ArrowDown");
        await member.Press("Envoyer ma réponse");
        await member.IsSound();

        await page.GotoAsync($"{site.Root}{Room}");
        Assert.Contains("1 oui, aucun si nécessaire, aucun non", await page.Words(), StringComparison.Ordinal);
        await page.Press("Fixer cette date");
        await page.IsSound();
        await page.Press("Fixer la date et l’annoncer");
        await page.IsSound();
        await Forward("jour");
        Assert.Contains("9 décembre 2021", (await site.Mail("fixed-2022-copil")).Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        await member.GotoAsync(poll);
        await member.IsSound();
        Assert.Contains("La réunion a lieu le jeudi 9 décembre 2021 à 9 h 30.", await member.Words(), StringComparison.Ordinal);

        for (var steps = 0; steps < 60 && !(await site.Coordinator.Get("/cockpit")).Contains("Les décisions du comité", StringComparison.Ordinal); steps++)
            await Forward("etape");
        await page.GotoAsync($"{site.Root}/cockpit");
        await page.IsSound();
        await page.Press("Les décisions du comité");
        await page.Reach("Présence de");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Press("Enregistrer la feuille");
        await page.IsSound();
        await page.Press("Enregistrer les décisions");
        await page.IsSound();
        await page.Fill("Autres décisions", "Le prochain comité se tient à Lyon.");
        await page.Fill("Notes pour le compte-rendu", "Bilan présenté.");
        await page.Press("Continuer");
        await page.IsSound();
        await page.Press("Relire avant d’enregistrer");
        await page.IsSound();
        await page.Press("Enregistrer les décisions");
        await page.IsSound();
        Assert.Contains("Le prochain comité se tient à Lyon.", await page.Words(), StringComparison.Ordinal);
    }

    /// <summary>Nobody but the two of them does anything.</summary>
    private Task Forward(string by) => site.Coordinator.Post("/cockpit/demonstration", ("avancer", by), ("vers", "/cockpit"));
}
