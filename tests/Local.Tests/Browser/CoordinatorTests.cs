using Microsoft.Playwright;

namespace Almanach.Local.Tests.Browser;

/// <summary>The coordinator on a Monday morning, by keyboard alone.</summary>
[Takes(20)]
public sealed class CoordinatorTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    private static readonly string[] Rooms =
    [
        "/cockpit", "/cockpit/annee/2022", "/cockpit/annee/2022/roue", "/cockpit/annee/2023/preparer", "/cockpit/consultations", "/cockpit/themes/2022", "/cockpit/reunions", "/cockpit/programme/2022", "/cockpit/groupes",
        "/cockpit/reseau", "/cockpit/messages", "/cockpit/journal", "/cockpit/textes", "/cockpit/reunions/2022-copil/emargement",
    ];

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

    [Fact]
    public async Task Each_room_is_sound_on_a_large_screen_and_on_a_phone()
    {
        var page = await site.Open(phone: false);
        await page.GotoAsync(site.CockpitDoor);
        await page.Press("Entrer");

        foreach (var room in Rooms)
        {
            var answer = await page.GotoAsync(site.Root + room);
            Assert.True(answer!.Status == 200, $"{room} answered {answer.Status}.");
            await page.SetViewportSizeAsync(1280, 900);
            await page.Fits();
            await page.SetViewportSizeAsync(390, 844);
            await page.IsSound();
        }
    }

    [Fact]
    public async Task Printing_opens_what_is_folded()
    {
        var page = await site.Open(phone: false);
        await page.GotoAsync(site.CockpitDoor);
        await page.Press("Entrer");
        await page.GotoAsync(site.Root + "/cockpit/reseau/import");
        const string visible = "() => [...document.querySelectorAll('main details:not([open]) li')].map(line => line.checkVisibility())";

        var folded = await page.EvaluateAsync<bool[]>(visible);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var printed = await page.EvaluateAsync<bool[]>(visible);

        Assert.NotEmpty(folded);
        Assert.All(folded, Assert.False);
        Assert.All(printed, Assert.True);
    }
}
