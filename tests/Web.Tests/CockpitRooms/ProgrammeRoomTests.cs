using System.Net;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;
using Almanach.Core.Rehearsal;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

public sealed class ProgrammeRoomTests
{
    /// <summary>The programme has been published.</summary>
    private static readonly DateTime Published = new(2022, 1, 12, 10, 0, 0);

    [Fact]
    public async Task Actions_stand_by_kind_with_their_dates_and_state()
    {
        await using var host = await Year();

        var page = await host.Page("/cockpit/programme/2022");

        var row = page.QuerySelector("a[href='/cockpit/programme/2022/le-non-recours']")!.Closest("li")!;
        Assert.Contains("Clermont-Ferrand", row.TextContent);
        Assert.Contains("sous réserve", row.TextContent);
        Assert.Contains("Version 1", page.QuerySelector("#documents")!.ParentElement!.TextContent);
    }

    [Fact]
    public async Task Progress_is_noted_and_a_word_that_is_no_state_is_refused()
    {
        await using var host = await Year();
        var form = (await host.Page("/cockpit/programme/2022/le-non-recours")).QuerySelector<IHtmlFormElement>("form[action$=avancement]")!;

        await host.Submit(form, ("etat", "Done"), ("texte", "86 participants"));
        var refused = await CockpitHost.Read(await host.Submit(form, ("etat", "2"), ("texte", "gardé")), HttpStatusCode.UnprocessableEntity);

        var action = (await host.Office.Programme.Load(2022)).Single(action => action.Id == "le-non-recours");
        Assert.Equal((ActionState.Done, "86 participants"), (action.State, action.Progress[^1].Text));
        Assert.Contains("gardé", refused.QuerySelector<IHtmlTextAreaElement>("#texte")!.Value);
    }

    [Theory]
    [InlineData("1900-06-14")]
    [InlineData("2099-06-14")]
    public async Task A_date_far_from_the_year_is_refused_beside_its_field(string day)
    {
        await using var host = await Year();
        var form = (await host.Page("/cockpit/programme/2022/le-non-recours")).QuerySelector<IHtmlFormElement>("form[action$=dates]")!;

        var page = await CockpitHost.Read(await host.Submit(form, ("jour-action-1", day)), HttpStatusCode.UnprocessableEntity);

        Assert.NotNull(page.QuerySelector("fieldset.error"));
        Assert.Equal(2022, (await host.Office.Programme.Load(2022)).Single(action => action.Id == "le-non-recours").Occurrences[0].Day!.Value.Year);
    }

    [Fact]
    public async Task A_date_is_fixed_and_another_added_and_two_tabs_do_not_cross()
    {
        await using var host = await Year();
        var stale = (await host.Page("/cockpit/programme/2022/le-non-recours")).QuerySelector<IHtmlFormElement>("form[action$=dates]")!;
        stale.QuerySelector<IHtmlInputElement>("[name=reserve-action-1]")!.IsChecked = false;

        var first = await host.Submit(stale, ("jour-action-2", "2022-06-14"), ("lieu-action-2", "Lyon"), ("reserve-action-2", "oui"));
        var second = await host.Submit(stale, ("lieu-action-1", "Vichy"));

        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        var action = (await host.Office.Programme.Load(2022)).Single(action => action.Id == "le-non-recours");
        Assert.Equal([("Clermont-Ferrand", false), ("Lyon", true)], action.Occurrences.Select(occurrence => (occurrence.Place, occurrence.Provisional)));
        var page = await CockpitHost.Read(second, HttpStatusCode.Conflict);
        Assert.Equal("Vichy", page.QuerySelector<IHtmlInputElement>("[name=lieu-action-1]")!.Value);
        Assert.Equal(HttpStatusCode.SeeOther, (await host.Submit(page.QuerySelector<IHtmlFormElement>("form[action$=dates]")!)).StatusCode);
    }

    [Fact]
    public async Task Each_document_can_be_read_as_it_would_be_now_and_writes_nothing()
    {
        await using var host = await Year();

        foreach (var step in new[] { "bilan-collecte", "compte-rendu", "programme", "bilan", "compte-rendu-extraordinaire" })
            Assert.NotNull((await host.Page($"/cockpit/programme/2022/documents/{step}")).QuerySelector("h1"));

        Assert.Equal(1, (await host.Office.Documents.Find("programme-2022"))!.Version);
    }

    [Fact]
    public async Task A_new_version_is_sent_to_exactly_those_shown()
    {
        await using var host = await Year();
        var before = await ThemesRoomTests.Sent(host, "document");
        var page = await host.Page("/cockpit/programme/2022/documents/programme/publier");
        var shown = page.QuerySelectorAll("table tbody tr").Length;

        await host.Submit(page.QuerySelector<IHtmlFormElement>("main form[action$=publier]")!);
        await host.Settle();

        Assert.Equal(2, (await host.Office.Documents.Find("programme-2022"))!.Version);
        Assert.Equal(shown, await ThemesRoomTests.Sent(host, "document") - before);
        var word = await host.Get("/cockpit/programme/2022/documents/programme/word");
        Assert.Equal("programme-2022-v2.docx", word.Content.Headers.ContentDisposition!.FileName);
    }

    [Theory]
    [InlineData("/cockpit/programme/2022/rien")]
    [InlineData("/cockpit/programme/2022/%23%3F")]
    [InlineData("/cockpit/programme/2022/documents/1")] // a number is no name
    [InlineData("/cockpit/programme/2022/documents/bilan/word")] // not published yet
    [InlineData("/cockpit/programme/2022/documents/bilan/publier")]
    [InlineData("/cockpit/programme/1999")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        await using var host = await Year();

        await host.Page(address, HttpStatusCode.NotFound);
    }

    private static Task<CockpitHost> Year() => CockpitHost.At(Published, Decided);

    /// <summary>A year whose committee has adopted one action.</summary>
    internal static Act[] Decided => [.. Partners.Propose(6), Partners.Grouped, new Act.Decide(
        new DateTime(2021, 12, 14, 12, 0, 0), "copil",
        [new("d-1", "Adopté.", [Partners.Titles[0]], Core.Meetings.DecisionOutcome.Adopt, new("le-non-recours", ActionKind.JourneeEchanges, "Le non-recours",
            [new(new DateOnly(2022, 4, 12), "", "Clermont-Ferrand", true)], [], ""))], [])];
}
