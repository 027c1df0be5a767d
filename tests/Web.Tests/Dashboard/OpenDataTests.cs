using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Almanach.Web.Tests.Api;
using Almanach.Web.Tests.CockpitRooms;

namespace Almanach.Web.Tests.Dashboard;

/// <summary>The data of the dashboard for programs: described, without a key, and never another view than what was asked for.</summary>
public sealed class OpenDataTests
{
    private const string Root = "/tableau-de-bord";

    [Fact]
    public async Task Every_address_described_answers_as_described_to_any_site()
    {
        await using var host = await Given();
        var document = await host.Anybody.Read($"{Root}/openapi.json");

        Assert.Equal("3.1.0", (string)document["openapi"]!);
        Assert.Null(document["security"]);
        var paths = document["paths"]!.AsObject();
        Assert.Equal(7, paths.Count);
        foreach (var (path, item) in paths)
        {
            var described = Assert.Single(item!.AsObject()["get"]!["responses"]!["200"]!["content"]!.AsObject());
            using var answer = await host.Anybody.GetAsync(path.Replace("{indicator}", "population", StringComparison.Ordinal) + (path.EndsWith("evolution.svg", StringComparison.Ordinal) ? "?niveau=commune&territoire=38185" : ""));
            Assert.Equal((path, HttpStatusCode.OK, described.Key), (path, answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
            if (described.Value!["schema"]?["properties"] is JsonObject properties)
                Assert.Subset(properties.Select(one => one.Key).ToHashSet(), JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject().Select(one => one.Key).ToHashSet());
        }
    }

    [Fact]
    public async Task The_description_says_where_it_is_served_and_which_words_are_understood()
    {
        await using var host = await Given();
        var document = await host.Anybody.Read($"{Root}/openapi.json");

        Assert.StartsWith("http", (string)document["servers"]![0]!["url"]!, StringComparison.Ordinal);
        var operation = document["paths"]![$"{Root}/{{indicator}}/donnees.json"]!["get"]!;
        var level = operation["parameters"]!.AsArray().Single(one => (string)one!["name"]! == "niveau")!["schema"]!["enum"]!.AsArray().Select(one => (string)one!);
        Assert.Contains("zone-d-emploi", level);
        Assert.Equal(level, operation["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["properties"]!["level"]!["enum"]!.AsArray().Select(one => (string)one!));
    }

    [Fact]
    public async Task The_package_has_a_licence_a_key_and_the_same_words_as_the_table()
    {
        await using var host = await Given();

        using var zip = new ZipArchive(await host.Anybody.GetStreamAsync($"{Root}/population/paquet.zip"));
        var package = JsonNode.Parse(await new StreamReader(zip.GetEntry("datapackage.json")!.Open()).ReadToEndAsync())!;
        Assert.StartsWith("https://www.etalab.gouv.fr/", (string)Assert.Single(package["licenses"]!.AsArray())!["path"]!, StringComparison.Ordinal);
        Assert.Equal(["niveau", "territoire", "periode"], package["resources"]![0]!["schema"]!["primaryKey"]!.AsArray().Select(one => (string)one!));
        var rows = (await new StreamReader(zip.GetEntry("donnees.csv")!.Open()).ReadToEndAsync()).Split('\n')[1..^1].Select(row => row.Split(',')).ToList();
        Assert.Equal(rows.Count, rows.DistinctBy(row => (row[0], row[1], row[^3])).Count());
        Assert.Contains("\r\nepci;", await host.Anybody.GetStringAsync($"{Root}/population/donnees.csv?niveau=epci"), StringComparison.Ordinal);
        Assert.Contains(rows, row => row[0] == "epci");
    }

    [Fact]
    public async Task A_figure_that_is_not_given_has_no_value_and_says_why()
    {
        await using var host = await Given();

        var view = await host.Anybody.Read($"{Root}/revenu-median/donnees.json?niveau=commune&communes=toutes");

        Assert.Equal("commune", (string)view["level"]!);
        Assert.Equal("revenu-median", (string)view["indicator"]!["id"]!);
        var secret = view["territories"]!.AsArray().Single(one => (string)one!["code"]! == "38185")!.AsObject();
        Assert.True(secret.ContainsKey("value"));
        Assert.Null(secret["value"]);
        Assert.Equal("s", (string)secret["mark"]!);
        Assert.Equal(22253, (decimal)view["territories"]!.AsArray().Single(one => (string)one!["code"]! == "01001")!["value"]!);
    }

    [Theory]
    [InlineData("niveau=planete", "departement")]
    [InlineData("niveau=Commune", "commune")]
    [InlineData("periode=2012-T9", "2013")]
    [InlineData("periode=1901", "2013")]
    [InlineData("dans=99", "dans")]
    [InlineData("niveau=commune&territoire=75056", "territoire")]
    [InlineData("tri=hasard", "valeur")]
    [InlineData("sens=haut", "desc")]
    [InlineData("communes=oui", "toutes")]
    public async Task What_is_not_understood_is_refused_with_what_may_be_asked_for(string query, string says)
    {
        await using var host = await Given();

        foreach (var file in new[] { "donnees.json", "donnees.csv", "donnees.xlsx", "carte.svg" })
        {
            using var answer = await host.Anybody.GetAsync($"{Root}/population/{file}?{query}");
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(says, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.Message(), StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.OK, (await host.Anybody.GetAsync($"{Root}/population?{query}")).StatusCode);
    }

    [Fact]
    public async Task An_indicator_without_figures_is_told_where_to_look()
    {
        await using var host = await Given();

        using var answer = await host.Anybody.GetAsync($"{Root}/rien/donnees.json");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains($"{Root}/donnees.json", JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.Message(), StringComparison.Ordinal);
    }

    private static async Task<CockpitHost> Given()
    {
        var host = await CockpitHost.At(new DateTime(2021, 10, 8, 10, 0, 0));
        await host.Office.TakeIn(SmallFiles.Population, SmallFiles.Populations);
        await host.Office.TakeIn(SmallFiles.Incomes, SmallFiles.Medians);
        return host;
    }
}
