using System.Text.Json;
using Almanach.Local.Hosting;

namespace Almanach.Local.Tests.Hosting;

/// <summary>A file that somebody lays down beside the built program.</summary>
[Takes(20)]
public sealed class DropFolderTests : IDisposable
{
    private const string Table = "code_epci;nom_epci;allocataires_rsa\n200046977;Métropole de Lyon;41204\n246900740;Ouest Rhodanien;812\n";
    private readonly TempFolder temp = new();
    private readonly string root = $"http://localhost:{FreePort.Find()}";

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task A_file_in_the_folder_of_its_delivery_is_taken_and_one_elsewhere_stays()
    {
        using var almanach = new AlmanachProcess(null, "serve", "--data", temp.Path("data"), "--urls", root);
        await almanach.Says("Ctrl+C");
        using var http = new HttpClient { BaseAddress = new Uri(root) };
        http.DefaultRequestHeaders.Add("X-Api-Key", KeyFile.Of(new DataFolder(temp.Path("data"))).Api);
        await Post(http, "/api/cycles/2022/steps/collecte-donnees/open");
        await Lay("rsa-caf-rhone/RSA 2021 (définitif).csv");
        await Lay("autre/rsa.csv");

        // A look of the program’s own timer may come between.
        for (var tick = 0; tick < 10 && (tick < 2 || Left().Count > 1); tick++)
            await Post(http, "/api/tick");

        var delivered = await Rsa(http);
        Assert.Equal(["autre/rsa.csv"], Left());
        Assert.Equal(("unattested", "RSA 2021 (définitif).csv", "folder"),
            (delivered.GetProperty("state").GetString(), delivered.GetProperty("file").GetProperty("name").GetString(), delivered.GetProperty("file").GetProperty("way").GetString()));
        Assert.Equal(Table, await File.ReadAllTextAsync(temp.Path($"data/files/depots-de-donnees/{delivered.GetProperty("file").GetProperty("hash").GetString()}/brut")));
    }

    private List<string> Left() => [.. Directory.EnumerateFiles(temp.Path("data/depot"), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(temp.Path("data/depot"), path))];

    private static async Task<JsonElement> Rsa(HttpClient http)
    {
        using var read = JsonDocument.Parse(await http.GetStringAsync(new Uri("/api/deliveries", UriKind.Relative)));
        return read.RootElement.EnumerateArray().Single(one => one.GetProperty("id").GetString() == "rsa-caf-rhone").Clone();
    }

    private static async Task Post(HttpClient http, string address)
    {
        var answer = await http.PostAsync(new Uri(address, UriKind.Relative), null);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private Task Lay(string path)
    {
        var file = temp.Path($"data/depot/{path}");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return File.WriteAllTextAsync(file, Table);
    }
}
