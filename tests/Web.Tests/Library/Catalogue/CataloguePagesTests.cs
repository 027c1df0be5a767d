using System.Net;
using System.Text.Json;
using Almanach.Core.Library.Catalogue;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Library.Catalogue;

/// <summary>The catalogue as anybody reads it.</summary>
public sealed class CataloguePagesTests
{
    private static readonly EntryCard Card = EntryCard.Blank with
    {
        Title = "Se loger en Ardèche",
        Producers = [new Producer("insee"), new Producer("", "Agence <b>X</b>")],
        Territories = ["ardeche"],
        Themes = ["logement"],
        From = 2019,
        Until = 2019,
        Summary = "Les « marchés » & leurs <prix>.",
        Address = "https://insee.example.org/a?b=1&c=2",
    };

    private static async Task<string> Add(TestPlatform platform, EntryCard card) =>
        (await platform.Office.Catalogue.Save("", card, null, "coordination", platform.Office.Now)).Id;

    [Fact]
    public async Task A_search_is_its_address_and_every_choice_leads_somewhere()
    {
        await using var platform = await TestPlatform.Open();
        await Add(platform, Card);
        var client = platform.Client();

        var all = await client.Open("/catalogue");
        var found = await client.Open("/catalogue?q=LOGER&territoire=ardeche&de=2018&a=2020");

        Assert.Equal("9\u00A0études et sources de données", all.QuerySelector("#resultats")!.TextContent);
        Assert.Equal(["Se loger en Ardèche"], found.QuerySelectorAll(".rows h3").Select(title => title.TextContent));
        Assert.Equal(("LOGER", "2018", "2020", "ardeche"), (found.Value("q"), found.Value("de"), found.Value("a"), found.Value("territoire")));
        foreach (var link in all.QuerySelectorAll(".facet a").Select(link => link.GetAttribute("href")!))
        {
            var next = await client.Open(link.Split('#')[0]);
            Assert.NotEmpty(next.QuerySelectorAll(".rows h3"));
            Assert.Single(next.QuerySelectorAll(".chosen .tag"));
        }
    }

