using System.Net;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Web.Tests.CockpitRooms;
using Almanach.Web.Tests.Hosting;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.Newsletter;

/// <summary>« Les messages que je reçois », and what the coordinator sees and notes of it.</summary>
public sealed class ChoicesTests
{
    [Fact]
    public async Task Each_letter_is_a_choice_beside_all_messages_and_one_post_saves_them()
    {
        await using var platform = await TestPlatform.Open();
        var contact = await platform.Referent("drome");
        var (client, path) = (platform.Client(), $"{platform.Own(contact)}/messages");

        var page = await client.Open(path);
        var after = await client.Open(await client.SendOn(path, ("messages", "recevoir")));

        Assert.Contains(contact.LastName, (await client.Open(platform.Own(contact))).Text(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("input[type=checkbox][name=lettre][value=lettre][checked]"));
        Assert.NotNull(page.QuerySelector("input[type=radio][name=messages][value=recevoir][checked]"));
        Assert.Contains("Les convocations", page.Text(), StringComparison.Ordinal);
        Assert.Contains("aucune lettre", after.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(after.QuerySelector("input[name=lettre][checked]"));
        Assert.False((await platform.Contact(contact.Id)).Receives("lettre"));
        Assert.Contains("Vous ne voulez plus recevoir", (await client.Open(platform.Own(contact))).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_as_it_opens_the_form_changes_nothing()
    {
        await using var platform = await TestPlatform.Open();
        var contact = await platform.Referent("drome");
        await platform.Settle();

        await platform.Client().SendOn($"{platform.Own(contact)}/messages", ("lettre", "lettre"), ("messages", "recevoir"));

        Assert.Equal(contact, await platform.Contact(contact.Id));
    }

    [Fact]
    public async Task A_form_without_a_choice_is_refused_and_says_where()
    {
        await using var platform = await TestPlatform.Open();
        var contact = await platform.Referent("drome");

        var page = await platform.Client().SendRefused($"{platform.Own(contact)}/messages", HttpStatusCode.UnprocessableEntity, ("lettre", "lettre"));

        Assert.NotNull(page.QuerySelector("a[href='#messages']"));
        Assert.NotNull(page.QuerySelector("#messages"));
    }

    [Fact]
    public async Task The_coordinator_sees_who_left_since_when_and_notes_what_she_is_asked()
    {
        await using var host = await CockpitHost.At(new DateTime(2021, 10, 5, 9, 0, 0));
        var contact = (await host.Office.Network.Load()).Active.First();
        await host.Office.Subscriptions.Leave(contact.Id, "lettre", contact.Id, host.Office.Now);
        var address = $"/cockpit/reseau/personnes/{contact.Id}";

        var page = await host.Page(address);
        using var back = await host.Submit(page.QuerySelector<IHtmlFormElement>($"form[action='{address}/lettres']")!, ("lettre", "lettre"));
        using var away = await host.Post($"{address}/lettres");

        Assert.Contains("Ne la veut plus depuis le mardi 5 octobre 2021, par son choix.", page.QuerySelector("main")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        Assert.Contains("noté par la coordination", (await host.Page(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_coordinator_counts_takes_away_and_removes()
    {
        await using var host = await CockpitHost.At(new DateTime(2021, 10, 5, 9, 0, 0));
        var members = (await host.Office.Subscriptions.Counts("lettre", host.Office.Now)).Members;
        await host.Office.Subscribers.Add("lettre", new Subscriber("a1", "anne@dehors.example", new DateOnly(2021, 9, 1)));
        const string Address = "/cockpit/lettres/lettre/abonnes";

        var page = await host.Page(Address);
        var csv = await (await host.Get($"{Address}.csv")).Content.ReadAsStringAsync();
        using var book = await host.Get($"{Address}.xlsx");
        using var wrong = await host.Post(Address, ("adresse", "personne@dehors.example"));
        using var right = await host.Post(Address, ("adresse", "Anne@dehors.example"));
        var after = await host.Page($"{Address}?fait=retrait");

        Assert.Contains($"{members}", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 confirmé par un lien", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("anne@dehors.example", csv, StringComparison.Ordinal);
        Assert.Contains("2021-09-01", csv, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (book.StatusCode, wrong.StatusCode, right.StatusCode));
        Assert.Contains("0 membre, 1 abonnement", after.QuerySelector("table")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Get("/cockpit/lettres/inconnue/abonnes")).StatusCode);
    }
}
