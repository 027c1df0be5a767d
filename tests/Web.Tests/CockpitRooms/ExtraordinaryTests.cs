using System.Net;
using Almanach.Core.Meetings;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>A second meeting of the committee in the same year has minutes of its own.</summary>
public sealed class ExtraordinaryTests
{
    private static readonly DateTime Met = new(2022, 9, 27, 12, 0, 0);

    [Fact]
    public async Task Its_minutes_are_its_own_go_to_the_members_and_are_approved_in_silence()
    {
        await using var host = await CockpitHost.At(Met, Partners.Grouped);
        Assert.Null(await host.Office.Meetings.RecordDecisions("2022-copil-extraordinaire", [new("d1", "Le séminaire de 2023 portera sur le non-recours.", [], DecisionOutcome.Record, null)],
            ["Trois thèmes ont été présentés."], "coordination", host.Office.Now));
        await Until(host, new DateTimeOffset(2022, 10, 11, 9, 0, 0, TimeSpan.Zero));
        var sent = await host.Page("/cockpit/reunions/2022-copil-extraordinaire");
        var list = await host.Page("/cockpit/consultations");
        var today = await host.Page("/cockpit");
        await Until(host, new DateTimeOffset(2022, 10, 27, 9, 0, 0, TimeSpan.Zero));
        var after = await host.Page("/cockpit/reunions/2022-copil-extraordinaire");
        var minutes = await host.Office.Documents.Compose(Core.Platforms.DocumentKind.CompteRendu, 2022, host.Office.Now, "copil-extraordinaire");
        var ordinary = await host.Office.Documents.Compose(Core.Platforms.DocumentKind.CompteRendu, 2022, host.Office.Now);

        Assert.Contains("Soumis aux membres jusqu’au mercredi 26 octobre 2022 au soir", Plain(sent.QuerySelector("section[aria-labelledby=compte-rendu]")!.TextContent), StringComparison.Ordinal);
        Assert.Equal("/cockpit/programme/2022/documents/compte-rendu-extraordinaire/approuver",
            sent.QuerySelectorAll("section[aria-labelledby=compte-rendu] a").Last().GetAttribute("href"));
        Assert.Contains(list.QuerySelectorAll("main h3 a"), link => link.GetAttribute("href") == "/cockpit/consultations/2022-approbation-2022-copil-extraordinaire-v1");
        Assert.Contains("Projet de compte-rendu", today.QuerySelector("section[aria-labelledby=ouvert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Approuvé et publié le", after.QuerySelector("section[aria-labelledby=compte-rendu]")!.TextContent, StringComparison.Ordinal);
        var published = (await host.Office.Documents.Find("compte-rendu-2022-copil-extraordinaire"))!;
        Assert.Equal(("copil-extraordinaire", false), (published.Meeting, published.IsDraft));
        Assert.Contains("extraordinaire du mardi 27 septembre 2022", Plain(minutes.Title), StringComparison.Ordinal);
        Assert.Contains("de 9 h 30 à 11 h 30", Plain(minutes.Lede), StringComparison.Ordinal);
        Assert.DoesNotContain(minutes.Chapters, chapter => chapter.Anchor == "vote"); // the vote of the network was before the other one
        Assert.Contains("14 décembre 2021", Plain(ordinary.Title), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_decided_is_asked_for_on_the_first_page_until_it_is_recorded()
    {
        await using var host = await CockpitHost.At(new DateTime(2022, 9, 27, 10, 0, 0), Partners.Grouped);
        var during = await host.Page("/cockpit");
        host.Clock.Set(host.Office.Now.AddHours(2));
        var after = await host.Page("/cockpit");
        Assert.Null(await host.Office.Meetings.RecordDecisions("2022-copil-extraordinaire", [], ["Trois thèmes ont été présentés."], "coordination", host.Office.Now));
        var recorded = await host.Page("/cockpit");

        Assert.DoesNotContain("le relevé, à consigner", Waiting(during), StringComparison.Ordinal);
        Assert.Contains("Comité de pilotage extraordinaire : le relevé, à consigner", Waiting(after), StringComparison.Ordinal);
        Assert.Contains("le compte-rendu en est fait le", Waiting(after), StringComparison.Ordinal);
        Assert.DoesNotContain("le relevé, à consigner", Waiting(recorded), StringComparison.Ordinal);
    }

    private static string Waiting(AngleSharp.Html.Dom.IHtmlDocument page) => Plain(page.QuerySelector("section[aria-labelledby=attend]")!.TextContent);

    [Fact]
    public async Task Called_off_it_has_none()
    {
        await using var host = await CockpitHost.At(new DateTime(2022, 9, 1, 12, 0, 0), Partners.Grouped);
        await host.Office.Cycle.Apply(2022, new Core.Cycle.CycleCommand.Skip("copil-extraordinaire", "reporté", host.Office.Now, "coordination"));
        await Until(host, new DateTimeOffset(2022, 10, 12, 9, 0, 0, TimeSpan.Zero));

        Assert.Equal(Core.Cycle.StepState.Skipped, (await host.Office.Cycle.Find(2022))!.Find("compte-rendu-extraordinaire")!.State);
        Assert.Null(await host.Office.Documents.Find("compte-rendu-2022-copil-extraordinaire"));
        await host.Page("/cockpit/programme/2022/documents/compte-rendu-extraordinaire", HttpStatusCode.NotFound);
        Assert.Empty((await host.Page("/cockpit/reunions/2022-copil-extraordinaire")).QuerySelectorAll("section[aria-labelledby=compte-rendu]"));
        var documents = (await host.Page("/cockpit/programme/2022")).QuerySelector("section[aria-labelledby=documents]")!;
        Assert.Contains("La réunion n’a pas lieu : il n’y a pas de compte-rendu.", Plain(documents.TextContent), StringComparison.Ordinal);
        Assert.DoesNotContain(documents.QuerySelectorAll("a"), link => link.GetAttribute("href")!.Contains("compte-rendu-extraordinaire", StringComparison.Ordinal));
    }

    private static async Task Until(CockpitHost host, DateTimeOffset instant)
    {
        host.Clock.Set(instant);
        await host.Office.Ticker.Tick();
        await host.Settle();
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
