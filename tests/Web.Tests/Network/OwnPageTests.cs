using System.Net;
using Almanach.Core.Cycle;
using Almanach.Core.Themes;
using Almanach.Web.Tests.CockpitRooms;
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
    public async Task A_colleague_whose_data_were_erased_is_somebody_of_the_organisation()
    {
        await using var platform = await TestPlatform.Collecting();
        var (colleague, referent) = (await platform.Colleague("drome"), await platform.Referent("drome"));
        var client = platform.Client();
        await client.SendOn(await platform.Answer("2022-themes", colleague), ("_revision", "0"), ("titre", "La mobilité"));
        await platform.Settle();
        await platform.Office.Erase(colleague.Id);

        var own = await client.Open(platform.Own(referent));
        var form = await client.Open(await platform.Answer("2022-themes", referent));

        Assert.Contains("Répondu par une personne de votre organisme", own.Text());
        Assert.Contains("Une personne de votre organisme a répondu le", form.QuerySelector(".who")!.TextContent);
        Assert.Contains("Par une personne de votre organisme", form.Text());
        Assert.All(new[] { own, form }, page => Assert.DoesNotContain(Core.Network.Contact.ErasedName, page.Text()));
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
        var elsewhere = await client.SendRefused(ask, HttpStatusCode.UnprocessableEntity, ("_revision", "0"), ("presence", "OnSite"));
        await client.SendOn(ask, ("_revision", "0"), ("presence", "Remote"));
        await platform.Settle();
        var after = Meetings(await client.Open(platform.Own(member)));
        var other = Meetings(await client.Open(platform.Own(roster.Active.First(contact => !contact.SitsIn("copil")))));

        Assert.Contains("Mardi\u00A014\u00A0décembre 2021 à 9\u00A0h\u00A030, en visioconférence", before.TextContent);
        Assert.Contains("Bilan des actions de l’année écoulée", before.QuerySelector("details li")!.TextContent);
        Assert.Contains("Dire si je serai là", before.TextContent);
        Assert.Equal(["Remote", "Represented", "Excused"], page.QuerySelectorAll("input[name='presence']").Select(input => input.GetAttribute("value")));
        Assert.Contains("La réunion se tient en visioconférence", elsewhere.QuerySelector(".errors")!.TextContent);
        Assert.Contains("visioconférence. Modifier ma réponse", after.TextContent);
        Assert.Contains("Votre réponse\u00A0: présence en visioconférence.", after.TextContent);
        Assert.Contains("le mardi\u00A014\u00A0décembre 2021 à 9\u00A0h\u00A030, en visioconférence", page.QuerySelector(".lede")!.TextContent);
        Assert.DoesNotContain("14\u00A0décembre", other.TextContent);
        Assert.Contains("Clermont-Ferrand", other.TextContent);
        var invitation = platform.Mailer.Sent.First(mail => mail.Letter.Key == "invite-2022-copil-presence").Letter;
        Assert.Contains("le mardi\u00A014\u00A0décembre 2021 à 9\u00A0h\u00A030, en visioconférence", Forms.Parse(invitation.Bodies.Html).Body!.TextContent);
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
        Assert.Contains("D’abord prévu le mardi\u00A014\u00A0décembre 2021", moved);
        Assert.Contains("Annulé", off);
        Assert.DoesNotContain("Annulée", off);
    }

    [Fact]
    public async Task Nobody_is_asked_any_more_whether_they_come_to_a_meeting_called_off()
    {
        await using var platform = await TestPlatform.Collecting();
        await platform.AfterStartOf("presence");
        var member = (await platform.Office.Network.Load()).Of("copil")[0];
        var ask = await platform.Answer("2022-copil-presence", member);
        var client = platform.Client();

        var before = await client.Open(platform.Own(member));
        await platform.Office.Cycle.Apply(2022, new CycleCommand.Skip("copil", "grève", platform.Office.Now, "coordination"));
        await platform.Settle();
        var page = await client.Open(ask);
        var refused = await client.SendRefused(ask, HttpStatusCode.Conflict, ("_revision", "0"), ("presence", "Remote"));
        var after = await client.Open(platform.Own(member));

        Assert.Equal("Le comité de pilotage n’a pas lieu", page.Heading());
        Assert.Contains("Il était prévu le ", page.Text());
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Contains("Votre envoi n’a pas été enregistré.", refused.Text());
        Assert.DoesNotContain("Appelez la coordination", refused.Text());
        Assert.Null(await platform.Office.Consultations.AnswerOf("2022-copil-presence", member.Id));
        Assert.Contains("Présence au comité de pilotage", Asked(before));
        Assert.DoesNotContain("Présence au comité de pilotage", Asked(after));
    }

    [Fact]
    public async Task The_story_says_that_the_committee_said_nothing_of_a_subject()
    {
        await using var platform = await TestPlatform.Voting();
        await platform.AfterStartOf("copil");
        var own = platform.Own(await platform.Referent("isere"));
        var client = platform.Client();

        var before = await client.Open(own);
        await platform.Office.Cycle.Apply(2022, new CycleCommand.Close("copil", platform.Office.Now, "coordination"));
        await platform.Settle();
        var after = await client.Open(own);

        Assert.Equal(["Recueillie", "Soumise au vote"], before.QuerySelectorAll(".timeline b").Select(step => step.TextContent));
        Assert.Equal(["Recueillie", "Soumise au vote", "Le comité ne s’est pas prononcé"], after.QuerySelectorAll(".timeline b").Select(step => step.TextContent));
        Assert.Contains("elle sera de nouveau proposée pour 2023", after.QuerySelector(".timeline")!.TextContent);
    }

    [Fact]
    public async Task A_consultation_that_is_closed_but_still_takes_an_answer_is_asked_until_it_no_longer_does()
    {
        await using var platform = await TestPlatform.Collecting();
        var (silent, answered) = (await platform.Referent("drome"), await platform.Referent("isere"));
        var client = platform.Client();
        await client.SendOn(await platform.Answer("2022-themes", answered), ("_revision", "0"), ("titre", "La mobilité"));

        await platform.AfterEndOf("collecte");
        var late = await client.Open(platform.Own(silent));
        var done = await client.Open(platform.Own(answered));
        await platform.AfterStartOf("regroupement");
        await platform.Office.Cycle.Apply(2022, new CycleCommand.Close("regroupement", platform.Office.Now, "coordination"));
        await platform.Settle();
        await platform.AfterStartOf("vote");
        var over = await client.Open(platform.Own(silent));

        Assert.Contains("La consultation est close, votre réponse est encore prise.", Asked(late));
        Assert.DoesNotContain("encore prise", done.Text());
        Assert.DoesNotContain("encore prise", over.Text());
        Assert.Contains("Vote", Asked(over));
    }

    private static string Asked(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("section[aria-labelledby='demandes']")!.TextContent;

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

        await client.SendRefused($"{own}/messages", HttpStatusCode.UnprocessableEntity);
        var unchanged = (await platform.Contact(contact.Id)).Suppressed;
        await client.SendOn($"{own}/messages", ("messages", "arreter"));
        var said = await client.Open(await client.SendOn($"{own}/messages", ("messages", "arreter")));
        var stopped = (await platform.Contact(contact.Id)).Suppressed;
        var path = await platform.Answer("2022-themes", contact);
        var end = await client.SendOn(path, ("_revision", "0"), ("titre", "La mobilité"));
        await platform.Settle();
        var received = await client.Open(end);
        using var link = await client.Send($"{path}/lien");
        await client.SendOn($"{own}/messages", ("messages", "recevoir"));

        Assert.False(unchanged);
        Assert.Contains("Plus aucun message ne partira", said.QuerySelector("[role=status]")!.TextContent);
        Assert.True(stopped);
        Assert.DoesNotContain(platform.Mailer.Sent, mail => mail.To.Id == contact.Id && mail.Letter.Key.StartsWith("receipt-", StringComparison.Ordinal));
        Assert.Contains("Aucun message ne part", received.Text());
        Assert.Equal(HttpStatusCode.SeeOther, link.StatusCode);
        Assert.False((await platform.Contact(contact.Id)).Suppressed);
    }

    [Fact]
    public async Task A_member_proposes_a_subject_at_any_time_once_and_follows_it()
    {
        await using var platform = await TestPlatform.Open();
        var contact = await platform.Referent("drome");
        var own = platform.Own(contact);
        var client = platform.Client();
        (string, string)[] sent = [("titre", "La mobilité"), ("pourquoi", "Pour agir"), ("rencontre", "Atelier"), ("intervenir", "oui")];

        var link = (await client.Open(own)).QuerySelector("a[href$='/proposer']")!.GetAttribute("href")!;
        var untitled = await client.SendRefused(link, HttpStatusCode.UnprocessableEntity, ("titre", " "), ("pourquoi", "Pour agir"));
        await client.SendRefused(link, HttpStatusCode.UnprocessableEntity, ("titre", "La mobilité"), ("rencontre", "Nimporte"));
        string end = "";
        for (var click = 0; click < 3; click++)
            end = await client.SendOn(link, sent);
        var page = await client.Open(end);

        Assert.Equal("#titre", untitled.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal("Pour agir", untitled.Value("pourquoi"));
        var proposal = Assert.Single((await platform.Office.Themes.Load(2022)).Proposals.Values);
        Assert.Equal((ProposalOrigin.Spontaneous, "drome", contact.Id, true), (proposal.Origin, proposal.Organisation, proposal.Contact, proposal.CanSpeak));
        Assert.Contains("C’est enregistré.", page.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("La mobilité", page.QuerySelector("section[aria-labelledby='propositions']")!.TextContent);
    }

    [Fact]
    public async Task While_a_collection_is_open_the_form_leads_to_it()
    {
        await using var platform = await TestPlatform.Collecting();

        var page = await platform.Client().Open($"{platform.Own(await platform.Referent("drome"))}/proposer");

        Assert.StartsWith("/r/", page.QuerySelector(".notice a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_successor_is_named_from_ones_own_page_and_an_address_without_a_dot_is_refused()
    {
        await using var platform = await TestPlatform.Collecting();
        var own = platform.Own(await platform.Referent("drome"));
        var client = platform.Client();

        var link = (await client.Open(own)).QuerySelector("a[href$='/autre']")!.GetAttribute("href")!;
        await client.SendRefused(link, HttpStatusCode.UnprocessableEntity, ("nom", "Ève Roux"), ("adresse", "eve@drome"));
        var done = await client.Open(await client.SendOn(link, ("nom", "Ève Roux"), ("adresse", "eve.roux@drome.example.org")));

        Assert.Equal("Votre demande est transmise", done.Heading());
        Assert.Equal(own, done.QuerySelector("main a")!.GetAttribute("href"));
        Assert.Equal("Ève Roux", Assert.Single(await platform.Office.Requests.Open()).Name);
    }

    [Fact]
    public async Task Nobody_is_her_own_successor()
    {
        await using var platform = await TestPlatform.Collecting();
        var person = await platform.Referent("drome");

        var page = await platform.Client().SendRefused($"{platform.Own(person)}/autre", HttpStatusCode.UnprocessableEntity, ("nom", "Une autre"), ("adresse", person.Address.ToUpperInvariant()));

        Assert.Contains("Cette adresse est la vôtre.", page.Text(), StringComparison.Ordinal);
        Assert.Empty(await platform.Office.Requests.Open());
    }

    [Fact]
    public async Task A_successor_one_has_named_stands_on_ones_own_page_until_the_coordinator_has_dealt_with_it()
    {
        await using var platform = await TestPlatform.Collecting();
        var (contact, colleague) = (await platform.Referent("drome"), await platform.Colleague("drome"));
        var own = platform.Own(contact);
        var client = platform.Client();

        await client.SendOn($"{own}/autre", ("nom", "Ève Roux"), ("adresse", "eve.roux@drome.example.org"));
        var waiting = await client.Open(own);
        var other = await client.Open(platform.Own(colleague));
        await platform.Office.Requests.Settle(Assert.Single(await platform.Office.Requests.Open()).Id, "coordination", platform.Office.Now);
        var settled = await client.Open(own);

        Assert.Contains("Vous avez indiqué qui vous remplace\u00A0: Ève Roux\u202F; la coordination va s’en occuper.", waiting.Text());
        Assert.DoesNotContain("Vous avez indiqué", other.Text());
        Assert.DoesNotContain("Vous avez indiqué", settled.Text());
    }

    [Fact]
    public async Task A_choice_of_date_stands_among_what_is_asked()
    {
        await using var platform = await TestPlatform.Collecting();
        var office = platform.Office;
        var meeting = (await office.Meetings.Find("2022-copil"))!;
        var member = (await office.Network.Load()).Having([Core.Network.RoleKind.Member], "copil")[0];
        var asked = new Core.Consultations.AdHoc(Core.Meetings.Dates.DateChoice.Id(2022, "copil"), 2022, "2022/copil",
            Core.Meetings.Dates.DateChoice.Template(meeting, [new(new(2021, 12, 14), new(9, 30)), new(new(2021, 12, 16), new(9, 30))]), office.Now.AddDays(7));
        var seen = (await office.Consultations.Foresee(asked, office.Now)).Audience.Hash;
        Assert.Null(await office.Consultations.OpenAdHoc(asked, seen, "coordination", office.Now));

        var page = await platform.Client().Open(platform.Own(member));

        Assert.Contains(meeting.Title, page.QuerySelector("section[aria-labelledby='demandes']")!.TextContent);
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

        var button = expired.QuerySelector("form")!.GetAttribute("action")!;
        var sent = await client.Open(await client.SendOn(button));
        await client.SendOn(button);
        await platform.Settle();

        Assert.Equal("Un nouveau lien est parti", sent.Heading());
        var mail = Assert.Single(platform.Mailer.Sent, mail => mail.Letter.Key.StartsWith("link-page-", StringComparison.Ordinal));
        Assert.Equal(contact.Id, mail.To.Id);
        await client.Open(new Uri(Assert.IsType<Core.Mail.Letters.SlotValue.Text>(mail.To.Slots["lien"]).Value).AbsolutePath);
        Assert.Equal("Ce lien ouvre une autre page", wrong.Heading());
        Assert.Equal("Ce lien a expiré", expired.Heading());
    }
}
