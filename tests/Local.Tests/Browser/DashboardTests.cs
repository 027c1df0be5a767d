using System.Globalization;
using System.Text;
using Almanach.Adapters.Territories;
using Almanach.Core.Data.Territories;
using Microsoft.Playwright;

namespace Almanach.Local.Tests.Browser;

/// <summary>Figures from the file the coordinator adds to the views that anybody reads on a phone, the portrait she publishes too: by keyboard, every page under axe.</summary>
[Takes(40)]
public sealed class DashboardTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    private static readonly string[] Departments = ["01", "03", "07", "15", "26", "38", "42", "43", "63", "69", "73", "74"];

    [Fact]
    public async Task A_file_becomes_maps_tables_and_a_portrait()
    {
        var page = await site.Open(phone: false);
        var visitor = await site.Open(phone: true);
        await visitor.GotoAsync($"{site.Root}/tableau-de-bord");
        await visitor.IsSound();
        Assert.Contains("Pas encore de chiffres", await visitor.Words(), StringComparison.Ordinal);

        await page.GotoAsync(site.CockpitDoor);
        await page.Press("Entrer");
        await page.GotoAsync($"{site.Root}/cockpit/series");
        await page.IsSound();
        await page.Locator("[name=lecture]").SelectOptionAsync("population-communes-2008");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "populations.csv", MimeType = "text/csv", Buffer = Populations() });
        await page.Press("Ajouter ce fichier");
        await page.IsSound();
        Assert.Contains("populations.csv", await page.Words(), StringComparison.Ordinal);
        await page.GotoAsync($"{site.Root}/cockpit/series");
        await page.IsSound();

        await visitor.ReloadAsync();
        await visitor.IsSound();
        await visitor.Press("Population");
        await visitor.IsSound();
        await visitor.Press("Valeur");
        await visitor.Fits();
        Assert.Equal("descending", await visitor.Locator("th[aria-sort]").GetAttributeAsync("aria-sort"));
        await visitor.Reach("Niveau");
        await visitor.Keyboard.TypeAsync("EPCI");
        await visitor.Press("Afficher");
        await visitor.IsSound();
        Assert.Contains("niveau=epci", visitor.Url, StringComparison.Ordinal);

        // From the map, without a mouse, to one department, its figures and where they come from.
        await visitor.GotoAsync($"{site.Root}/tableau-de-bord/population?niveau=departement");
        await visitor.Press("Isère");
        Assert.Contains("territoire=38", visitor.Url, StringComparison.Ordinal);
        await visitor.IsSound();
        await visitor.Press("Remonter de ce chiffre");
        await visitor.IsSound();
        Assert.Contains("populations.csv", await visitor.Words(), StringComparison.Ordinal);
        foreach (var address in new[] { "tendances", "territoires/departement/38", "population?niveau=commune&dans=01&communes=toutes", "?q=isere" })
        {
            await visitor.GotoAsync($"{site.Root}/tableau-de-bord{(address[0] == '?' ? "" : "/")}{address}");
            await visitor.IsSound();
        }

        await page.GotoAsync($"{site.Root}/cockpit/portraits");
        await page.IsSound();
        await page.Press("Isère");
        await page.IsSound();
        await page.Press("Enregistrer, c’est relu");
        await page.IsSound();
        await page.GotoAsync($"{site.Root}/cockpit/portraits");
        await page.Press("Publier tous les portraits relus");
        await page.IsSound();
        await visitor.GotoAsync($"{site.Root}/portraits");
        await visitor.IsSound();
        await visitor.Press("Isère");
        await visitor.IsSound();
        Assert.Contains("Isère", await visitor.Words(), StringComparison.Ordinal);
    }

    private static byte[] Populations()
    {
        var text = new StringBuilder("DEPCOM;LIBMIN;PMUN13;PMUN08\n");
        foreach (var (index, code) in Departments.SelectMany(one => ShippedTerritories.Atlas.Members(TerritoryLevel.Department, TerritoryCode.Of(one), TerritoryLevel.Municipality, 2015)).Index())
            text.Append(CultureInfo.InvariantCulture, $"{code};X;{1050 + (index % 50 * 100)};{1000 + (index % 50 * 100)}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
