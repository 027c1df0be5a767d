using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Almanach.Local.Hosting;

namespace Almanach.Local.Tests.Browser;

/// <summary>A partner contributes to the newsletter on her phone: a mistake, a picture, then another contribution.</summary>
[Takes(20)]
public sealed partial class ContributionTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    [Fact]
    public async Task An_article_with_its_picture_then_an_event()
    {
        var page = await site.Open(phone: true);
        using var temp = new TempFolder();
        var root = $"http://localhost:{FreePort.Find()}";
        Platform(temp.Path("platforms"));
        using var almanach = new AlmanachProcess(null, "serve", "--platform", temp.Path("platforms/pfoss-ara"), "--data", temp.Path("data"), "--urls", root);
        await almanach.Says("Ctrl+C");
        await Open(root, temp.Path("data"));

        await page.GotoAsync(await Invitation(temp.Path("data"), root));
        await page.IsSound();
        await page.Fill("Titre", "Un bus France services");
        await page.Locator("#image").SetInputFilesAsync(Path.Combine(Repository.Root, "tests", "pictures", "bus.jpg"));
        await page.Press("Envoyer ma réponse");
        await page.IsSound();
        Assert.StartsWith("Erreur", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(240, await page.Locator("img.sent").EvaluateAsync<int>("image => image.naturalWidth"));

        await page.Locator("input[value=Article]").CheckAsync();
        Assert.False(await page.Locator("#jour").IsVisibleAsync());
        await page.Fill("Ce que montre l’image", "Un bus rouge dans un pré.");
        await page.Press("Envoyer et ajouter une autre contribution");
        await page.IsSound();
        await page.Locator("input[value=Event]").CheckAsync();
        await page.Fill("Titre", "Journée des aidants");
        await page.Locator("#jour").FillAsync("2022-04-12");
        await page.Press("Envoyer ma réponse");
        await page.IsSound();
        Assert.Equal("Votre réponse est enregistrée", await page.Heading());
        Assert.Contains("12 avril 2022", (await page.Words()).Replace('\u00A0', ' '), StringComparison.Ordinal);

        await page.GoBackAsync();
        await page.Press("Retirer");
        await page.IsSound();
    }

    /// <summary>The platform of the repository, whose first consultation calls for contributions.</summary>
    private static void Platform(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "platforms"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Path.Combine(Repository.Root, "platforms"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var path = Path.Combine(folder, "pfoss-ara", "platform.json");
        var platform = JsonNode.Parse(File.ReadAllText(path))!;
        platform["consultations"]!.AsArray().First(consultation => (string)consultation!["id"]! == "themes")!["questions"] =
            JsonNode.Parse("""[{ "id": "contributions", "kind": "contributions", "label": "Vos contributions", "hint": "Seul le titre est nécessaire." }]""");
        platform["mail"]!["graceSeconds"] = 0;
        File.WriteAllText(path, platform.ToJsonString());
        File.Delete(Path.Combine(folder, "pfoss-ara", "answers-2022.json"));
    }

    private static async Task Open(string root, string data)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{root}/api/cycles/2022/steps/collecte/open");
        request.Headers.Add("X-Api-Key", KeyFile.Of(new DataFolder(data)).Api);
        var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> Invitation(string data, string root)
    {
        for (var patience = 0; patience < 600; patience++, await Task.Delay(100))
            if (Directory.EnumerateFiles(data, "*invite-2022-themes*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault() is { } mail
                && Link().Match((await File.ReadAllTextAsync(mail)).Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal)) is { Success: true } link)
                return $"{root}{link.Value}";
        throw new InvalidOperationException("No invitation.");
    }

    [GeneratedRegex(@"/r/v1[A-Za-z0-9._-]+")]
    private static partial Regex Link();
}
