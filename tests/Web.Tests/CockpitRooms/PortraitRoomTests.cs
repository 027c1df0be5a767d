using System.Net;
using Almanach.Web.Tests.Dashboard;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>Portraits from proof to publication.</summary>
public sealed class PortraitRoomTests
{
    private const string Room = "/cockpit/portraits";
    private const string Isere = $"{Room}/2022/38";

    private static readonly DateTime Day = new(2021, 10, 8, 10, 0, 0);

    [Fact]
    public async Task The_room_lists_thirteen_portraits_in_a_departmental_year_and_one_in_the_other()
    {
        await using var host = await With();

        var departments = await host.Page($"{Room}?annee=2022");
        var region = await host.Page($"{Room}?annee=2023");

        Assert.Equal(13, departments.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Métropole de Lyon", departments.Body!.TextContent);
        Assert.Equal("Auvergne-Rhône-Alpes", Assert.Single(region.QuerySelectorAll("tbody th")).TextContent.Trim());
    }

    [Fact]
    public async Task Before_anything_is_published_the_public_page_says_so()
    {
        await using var host = await With();

        var page = await host.Page("/portraits");

        Assert.Contains("Aucun portrait n’est encore publié.", page.Body!.TextContent);
        Assert.NotNull((await host.Page("/tableau-de-bord")).QuerySelector("a[href='/portraits']"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Get("/portraits/2022/38")).StatusCode);
    }

    [Fact]
    public async Task A_paragraph_is_corrected_and_the_automatic_sentence_taken_back()
    {
        await using var host = await With();
        var page = await host.Page(Isere);
        var automatic = page.QuerySelector<IHtmlTextAreaElement>("#texte-population-valeur")!.Value.Trim();

        using var changed = await host.Submit(Form(page), ("texte-population-valeur", "L'Isère : une phrase à nous !"));
        var after = await host.Page(Isere);
        using var back = await host.Submit(Form(after), ("reprendre", "population-valeur"));
        var again = await host.Page(Isere);

        Assert.Equal($"{Isere}?fait=enregistre", changed.Headers.Location?.OriginalString);
        Assert.Contains("L’Isère\u00A0: une phrase à nous\u202F!", after.QuerySelector(".portrait")!.TextContent);
        Assert.Contains(automatic, after.Body!.TextContent);
        Assert.Equal(automatic, again.QuerySelector<IHtmlTextAreaElement>("#texte-population-valeur")!.Value.Trim());
        Assert.Empty((await host.Office.Portraits.Draft(2022, "38"))!.Record!.Texts);
    }

    [Fact]
    public async Task What_two_tabs_write_is_not_lost()
    {
        await using var host = await With();
        var (first, second) = (await host.Page(Isere), await host.Page(Isere));

        using var one = await host.Submit(Form(first), ("texte-mot", "La première."));
        using var two = await host.Submit(Form(second), ("texte-mot", "La seconde."));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (one.StatusCode, two.StatusCode));
        Assert.Contains("La seconde.", await two.Content.ReadAsStringAsync());
        Assert.Equal("La première.", (await host.Office.Portraits.Draft(2022, "38"))!.Record!.Texts["mot"]);
    }

    [Fact]
    public async Task A_paragraph_too_long_for_four_pages_is_refused_and_kept_in_the_form()
    {
        await using var host = await With();
        var page = await host.Page(Isere);
        var text = string.Join(' ', Enumerable.Repeat("long", 150));

        using var answer = await host.Submit(Form(page), ("texte-mot", text));

        Assert.Contains(text, (await CockpitHost.Read(answer, HttpStatusCode.UnprocessableEntity)).QuerySelector<IHtmlTextAreaElement>("#texte-mot")!.Value);
    }

    [Fact]
    public async Task What_is_published_does_not_change_with_later_figures()
    {
        await using var host = await With();
        using var published = await host.Submit(Publishing(await host.Page(Isere)));
        await host.Settle();
        var before = await (await host.Get("/portraits/2022/38")).Content.ReadAsStringAsync();

        await SampleFigures.Revise(host.Office);
        using var shown = await host.Get("/portraits/2022/38");
        var room = await host.Page(Isere);
        using var again = await host.Submit(Publishing(room));
        await host.Settle();
        var second = await (await host.Get("/portraits/2022/38")).Content.ReadAsStringAsync();
        using var pdf = await host.Get("/portraits/2022/38.pdf");

        Assert.Equal($"{Isere}?fait=publie", published.Headers.Location?.OriginalString);
        Assert.Equal(before, await shown.Content.ReadAsStringAsync());
        Assert.Contains("style-src 'sha256-", shown.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("Des chiffres ont changé", room.Body!.TextContent);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.NotEqual(before, second);
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["portraits/2022-38-v1.html", "portraits/2022-38-v1.pdf", "portraits/2022-38-v2.html", "portraits/2022-38-v2.pdf"], host.Files.Now.Keys.Where(path => path.StartsWith("portraits/", StringComparison.Ordinal)));
        Assert.Equal(before, System.Text.Encoding.UTF8.GetString(host.Files.Now["portraits/2022-38-v1.html"]));
    }

    [Fact]
    public async Task A_proof_that_changed_since_it_was_shown_is_not_published()
    {
        await using var host = await With();
        var page = await host.Page(Isere);
        await SampleFigures.Revise(host.Office);

        using var answer = await host.Submit(Publishing(page));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Empty(await host.Office.Portraits.Published());
    }

