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
    public async Task A_member_of_the_committee_finds_its_meeting_with_date_agenda_and_answer_and_others_do_not()
    {
        await using var platform = await TestPlatform.Collecting();
        await platform.AfterStartOf("presence");
        var roster = await platform.Office.Network.Load();
        var member = roster.Of("copil")[0];
        var client = platform.Client();

        var before = Meetings(await client.Open(platform.Own(member)));
        var ask = before.QuerySelector("a[href^='/r/']")!.GetAttribute("href")!;
        var page = await client.Open(ask);
        await client.SendOn(ask, ("_revision", "0"), ("presence", "Remote"));
        await platform.Settle();
        var after = Meetings(await client.Open(platform.Own(member)));
        var other = Meetings(await client.Open(platform.Own(roster.Active.First(contact => !contact.SitsIn("copil")))));

        Assert.Contains("Mardi\u00A014\u00A0décembre 2021 à 9\u00A0h\u00A030, en visioconférence", before.TextContent);
        Assert.Contains("Bilan des actions de l’année écoulée", before.QuerySelector("details li")!.TextContent);
        Assert.Contains("Dire si je serai là", before.TextContent);
        Assert.Contains("Votre réponse\u00A0: présence en visioconférence.", after.TextContent);
        Assert.Contains("le mardi\u00A014\u00A0décembre 2021 à 9\u00A0h\u00A030, en visioconférence", page.QuerySelector(".lede")!.TextContent);
        Assert.DoesNotContain("14\u00A0décembre", other.TextContent);
        Assert.Contains("Clermont-Ferrand", other.TextContent);
        var invitation = platform.Mailer.Sent.First(mail => mail.Letter.Key == "invite-2022-copil-presence").Letter;
        Assert.Contains("14\u00A0décembre 2021 à 9\u00A0h\u00A030, en visioconférence", invitation.Bodies.Html);
    }

    [Fact]
    public async Task A_meeting_moved_or_called_off_says_so_on_the_page()
    {
        await using var platform = await TestPlatform.Collecting();
        await platform.AfterStartOf("presence");
        var own = platform.Own((await platform.Office.Network.Load()).Of("copil")[0]);
        var copil = (await platform.Office.Cycle.Find(2022))!.Find("copil")!;

        await platform.Office.Cycle.Apply(2022, new CycleCommand.Move("copil", [new NewDate("copil", copil.Starts.AddDays(2), copil.Ends)], platform.Office.Now, "coordination"));
        await platform.Settle();
        var moved = Meetings(await platform.Client().Open(own)).TextContent;
        await platform.Office.Cycle.Apply(2022, new CycleCommand.Skip("copil", "grève", platform.Office.Now, "coordination"));
        await platform.GoTo(platform.Office.Setting.Zone.DayOf(platform.Office.Now), new TimeOnly(11, 0));
        var off = Meetings(await platform.Client().Open(own)).TextContent;

        Assert.Contains("Jeudi\u00A016\u00A0décembre 2021", moved);
        Assert.Contains("Elle était d’abord prévue le mardi\u00A014\u00A0décembre 2021", moved);
        Assert.Contains("Annulée", off);
    }

    private static AngleSharp.Dom.IElement Meetings(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("section[aria-labelledby='rencontres']")!;

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