    [Fact]
    public async Task Twenty_a_page_with_the_whole_search_in_the_next_address()
    {
        await using var platform = await TestPlatform.Open();
        for (var number = 0; number < 25; number++)
            await Add(platform, Card with { Title = $"Enquête {number}", Kind = EntryKind.Survey });
        var client = platform.Client();

        var first = await client.Open("/catalogue?sorte=enquete&theme=logement&q=enquete");
        var second = await client.Open(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!.Split('#')[0]);

        Assert.Equal((20, 5), (first.QuerySelectorAll(".rows > li").Length, second.QuerySelectorAll(".rows > li").Length));
        Assert.Contains("Page 2 sur 2", second.Text());
        Assert.Null(second.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task An_empty_page_says_what_was_asked_and_what_to_ask_instead()
    {
        await using var platform = await TestPlatform.Open();
        await platform.Office.Catalogue.Save("", Card, null, "coordination", platform.Office.Now);

        var page = await platform.Client().Open("/catalogue?theme=sante&territoire=ardeche&q=zzz");

        Assert.Contains("Aucune étude ni source sur ce thème en Ardèche avec les mots «\u00A0zzz\u00A0».", page.Text());
        Assert.NotEmpty(page.QuerySelectorAll("a[href='/catalogue']"));
        Assert.Equal(["/catalogue/besoin?theme=sante&territoire=ardeche&q=zzz"], page.QuerySelectorAll("main a[href^='/catalogue/besoin?']").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_year_that_cannot_be_read_is_told_where_it_was_typed_and_left_out_of_the_search()
    {
        await using var platform = await TestPlatform.Open();
        await Add(platform, Card);

        var page = await platform.Client().Open("/catalogue?q=loger&de=l’an&a=2020");

        Assert.Equal(("l’an", "true", "2020", null), (page.Value("de"), page.QuerySelector("#de")!.GetAttribute("aria-invalid"), page.Value("a"), page.QuerySelector("#a")!.GetAttribute("aria-invalid")));
        Assert.Equal("Écrivez une année, par exemple 2021.", page.QuerySelector("#de-erreur")!.TextContent);
        Assert.Equal("«\u00A0l’an\u00A0» n’est pas une année entre 1800 et 2100. La recherche n’en tient pas compte. Corrigez l’année, puis cherchez de nouveau.", page.QuerySelector("#resultats")!.ParentElement!.QuerySelector(".notice")!.TextContent);
        Assert.Equal(["Se loger en Ardèche"], page.QuerySelectorAll(".rows h3").Select(title => title.TextContent));
    }

    [Fact]
    public async Task An_entry_says_all_and_escapes_it_and_its_owner_stays_its_owner()
    {
        await using var platform = await TestPlatform.Open();
        var id = await Add(platform, Card);

        var page = await platform.Client().Open($"/catalogue/{id}");

        Assert.Equal("se-loger-en-ardeche", id);
        Assert.Equal("Se loger en Ardèche", page.Heading());
        Assert.Equal("https://insee.example.org/a?b=1&c=2", page.QuerySelector("a[itemprop=url]")!.GetAttribute("href"));
        Assert.Equal(["Insee Auvergne-Rhône-Alpes", "Agence <b>X</b>"], page.QuerySelectorAll("[itemprop=creator] [itemprop=name]").Select(name => name.TextContent));
        Assert.Equal("https://schema.org/Report", page.QuerySelector("[itemscope]")!.GetAttribute("itemtype"));
        Assert.Contains("Les producteurs restent propriétaires", page.Text());
        Assert.Contains($"https://pfoss.example.org/catalogue/{id}", page.Value2("citation"));
        Assert.Null(page.QuerySelector("main b, main script"));
    }

    [Fact]
    public async Task An_entry_says_when_its_producer_last_confirmed_it()
    {
        await using var platform = await TestPlatform.Open();
        var id = await Add(platform, Card);
        var before = await platform.Client().Open($"/catalogue/{id}");

        await platform.Office.Catalogue.Confirm(id, "insee", "coordination", platform.Office.Now);

        Assert.Contains("Pas encore confirmée par son producteur", before.Text());
        Assert.Contains($"Confirmée le {Core.French.FrenchDates.Day(platform.Office.Setting.Zone.DayOf(platform.Office.Now))} par", (await platform.Client().Open($"/catalogue/{id}")).Text());
    }

    [Fact]
    public async Task What_is_internal_is_as_if_it_were_not_and_what_is_withdrawn_says_so()
    {
        await using var platform = await TestPlatform.Open();
        var within = await Add(platform, Card with { Title = "Note interne", Diffusion = EntryDiffusion.Internal });
        var gone = await Add(platform, Card);
        await platform.Office.Catalogue.Withdraw(gone, "Remplacée.", "coordination", platform.Office.Now);
        var client = platform.Client();

        var files = await client.GetStringAsync(new Uri("/catalogue.csv", UriKind.Relative)) + await client.GetStringAsync(new Uri("/catalogue.json", UriKind.Relative));

        await client.Open($"/catalogue/{within}", HttpStatusCode.NotFound);
        await client.Open($"/catalogue/{within}/signaler", HttpStatusCode.NotFound);
        await client.Open("/catalogue/inconnue", HttpStatusCode.NotFound);
        Assert.Contains("Remplacée.", (await client.Open($"/catalogue/{gone}")).Text());
        Assert.All(new[] { "Note interne", "Se loger en Ardèche" }, title =>
        {
            Assert.DoesNotContain(title, files);
        });
        Assert.DoesNotContain("Note interne", (await client.Open("/catalogue?q=note")).Text());
    }

    [Fact]
    public async Task Other_catalogues_can_harvest_it()
    {
        await using var platform = await TestPlatform.Open();
        var id = await Add(platform, Card with { Kind = EntryKind.DataSource, Rhythm = Rhythm.Yearly, Until = null });

        using var response = await platform.Client().GetAsync(new Uri("/catalogue.json", UriKind.Relative));
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());

        Assert.Equal("application/ld+json", response.Content.Headers.ContentType!.MediaType);
        var entry = json.RootElement.GetProperty("dcat:dataset").EnumerateArray().Single(one => one.GetProperty("dct:identifier").GetString() == id);
        Assert.Equal($"https://pfoss.example.org/catalogue/{id}", entry.GetProperty("@id").GetString());
        Assert.Equal("2019", entry.GetProperty("dct:temporal").GetProperty("dcat:startDate").GetProperty("@value").GetString());
        Assert.EndsWith("/ANNUAL", entry.GetProperty("dct:accrualPeriodicity").GetProperty("@id").GetString());
        Assert.Equal(Card.Summary, entry.GetProperty("dct:description").GetString());
    }

    [Fact]
    public async Task An_error_reaches_the_coordinator_once_and_a_program_is_thanked()
    {
        await using var platform = await TestPlatform.Open();
        var client = platform.Client();
        const string path = "/catalogue/tableau-de-bord-social/signaler";

        var refused = await client.SendRefused(path, HttpStatusCode.UnprocessableEntity, ("erreur", ""));
        for (var click = 0; click < 2; click++)
            Assert.Equal("/catalogue/tableau-de-bord-social?fait=signale", await client.SendOn(path, ("erreur", "Le lien est mort.")));
        await client.SendOn(path, ("erreur", "Achetez"), ("site", "x"));

        Assert.Equal("#erreur", refused.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal(("tableau-de-bord-social", "Le lien est mort."), (await platform.Office.CatalogueRequests.Errors()) is [var only] ? (only.Entry, only.Text) : default);
    }

    [Fact]
    public async Task A_need_waits_is_answered_for_all_and_may_join_the_collection_of_themes()
    {
        await using var platform = await TestPlatform.Collecting();
        var client = platform.Client();
        (string, string)[] sent = [("besoin", "Les enfants hébergés à l’hôtel"), ("pourquoi", "Pour leur école"), ("theme", "logement"), ("proposer", "oui")];

        var refused = await client.SendRefused("/catalogue/besoin", HttpStatusCode.UnprocessableEntity, sent);
        Assert.Equal("/catalogue/besoins?fait=propose", await client.SendOn("/catalogue/besoin", [.. sent, ("organisme", "Une association")]));
        var before = (await client.Open("/catalogue/besoins")).Text();
        var need = Assert.Single(await platform.Office.CatalogueRequests.Needs());
        await platform.Office.CatalogueRequests.Answer(need.Id, "Le Samu social publie un bilan.", "coordination", platform.Office.Now);
        var after = (await client.Open("/catalogue/besoins")).Text();

        Assert.Equal("#organisme", refused.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Contains("Les enfants hébergés à l’hôtel", (await platform.Office.Themes.Load(2022)).Proposals.Values.Select(proposal => proposal.Title));
        Assert.DoesNotContain("à l’hôtel", before);
        Assert.Contains("Le Samu social publie un bilan.", after);
    }

    [Fact]
    public async Task No_address_of_a_search_breaks_it()
    {
        await using var platform = await TestPlatform.Open();
        var client = platform.Client();
        var random = new Random(7);
        string[] names = ["q", "theme", "territoire", "producteur", "sorte", "de", "a", "page", "inconnu"];
        string[] values = ["", "%00", "%F0%9F%98%80", "%ED%A0%80", "..%2F..%2F", "-1", "0", "2147483648", "99999999999999999999", "logement", "ardeche", "insee", "%3Cscript%3E", new string('a', 3000), "a%20b+c%26d", "%", "%ZZ", "le la les", "source-de-donnees"];

        for (var round = 0; round < 150; round++)
        {
            var query = string.Join('&', Enumerable.Range(0, random.Next(12)).Select(_ => $"{names[random.Next(names.Length)]}={values[random.Next(values.Length)]}"));
            foreach (var path in new[] { "/catalogue", "/catalogue/besoin" })
            {
                using var response = await client.GetAsync(new Uri($"{path}?{query}", UriKind.Relative));
                Assert.True(response.StatusCode == HttpStatusCode.OK, query);
                Assert.DoesNotContain("<script", await response.Content.ReadAsStringAsync());
            }
        }
    }
}

file static class Fields
{
    public static string Value2(this AngleSharp.Html.Dom.IHtmlDocument page, string id) => ((AngleSharp.Html.Dom.IHtmlTextAreaElement)page.GetElementById(id)!).Value;
}