    [Fact]
    public async Task A_portrait_taken_off_the_site_opens_no_more_until_a_new_version()
    {
        await using var host = await With();
        using var published = await host.Submit(Publishing(await host.Page(Isere)));
        await host.Settle();
        var page = await host.Page(Isere);
        var form = page.QuerySelector<IHtmlFormElement>($"form[action='{Isere}/retirer']")!;

        using var done = await host.Submit(form);
        using var twice = await host.Submit(form);
        var after = await host.Page(Isere);
        var gone = new[] { await host.Get("/portraits/2022/38"), await host.Get("/portraits/2022/38.pdf") }.Select(answer => answer.StatusCode).ToList();
        using var again = await host.Submit(Publishing(after));
        await host.Settle();
        using var anew = await host.Get("/portraits/2022/38");

        Assert.Equal(($"{Isere}?fait=retire", HttpStatusCode.SeeOther), (done.Headers.Location!.OriginalString, twice.StatusCode));
        Assert.Null(after.QuerySelector($"form[action='{Isere}/retirer']"));
        Assert.Contains("version 1 retirée du site", after.Body!.TextContent);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], gone);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.OK), (again.StatusCode, anew.StatusCode));
        Assert.Equal(2, Assert.Single(await host.Office.Portraits.Published()).Versions[^1].Number);
    }

    [Fact]
    public async Task All_that_are_read_are_published_at_once_but_those_whose_figures_changed()
    {
        await using var host = await With();
        foreach (var code in (string[])["38", "69M"])
        {
            using var read = await host.Submit(Form(await host.Page($"{Room}/2022/{code}"), $"{Room}/2022/{code}"), ("geste", "relu"));
            Assert.Equal($"{Room}/2022/{code}?fait=relu", read.Headers.Location?.OriginalString);
        }
        var page = await host.Page($"{Room}?annee=2022");

        using var published = await host.Post($"{Room}/2022/publier");
        using var read2 = await host.Submit(Form(await host.Page($"{Room}/2022/01"), $"{Room}/2022/01"), ("geste", "relu"));
        await SampleFigures.Revise(host.Office);
        using var none = await host.Post($"{Room}/2022/publier");

        Assert.Contains("2 portraits sont relus", page.Body!.TextContent.Replace('\u00A0', ' '));
        Assert.Equal($"{Room}?annee=2022&fait=2", published.Headers.Location?.OriginalString);
        Assert.Equal($"{Room}?annee=2022&fait=0", none.Headers.Location?.OriginalString);
        var list = await host.Page("/portraits");
        Assert.Equal(["/portraits/2022/38", "/portraits/2022/69M"], list.QuerySelectorAll("main a[href^='/portraits/2022/']").Select(link => link.GetAttribute("href")!).Where(href => !href.EndsWith(".pdf", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/portraits/2022/99")]
    [InlineData("/portraits/2022/38")]
    [InlineData("/portraits/2022/38.pdf")]
    [InlineData("/portraits/1/38")]
    [InlineData("/portraits/2022/..%2F..%2Fkeys")]
    [InlineData("/cockpit/portraits/2022/84")] // an even year is not the region’s
    [InlineData("/cockpit/portraits/2023/38")]
    [InlineData("/cockpit/portraits/2022/69")] // its two parts have theirs
    [InlineData("/cockpit/portraits/99999/38")]
    [InlineData("/cockpit/portraits/2022/x/epreuve")]
    public async Task There_is_nothing_at_other_addresses(string address)
    {
        await using var host = await With();

        using var answer = await host.Get(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Without_figures_the_room_and_every_proof_are_there_and_say_so()
    {
        await using var host = await CockpitHost.At(Day);

        var page = await host.Page(Isere);

        Assert.Contains("pas encore de chiffres", page.Body!.TextContent);
        Assert.NotNull(page.QuerySelector($"nav a[href='{Room}']"));
    }

    [Fact]
    public async Task The_proof_alone_is_light_and_has_four_sheets()
    {
        await using var host = await With();

        using var answer = await host.Get($"{Isere}/epreuve");
        var page = await CockpitHost.Read(answer);

        Assert.Equal(4, page.QuerySelectorAll(".portrait-page").Length);
        Assert.Empty(page.QuerySelectorAll("script, [style], img"));
        Assert.Contains("En\u00A02013, l’Isère compte", page.Body!.TextContent);
    }

    [Fact]
    public async Task The_names_of_the_longest_territories_stand_in_their_tables()
    {
        await using var host = await With();

        foreach (var draft in (await host.Office.Portraits.Year(2022))!)
        {
            Assert.All(draft.Portrait.Paragraphs, paragraph => Assert.DoesNotMatch("[\\w)»] [;:?!»%]|« |\\.\\.| de les | de le |  ", paragraph.Text));
            Assert.InRange(draft.Portrait.Parts.Rows.Count, 3, 25);
        }
    }

    private static IHtmlFormElement Form(IHtmlDocument page, string action = Isere) => page.QuerySelector<IHtmlFormElement>($"form[action='{action}']")!;

    private static IHtmlFormElement Publishing(IHtmlDocument page) => page.QuerySelector<IHtmlFormElement>($"form[action='{Isere}/publier']")!;

    private static async Task<CockpitHost> With()
    {
        var host = await CockpitHost.At(Day);
        await SampleFigures.Give(host.Office);
        return host;
    }
}
