using System.Net;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Library.Catalogue.Update;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>What producers propose, as the coordinator reads and decides it.</summary>
public sealed class CatalogueUpdateTests
{
    private const string Room = "/cockpit/catalogue";
    private const string Incomes = "revenus-disponibles";
    private const string Proposal = $"2022-catalogue-insee-{Incomes}";

    private static readonly DateTime Day = new(2021, 10, 8, 10, 0, 0);

    [Fact]
    public async Task A_correction_is_shown_as_differences_and_accepted_in_one_click()
    {
        await using var host = await Proposed();
        var room = await host.Page(Room);

        await host.Submit(Form(room), ("decision", "accepter"));
        using var twice = await host.Submit(Form(room), ("decision", "accepter"));
        await host.Settle();

        Assert.Equal(["Résumé"], room.QuerySelectorAll("#propositions ~ ul th[scope=row]").Select(head => head.TextContent));
        Assert.Contains("Médiane et déciles.", room.QuerySelector("#propositions ~ ul")!.TextContent);
        Assert.Contains("1 organisme sur 2", room.QuerySelector("#mise-a-jour")!.ParentElement!.TextContent.ReplaceLineEndings(" "));
        Assert.Equal($"{Room}?fait=acceptee", twice.Headers.Location!.OriginalString);
        var entry = (await host.Office.Catalogue.Find(Incomes))!;
        Assert.Equal(("Médiane et déciles.", "insee"), (entry.Card.Summary, entry.Confirmed!.By));
        Assert.Null((await host.Page(Room)).QuerySelector("#propositions"));
        Assert.Contains("Proposition d’un producteur acceptée, au catalogue", (await host.Page("/cockpit/journal")).Body!.TextContent);
    }

    [Fact]
    public async Task Two_tabs_that_decide_otherwise_do_not_cross()
    {
        await using var host = await Proposed();
        var room = await host.Page(Room);

        await host.Submit(Form(room), ("decision", "ecarter"), ("raison", "Elle sert encore."));
        var late = await CockpitHost.Read(await host.Submit(Form(room), ("decision", "accepter")), HttpStatusCode.Conflict);

        Assert.Contains("déjà écartée", late.Body!.TextContent);
        Assert.DoesNotContain("déciles", (await host.Office.Catalogue.Find(Incomes))!.Card.Summary, StringComparison.Ordinal);
        Assert.Equal("Elle sert encore.", Assert.Single(await host.Office.CatalogueUpdates.All()).Why);
    }

