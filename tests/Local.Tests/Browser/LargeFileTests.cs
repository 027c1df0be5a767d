using System.Security.Cryptography;
using System.Text;
using Almanach.Adapters.Platforms;
using Almanach.Core.Links;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Local.Hosting;
using Microsoft.Playwright;

namespace Almanach.Local.Tests.Browser;

/// <summary>A producer sends a large file from her page: the server dies half-way, the page is closed, and the file arrives whole.</summary>
[Takes(30)]
public sealed class LargeFileTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    private const string Delivery = "rsa-caf-rhone";

    [Fact]
    public async Task A_server_that_is_killed_half_way_costs_nothing()
    {
        var page = await site.Open(phone: false);
        using var temp = new TempFolder();
        var root = $"http://localhost:{FreePort.Find()}";
        string[] serve = ["serve", "--data", temp.Path("data"), "--urls", root];
        var file = Written(temp.Path("rsa 2021.csv"), 24_000_000);
        using var first = new AlmanachProcess(null, serve);
        await first.Says("Ctrl+C");
        var pieces = Count(page);
        await Choose(page, await Page(root, temp.Path("data")), temp.Path("rsa 2021.csv"));
        await page.IsSound();

        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer le fichier" }).ClickAsync();
        await Until(() => Directory.Exists(temp.Path("data/files/envois")) && Directory.EnumerateFiles(temp.Path("data/files/envois"), "*", SearchOption.AllDirectories).Count() >= 2);
        first.Kill();
        await first.Exit();
        await page.GetByText("La connexion est coupée").First.WaitForAsync();
        await page.IsSound();
        using var second = new AlmanachProcess(null, serve);
        await second.Says("Ctrl+C");
        await page.WaitForURLAsync("**fait=oui");

        Assert.StartsWith("Allocataires", await page.Heading(), StringComparison.Ordinal);
        Assert.Contains("rsa 2021.csv", await page.Words(), StringComparison.Ordinal);
        Assert.Equal(SHA256.HashData(file), SHA256.HashData(await File.ReadAllBytesAsync(Raw(temp))));
        Assert.InRange(pieces(), 6, 8); // six pieces, and at most the one that was cut and the last
    }

    [Fact]
    public async Task A_page_that_was_closed_goes_on_where_it_was_once_the_file_is_chosen_again()
    {
        var page = await site.Open(phone: true);
        using var temp = new TempFolder();
        var root = $"http://localhost:{FreePort.Find()}";
        var file = Written(temp.Path("rsa.csv"), 24_000_000);
        using var almanach = new AlmanachProcess(null, "serve", "--data", temp.Path("data"), "--urls", root);
        await almanach.Says("Ctrl+C");
        var address = await Page(root, temp.Path("data"));
        var pieces = Count(page);
        var broken = true;
        await page.RouteAsync("**/envois/*", route => broken && route.Request.Method == "PATCH" && pieces() > 3 ? route.AbortAsync() : route.ContinueAsync());
        await Choose(page, address, temp.Path("rsa.csv"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer le fichier" }).ClickAsync();
        await page.GetByText("La connexion est coupée").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Interrompre" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Reprendre" }).WaitForAsync();
        Assert.Contains("50 % envoyés, 12 Mo sur 24 Mo", await page.Words(), StringComparison.Ordinal);
        broken = false;

        await Choose(page, address, temp.Path("rsa.csv"));
        Assert.Contains("Un envoi s’est arrêté. « rsa.csv » : 12 Mo sur 24 Mo sont gardés.", await page.Words(), StringComparison.Ordinal);
        await page.IsSound();
        var before = pieces();
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer le fichier" }).ClickAsync();
        await page.WaitForURLAsync("**fait=oui");

        Assert.Equal(3, pieces() - before);
        Assert.Equal(SHA256.HashData(file), SHA256.HashData(await File.ReadAllBytesAsync(Raw(temp))));
        Assert.Empty(Directory.EnumerateFiles(temp.Path("data/files/envois"), "*", SearchOption.AllDirectories));
    }

    /// <summary>A table of so many bytes, no more and no less.</summary>
    private static byte[] Written(string path, int length)
    {
        var text = new StringBuilder("code_epci;nom_epci;allocataires_rsa\n");
        for (var row = 0; text.Length < length; row++)
            text.Append(100_000_000 + row).Append(";Territoire ").Append(row).Append(";12\n");
        text.Length = length;
        var bytes = Encoding.ASCII.GetBytes(text.ToString());
        File.WriteAllBytes(path, bytes);
        return bytes;
    }

    private static async Task Choose(IPage page, string address, string file)
    {
        await page.GotoAsync(address);
        await page.Locator("#fichier").SetInputFilesAsync(file);
        await page.Locator("#attestation").CheckAsync();
    }

    private static Func<int> Count(IPage page)
    {
        var sent = 0;
        page.Request += (_, request) => sent += request.Method == "PATCH" ? 1 : 0;
        return () => sent;
    }

    private static string Raw(TempFolder temp) => Directory.EnumerateFiles(temp.Path("data/files/depots-de-donnees"), "brut", SearchOption.AllDirectories).Single();

    private static async Task Until(Func<bool> came)
    {
        for (var patience = 1200; !came(); patience--)
        {
            Assert.True(patience > 0, "It never came.");
            await Task.Delay(50);
        }
    }

    /// <summary>The collection is opened, and its page is that of the producer’s référent.</summary>
    private static async Task<string> Page(string root, string data)
    {
        var keys = KeyFile.Of(new DataFolder(data));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{root}/api/cycles/2022/steps/collecte-donnees/open");
        request.Headers.Add("X-Api-Key", keys.Api);
        var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var person = PlatformOnDisk.Setting(PlatformOnDisk.Demonstration).Setting!.Folder.Contacts.First(contact => contact.Organisation == "caf-rhone" && contact.Is(RoleKind.Referent));
        var token = new LinkSigner(keys.LinkKeys).Sign(new PersonalLink(LinkPurpose.Answer, person.Id, "2022-donnees", DateTimeOffset.UtcNow.AddYears(1), person.Generation));
        // The step opens in the order of what is due: until then the page says that nothing is asked yet.
        var address = $"{root}/r/{token}/depots/{Delivery}";
        for (var patience = 600; patience > 0; patience--, await Task.Delay(100))
            if ((await (await http.GetAsync(new Uri(address))).Content.ReadAsStringAsync()).Contains("id=\"fichier\"", StringComparison.Ordinal))
                return address;
        throw new InvalidOperationException("The collection does not open.");
    }
}
