using System.Net;
using Almanach.Core.Consultations;
using Almanach.Core.Meetings;
using Almanach.Core.Network;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>Minutes on their way to approval, as members and the coordinator see them.</summary>
public sealed class ApprovalTests
{
    private const string Room = "/cockpit/programme/2022/documents/compte-rendu/approuver";
    private static readonly IReadOnlyList<Contact> Members = [.. CockpitHost.Setting().Folder.Contacts.Where(contact => contact.Active && contact.SitsIn("copil"))];

    [Fact]
    public async Task A_member_reads_the_draft_and_asks_for_a_correction_that_the_coordinator_sees()
    {
        await using var host = await Sent();
        var path = await Link(host, Members[0]);

        var page = await host.Page(path);
        var draft = await host.Page(page.QuerySelector<IHtmlAnchorElement>("main a[href^='/d/']")!.GetAttribute("href")!);
        var form = page.QuerySelector<IHtmlFormElement>("main form")!;
        var wordless = await CockpitHost.Read(await host.Submit(form, ("avis", "corriger")), HttpStatusCode.UnprocessableEntity);
        var taken = await host.Submit(form, ("avis", "corriger"), ("correction", "J’étais présente."));
        await host.Settle();
        var today = await host.Page("/cockpit");
        var room = await host.Page(Room);
        var own = await host.Page($"/p/{host.Office.Links.Token(new Core.Mail.LinkTo(Core.Mail.LinkPurpose.Person, "", host.Office.Now.AddDays(5)), Members[0])}");

        Assert.Empty(form.QuerySelectorAll("input[type=radio][checked]")); // nothing is chosen for her
        Assert.Contains("Sans réponse de votre part, il est approuvé.", page.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Projet de compte-rendu", draft.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("#correction", wordless.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        Assert.Contains(today.QuerySelectorAll("main a"), link => link.GetAttribute("href") == Room);
        Assert.Contains("J’étais présente.", room.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Members[0].Name, room.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(room.QuerySelector("main form[action$=approuver]")); // others may still ask for one
        Assert.Contains("projet soumis à l’approbation", own.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_delay_the_coordinator_publishes_and_the_link_says_it_is_over()
    {
        await using var host = await Sent();
        var path = await Link(host, Members[0]);
        await host.Submit((await host.Page(path)).QuerySelector<IHtmlFormElement>("main form")!, ("avis", "corriger"), ("correction", "J’étais présente."));
        await Until(host, new DateTimeOffset(2022, 1, 14, 10, 0, 0, TimeSpan.Zero));

        var confirm = (await host.Page(Room)).QuerySelector<IHtmlFormElement>("main form[action$=approuver]")!;
        var published = await host.Submit(confirm);
        await Until(host, host.Office.Now.AddMinutes(10));
        var again = await host.Submit(confirm);
        var list = await host.Page("/cockpit/programme/2022");
        var closed = await host.Page(path);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (published.StatusCode, again.StatusCode));
        Assert.Contains("Approuvé le vendredi 14 janvier 2022.", Plain(list.QuerySelector("section[aria-labelledby=documents]")!.TextContent), StringComparison.Ordinal);
        Assert.Equal(Members.Count, await ThemesRoomTests.Sent(host, "compte-rendu-approuve"));
        Assert.Null(closed.QuerySelector("main form input[type=radio]"));
    }

    [Fact]
    public async Task A_new_version_says_that_it_replaces_the_other_whose_page_leads_to_it()
    {
        await using var host = await Sent();
        var first = await Link(host, Members[0]);
        await host.Submit((await host.Page(first)).QuerySelector<IHtmlFormElement>("main form")!, ("avis", "approuver"));
        var publish = await host.Page("/cockpit/programme/2022/documents/compte-rendu/publier");

        await host.Submit(publish.QuerySelector<IHtmlFormElement>("main form")!);
        await host.Submit(publish.QuerySelector<IHtmlFormElement>("main form")!); // pressed twice
        await Until(host, host.Office.Now.AddMinutes(10));
        await host.Submit(publish.QuerySelector<IHtmlFormElement>("main form")!); // the page opened before
        await Until(host, host.Office.Now.AddMinutes(10));
        var old = await host.Page(first);
        var next = await host.Page(old.QuerySelector<IHtmlAnchorElement>(".notice a[href^='/r/']")!.GetAttribute("href")!);

        Assert.Contains("même si vous l’aviez approuvée", publish.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((Members.Count, Members.Count), (await ThemesRoomTests.Sent(host, "approbation"), await ThemesRoomTests.Sent(host, "approbation-nouvelle")));
        Assert.Equal(ConsultationState.Closed, (await host.Office.Consultations.Find("2022-approbation-2022-copil-v1"))!.State);
        Assert.Equal(2, (await host.Office.Documents.Find("compte-rendu-2022-copil"))!.Version);
        Assert.Null(old.QuerySelector("main form input[type=radio]"));
        Assert.Contains("version 2", Plain(next.QuerySelector(".kicker")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("les avis donnés sur l’ancienne ne comptent plus", next.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(next.QuerySelectorAll("input[type=radio][checked]")); // it asks again
    }

    [Fact]
    public async Task Where_the_message_was_undone_silence_approves_nothing_and_the_first_page_says_so()
    {
        await using var host = await Sent();
        await host.Submit((await host.Page("/cockpit/programme/2022/documents/compte-rendu/publier")).QuerySelector<IHtmlFormElement>("main form")!);
        while (await host.Office.Worker.Once())
            continue;
        Assert.Null(await host.Office.Sends.Cancel("invite-2022-approbation-2022-copil-v2", "coordination", host.Office.Now));

        await Until(host, host.Office.Now.AddDays(20));
        var today = await host.Page("/cockpit");

        Assert.True((await host.Office.Documents.Find("compte-rendu-2022-copil"))!.IsDraft);
        Assert.Contains("Un compte-rendu, à publier", today.QuerySelector("section[aria-labelledby=attend]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_silence_they_are_approved_by_themselves()
    {
        await using var host = await Sent();
        var before = await host.Page(Room);

        await Until(host, new DateTimeOffset(2022, 1, 13, 10, 0, 0, TimeSpan.Zero));

        Assert.Contains("Soumis à l’approbation jusqu’au mercredi 12 janvier 2022 au soir.", Plain(before.QuerySelector(".lede")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("Approuvé le", (await host.Page(Room)).QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Members.Count, await ThemesRoomTests.Sent(host, "approbation"));
        Assert.Equal(Members.Count, await ThemesRoomTests.Sent(host, "compte-rendu-approuve"));
        Assert.False((await host.Office.Documents.Find("compte-rendu-2022-copil"))!.IsDraft);
    }

    /// <summary>The committee has met, and its draft has left.</summary>
    private static async Task<CockpitHost> Sent()
    {
        var host = await CockpitHost.At(new DateTime(2021, 12, 14, 12, 0, 0), Partners.Grouped);
        Assert.Null(await host.Office.Meetings.RecordDecisions("2022-copil", [new("d1", "Adopté.", [], DecisionOutcome.Record, null)], [], "coordination", host.Office.Now));
        await Until(host, new DateTimeOffset(2021, 12, 28, 10, 0, 0, TimeSpan.Zero));
        return host;
    }

    private static async Task Until(CockpitHost host, DateTimeOffset instant)
    {
        host.Clock.Set(instant);
        await host.Office.Ticker.Tick();
        await host.Settle();
    }

    private static async Task<string> Link(CockpitHost host, Contact member) =>
        $"/r/{host.Office.Links.Token(ConsultationDesk.Link((await host.Office.Consultations.Find("2022-approbation-2022-copil-v1"))!), member)}";

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