    [Fact]
    public async Task An_entry_that_changed_since_the_page_was_opened_is_not_overwritten()
    {
        await using var host = await Proposed();
        var room = await host.Page(Room);
        await host.Office.Catalogue.Save(Incomes, (await host.Office.Catalogue.Find(Incomes))!.Card with { Summary = "Ce que la coordination a écrit." }, null, "coordination", host.Office.Now);

        var again = await CockpitHost.Read(await host.Submit(Form(room), ("decision", "accepter")), HttpStatusCode.Conflict);

        Assert.Equal("Ce que la coordination a écrit.", (await host.Office.Catalogue.Find(Incomes))!.Card.Summary);
        Assert.Contains("Ce que la coordination a écrit.", again.QuerySelector("#propositions ~ ul del")!.TextContent);
        Assert.Contains("La fiche a changé depuis que son producteur l’a lue", again.Body!.TextContent);
        using var accepted = await host.Submit(Form(again), ("decision", "accepter"));
        Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);
        Assert.Equal("Médiane et déciles.", (await host.Office.Catalogue.Find(Incomes))!.Card.Summary);
    }

    [Fact]
    public async Task What_a_producer_takes_back_cannot_be_accepted_any_more()
    {
        await using var host = await Proposed();
        var room = await host.Page(Room);
        await Answer(host, new EntrySaid(EntryWord.Current));

        var gone = await CockpitHost.Read(await host.Submit(Form(room), ("decision", "accepter")), HttpStatusCode.NotFound);

        Assert.Contains("n’attend plus", gone.Body!.TextContent);
    }

    [Fact]
    public async Task The_first_page_says_that_proposals_wait_and_the_consultation_counts_them()
    {
        await using var host = await Proposed();

        Assert.Contains("proposition de producteur au catalogue", (await host.Page("/cockpit")).Body!.TextContent);
        var consultation = (await host.Page("/cockpit/consultations/2022-catalogue")).Body!.TextContent;
        Assert.Contains("À corriger", consultation);
        Assert.Contains("à corriger (résumé)", consultation);
    }

    [Fact]
    public async Task An_answer_by_telephone_confirms_too()
    {
        await using var host = await Proposed();
        const string address = "/cockpit/consultations/2022-catalogue/telephone/pole-emploi";
        var form = (await host.Page(address)).QuerySelector<IHtmlFormElement>($"form[action='{address}']")!;

        using var taken = await host.Submit(form, ("fiches.demandeurs-d-emploi-en-fin-de-mois", "Current"));
        await host.Settle();

        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        Assert.Equal("pole-emploi", (await host.Office.Catalogue.Find("demandeurs-d-emploi-en-fin-de-mois"))!.Confirmed!.By);
    }

    [Fact]
    public async Task Corrections_announced_and_not_written_are_listed_by_organisation_until_they_are_written()
    {
        await using var host = await Proposed();
        Assert.DoesNotContain("annoncée", Panel(await host.Page(Room)).TextContent, StringComparison.Ordinal);
        await Answer(host, new EntrySaid(EntryWord.ToCorrect));

        var panel = Panel(await host.Page(Room));
        var list = panel.QuerySelectorAll("details").Single(details => details.TextContent.Contains("annoncée", StringComparison.Ordinal));
        var link = list.QuerySelector<IHtmlAnchorElement>("li a")!;

        Assert.Equal("1\u00A0correction annoncée n’est pas encore écrite", list.QuerySelector("summary")!.TextContent);
        Assert.EndsWith("1\u00A0correction", Assert.Single(list.QuerySelectorAll("li")).TextContent, StringComparison.Ordinal);
        Assert.Contains("0\u00A0à corriger, à retirer ou à ajouter", panel.TextContent, StringComparison.Ordinal);
        Assert.Equal("/cockpit/consultations/2022-catalogue#insee", link.GetAttribute("href"));
        Assert.Contains("la correction n’est pas encore écrite", (await host.Page("/cockpit/consultations/2022-catalogue")).QuerySelector("#insee")!.TextContent, StringComparison.Ordinal);

        await host.Office.Catalogue.Save(Incomes, (await host.Office.Catalogue.Find(Incomes))!.Card with { Summary = "Médiane et déciles." }, null, "coordination", host.Office.Now);
        Assert.DoesNotContain("annoncée", Panel(await host.Page(Room)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_corrections_announced_are_told_in_the_plural()
    {
        await using var host = await Proposed();
        Assert.Null(await host.Office.Consultations.Take("2022-catalogue", new AnswerCommand("insee", "insee", "c0009", Channel.Phone, false, new Dictionary<string, AnswerValue>
        {
            ["fiches"] = new AnswerValue.Entries(new Dictionary<string, EntrySaid> { [Incomes] = new(EntryWord.ToCorrect), ["recensement-de-la-population"] = new(EntryWord.ToCorrect) }, []),
        }, host.Office.Now), null));
        await host.Settle();

        Assert.Contains("2\u00A0corrections annoncées ne sont pas encore écrites", Panel(await host.Page(Room)).TextContent, StringComparison.Ordinal);
    }

    private static IElement Panel(IHtmlDocument page) => page.QuerySelector("#mise-a-jour")!.ParentElement!;

    private static IHtmlFormElement Form(IHtmlDocument page) => page.QuerySelector<IHtmlFormElement>($"form[action='{Room}/propositions/{Proposal}']")!;

    private static async Task<CockpitHost> Proposed()
    {
        var host = await CockpitHost.At(Day);
        Assert.Null(await host.Office.Cycle.Apply(2022, new CycleCommand.Open("catalogue", host.Office.Now, "coordination")));
        await host.Settle();
        var card = (await host.Office.Catalogue.Find(Incomes))!.Card with { Summary = "Médiane et déciles." };
        await Answer(host, new EntrySaid(EntryWord.ToCorrect, Card: card));
        return host;
    }

    private static async Task Answer(CockpitHost host, EntrySaid said)
    {
        Assert.Null(await host.Office.Consultations.Take("2022-catalogue", new AnswerCommand("insee", "insee", "c0009", Channel.Page, false,
            new Dictionary<string, AnswerValue> { ["fiches"] = new AnswerValue.Entries(new Dictionary<string, EntrySaid> { [Incomes] = said }, []) }, host.Office.Now), null));
        await host.Settle();
    }
}
