using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Almanach.Web.Tests.CockpitRooms;
using AngleSharp.Dom;

namespace Almanach.Web.Tests.Dashboard;

/// <summary>The pages and files of the social dashboard, as everybody reads them.</summary>
public sealed class DashboardPagesTests
{
    private static readonly DateTime Day = new(2021, 10, 8, 10, 0, 0);

    [Fact]
    public async Task Before_any_file_the_dashboard_says_of_whom_figures_are_awaited()
    {
        await using var host = await CockpitHost.At(Day);

        var index = await host.Page("/tableau-de-bord");
        var page = await host.Page("/tableau-de-bord/population");

        Assert.Contains("Pas encore de chiffres. Fichier attendu\u00A0: Insee.", index.Body!.TextContent);
        Assert.Contains("Pas encore de chiffres", page.Body!.TextContent);
        Assert.Contains("Population municipale", page.Body.TextContent);
        Assert.NotNull(page.QuerySelector("nav a[href='/tableau-de-bord'][aria-current]"));
    }

    [Fact]
    public async Task A_view_has_its_figures_its_map_and_its_definition()
    {
        await using var host = await With();

        var page = await host.Page("/tableau-de-bord/population?niveau=commune&dans=01&periode=2013");

        Assert.Equal("Ambérieu-en-Bugey", Rows(page)[0][0]);
        Assert.Contains(Rows(page), row => row is ["Ambronay", "–", "–"]);
        Assert.Contains(Rows(page), row => row is ["Bourg-en-Bresse", "40\u202F967", "+2,7\u00A0%"]);
        Assert.Contains("Insee, Recensement de la population", page.Body!.TextContent);
        Assert.DoesNotContain("L’Abergement-Clémenciat", page.Body.TextContent);
        Assert.Contains("L’Abergement-Clémenciat", (await host.Page("/tableau-de-bord/population?niveau=commune&dans=01&periode=2013&communes=toutes")).Body!.TextContent);
    }

    [Fact]
    public async Task Sums_that_lack_municipalities_are_told_as_a_minimum()
    {
        await using var host = await With();

        var page = await host.Page("/tableau-de-bord/population?niveau=departement");

        Assert.Contains(Rows(page), row => row[0].EndsWith("Ain", StringComparison.Ordinal) && row[1] == "au moins 55\u202F734");
        Assert.Contains("la somme de ce qui est publié", page.Body!.TextContent);
        Assert.Equal(13, page.QuerySelectorAll("svg.carte a").Length);
        Assert.All(page.QuerySelectorAll("svg.carte a"), link => Assert.NotEmpty(link.GetAttribute("aria-label")!));
    }

