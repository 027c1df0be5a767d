using System.Net;
using System.Text;
using Almanach.Core.Cycle;
using Almanach.Core.Data.Series;
using Almanach.Web.Cockpit;
using Almanach.Web.Tests.Dashboard;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>What became of the files that were taken in, as the coordinator sees and decides it.</summary>
public sealed class SeriesRoomTests
{
    private const string Room = "/cockpit/series";

    private static readonly DateTime Day = new(2021, 10, 8, 10, 0, 0);

    [Fact]
    public async Task An_empty_room_says_where_files_come_from()
    {
        await using var host = await CockpitHost.At(Day);

        var page = await host.Page(Room);

        Assert.Contains("Aucun fichier n’est encore pris en compte.", page.Body!.TextContent);
        Assert.NotNull((await host.Page("/cockpit/livraisons")).QuerySelector($"a[href='{Room}']"));
    }

    [Fact]
    public async Task She_adds_a_file_and_reads_what_was_in_it()
    {
        await using var host = await CockpitHost.At(Day);

        using var answer = await Add(host, SmallFiles.Population, SmallFiles.Populations);
        using var again = await Add(host, SmallFiles.Population, SmallFiles.Populations);
        var page = await host.Page(answer.Headers.Location!.OriginalString);

        Assert.Equal($"{Room}/{SmallFiles.Population}/1", answer.Headers.Location.OriginalString);
        Assert.Equal(answer.Headers.Location, again.Headers.Location);
        Assert.Contains("5\u00A0lignes, 10\u00A0chiffres en 2\u00A0séries", page.Body!.TextContent);
        Assert.Contains("Publié", (await host.Page(Room)).QuerySelector("tbody")!.TextContent);
    }

    [Theory]
    [InlineData("DEPCOM;LIBMIN;PMUN13;PMUN08\n01001;A;7G7;791\n", "n’est ni un nombre, ni une marque connue")]
    [InlineData("CODE;PMUN13;PMUN08\n01001;767;791\n", "La colonne «\u00A0DEPCOM\u00A0» manque.")]
    [InlineData("DEPCOM;LIBMIN;PMUN13;PMUN08\n01001;A;767;791\n01001;A;768;791\n", "le territoire 01001 est déjà à la ligne\u00A02")]
    public async Task A_file_that_cannot_be_read_whole_is_refused_and_why(string file, string why)
    {
        await using var host = await CockpitHost.At(Day);

        using var answer = await Add(host, SmallFiles.Population, Encoding.UTF8.GetBytes(file));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(why, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        Assert.Empty(await host.Office.SeriesFiles.All());
    }

    [Fact]
    public async Task A_file_that_gives_a_secret_away_is_held_then_published_with_more_hidden()
    {
        await using var host = await CockpitHost.At(Day);
        await host.Office.TakeIn(SmallFiles.Jobseekers, SmallFiles.Leaking);
        var page = await host.Page($"{Room}/{SmallFiles.Jobseekers}/1");
        const string table = "/tableau-de-bord/demandeurs-emploi-a?niveau=epci";

        var held = (await host.Page(table)).Body!.TextContent;
        var waiting = await host.Page("/cockpit");
        using var done = await host.Submit(Form(page, "masquer"));
        using var twice = await host.Submit(Form(page, "masquer"));
        var published = await host.Page(table);

        Assert.Contains("1\u00A0chiffre caché pourrait être retrouvé", page.Body!.TextContent);
        Assert.Contains("Grenoble-Alpes-Métropole", page.QuerySelector("#secret ~ ul")!.TextContent);
        Assert.Contains("Pas encore de chiffres", held);
        Assert.NotNull(waiting.QuerySelector($"main h3 a[href='{Room}']"));
        Assert.Null((await host.Page("/cockpit")).QuerySelector($"main h3 a[href='{Room}']"));
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (done.StatusCode, twice.StatusCode));
        Assert.Contains("70\u202F000", published.Body!.TextContent);
        var release = Assert.Single(await host.Office.SeriesFiles.All());
        Assert.Equal(ReleaseState.Published, release.State);
        Assert.NotEmpty(release.Withheld);
        Assert.DoesNotContain("20\u202F000", Row(published, "Grenoble-Alpes-Métropole"));
        Assert.Contains("secret", Row(published, "Grenoble-Alpes-Métropole"));
    }

