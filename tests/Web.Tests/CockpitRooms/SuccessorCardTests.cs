using System.Net;
using Almanach.Core.Consultations;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Network;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>A partner names who takes her place: the coordinator enters her by the card of a new person. Accepting in one go: <see cref="SuccessionRoomTests"/>.</summary>
public sealed class SuccessorCardTests
{
    private static readonly DateTime Day = new(2021, 10, 20, 10, 0, 0);

    [Fact]
    public async Task A_request_for_a_successor_fills_the_form_and_is_settled()
    {
        await using var host = await CockpitHost.At(Day);
        var by = Partners.Referents[0];
        await host.Office.Requests.Ask(by, "Luc Après", "luc.apres@dreets.example.org", "chargé d’études", host.Office.Now);
        var request = (await host.Office.Requests.Open()).Single();

        var list = await host.Page("/cockpit/reseau");
        var form = (await host.Page($"/cockpit/reseau/personnes/nouvelle?demande={request.Id}")).QuerySelector<IHtmlFormElement>("main form")!;
        await host.Submit(list.QuerySelector<IHtmlFormElement>("form[action*=demandes]")!);

        Assert.Equal(("Luc", "Après"), (form.QuerySelector<IHtmlInputElement>("#prenom")!.Value, form.QuerySelector<IHtmlInputElement>("#nom")!.Value));
        Assert.True(form.QuerySelector<IHtmlInputElement>("[value=Referent]")!.IsChecked);
        Assert.Empty(await host.Office.Requests.Open());
    }

    [Fact]
    public async Task A_successor_takes_over_the_roles_and_the_request_is_filed_by_itself()
    {
        await using var host = await CockpitHost.At(Day);
        var (by, form) = await Successor(host);

        var (_, response) = await NewcomerRoomTests.Confirm(host, form);

        var roster = await host.Office.Network.Load();
        Assert.Equal("/cockpit/reseau/personnes/c0387?fait=succession", response.Headers.Location!.OriginalString);
        Assert.Equal(by.Roles, roster.Contacts["c0387"].Roles);
        Assert.Equal([new Role(RoleKind.Reader)], roster.Contacts[by.Id].Roles);
        Assert.True(roster.Contacts[by.Id].Active);
        Assert.Empty(await host.Office.Requests.Open());
    }

    [Fact]
    public async Task A_successor_who_replaces_nobody_leaves_the_roles_where_they_are()
    {
        await using var host = await CockpitHost.At(Day);
        var (by, form) = await Successor(host);
        form.QuerySelector<IHtmlInputElement>("[name=remplace]")!.IsChecked = false;

        await NewcomerRoomTests.Confirm(host, form, ("roles", "Suppleant"));

        Assert.Equal(by.Roles, (await host.Office.Network.Load()).Contacts[by.Id].Roles);
        Assert.Empty(await host.Office.Requests.Open());
    }

    [Fact]
    public async Task A_successor_is_invited_with_her_own_link_to_what_is_open_and_reminded_instead_of_the_one_she_replaces()
    {
        await using var host = await CockpitHost.At(Day);
        var (by, form) = await Successor(host);
        var before = (await host.Office.Consultations.Find("2022-themes"))!;

        await NewcomerRoomTests.Confirm(host, form);
        await host.Settle();

        var after = (await host.Office.Consultations.Find("2022-themes"))!;
        Assert.Contains(await host.Office.Consultations.Asked(after), member => member.Contact == "c0387");
        Assert.Equal(before.Asked, after.Asked);
        Assert.Equal(["c0387"], (await host.Office.MailRoom.Outcomes("invite-2022-themes-c0387")).Keys);
        Assert.Equal(Delivery.Sent, (await host.Office.MailRoom.Outcomes("invite-2022-themes-c0387"))["c0387"]);
        var reminded = (await host.Office.Asks.Due(ConsultationDesk.LastDay(after.Closes!.Value, host.Office.Setting.Zone))).Select(ask => ask.Contact).ToList();
        Assert.Contains("c0387", reminded);
        Assert.DoesNotContain(by.Id, reminded);
    }

    [Fact]
    public async Task A_successor_whose_address_is_refused_keeps_the_request_waiting_and_the_form_filled()
    {
        await using var host = await CockpitHost.At(Day);
        var (by, form) = await Successor(host);

        var page = await CockpitHost.Read(await host.Submit(form, ("courriel", by.Address)), HttpStatusCode.UnprocessableEntity);

        Assert.Single(await host.Office.Requests.Open());
        Assert.NotNull(page.QuerySelector("[name=demande]"));
        Assert.True(page.QuerySelector<IHtmlInputElement>("[name=remplace]")!.IsChecked);
    }

    [Fact]
    public async Task Accepting_a_successor_shows_each_mail_that_leaves_and_exactly_those_leave()
    {
        await using var host = await CockpitHost.At(Day);
        var (_, form) = await Successor(host);
        var before = await NewcomerRoomTests.Lines(host);

        var preview = await CockpitHost.Read(await host.Submit(form));
        Assert.Equal(before, await NewcomerRoomTests.Lines(host));
        Assert.Single(await host.Office.Requests.Open());
        await host.Submit(preview.QuerySelector<IHtmlFormElement>("main form")!);
        await host.Settle();

        var shown = preview.QuerySelectorAll("blockquote strong").Select(subject => subject.TextContent).Order().ToList();
        Assert.Equal(2, shown.Count);
        Assert.Contains(shown, subject => subject.StartsWith("Thèmes 2022", StringComparison.Ordinal));
        Assert.Contains("Tel que le lit Luc Après", preview.QuerySelector("main")!.TextContent);
        Assert.Contains("les 2 messages", preview.QuerySelector("main button.main")!.TextContent);
        Assert.Equal(shown, (await NewcomerRoomTests.Lines(host)).Except(before).Select(line => line.Split('|')[1]).Order());
    }

    /// <summary>A référent has asked for a successor, and the coordinator has opened the form.</summary>
    internal static async Task<(Contact By, IHtmlFormElement Form)> Successor(CockpitHost host)
    {
        var by = Partners.Referents[0];
        await host.Office.Requests.Ask(by, "Luc Après", "luc.apres@dreets.example.org", "chargé d’études", host.Office.Now);
        var request = (await host.Office.Requests.Open()).Single();
        var page = await host.Page($"/cockpit/reseau/personnes/nouvelle?demande={request.Id}");
        Assert.Contains($"Remplace {by.Name}", page.QuerySelector("main form")!.TextContent);
        return (by, page.QuerySelector<IHtmlFormElement>("main form")!);
    }
}
