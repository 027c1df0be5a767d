namespace Almanach.Local.Tests.Browser;

/// <summary>Newsletters on a phone, by the keyboard alone: subscribing, leaving, choosing what one receives.</summary>
[Takes(15)]
public sealed class LetterTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    [Fact]
    public async Task Somebody_from_outside_subscribes_and_leaves()
    {
        var page = await site.Open(phone: true);
        await page.GotoAsync($"{site.Root}/lettres/abonnement");
        await page.IsSound();
        // Browsers take it for an address; nothing can be delivered there.
        await page.Fill("Votre adresse", "anne@dehors");
        await page.Press("M’abonner");
        await page.IsSound();
        Assert.StartsWith("Erreur", await page.TitleAsync(), StringComparison.Ordinal);
        await page.Fill("Votre adresse", "anne@dehors.example");
        await page.Press("M’abonner");
        await page.IsSound();

        var (_, mail) = await site.Mail("abonnement-");
        await page.GotoAsync(site.Link(mail, "abonnement"));
        await page.IsSound();
        await page.Press("Confirmer mon abonnement");
        await page.IsSound();
        Assert.Equal("Votre abonnement", await page.Heading());
        await page.Press("Ne plus recevoir");
        await page.IsSound();
        Assert.Equal("Vous n’êtes plus abonné ou abonnée", await page.Heading());
    }

    [Fact]
    public async Task A_member_leaves_by_the_link_of_the_mail_comes_back_and_chooses_on_her_page()
    {
        var page = await site.Open(phone: true);
        await site.Coordinator.Get("/cockpit");
        await site.Coordinator.Post("/cockpit/demonstration", ("avancer", "etape"), ("vers", "/cockpit"));
        var own = site.Link((await site.Mail("invite-2022-themes")).Text, "p");

        await page.GotoAsync(site.Unsubscription(own, "lettre"));
        await page.IsSound();
        await page.Press("Ne plus recevoir cette lettre");
        await page.IsSound();
        Assert.Equal("Vous ne recevez plus cette lettre", await page.Heading());
        await page.Press("Recevoir de nouveau cette lettre");
        await page.IsSound();
        Assert.Equal("Vous recevez de nouveau cette lettre", await page.Heading());

        await page.GotoAsync(own);
        await page.Press("Les messages que je reçois");
        await page.IsSound();
        await page.Reach("Lettre d’informations");
        await page.Keyboard.PressAsync("Space");
        await page.Press("Enregistrer mes choix");
        await page.IsSound();
        Assert.Contains("aucune lettre", await page.Words(), StringComparison.Ordinal);

        // The group of all messages is one stop of the Tab key; its second choice is an arrow away.
        await page.Reach("Recevoir les messages");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Press("Enregistrer mes choix");
        await page.IsSound();
        Assert.Contains("Plus aucun message ne partira", await page.Words(), StringComparison.Ordinal);
    }
}