    [Fact]
    public async Task A_held_file_is_told_in_plain_words_and_the_detail_stays_folded()
    {
        await using var host = await CockpitHost.At(Day);
        await host.Office.TakeIn(SmallFiles.Jobseekers, SmallFiles.Leaking);

        var panel = (await host.Page($"{Room}/{SmallFiles.Jobseekers}/1")).QuerySelector("section[aria-labelledby=secret]")!;
        var folded = panel.QuerySelectorAll("details").Select(details => details.TextContent).ToList();

        Assert.Contains("1\u00A0chiffre caché se calcule exactement à partir des autres.", panel.TextContent);
        Assert.Contains(folded, text => text.Contains("par propagation", StringComparison.Ordinal));
        Assert.DoesNotContain("propagation", folded.Aggregate(panel.TextContent, (text, part) => text.Replace(part, "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_hiding_would_not_do_neither_page_proposes_it()
    {
        await using var host = await CockpitHost.At(Day);
        await host.Office.TakeIn(SmallFiles.Jobseekers, Encoding.UTF8.GetBytes("EPCI;Catégorie A;Catégorie B;Catégorie C;Catégorie ABC\nGrenoble-Alpes-Métropole;20000;4000;6000;30000\n"));
        await host.Office.TakeIn(SmallFiles.Jobseekers, Encoding.UTF8.GetBytes("EPCI;Catégorie A;Catégorie B;Catégorie C;Catégorie ABC\nGrenoble-Alpes-Métropole;s;4000;6000;30000\n"));

        var waiting = (await host.Page("/cockpit")).QuerySelector("main")!.TextContent;
        var page = await host.Page($"{Room}/{SmallFiles.Jobseekers}/2");

        Assert.Contains("masquer d’autres chiffres n’y suffirait pas. Demandez au producteur", waiting);
        Assert.DoesNotContain("Masquez aussi", waiting);
        Assert.Null(page.QuerySelector("form[action$='/masquer']"));
        Assert.Contains("Demandez au producteur ce qui peut paraître", page.Body!.TextContent);
        Assert.Contains("déjà publié le vendredi\u00A08\u00A0octobre 2021, source\u00A0: France Travail", page.Body.TextContent);
        Assert.DoesNotContain("publication defm", page.Body.TextContent);
    }

    [Fact]
    public async Task A_figure_its_producer_hides_by_now_goes_once_the_former_file_is_put_aside()
    {
        await using var host = await CockpitHost.At(Day);
        const string hidden = "EPCI;Catégorie A;Catégorie B;Catégorie C;Catégorie ABC\nGrenoble-Alpes-Métropole;s;4000;6000;s\n";
        await host.Office.TakeIn(SmallFiles.Jobseekers, Encoding.UTF8.GetBytes("EPCI;Catégorie A;Catégorie B;Catégorie C;Catégorie ABC\nGrenoble-Alpes-Métropole;20000;4000;6000;30000\n"));
        await host.Office.TakeIn(SmallFiles.Jobseekers, Encoding.UTF8.GetBytes(hidden));
        var page = await host.Page($"{Room}/{SmallFiles.Jobseekers}/2");

        using var early = await host.Submit(Form(page, "verifier"));
        using var aside = await host.Submit(Form(await host.Page(page.QuerySelector($"#secret ~ p a[href='{Room}/{SmallFiles.Jobseekers}/1/ecarter']")!.GetAttribute("href")!), "ecarter"));
        using var again = await host.Submit(Form(page, "verifier"));
        using var twice = await host.Submit(Form(page, "verifier"));

        Assert.Equal($"{Room}/{SmallFiles.Jobseekers}/2", early.Headers.Location!.OriginalString); // held as before
        Assert.Equal((HttpStatusCode.SeeOther, $"{Room}?fait=verifiee", HttpStatusCode.Conflict), (aside.StatusCode, again.Headers.Location!.OriginalString, twice.StatusCode));
        Assert.Equal([ReleaseState.Withdrawn, ReleaseState.Published], (await host.Office.SeriesFiles.All()).OrderBy(release => release.Number).Select(release => release.State));
    }

    [Fact]
    public async Task A_file_much_smaller_than_the_one_it_replaces_is_told()
    {
        await using var host = await CockpitHost.At(Day);
        await host.Office.TakeIn(SmallFiles.Population, SmallFiles.Populations);
        await host.Office.TakeIn(SmallFiles.Population, Encoding.UTF8.GetBytes("DEPCOM;LIBMIN;PMUN13;PMUN08\n01053;Bourg-en-Bresse;41000;39882\n"));

        Assert.Contains("Ce fichier a 1\u00A0ligne, le précédent en avait 5.", (await host.Page($"{Room}/{SmallFiles.Population}/2")).Body!.TextContent);
        Assert.DoesNotContain("le précédent en avait", (await host.Page($"{Room}/{SmallFiles.Population}/1")).Body!.TextContent);
    }

    [Fact]
    public async Task Small_counts_wait_for_one_word_of_hers_before_they_are_published()
    {
        await using var host = await Collecting("code_epci;nom_epci;allocataires_rsa\n200046977;Métropole de Lyon;41204\n246900740;Mornant;3\n");
        const string address = $"{Room}/rsa-caf-rhone/1";
        var page = await host.Page(address);
        var waiting = (await host.Page("/cockpit")).QuerySelector("main")!.TextContent;
        var list = (await host.Page(Room)).Body!.TextContent;

        using var done = await host.Submit(Form(page, "petits"), ("choix", "confirmer"));
        using var twice = await host.Submit(Form(page, "petits"), ("choix", "confirmer"));
        using var other = await host.Submit(Form(page, "petits"), ("choix", "masquer"));
        using var neither = await host.Submit(Form(page, "petits"), ("choix", ""));

        Assert.Contains("1\u00A0effectif est inférieur à 5, le seuil de secret de la source (CAF).", page.Body!.TextContent);
        Assert.Contains("Ligne\u00A03, ", page.QuerySelector("#petits ~ ul")!.TextContent);
        Assert.Contains("Demandez au producteur s’ils peuvent paraître", waiting);
        Assert.Equal(["petits", "recu"], (await host.Page("/cockpit/livraisons/rsa-caf-rhone")).QuerySelectorAll("section.panel h2").Take(2).Select(head => head.Id)); // before she accepts it
        Assert.Contains("transmis par la CAF du Rhône", page.Body!.TextContent);
        Assert.Contains("Aucun fichier publié.", list);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity), (done.StatusCode, twice.StatusCode, other.StatusCode, neither.StatusCode));
        Assert.Equal(ReleaseState.Published, Assert.Single(await host.Office.SeriesFiles.All()).State);
        Assert.Contains("le producteur les confirme", (await host.Page(address)).Body!.TextContent);
        Assert.DoesNotContain("seuil de secret", (await host.Page("/tableau-de-bord/rsa")).Body!.TextContent);
    }

    [Fact]
    public async Task A_file_put_aside_gives_way_to_the_one_before()
    {
        await using var host = await CockpitHost.At(Day);
        await host.Office.TakeIn(SmallFiles.Population, SmallFiles.Populations);
        await host.Office.TakeIn(SmallFiles.Population, Encoding.UTF8.GetBytes("DEPCOM;LIBMIN;PMUN13;PMUN08\n01053;Bourg-en-Bresse;41000;39882\n"));
        const string table = "/tableau-de-bord/population?niveau=commune&dans=01";

        var newer = (await host.Page(table)).Body!.TextContent;
        var page = await host.Page($"{Room}/{SmallFiles.Population}/2");
        var asked = await host.Page(page.QuerySelector("a[href$='/ecarter']")!.GetAttribute("href")!);
        var before = (await host.Page(table)).Body!.TextContent;
        using var done = await host.Submit(Form(asked, "ecarter"));
        using var twice = await host.Submit(Form(asked, "ecarter"));

        Assert.Contains("41\u202F000", newer);
        Assert.Null(page.QuerySelector("form[action$='/ecarter']"));
        Assert.Equal(newer, before);
        Assert.Contains("Population", asked.QuerySelector("#change ~ ul a")!.TextContent);
        Assert.Contains("2013 et 2008", asked.QuerySelector("main")!.TextContent);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (done.StatusCode, twice.StatusCode));
        Assert.Contains("40\u202F967", (await host.Page(table)).Body!.TextContent);
        Assert.Contains("Écarté", (await host.Page(Room)).Body!.TextContent);
    }

    [Fact]
    public async Task What_disappears_is_read_again_where_another_file_came_meanwhile()
    {
        await using var host = await CockpitHost.At(Day);
        await host.Office.TakeIn(SmallFiles.Population, SmallFiles.Populations);
        var asked = await host.Page($"{Room}/{SmallFiles.Population}/1/ecarter");
        await host.Office.TakeIn(SmallFiles.Population, Encoding.UTF8.GetBytes("DEPCOM;LIBMIN;PMUN13;PMUN08\n01053;Bourg-en-Bresse;41000;39882\n"));

        using var stale = await host.Submit(Form(asked, "ecarter"));
        using var read = await host.Submit(Form(await host.Page($"{Room}/{SmallFiles.Population}/1/ecarter"), "ecarter"));

        Assert.Contains("n’a plus aucun chiffre", asked.Body!.TextContent);
        Assert.Contains("Disparaissent\u00A0: 2013 et 2008 (", asked.Body.TextContent);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.SeeOther), (stale.StatusCode, read.StatusCode));
    }

    [Fact]
    public async Task An_accepted_delivery_becomes_a_series_by_itself()
    {
        await using var host = await Collecting("code_epci;nom_epci;allocataires_rsa\n200046977;Métropole de Lyon;41204\n");

        var release = Assert.Single(await host.Office.SeriesFiles.All());

        Assert.Equal(("rsa-caf-rhone", "caf-rhone", "2022-donnees/rsa-caf-rhone", "2021"), (release.Reading, release.Organisation, release.Delivery, release.Table.Columns.Single().Period));
    }

    [Fact]
    public async Task An_accepted_file_that_no_reading_understands_is_told_until_she_puts_it_away()
    {
        await using var host = await Collecting("code_epci;nom_epci;allocataires_rsa\n200046977;Métropole de Lyon;4I204\n");
        var page = await host.Page(Room);

        using var done = await host.Submit((IHtmlFormElement)page.QuerySelector("form[action$='/illisibles']")!);

        Assert.Contains("n’a pas pu être lu", page.Body!.TextContent);
        Assert.Contains("4I204", page.Body.TextContent);
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.DoesNotContain("n’a pas pu être lu", (await host.Page(Room)).Body!.TextContent);
    }

    [Fact]
    public async Task Alerts_are_shown_with_their_readers_and_sent_once()
    {
        await using var host = await CockpitHost.At(Day);
        await host.Office.TakeIn(SmallFiles.Population, Encoding.UTF8.GetBytes(AllOf("200072015")));
        var page = await host.Page($"{Room}/alertes/copil");

        var form = Form(page, "copil");

        using var sent = await host.Submit(form);
        using var twice = await host.Submit(form);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (sent.StatusCode, twice.StatusCode));
        Assert.Contains("en baisse de 16,7\u00A0% depuis 2008", page.Body!.TextContent);
        Assert.Contains("https://pfoss.example.org/tableau-de-bord/tendances", page.Body.TextContent);
        Assert.Single(await host.Office.Sends.Waiting(host.Office.Now), message => message.Effect.Key.StartsWith("alertes-copil-", StringComparison.Ordinal));
        Assert.Contains("leur ont été dites", (await host.Page($"{Room}/alertes/copil")).Body!.TextContent);
    }

    private static string AllOf(string epci) =>
        "DEPCOM;LIBMIN;PMUN13;PMUN08\n" + string.Concat(Almanach.Adapters.Territories.ShippedTerritories.Atlas
            .Members(Core.Data.Territories.TerritoryLevel.Intercommunality, Core.Data.Territories.TerritoryCode.Of(epci), Core.Data.Territories.TerritoryLevel.Municipality, 2019)
            .Select(code => $"{code};X;1000;1200\n"));

    private static async Task<CockpitHost> Collecting(string file)
    {
        var host = await CockpitHost.At(Day);
        await host.Office.Cycle.Apply(2022, new CycleCommand.Open("collecte-donnees", host.Office.Now, "coordination"));
        await host.Settle();
        Assert.Null(await host.Office.Deliveries.Record("2022-donnees", "rsa-caf-rhone", "rsa.csv", new MemoryStream(Encoding.UTF8.GetBytes(file)), true, host.Office.Now));
        Assert.Null(await host.Office.Deliveries.Accept("2022-donnees", "rsa-caf-rhone", (await host.Office.DeliveryFiles.All("2022-donnees"))[^1].File, "Relu.", "coordination", host.Office.Now));
        await host.Settle();
        return host;
    }

    private static Task<HttpResponseMessage> Add(CockpitHost host, string reading, byte[] file) => host.Send($"{Room}/ajouter", new MultipartFormDataContent
    {
        { new StringContent(host.Token), Session.FormField }, { new ByteArrayContent(file), "fichier", "population.csv" }, { new StringContent(reading), "lecture" }, { new StringContent("2021"), "annee" },
    });

    private static IHtmlFormElement Form(IParentNode page, string action) => (IHtmlFormElement)page.QuerySelector($"form[action$='/{action}']")!;

    private static string Row(IParentNode page, string name) => page.QuerySelectorAll("#valeurs tbody tr").Single(row => row.TextContent.Contains(name, StringComparison.Ordinal)).TextContent;
}