    [Fact]
    public async Task The_table_is_sorted_by_links_and_says_how()
    {
        await using var host = await With();
        const string view = "/tableau-de-bord/population?niveau=commune&communes=toutes";
        var page = await host.Page(view);

        var sorted = await host.Page(page.QuerySelectorAll("thead a")[1].GetAttribute("href")!.Split('#')[0]);

        Assert.Equal("ascending", page.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
        Assert.Equal("descending", sorted.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
        Assert.Equal(["Grenoble", "Villeurbanne", "Bourg-en-Bresse"], Rows(sorted).Take(3).Select(row => row[0]));
    }

    [Fact]
    public async Task Marks_of_the_producer_stay_what_they_are()
    {
        await using var host = await With();

        var page = await host.Page("/tableau-de-bord/revenu-median?niveau=commune&communes=toutes");
        var rates = await host.Page("/tableau-de-bord/taux-pauvrete?niveau=commune&communes=toutes");

        Assert.Contains(Rows(page), row => row is ["Grenoble", "secret", ..]);
        Assert.Contains("couvert par le secret statistique", page.Body!.TextContent);
        Assert.Contains(Rows(rates), row => row is ["Bourg-en-Bresse", "–", ..]);
        Assert.Contains("non renseigné par le producteur", rates.Body!.TextContent);
        Assert.DoesNotContain("département", Options(page, "niveau"));
    }

    [Fact]
    public async Task A_chosen_territory_is_compared_drawn_over_time_and_led_back_to_its_cell()
    {
        await using var host = await With();

        var page = await host.Page("/tableau-de-bord/population?niveau=commune&territoire=01053");
        var origin = await host.Page(page.QuerySelector("a[href*='/origine']")!.GetAttribute("href")!);

        Assert.Contains("Bourg-en-Bresse", page.QuerySelector("#t-compare")!.TextContent);
        Assert.Contains("de 39\u202F882\u00A0habitants en\u00A02008 à 40\u202F967\u00A0habitants en\u00A02013", page.QuerySelector("svg.courbes desc")!.TextContent);
        Assert.Equal(["4", "PMUN13", "01053 Bourg-en-Bresse", "40\u202F967"], Rows(origin)[0]);
        Assert.Contains(Almanach.Web.Tests.Dashboard.SmallFiles.Population, origin.Body!.TextContent);
    }

    [Fact]
    public async Task A_corrected_file_is_a_revision_and_the_former_figure_stays_known()
    {
        await using var host = await With();
        await host.Office.TakeIn(SmallFiles.Population, [.. System.Text.Encoding.UTF8.GetBytes("DEPCOM;LIBMIN;PMUN13;PMUN08\n01053;Bourg-en-Bresse;41000;39882\n")]);

        var page = await host.Page("/tableau-de-bord/population/origine?niveau=commune&periode=2013&territoire=01053");

        Assert.Contains("41\u202F000", page.QuerySelector(".lede")!.TextContent);
        Assert.Contains("40\u202F967", page.QuerySelectorAll("h3 + ul li").Single().TextContent);
    }

    [Fact]
    public async Task The_page_of_a_territory_has_all_its_indicators()
    {
        await using var host = await With();

        var page = await host.Page("/tableau-de-bord/territoires/commune/01004");

        Assert.Equal("Ambérieu-en-Bugey", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Population", "Évolution annuelle moyenne de la population", "Revenu disponible médian par unité de consommation", "Taux de pauvreté", "Part des ménages fiscaux imposés", "Ménages fiscaux"],
            page.QuerySelectorAll("tbody th a").Select(link => link.TextContent));
        Assert.Contains("0,96", page.Body!.TextContent);
    }

    [Theory]
    [InlineData("/tableau-de-bord/inconnu")]
    [InlineData("/tableau-de-bord/territoires/commune/99999")]
    [InlineData("/tableau-de-bord/territoires/planete/01004")]
    [InlineData("/tableau-de-bord/population/origine")]
    [InlineData("/tableau-de-bord/population/origine?niveau=commune&periode=2013&territoire=75056")]
    [InlineData("/tableau-de-bord/rsa/donnees.csv")]
    [InlineData("/tableau-de-bord/inconnu/paquet.zip")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        await using var host = await With();

        using var answer = await host.Get(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("niveau=planete&periode=1812&dans=ZZ&territoire=01053%27&tri=x&sens=y")]
    [InlineData("niveau=commune&dans=84&territoire=00000&periode=")]
    [InlineData("dans=01&dans=38&niveau=epci&niveau=commune")]
    public async Task What_a_view_does_not_understand_means_what_is_usual(string query)
    {
        await using var host = await With();

        var page = await host.Page($"/tableau-de-bord/population?{query}");

        Assert.NotEmpty(Rows(page));
    }

    [Fact]
    public async Task A_view_is_downloaded_as_it_is_shown()
    {
        await using var host = await With();
        const string query = "niveau=commune&dans=01&periode=2013&tri=valeur&sens=desc&communes=toutes";

        var csv = await (await host.Get($"/tableau-de-bord/population/donnees.csv?{query}")).Content.ReadAsStringAsync();
        var json = JsonNode.Parse(await (await host.Get($"/tableau-de-bord/population/donnees.json?{query}")).Content.ReadAsStringAsync())!;
        var workbook = await (await host.Get($"/tableau-de-bord/population/donnees.xlsx?{query}")).Content.ReadAsByteArrayAsync();

        Assert.Contains("commune;01053;Bourg-en-Bresse;40967;;;2,72\r\ncommune;01004;", csv);
        Assert.Equal(("01053", 40967, 2.72m), ((string)json["territories"]![0]!["code"]!, (int)json["territories"]![0]!["value"]!, (decimal)json["territories"]![0]!["change"]!));
        Assert.Equal("PK"u8.ToArray(), workbook[..2]);
    }

    [Fact]
    public async Task Every_level_and_period_is_one_frictionless_package()
    {
        await using var host = await With();

        using var zip = new ZipArchive(await (await host.Get("/tableau-de-bord/revenu-median/paquet.zip")).Content.ReadAsStreamAsync());
        using var rows = new StreamReader(zip.GetEntry("donnees.csv")!.Open());
        var text = await rows.ReadToEndAsync();
        var package = JsonNode.Parse(zip.GetEntry("datapackage.json")!.Open())!;

        Assert.Contains("commune,38185,Grenoble,2012,s,\n", text);
        Assert.Contains("commune,01053,Bourg-en-Bresse,2012,17600,\n", text);
        Assert.Equal(["niveau", "territoire", "nom", "periode", "valeur", "minimum"], package["resources"]![0]!["schema"]!["fields"]!.AsArray().Select(field => (string)field!["name"]!));
        Assert.Contains(package["resources"]![0]!["schema"]!["missingValues"]!.AsArray(), mark => (string)mark!["value"]! == "s" && (string)mark["label"]! == "secret statistique");
        Assert.StartsWith(text.Split('\n')[0], string.Join(',', package["resources"]![0]!["schema"]!["fields"]!.AsArray().Select(field => (string)field!["name"]!)));
    }

    [Fact]
    public async Task A_map_and_a_chart_are_drawings_that_need_nothing_else()
    {
        await using var host = await With();

        using var map = await host.Get("/tableau-de-bord/population/carte.svg?niveau=departement&periode=2013");
        using var chart = await host.Get("/tableau-de-bord/population/evolution.svg?niveau=commune&territoire=01053");

        foreach (var answer in new[] { map, chart })
        {
            var drawn = System.Xml.Linq.XDocument.Parse(await answer.Content.ReadAsStringAsync());
            Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
            Assert.DoesNotContain(drawn.Descendants(), element => element.Name.LocalName is "script" or "style" or "a" or "image");
            Assert.Contains(drawn.Descendants(), element => element.Attribute("fill") is not null);
        }
    }

    [Fact]
    public async Task A_search_finds_indicators_and_territories_without_accents()
    {
        await using var host = await With();

        var page = await host.Page("/tableau-de-bord?q=amberieu");
        var nothing = await host.Page("/tableau-de-bord?q=zzzz");

        Assert.NotNull(page.QuerySelector("a[href='/tableau-de-bord/territoires/commune/01004']"));
        Assert.Contains("Taux de pauvreté", (await host.Page("/tableau-de-bord?q=pauvrete")).Body!.TextContent);
        Assert.Contains("Rien ne correspond", nothing.Body!.TextContent);
    }

    [Fact]
    public async Task What_passes_a_threshold_is_told_with_its_rule()
    {
        await using var host = await With();
        await host.Office.TakeIn(SmallFiles.Jobseekers, [.. System.Text.Encoding.UTF8.GetBytes("EPCI;Catégorie A;Catégorie B;Catégorie C;Catégorie ABC\nMétropole de Lyon;70000;12000;20000;102000\n")]);

        var page = await host.Page("/tableau-de-bord/tendances");

        Assert.Contains("Comment lire", page.Body!.TextContent);
        Assert.Contains("8,0\u00A0pour 100 habitants ou plus", page.Body.TextContent);
    }

    private static async Task<CockpitHost> With()
    {
        var host = await CockpitHost.At(Day);
        await host.Office.TakeIn(SmallFiles.Population, SmallFiles.Populations);
        await host.Office.TakeIn(SmallFiles.Incomes, SmallFiles.Medians);
        return host;
    }

    /// <summary>The cells of each row of the first table, trimmed.</summary>
    private static IReadOnlyList<string[]> Rows(IParentNode page) =>
        [.. page.QuerySelectorAll("main table")[page.QuerySelectorAll("main #valeurs table").Length > 0 ? page.QuerySelectorAll("main table").ToList().IndexOf(page.QuerySelector("#valeurs table")!) : 0]
            .QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => string.Join(' ', cell.TextContent.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))).ToArray())];

    private static IEnumerable<string> Options(IParentNode page, string id) => page.QuerySelectorAll($"#{id} option").Select(option => option.TextContent);
}
