namespace Almanach.Local.Tests.Browser;

/// <summary>A member enters her area on a phone, with the keyboard alone, and reads; the public pages beside it.</summary>
[Takes(30)]
public sealed class SpaceTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    private static readonly string[] Public = ["/", "/qui-sommes-nous", "/programme", "/agenda", "/actualites", "/documents", "/lettres", "/contact", "/adherer"];

    private const string Address = "rachid.martinez@dreets.example.org";

    [Fact]
    public async Task A_member_enters_by_the_link_she_asked_for_and_leaves_again()
    {
        var phone = await site.Open(phone: true);
        await phone.GotoAsync($"{site.Root}/espace");
        await phone.IsSound();
        await phone.Fill("Votre adresse électronique", Address);
        await phone.Press("Recevoir un lien pour entrer");
        await phone.IsSound();

        await phone.GotoAsync(site.Link((await site.Mail("espace-")).Text, "espace/entrer"));
        await phone.IsSound();
        await phone.Press("Entrer");
        await phone.IsSound();
        Assert.Contains("Bonjour Rachid", await phone.Heading(), StringComparison.Ordinal);

        foreach (var room in new[] { "Documents", "Agenda", "Membres" })
        {
            await phone.Press(room);
            await phone.IsSound();
            Assert.Equal(room, await phone.Heading());
        }
        await phone.Press("Se déconnecter");
        await phone.IsSound();
        Assert.Equal("Espace des membres", await phone.Heading());
    }

    [Fact]
    public async Task Every_public_page_is_sound_on_a_phone_and_on_a_large_screen()
    {
        foreach (var narrow in new[] { true, false })
        {
            var page = await site.Open(phone: narrow);
            foreach (var path in Public)
            {
                await page.GotoAsync(site.Root + path);
                await page.IsSound();
            }
        }
    }
}
