using System.Net;
using Almanach.Core.Cycle;
using Almanach.Core.Themes;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Network;

/// <summary>One's own page: what is asked, what became of it, what is known, and the way out.</summary>
public sealed class OwnPageTests
{
    [Fact]
    public async Task The_page_shows_what_is_asked_what_was_answered_and_what_is_known_but_never_the_whole_address()
    {
        await using var platform = await TestPlatform.Collecting();
        var contact = await platform.Referent("drome");
        var client = platform.Client();

        var before = await client.Open(platform.Own(contact));
        var ask = before.QuerySelector("#demandes ~ ul a")!.GetAttribute("href")!;
        await client.SendOn(ask, ("_revision", "0"), ("titre", "La mobilité"));
        await platform.Settle();
        var after = await client.Open(platform.Own(contact));

        Assert.Contains("Pas encore de réponse.", before.Text());
        Assert.Contains("Répondu par vous", after.Text());
        Assert.Contains("Recueillie", after.QuerySelector(".timeline")!.TextContent);
        Assert.Contains(contact.Source, after.QuerySelector("#donnees")!.TextContent);
        Assert.DoesNotContain(contact.Address, after.Text());
    }

    [Fact]
    public async Task The_timeline_of_a_proposal_follows_the_theme_it_went_into()
    {
        await using var platform = await TestPlatform.Collecting();
        var client = platform.Client();
        await client.SendOn(await platform.Answer("2022-themes", await platform.Referent("isere")), ("_revision", "0"), ("titre", "Le logement des saisonniers"));
        await client.SendOn(await platform.Answer("2022-themes", await platform.Referent("drome")), ("_revision", "0"), ("titre", "La mobilité"));
        await platform.AfterStartOf("regroupement");
        var proposals = (await platform.Office.Themes.Load(2022)).Proposals.Values.ToDictionary(proposal => proposal.Organisation, proposal => proposal.Id);
        await platform.Office.Themes.Apply(2022, new ThemeCommand.Merge(proposals["isere"], [proposals["drome"]], platform.Office.Now));
        await platform.Office.Cycle.Apply(2022, new CycleCommand.Close("regroupement", platform.Office.Now, "coordination"));
        await platform.Settle();
        await platform.AfterStartOf("vote");

        var page = await client.Open(platform.Own(await platform.Referent("drome")));

        Assert.Equal(["Recueillie", "Regroupée", "Soumise au vote"], page.QuerySelectorAll(".timeline b").Select(step => step.TextContent));
        Assert.Contains("Le logement des saisonniers", page.QuerySelector(".timeline")!.TextContent);
    }

    [Fact]
    public async Task Objecting_takes_a_choice_stops_every_mail_keeps_the_links_and_can_be_taken_back()
    {
        await using var platform = await TestPlatform.Collecting();
        var contact = await platform.Referent("drome");
        var own = platform.Own(contact);
        var client = platform.Client();

        await client.SendRefused($"{own}/opposition", HttpStatusCode.UnprocessableEntity);
        var unchanged = (await platform.Contact(contact.Id)).Suppressed;
        await client.SendOn($"{own}/opposition", ("messages", "arreter"));
        await client.SendOn($"{own}/opposition", ("messages", "arreter"));
        var stopped = (await platform.Contact(contact.Id)).Suppressed;
        var path = await platform.Answer("2022-themes", contact);
        var end = await client.SendOn(path, ("_revision", "0"), ("titre", "La mobilité"));
        await platform.Settle();
        var received = await client.Open(end);
        using var link = await client.Send($"{path}/lien");
        await client.SendOn($"{own}/opposition", ("messages", "recevoir"));

        Assert.False(unchanged);
        Assert.True(stopped);
        Assert.DoesNotContain(platform.Mailer.Sent, mail => mail.To.Id == contact.Id && mail.Letter.Key.StartsWith("receipt-", StringComparison.Ordinal));
        Assert.Contains("Aucun message ne part", received.Text());
        Assert.Equal(HttpStatusCode.Conflict, link.StatusCode);
        Assert.False((await platform.Contact(contact.Id)).Suppressed);
    }

    [Fact]
    public async Task A_link_of_another_kind_or_time_gets_a_page_that_helps()
    {
        await using var platform = await TestPlatform.Collecting();
        var contact = await platform.Referent("drome");
        var own = platform.Own(contact);
        var client = platform.Client();

        var wrong = await client.Open((await platform.Answer("2022-themes", contact)).Replace("/r/", "/p/", StringComparison.Ordinal));
        platform.Clock.Set(platform.Office.Now.AddDays(91));
        var expired = await client.Open(own, HttpStatusCode.Gone);

        Assert.Equal("Ce lien ouvre une autre page", wrong.Heading());
        Assert.Equal("Ce lien a expiré", expired.Heading());
    }
}
