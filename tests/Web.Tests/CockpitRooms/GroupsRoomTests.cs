using System.Net;
using Almanach.Core.Groups;
using Almanach.Core.Mail;
using Almanach.Core.Programme;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>Two candidates for 2022: six organisations want the first, which one of them would pilot; two want the second.</summary>
public sealed class GroupsRoomTests
{
    private const string First = GroupYear.First;
    private const string Second = GroupYear.Second;

    [Fact]
    public async Task Each_candidate_says_what_is_there_and_what_is_missing()
    {
        await using var host = await GroupYear.Year();

        var page = await host.Page("/cockpit/groupes/2022");

        var rows = page.QuerySelectorAll("main ul.rows > li").Select(row => Plain(row)).ToList();
        Assert.Contains("conditions réunies", rows.Single(row => row.Contains("Vieillir")), StringComparison.Ordinal);
        Assert.Contains("2 organismes sur les 4 nécessaires ; il manque un pilote", rows.Single(row => row.Contains("carroyées")), StringComparison.Ordinal);
        Assert.Contains("à lancer ou à reporter", Plain((await host.Page("/cockpit")).QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_is_launched_after_its_message_was_read_and_lives_on()
    {
        await using var host = await GroupYear.Year();
        var form = (await host.Page($"/cockpit/groupes/2022/{First}")).QuerySelectorAll<IHtmlFormElement>("main form[action$=apercu]").First();
        var pilot = form.QuerySelector<IHtmlInputElement>("[name=pilote]")!;
        Assert.True(pilot.IsChecked); // the only one that offered

        var preview = await CockpitHost.Read(await host.Submit(form));
        var shown = preview.QuerySelectorAll("table tbody tr").Length;
        Assert.Contains("est lancé", Plain(preview.QuerySelector("blockquote")!), StringComparison.Ordinal);
        Assert.Null(await host.Office.Groups.Find($"2022-{First}")); // nothing was written
        Assert.Equal(HttpStatusCode.SeeOther, (await host.Submit(preview.QuerySelector<IHtmlFormElement>($"main form[action$='{First}']")!)).StatusCode);
        await host.Settle();

        Assert.Equal(pilot.Value, (await host.Office.Groups.Find($"2022-{First}"))!.Pilot);
        Assert.Equal(shown, await ThemesRoomTests.Sent(host, "groupe-lance") + await ThemesRoomTests.Sent(host, "groupe-pilote"));
        Assert.NotNull((await host.Page("/cockpit/groupes/2022")).QuerySelector($"a[href='/cockpit/groupes/suivi/2022-{First}']"));
        Assert.Contains("C’est décidé", Plain((await host.Page($"/cockpit/groupes/2022/{First}")).QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_an_explicit_choice_with_its_reason()
    {
        await using var host = await GroupYear.Year();
        var address = $"/cockpit/groupes/2022/{Second}/apercu";

        var unsaid = await CockpitHost.Read(await host.Post(address, ("choix", "lancer")), HttpStatusCode.UnprocessableEntity);
        var unexplained = await CockpitHost.Read(await host.Post(address, ("choix", "lancer"), ("malgre", "oui")), HttpStatusCode.UnprocessableEntity);
        var preview = await CockpitHost.Read(await host.Post(address, ("choix", "lancer"), ("malgre", "oui"), ("raison", "Le comité y tient.")));

        Assert.Contains("Lancer malgré tout", Plain(unsaid.QuerySelector("#malgre-erreur")!), StringComparison.Ordinal);
        Assert.NotNull(unexplained.QuerySelector("#raison-erreur"));
        Assert.Contains("pas encore choisi", Plain(preview.QuerySelector("blockquote")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_carried_over_tells_those_who_wished_for_it_why()
    {
        await using var host = await GroupYear.Year();
        var form = (await host.Page($"/cockpit/groupes/2022/{Second}")).QuerySelectorAll<IHtmlFormElement>("main form[action$=apercu]").Last();
        Assert.Contains("il manque un pilote", Plain(form.QuerySelector("textarea")!), StringComparison.Ordinal);

        var preview = await CockpitHost.Read(await host.Submit(form, ("motif", "Aucun organisme ne peut piloter cette année.")));
        Assert.Contains("Aucun organisme ne peut piloter cette année.", Plain(preview.QuerySelector("blockquote")!), StringComparison.Ordinal);
        await host.Submit(preview.QuerySelector<IHtmlFormElement>($"main form[action$='{Second}']")!);
        await host.Settle();

        Assert.Equal(ActionState.CarriedOver, (await host.Office.Programme.Load(2022)).Single(action => action.Id == Second).State);
        Assert.Equal(2, await ThemesRoomTests.Sent(host, "groupe-reporte"));
    }

    [Fact]
    public async Task Somebody_who_was_not_shown_is_not_written_to()
    {
        await using var host = await GroupYear.Year();

        var refused = await host.Post($"/cockpit/groupes/2022/{Second}", ("choix", "reporter"), ("motif", "Trop peu."), ("vu", "autre"));

        await CockpitHost.Read(refused, HttpStatusCode.Conflict);
        Assert.Equal(ActionState.Adopted, (await host.Office.Programme.Load(2022)).Single(action => action.Id == Second).State);
    }

    [Fact]
    public async Task A_group_is_followed_its_sheet_its_report_its_end()
    {
        await using var host = await GroupYear.Launched();
        var address = $"/cockpit/groupes/suivi/2022-{First}";
        var page = await host.Page(address);
        var sheet = page.QuerySelector<IHtmlFormElement>($"main form[action='{address}']")!;

        Assert.Equal(HttpStatusCode.SeeOther, (await host.Submit(sheet, ("plan", "Deux réunions par an."), ("ressources", "Anne Petit, Université de Lyon\nPaul Roux"))).StatusCode);
        var crossed = await CockpitHost.Read(await host.Submit(sheet, ("plan", "Trois.")), HttpStatusCode.Conflict);
        Assert.Equal("Trois.", crossed.QuerySelector<IHtmlTextAreaElement>("#plan")!.Value);
        Assert.Equal(HttpStatusCode.SeeOther, (await host.Submit(page.QuerySelector<IHtmlFormElement>("form[action$=bilan]")!, ("bilan", "Une réunion de lancement."))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await host.Submit(page.QuerySelector<IHtmlFormElement>("form[action$=etat]")!)).StatusCode);

        var group = (await host.Office.Groups.Find($"2022-{First}"))!;
        Assert.Equal([new ResourcePerson("Anne Petit", "Université de Lyon"), new ResourcePerson("Paul Roux", "")], group.Resources);
        Assert.Equal((6, 2022, GroupState.Closed), (group.Members.Count, group.Reports.Single().Year, group.State));
        Assert.Contains("terminé le", Plain((await host.Page(address)).QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_see_their_group_on_their_own_page_while_it_lives()
    {
        await using var host = await GroupYear.Launched();
        var group = (await host.Office.Groups.Find($"2022-{First}"))!;
        var member = (await host.Office.Network.Load()).Contacts[group.Referent!];
        var address = $"/p/{host.Office.Links.Token(new LinkTo(LinkPurpose.Person, "", host.Office.Now.AddDays(1)), member)}";

        Assert.Contains("Vieillir chez soi", Plain((await host.Page(address)).QuerySelector("#groupes")!.ParentElement!), StringComparison.Ordinal);
        await host.Post($"/cockpit/groupes/suivi/{group.Id}/etat", ("etat", "Closed"));
        Assert.Null((await host.Page(address)).QuerySelector("#groupes"));
    }

    [Theory]
    [MemberData(nameof(CockpitHost.Junk), MemberType = typeof(CockpitHost))]
    public async Task No_field_whatever_it_holds_breaks_a_page(string junk)
    {
        await using var host = await GroupYear.Launched();
        var pages = new[] { await host.Page($"/cockpit/groupes/2022/{Second}"), await host.Page($"/cockpit/groupes/suivi/2022-{First}") };

        await host.Withstands(pages.SelectMany(page => page.QuerySelectorAll<IHtmlFormElement>("main form[action*=groupes]")), junk);
        await host.Settle();
    }

    [Theory]
    [InlineData("/cockpit/groupes/2022/rien")]
    [InlineData("/cockpit/groupes/1999")]
    [InlineData("/cockpit/groupes/suivi/rien")]
    [InlineData("/cockpit/groupes/suivi/%23%3F")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        await using var host = await CockpitHost.At(new DateTime(2021, 10, 8, 10, 0, 0));

        await host.Page(address, HttpStatusCode.NotFound);
    }

    private static string Plain(INode node) => System.Text.RegularExpressions.Regex.Replace(node.TextContent, @"\s+", " ");
}
