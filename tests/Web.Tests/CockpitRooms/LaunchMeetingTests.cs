using System.Net;
using Almanach.Core.Groups;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Web.Cockpit.Today;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>The launch meeting of a group, from its pilot's own page to the coordinator's agreement.</summary>
public sealed class LaunchMeetingTests
{
    private const string Id = $"2022-{GroupYear.First}";
    private const string Cockpit = $"/cockpit/groupes/suivi/{Id}";

    [Fact]
    public async Task The_pilot_proposes_the_coordinator_agrees_in_one_click_and_the_pilot_reads_it()
    {
        await using var host = await GroupYear.Launched();
        var address = await Address(host);
        var form = (await host.Page(address)).QuerySelector<IHtmlFormElement>("main form[action$=reunion]")!;

        Assert.Equal(HttpStatusCode.SeeOther, (await host.Submit(form, ("jour", "2022-09-15"), ("heure", "09:30"), ("lieu", "Lyon"))).StatusCode);
        Assert.Contains("jeudi 15 septembre 2022", Plain((await host.Page(address)).QuerySelector("#reunion")!.ParentElement!), StringComparison.Ordinal);
        Assert.Contains("à accepter", Plain((await host.Page("/cockpit")).QuerySelector("main")!), StringComparison.Ordinal);

        var panel = await host.Page(Cockpit);
        var preview = await CockpitHost.Read(await host.Submit(panel.QuerySelector<IHtmlFormElement>("main form[action$='reunion/apercu']")!));
        Assert.Contains("est prévue", Plain(preview.QuerySelector("blockquote")!), StringComparison.Ordinal);
        Assert.Contains("2 heures", Plain(preview.QuerySelector("blockquote")!), StringComparison.Ordinal);
        Assert.Null((await host.Office.Cycle.Find(2022))!.Find($"reunion-de-lancement-{GroupYear.First}")); // nothing was written
        Assert.Equal(HttpStatusCode.SeeOther, (await host.Submit(preview.QuerySelector<IHtmlFormElement>("main form[action$=reunion]")!)).StatusCode);
        await host.Settle();

        Assert.NotNull((await host.Office.Cycle.Find(2022))!.Find($"reunion-de-lancement-{GroupYear.First}"));
        Assert.Equal(1, await ThemesRoomTests.Sent(host, "reunion-lancement-prevue"));
        var pilot = await host.Page(address);
        Assert.Contains("Tout le réseau y est invité le", Plain(pilot.QuerySelector("#reunion")!.ParentElement!), StringComparison.Ordinal);
        Assert.Null(pilot.QuerySelector("form[action$=reunion]"));
        Assert.DoesNotContain("à accepter", Plain((await host.Page("/cockpit")).QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_coordinator_asks_for_another_and_the_pilot_reads_why()
    {
        await using var host = await GroupYear.Launched();
        var address = await Address(host);
        await host.Submit((await host.Page(address)).QuerySelector<IHtmlFormElement>("main form[action$=reunion]")!, ("jour", "2022-09-15"));
        var form = (await host.Page(Cockpit)).QuerySelector<IHtmlFormElement>("main form[action$='refus/apercu']")!;

        var empty = await CockpitHost.Read(await host.Submit(form), HttpStatusCode.UnprocessableEntity);
        var preview = await CockpitHost.Read(await host.Submit(form, ("motif", "Le comité se réunit ce jour-là.")));
        await host.Submit(preview.QuerySelector<IHtmlFormElement>("main form[action$=refus]")!);
        await host.Settle();

        Assert.NotNull(empty.QuerySelector("#motif-erreur"));
        Assert.Equal(1, await ThemesRoomTests.Sent(host, "reunion-lancement-a-revoir"));
        Assert.Contains("Le comité se réunit ce jour-là.", Plain((await host.Page(address)).QuerySelector("#reunion")!.ParentElement!), StringComparison.Ordinal);
        Assert.Contains("n’a pas encore proposé d’autre réunion", Plain((await host.Page(Cockpit)).QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_coordinator_plans_it_herself_where_the_pilot_called_her()
    {
        await using var host = await GroupYear.Launched();
        var form = (await host.Page($"{Cockpit}/reunion")).QuerySelector<IHtmlFormElement>("main form")!;

        var unread = await CockpitHost.Read(await host.Submit(form, ("jour", "bientôt"), ("invitation", "x")), HttpStatusCode.UnprocessableEntity);
        var preview = await CockpitHost.Read(await host.Submit(form, ("jour", "15/09/2022"), ("invitation", "2022-08-30")));
        var other = await CockpitHost.Read(await host.Submit(preview.QuerySelector<IHtmlFormElement>("main form")!, ("vu", "autre")), HttpStatusCode.Conflict);
        Assert.Equal(HttpStatusCode.SeeOther, (await host.Submit(other.QuerySelector<IHtmlFormElement>("main form")!)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await host.Submit(preview.QuerySelector<IHtmlFormElement>("main form")!)).StatusCode); // clicked twice
        await host.Settle();

        Assert.Equal(2, unread.QuerySelectorAll(".field.error").Length);
        Assert.Equal(1, await ThemesRoomTests.Sent(host, "reunion-lancement-prevue"));
        Assert.Contains("mardi 30 août 2022", Plain((await host.Page(Cockpit)).QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_without_a_launch_meeting_for_a_month_waits_for_the_coordinator_until_one_is_proposed()
    {
        await using var host = await GroupYear.Launched();
        var launched = (await host.Office.Groups.Find(Id))!.Launched;
        async Task<IReadOnlyList<WaitingView>> Waiting(int days) =>
            [.. WaitingView.All(await TodayLoad.Of(host.Office) with { Now = launched.AddDays(days) }).Where(line => line.Href == Cockpit)];

        Assert.Empty(await Waiting(25));
        var line = Assert.Single(await Waiting(40));
        Assert.Equal("Un groupe sans réunion de lancement", line.Title);
        Assert.Equal("«\u00A0Vieillir chez soi\u00A0», lancé le mardi\u00A031\u00A0mai\u00A0: le pilote n’en propose pas. Rappelez-le-lui, ou planifiez-la vous-même.", line.Detail);

        await host.Submit((await host.Page(await Address(host))).QuerySelector<IHtmlFormElement>("main form[action$=reunion]")!, ("jour", "2022-09-15"));
        Assert.Equal("Une réunion de lancement, à accepter", Assert.Single(await Waiting(40)).Title);
    }

    [Fact]
    public async Task The_pilot_writes_the_plan_the_members_and_the_report()
    {
        await using var host = await GroupYear.Launched();
        var before = (await host.Office.Groups.Find(Id))!;
        var address = await Address(host);
        var page = await host.Page(address);
        var sheet = page.QuerySelector<IHtmlFormElement>("main form[action$=fiche]")!;
        var more = sheet.QuerySelectorAll<IHtmlInputElement>("[name=organismes]").First(box => !box.IsChecked);
        var less = sheet.QuerySelectorAll<IHtmlInputElement>("[name=organismes]").Last(box => box.IsChecked);
        (more.IsChecked, less.IsChecked) = (true, false);

        Assert.Equal(HttpStatusCode.SeeOther, (await host.Submit(sheet, ("plan", "Trois ateliers."), ("ressources", "Anne Petit, Université de Lyon"))).StatusCode);
        var crossed = await CockpitHost.Read(await host.Submit(sheet, ("plan", "Quatre.")), HttpStatusCode.Conflict);
        Assert.Equal(HttpStatusCode.SeeOther, (await host.Submit(page.QuerySelector<IHtmlFormElement>("form[action$=bilan]")!, ("bilan", "Une première réunion."))).StatusCode);

        var group = (await host.Office.Groups.Find(Id))!;
        Assert.Equal("Quatre.", crossed.QuerySelector<IHtmlTextAreaElement>("#plan")!.Value);
        Assert.Equal(("Trois ateliers.", before.Pilot, before.Referent), (group.Plan, group.Pilot, group.Referent));
        Assert.Equal(before.Members.Where(member => member.Organisation != less.Value).Append(new GroupMember(more.Value, null)), group.Members);
        Assert.Equal("Une première réunion.", group.Reports.Single().Text);
        Assert.Contains("Une première réunion.", Plain((await host.Page(address)).QuerySelector("#bilans")!.ParentElement!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_gets_in_and_whoever_leads_it_no_more_is_led_back()
    {
        await using var host = await GroupYear.Launched();
        var roster = await host.Office.Network.Load();
        var group = (await host.Office.Groups.Find(Id))!;
        var member = roster.Contacts[group.Members.First(member => member.Organisation != group.Pilot).Contact!];
        string Of(Contact contact, string subject) => $"/p/{host.Office.Links.Token(new LinkTo(LinkPurpose.Person, subject, host.Office.Now.AddDays(1)), contact)}/groupe";

        Assert.Equal(HttpStatusCode.SeeOther, (await host.Get(Of(member, $"groupe/{Id}"))).StatusCode);
        await host.Page(Of(roster.Contacts[group.Referent!], ""), HttpStatusCode.NotFound);
        await host.Page(Of(roster.Contacts[group.Referent!], "groupe/2022-rien"), HttpStatusCode.NotFound);
        await host.Page(Of(roster.Contacts[group.Referent!], "groupe/"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_group_that_has_ended_is_read_not_written()
    {
        await using var host = await GroupYear.Launched();
        var address = await Address(host);
        var form = (await host.Page(address)).QuerySelector<IHtmlFormElement>("main form[action$=reunion]")!;
        Assert.Null(await host.Office.Groups.Turn(Id, GroupState.Closed, "coordination", host.Office.Now));

        Assert.Empty((await host.Page(address)).QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.Conflict, (await host.Submit(form, ("jour", "2022-09-15"))).StatusCode);
    }

    [Theory]
    [MemberData(nameof(CockpitHost.Junk), MemberType = typeof(CockpitHost))]
    public async Task No_field_whatever_it_holds_breaks_a_page(string junk)
    {
        await using var host = await GroupYear.Launched();
        var address = await Address(host);
        await host.Submit((await host.Page(address)).QuerySelector<IHtmlFormElement>("main form[action$=reunion]")!, ("jour", "2022-09-15"));
        var pages = new[] { await host.Page(address), await host.Page(Cockpit), await host.Page($"{Cockpit}/reunion") };

        await host.Withstands(pages.SelectMany(page => page.QuerySelectorAll<IHtmlFormElement>("main form[action*=group]")), junk);
        await host.Settle();
    }

    private static string Plain(INode node) => System.Text.RegularExpressions.Regex.Replace(node.TextContent, @"\s+", " ");

    /// <summary>As the pilot's own page leads to it.</summary>
    private static async Task<string> Address(CockpitHost host)
    {
        var group = (await host.Office.Groups.Find(Id))!;
        var pilot = (await host.Office.Network.Load()).Contacts[group.Referent!];
        var own = await host.Page($"/p/{host.Office.Links.Token(new LinkTo(LinkPurpose.Person, "", host.Office.Now.AddDays(1)), pilot)}");
        return own.QuerySelector("#groupes")!.ParentElement!.QuerySelector("a[href$=groupe]")!.GetAttribute("href")!;
    }
}
