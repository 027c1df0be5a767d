namespace Almanach.Local.Tests.Browser;

/// <summary>The catalogue searched on a phone, by keyboard, and kept on a large screen.</summary>
[Takes(20)]
public sealed class CatalogueTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    [Fact]
    public async Task A_phone_narrows_a_search_with_the_keyboard_alone_and_every_page_is_sound()
    {
        var phone = await site.Open(phone: true);
        await phone.GotoAsync($"{site.Root}/catalogue");
        await phone.IsSound();
        await phone.Fits();

        await phone.Fill("Chercher des mots", "indicateurs");
        await phone.Press("Chercher");
        await phone.IsSound();
        Assert.Contains("q=indicateurs", phone.Url, StringComparison.Ordinal);
        Assert.Contains("études et sources", await phone.InnerTextAsync("#resultats"), StringComparison.Ordinal);

        // The facets are folded: one is opened, and one of its values followed.
        await phone.Reach("Thèmes");
        await phone.Keyboard.PressAsync("Enter");
        await phone.Press("Logement");
        await phone.IsSound();
        Assert.Contains("theme=logement", phone.Url, StringComparison.Ordinal);
        Assert.Contains("q=indicateurs", phone.Url, StringComparison.Ordinal);
        Assert.True(await phone.Locator(".rows h3").CountAsync() > 0);

        await phone.Press("Tableau de bord social");
        await phone.IsSound();
        Assert.Equal("Tableau de bord social", await phone.Heading());
        foreach (var path in new[] { "/catalogue?q=zzz&territoire=ardeche", "/catalogue/besoin", "/catalogue/besoins", "/catalogue/tableau-de-bord-social/signaler" })
        {
            await phone.GotoAsync(site.Root + path);
            await phone.IsSound();
            await phone.Fits();
        }
    }

    [Fact]
    public async Task The_room_of_the_catalogue_is_sound_from_a_new_card_to_an_import()
    {
        var desk = await site.Open(phone: false);
        await desk.GotoAsync(site.CockpitDoor);
        await desk.Press("Entrer");
        await desk.GotoAsync($"{site.Root}/cockpit/catalogue/nouvelle");
        await desk.IsSound();
        await desk.FillAsync("#titre", "Vieillir en Isère");
        await desk.FillAsync("#producteurs", "Département de l’Isère");
        await desk.Press("Voir avant d’enregistrer");
        await desk.IsSound();
        await desk.Press("Ajouter la fiche");
        await desk.IsSound();
        await desk.SetViewportSizeAsync(390, 844);
        await desk.Fits();
        await desk.GotoAsync($"{site.Root}/cockpit/catalogue");
        await desk.IsSound();
        await desk.GotoAsync($"{site.Root}/cockpit/catalogue/import");
        await desk.IsSound();
    }
}
