using Microsoft.Playwright;

namespace Almanach.Local.Tests.Browser;

/// <summary>A journée opened to all, taken on a phone, followed on a large screen.</summary>
[Takes(15)]
public sealed class RegistrationTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    private const string Meeting = "2022-journee-1";

    [Fact]
    public async Task From_the_opening_to_a_place_given_back_every_page_is_sound()
    {
        var desk = await site.Open(phone: false);
        await desk.GotoAsync(site.CockpitDoor);
        await desk.Press("Entrer");
        await desk.GotoAsync($"{site.Root}/cockpit/reunions/{Meeting}/inscriptions");
        await desk.IsSound();
        await desk.FillAsync("#places", "2");
        await desk.Press("Relire avant d’enregistrer");
        await desk.IsSound();
        await desk.Press("Enregistrer");
        await desk.IsSound();

        var phone = await site.Open(phone: true);
        await phone.GotoAsync($"{site.Root}/rencontres/{Meeting}");
        await phone.IsSound();
        await phone.FillAsync("#nom", "Ada Martin");
        await phone.FillAsync("#adresse", "ada@asso.example.org");
        await phone.Press("M’inscrire");
        await phone.IsSound();
        Assert.Contains("confirmer", await phone.Heading(), StringComparison.Ordinal);

        await phone.GotoAsync(await Link(desk));
        await phone.IsSound();
        await phone.Press("Confirmer mon inscription");
        await phone.IsSound();
        Assert.Contains("inscrit ou inscrite", await phone.Heading(), StringComparison.Ordinal);
        await desk.GotoAsync($"{site.Root}/cockpit/reunions/{Meeting}/inscriptions");
        await desk.IsSound();
        Assert.Contains("Ada Martin", await desk.Words(), StringComparison.Ordinal);
        await desk.SetViewportSizeAsync(390, 844);
        await desk.Fits();
        await desk.GotoAsync($"{site.Root}/cockpit/reunions/{Meeting}/emargement");
        Assert.Contains("Personnes inscrites", await desk.Words(), StringComparison.Ordinal);

        await phone.Press("Annuler mon inscription");
        await phone.IsSound();
        await phone.Press("Annuler mon inscription");
        await phone.IsSound();
        Assert.Contains("n’existe plus", await phone.Heading(), StringComparison.Ordinal);
    }

    /// <summary>The link of the message that asks for confirmation, as the demonstration shows it.</summary>
    private async Task<string> Link(IPage desk)
    {
        for (var look = 0; look < 30; look++)
        {
            await desk.GotoAsync($"{site.Root}/cockpit/messages?genre=accuses");
            if (await desk.Locator("main a", new() { HasText = "Confirmez votre inscription" }).CountAsync() > 0)
                break;
            await Task.Delay(1_000, TestContext.Current.CancellationToken);
        }
        await desk.Locator("main a", new() { HasText = "Confirmez votre inscription" }).First.ClickAsync();
        var words = await desk.ContentAsync();
        var from = words.IndexOf("/inscription/v1.", StringComparison.Ordinal);
        return site.Root + words[from..words.IndexOfAny(['"', '<', '\n', ' '], from)];
    }
}
