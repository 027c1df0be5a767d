using System.Net;
using Almanach.Core.Network;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>Terms of the members of a committee: announced, decided, and what follows for who sits.</summary>
public sealed class TermsRoomTests
{
    private static readonly DateTime Day = new(2021, 10, 20, 10, 0, 0);

    [Fact]
    public async Task Terms_that_end_are_announced_decided_in_one_page_and_said_for_the_minutes()
    {
        await using var host = await Yearly(new DateOnly(2021, 11, 30));
        var (first, second) = ((await Members(host))[0], (await Members(host))[1]);

        var today = await host.Page("/cockpit");
        var page = await host.Page(today.QuerySelector("a[href='/cockpit/reseau/mandats/copil']")!.GetAttribute("href")!);
        var done = await CockpitHost.Read(await host.Submit(page.QuerySelector<IHtmlFormElement>("#decisions")!,
            ($"decision-{first.Id}", "Renewed"), ($"decision-{second.Id}", "Ended")));

        Assert.Contains("mandats au comité de pilotage, à renouveler", today.Body!.TextContent);
        Assert.Contains($"Sont renouvelés jusqu’au mercredi\u00A030\u00A0novembre 2022\u00A0: {first.Name}\u00A0; ne sont pas renouvelés\u00A0: {second.Name}.", done.QuerySelector(".notice")!.TextContent);
        var roster = await host.Office.Network.Load();
        Assert.Equal(new DateOnly(2022, 11, 30), roster.Contacts[first.Id].TermIn("copil")!.Until);
        Assert.True(roster.Contacts[second.Id].SitsIn("copil"));

        host.Clock.Set(host.Office.Setting.Zone.At(new DateOnly(2021, 12, 1), new TimeOnly(8, 0)));
        Assert.Equal([first.Id], (await Members(host)).Select(member => member.Id));
        Assert.Contains("Le premier s’est achevé le", (await host.Page("/cockpit")).Body!.TextContent);
    }

    [Fact]
    public async Task All_that_end_are_renewed_in_one_go_once_read()
    {
        await using var host = await Yearly(new DateOnly(2021, 11, 30));
        var members = await Members(host);
        var link = (await host.Page("/cockpit/reseau/mandats/copil")).QuerySelector("a[href$='tous=renouveler']")!.GetAttribute("href")!;

        var page = await host.Page(link);
        Assert.All(await Members(host), member => Assert.Equal(new DateOnly(2021, 11, 30), member.TermIn("copil")!.Until)); // nothing is recorded yet
        await CockpitHost.Read(await host.Submit(page.QuerySelector<IHtmlFormElement>("#decisions")!));

        Assert.Equal(members.Select(member => member.Id), (await Members(host)).Select(member => member.Id));
        Assert.All(await Members(host), member => Assert.Equal(new DateOnly(2022, 11, 30), member.TermIn("copil")!.Until));
    }

    [Fact]
    public async Task Nothing_chosen_and_a_term_without_end_are_said_where_they_are()
    {
        await using var host = await Yearly(new DateOnly(2021, 11, 30));
        var first = (await Members(host))[0];
        var form = (await host.Page("/cockpit/reseau/mandats/copil")).QuerySelector<IHtmlFormElement>("#decisions")!;

        await CockpitHost.Read(await host.Submit(form), HttpStatusCode.UnprocessableEntity);
        var page = await CockpitHost.Read(await host.Submit(form, ($"decision-{first.Id}", "Renewed"), ($"terme-{first.Id}", "hier")), HttpStatusCode.UnprocessableEntity);

        Assert.Contains(page.QuerySelectorAll(".errors a"), link => link.GetAttribute("href") == $"#terme-{first.Id}");
        Assert.Equal(HttpStatusCode.NotFound, (await host.Get("/cockpit/reseau/mandats/nulle-part")).StatusCode);
    }

    [Fact]
    public async Task A_card_saved_by_hand_and_an_import_keep_the_term()
    {
        await using var host = await Yearly(new DateOnly(2021, 11, 30));
        var first = (await Members(host))[0];
        var card = (await host.Page($"/cockpit/reseau/personnes/{first.Id}")).QuerySelector<IHtmlFormElement>($"form[action$='{first.Id}']")!;

        await host.Submit(card, ("fonction", "directrice"));

        var after = (await host.Office.Network.Load()).Contacts[first.Id];
        Assert.Equal(("directrice", new DateOnly(2021, 11, 30)), (after.Function, after.TermIn("copil")!.Until));
        Assert.Contains("jusqu’au 30/11/2021", await (await host.Get("/cockpit/reseau/export.csv?role=body:copil")).Content.ReadAsStringAsync());
        Assert.Contains("jusqu’au 30/11/2021", (await host.Page($"/p/{host.Office.Links.Token(new Core.Mail.LinkTo(Core.Mail.LinkPurpose.Person, "", host.Office.Now.AddDays(1)), after)}")).Body!.TextContent);
    }

    /// <summary>A committee whose members sit for a year, all until one day.</summary>
    private static async Task<CockpitHost> Yearly(DateOnly until)
    {
        var host = await CockpitHost.Where(body => body with { TermYears = 1 }, Day);
        var members = (await host.Office.Network.Load()).Of("copil");
        await host.Office.Network.Write([], [.. members.Select(member => member with { Terms = [new Term("copil", member.Roles.First(role => role.Body == "copil").Kind, until)] })]);
        return host;
    }

    private static async Task<IReadOnlyList<Contact>> Members(CockpitHost host) => (await host.Office.Network.Load()).Of("copil");
}
