using System.Net;
using System.Text;
using Almanach.Core.Library.Catalogue;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>The catalogue as the coordinator keeps it.</summary>
public sealed class CatalogueRoomTests
{
    private static readonly DateTime Day = new(2021, 10, 8, 10, 0, 0);

    private static IHtmlFormElement Form(IHtmlDocument page, string action) =>
        page.QuerySelectorAll<IHtmlFormElement>("form[method=post]").Single(form => form.GetAttribute("action") == action);

    [Fact]
    public async Task A_card_is_seen_before_it_is_kept_and_a_slip_in_a_name_shows()
    {
        await using var host = await CockpitHost.At(Day);
        var form = Form(await host.Page("/cockpit/catalogue/nouvelle"), "/cockpit/catalogue/nouvelle");
        (string, string)[] typed = [("titre", "Vieillir en Isère"), ("producteurs", "Département de l’Isère\nINSE"), ("de", "2020"), ("territoires", "isere")];

        var preview = await CockpitHost.Read(await host.Submit(form, [.. typed, ("apercu", "oui")]));
        var entriesBefore = (await host.Office.Catalogue.Load()).Entries.Count;
        var saved = await host.Submit(form, typed);

        Assert.Contains("Hors du réseau\u00A0: INSE.", preview.QuerySelector("#apercu + .hint")!.TextContent);
        Assert.Equal("Vieillir en Isère", preview.QuerySelector("section [itemprop=name]")!.TextContent);
        Assert.Equal("/cockpit/catalogue/fiches/vieillir-en-isere?fait=enregistre", saved.Headers.Location!.OriginalString);
        var entry = (await host.Office.Catalogue.Find("vieillir-en-isere"))!;
        Assert.Equal([new Producer("isere"), new Producer("", "INSE")], entry.Card.Producers);
        Assert.Equal(entriesBefore + 1, (await host.Office.Catalogue.Load()).Entries.Count);
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_its_field_and_what_was_typed_stays()
    {
        await using var host = await CockpitHost.At(Day);
        const string path = "/cockpit/catalogue/fiches/tableau-de-bord-social";
        var form = Form(await host.Page(path), path);

        var page = await CockpitHost.Read(await host.Submit(form, ("titre", ""), ("de", "l’an deux mille"), ("sorte", "7"), ("adresse", "javascript:x")), HttpStatusCode.UnprocessableEntity);

        Assert.Equal(["#de", "#titre", "#sorte", "#adresse"], page.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")));
        Assert.Equal("l’an deux mille", page.QuerySelector<IHtmlInputElement>("#de")!.Value);
        Assert.Equal("Tableau de bord social", (await host.Office.Catalogue.Find("tableau-de-bord-social"))!.Card.Title);
    }

    [Fact]
    public async Task A_card_changed_in_another_tab_is_read_then_saved_again()
    {
        await using var host = await CockpitHost.At(Day);
        const string path = "/cockpit/catalogue/fiches/tableau-de-bord-social";
        var (one, other) = (Form(await host.Page(path), path), Form(await host.Page(path), path));

        await host.Submit(one, ("titre", "Le tableau de bord"));
        var crossed = await CockpitHost.Read(await host.Submit(other, ("titre", "Tableau de bord régional")), HttpStatusCode.Conflict);
        using var again = await host.Submit(Form(crossed, path));

        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Equal("Tableau de bord régional", (await host.Office.Catalogue.Find("tableau-de-bord-social"))!.Card.Title);
    }

    [Fact]
    public async Task A_producer_confirms_by_telephone_and_an_entry_is_withdrawn_and_comes_back()
    {
        await using var host = await CockpitHost.At(Day);
        const string path = "/cockpit/catalogue/fiches/revenus-disponibles";

        await host.Submit(Form(await host.Page(path), $"{path}/confirmer"));
        await host.Submit(Form(await host.Page(path), $"{path}/retirer"), ("raison", "Remplacée."));
        var withdrawn = await host.Page("/cockpit/catalogue?etat=retirees");
        await host.Submit(Form(await host.Page(path), $"{path}/retablir"));
        using var stranger = await host.Post($"{path}/confirmer", ("par", "drome"));
        await host.Settle();

        var entry = (await host.Office.Catalogue.Find("revenus-disponibles"))!;
        Assert.Equal((new Confirmation(new DateOnly(2021, 10, 8), "insee"), true), (entry.Confirmed, entry.IsCurrent));
        Assert.Contains("Revenus disponibles", withdrawn.Body!.TextContent);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.StatusCode);
        Assert.Contains("Fiche du catalogue rétablie", (await host.Page("/cockpit/journal")).Body!.TextContent);
    }

    [Fact]
    public async Task Errors_and_needs_wait_until_they_are_dealt_with()
    {
        await using var host = await CockpitHost.At(Day);
        var requests = host.Office.CatalogueRequests;
        await requests.Report("tableau-de-bord-social", "Le lien est mort.", host.Office.Now);
        await requests.State(new StatedNeed("", "Les saisonniers", "", "", "", "", host.Office.Now));
        var page = await host.Page("/cockpit/catalogue");
        var (error, need) = ((await requests.Errors())[0].Id, (await requests.Needs())[0].Id);

        var unanswered = await CockpitHost.Read(await host.Submit(Form(page, $"/cockpit/catalogue/besoins/{need}")), HttpStatusCode.UnprocessableEntity);
        var tooLong = await CockpitHost.Read(await host.Submit(Form(page, $"/cockpit/catalogue/besoins/{need}"), ("reponse", new string('x', RequestRules.MaxText + 1))), HttpStatusCode.UnprocessableEntity);
        await host.Submit(Form(page, $"/cockpit/catalogue/besoins/{need}/proposer"));
        await host.Submit(Form(page, $"/cockpit/catalogue/besoins/{need}"), ("reponse", "Une enquête commence."));
        await host.Submit(Form(page, $"/cockpit/catalogue/erreurs/{error}"));

        Assert.Equal($"#reponse-{need}", unanswered.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal($"#reponse-{need}", tooLong.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal(new string('x', RequestRules.MaxText + 1), tooLong.QuerySelector<IHtmlTextAreaElement>($"#reponse-{need}")!.Value);
        Assert.Equal("Une enquête commence.", (await requests.Needs())[0].Answer);
        Assert.Contains("Les saisonniers", (await host.Office.Themes.Load(2022)).Proposals.Values.Select(proposal => proposal.Title));
        Assert.DoesNotContain("Le lien est mort", (await host.Page("/cockpit/catalogue")).Body!.TextContent);
    }

    [Fact]
    public async Task A_file_that_is_empty_is_said_to_be_and_is_not_asked_for_again()
    {
        await using var host = await CockpitHost.At(Day);

        var empty = await CockpitHost.Read(await host.Upload("/cockpit/catalogue/import", "inventaire.csv", []), HttpStatusCode.UnprocessableEntity);
        var none = await CockpitHost.Read(await host.Post("/cockpit/catalogue/import"), HttpStatusCode.UnprocessableEntity);

        Assert.Contains("Ce fichier est vide.", empty.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Choisissez le tableau", none.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_comes_home_without_a_change_and_an_inventory_is_shown_first()
    {
        await using var host = await CockpitHost.At(Day);
        var export = await (await host.Get("/cockpit/catalogue/export.csv")).Content.ReadAsByteArrayAsync();

        var same = await CockpitHost.Read(await host.Upload("/cockpit/catalogue/import", "catalogue.csv", export));
        var plan = await CockpitHost.Read(await host.Upload("/cockpit/catalogue/import", "inventaire.csv", Encoding.UTF8.GetBytes("Titre;Producteur;Année\nÉtude A;Insee Auvergne-Rhône-Alpes;2019\n;;\nÉtude B;;2020\n")));
        var before = (await host.Office.Catalogue.Load()).Entries.Count;
        using var done = await host.Submit(plan.QuerySelector<IHtmlFormElement>("form[action^='/cockpit/catalogue/import/']")!);
        using var junk = await host.Upload("/cockpit/catalogue/import", "x.csv", [0, 1, 2, 255]);
        await host.Settle();

        Assert.Contains((await host.Page("/cockpit/journal")).QuerySelectorAll("td"), cell => cell.TextContent.EndsWith("Inventaire importé au catalogue\u00A0: 1\u00A0fiche", StringComparison.Ordinal));
        Assert.Contains("Il n’y a rien à écrire", same.Body!.TextContent);
        Assert.Contains("8\u00A0lignes lues", same.Body!.TextContent);
        Assert.Contains("Ligne 4", plan.QuerySelector("#v-Doubtful")!.ParentElement!.TextContent);
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Equal(before + 1, (await host.Office.Catalogue.Load()).Entries.Count);
        Assert.NotNull(await host.Office.Catalogue.Find("etude-a"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, junk.StatusCode);
    }
}
