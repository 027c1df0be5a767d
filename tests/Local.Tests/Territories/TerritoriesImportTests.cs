using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Almanach.Local.Tests.Territories;

public sealed class TerritoriesImportTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task Contours_are_imported_and_the_map_of_the_region_asked_for_is_prepared()
    {
        var contours = await Written("communes.geojson", Contours);

        var (code, said) = await AlmanachProcess.Run("territories", "import", contours, "--data", Data, "--region", "84", "--year", "2024", "--credit", "Essai, Licence ouverte");

        Assert.Equal(0, code);
        Assert.Contains("communes.geojson\u00A0: 2 contours de communes", said, StringComparison.Ordinal);
        Assert.Contains("Carte\u00A0: Auvergne-Rhône-Alpes, communes de 2024", said, StringComparison.Ordinal);
        Assert.Contains("\"d\":\"m", await File.ReadAllTextAsync(Path.Combine(Data, "files", "territories", "maps", "84-com.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_told_to_programs()
    {
        var contours = await Written("communes.geojson", Contours);

        var (code, said) = await AlmanachProcess.Run("territories", "import", contours, "--data", Data, "--region", "84", "--json");

        Assert.Equal(0, code);
        Assert.Equal("communes.geojson", (string?)JsonNode.Parse(said)!["imported"]![0]!["from"]);
        Assert.Equal("territories/maps/84-com.json", (string?)JsonNode.Parse(said)!["maps"]![0]!["file"]);
    }

    [Fact]
    public async Task One_bad_file_among_good_ones_and_nothing_is_stored()
    {
        var good = await Written("communes.geojson", Contours);
        var bad = await Written("tronque.geojson", Contours[..150]);

        var (code, said) = await AlmanachProcess.Run("territories", "import", good, bad, temp.Path("absent.json"), "--data", Data);

        Assert.Equal(1, code);
        Assert.Contains("tronque.geojson\u00A0: Ce fichier GeoJSON ne se lit pas", said, StringComparison.Ordinal);
        Assert.Contains("absent.json\u00A0: Ce fichier n’existe pas", said, StringComparison.Ordinal);
        Assert.Contains("Rien n’a été enregistré.", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://exemple.org/communes.geojson")]
    public async Task An_address_that_is_not_of_the_web_is_refused(string address)
    {
        var (code, said) = await AlmanachProcess.Run("territories", "import", address, "--data", Data);

        Assert.Equal(1, code);
        Assert.Contains("Seules les adresses en https", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_downloaded_and_credited_without_its_query()
    {
        using var server = new OneAnswer("HTTP/1.1 200 OK", Contours);

        var (code, said) = await AlmanachProcess.Run("territories", "import", $"http://127.0.0.1:{server.Port}/communes.geojson?cle=secret", "--data", Data);

        Assert.Equal(0, code);
        Assert.Contains("/communes.geojson\u00A0: 2 contours", said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_leads_to_a_file_of_this_machine_is_not_followed()
    {
        using var server = new OneAnswer("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd", "");

        var (code, said) = await AlmanachProcess.Run("territories", "import", $"http://127.0.0.1:{server.Port}/", "--data", Data);

        Assert.Equal(1, code);
        Assert.DoesNotContain("root:", said, StringComparison.Ordinal);
        Assert.Contains("Le serveur répond 302", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--year", "1789", "n’est pas connue")]
    [InlineData("--region", "82", "n’est pas le code d’une région")]
    public async Task A_year_or_region_that_is_not_known_is_refused(string option, string value, string words)
    {
        var (code, said) = await AlmanachProcess.Run("territories", "import", await Written("communes.geojson", Contours), "--data", Data, option, value);

        Assert.Equal(1, code);
        Assert.Contains(words, said, StringComparison.Ordinal);
    }

    private string Data => temp.Path("donnees");

    private const string Contours = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":"01004","nom":"Ambérieu-en-Bugey"},"geometry":{"type":"Polygon","coordinates":[[[5,46],[5.1,46],[5.1,46.1],[5,46.1],[5,46]]]}},
        {"type":"Feature","properties":{"code":"01007","nom":"Ambronay"},"geometry":{"type":"Polygon","coordinates":[[[5.1,46],[5.2,46],[5.2,46.1],[5.1,46.1],[5.1,46]]]}}]}
        """;

    private async Task<string> Written(string name, string content)
    {
        var path = temp.Path(name);
        await File.WriteAllTextAsync(path, content);
        return path;
    }

    /// <summary>A web server that gives everybody the same answer.</summary>
    private sealed class OneAnswer : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public OneAnswer(string head, string body)
        {
            listener.Start();
            _ = Answer(Encoding.UTF8.GetBytes($"{head}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}"));
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public void Dispose() => listener.Dispose();

        private async Task Answer(byte[] answer)
        {
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync();
                    await using var stream = client.GetStream();
                    _ = await stream.ReadAsync(new byte[8_192]);
                    await stream.WriteAsync(answer);
                }
            }
            catch (Exception over) when (over is SocketException or ObjectDisposedException)
            {
            }
        }
    }
}
