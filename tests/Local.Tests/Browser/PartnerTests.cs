namespace Almanach.Local.Tests.Browser;

/// <summary>A référente answers on her phone from the mail, then thinks better of it.</summary>
[Takes(25)]
public sealed class PartnerTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    [Fact]
    public async Task From_the_mail_to_the_receipt_and_back_to_change_the_answer()
    {
        var page = await site.Open(phone: true);
        await site.Coordinator.Get("/cockpit");
        await site.Coordinator.Post("/cockpit/demonstration", ("avancer", "etape"), ("vers", "/cockpit"));
        var (name, invitation) = await site.Mail("invite-2022-themes");
        var contact = name.Split('-')[^1];

        await page.GotoAsync(site.Link(invitation));
        await page.IsSound();
        Assert.Contains("Vous répondez pour", await page.Words(), StringComparison.Ordinal);

        // Sent empty, it says what is missing and where.
        await page.Press("Envoyer ma réponse");
        await page.IsSound();
        Assert.StartsWith("Erreur", await page.TitleAsync(), StringComparison.Ordinal);

        await page.Fill("Titre", "Les jardins partagés du plateau de Millevaches");
        await page.Press("Envoyer ma réponse");
        await page.IsSound();
        Assert.Equal("Votre réponse est enregistrée", await page.Heading());
        Assert.Contains("Les jardins partagés du plateau", await page.Words(), StringComparison.Ordinal);

        var (_, receipt) = await site.Mail("receipt", contact);
        Assert.Contains("jardins partagés", receipt, StringComparison.Ordinal);
        await page.GotoAsync(site.Link(receipt));
        await page.IsSound();
        await page.Press("Modifier");
        await page.IsSound();
        await page.Fill("Titre", "Les jardins partagés en montagne");
        await page.Press("Enregistrer la modification");
        await page.IsSound();
        var words = await page.Words();
        Assert.Contains("Les jardins partagés en montagne", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Millevaches", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_cut_by_a_mail_program_gets_a_page_that_helps()
    {
        var page = await site.Open(phone: true);

        var answer = await page.GotoAsync($"{site.Root}/r/v1.1.YWJj");

        Assert.Equal(404, answer!.Status);
        await page.IsSound();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/documents")]
    [InlineData("/proposer")]
    [InlineData("/accessibilite")]
    [InlineData("/mentions-legales")]
    [InlineData("/donnees-personnelles")]
    public async Task The_public_pages_are_sound(string address)
    {
        var page = await site.Open(phone: true);

        var answer = await page.GotoAsync(site.Root + address);

        Assert.Equal(200, answer!.Status);
        await page.IsSound();
    }
}
