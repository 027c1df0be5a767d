using System.Net;
using System.Xml.Linq;
using Almanach.Core.Engine;
using Almanach.Core.Library.Pages;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Web.Tests.Hosting;
using Almanach.Web.Tests.Library;

namespace Almanach.Web.Tests.Public;

/// <summary>The public pages: who we are, agenda, programme, news, contact, joining.</summary>
public sealed class SiteTests
{
    private static readonly (string, string)[] _join =
    [
        ("organisme", "Association Exemple"), ("college", "associations"), ("representant", "Ada Rare, présidente"), ("prenom", "Zoé"), ("nom", "Nouvelle"),
        ("adresse", "zoe.nouvelle@association.example.org"), ("fonction", "chargée d’études"), ("engagement", "Participe"), ("lu", "oui"),
    ];

    [Fact]
    public async Task Who_we_are_names_organisations_and_bodies_and_nobody()
    {
        await using var platform = await TestPlatform.Collecting();
        var client = platform.Client();

        var text = (await client.Open("/qui-sommes-nous")).Text();

        Assert.Contains("Nos missions", text);
        Assert.Contains("fusion des régions", text);
        Assert.Contains("Comité de pilotage", text);
        Assert.Contains("Insee", text);
        Assert.All((await platform.Office.Network.Load()).Active, contact => Assert.DoesNotContain(contact.Name, text));
    }

    [Fact]
    public async Task The_current_page_is_marked_and_every_entry_of_the_navigation_opens()
    {
        await using var platform = await TestPlatform.Collecting();
        var client = platform.Client();
        var links = (await client.Open("/")).QuerySelectorAll("nav.nav a, .foot a").Select(link => link.GetAttribute("href")!).Where(href => href.StartsWith('/') && href != "/lettres").Distinct().ToList();

        Assert.True(links.Count > 10);
        foreach (var href in links)
        {
            using var response = await client.GetAsync(new Uri(href, UriKind.Relative));
            Assert.True(response.StatusCode == HttpStatusCode.OK, href);
        }
        Assert.Equal("/agenda", (await client.Open("/agenda")).QuerySelector("nav.nav [aria-current=page]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_text_of_the_site_is_shown_as_typed_and_no_mark_up_runs()
    {
        await using var platform = await TestPlatform.Open();

        Assert.Null(await platform.Office.Pages.Change(PageShelf.Charter, "## Article 1\n<script>alert(1)</script> **libre** [voir](/contact)\n", null, "coordination", platform.Office.Now));
        var page = await platform.Client().Open("/charte");

        Assert.Empty(page.QuerySelectorAll("main script"));
        Assert.Contains("<script>alert(1)</script>", page.Text());
        Assert.Equal("libre", page.QuerySelector("main strong")!.TextContent);
        Assert.Equal("/contact", page.QuerySelector("main .stack a[href='/contact']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_agenda_leads_to_each_meeting_and_shows_no_link_to_a_video()
    {
        await using var platform = await TestPlatform.Collecting();
        var client = platform.Client();

        var page = await client.Open("/agenda");
        var meeting = await client.Open("/agenda/2022-journee-1");

        Assert.Contains("Réservé aux membres", page.Text());
        Assert.Contains("Clermont-Ferrand", meeting.Text());
        Assert.DoesNotContain("https://visio", page.Text() + meeting.Text());
        await client.Open("/agenda/2022-copil", HttpStatusCode.NotFound);
        await client.Open("/agenda/nulle-part", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_programme_is_followed_once_it_is_public()
    {
        await using var platform = await TestPlatform.Open();
        var before = (await platform.Client().Open("/programme")).Text();
        Assert.Null(await platform.Office.Documents.DrawUp(new Effect.DrawUp(2022, DocumentKind.Programme, null, "draw-test", platform.Office.Now, "")));

        var after = (await platform.Client().Open("/programme")).Text();

        Assert.Contains("Il paraît après le comité", before);
        Assert.Contains("Programme de travail 2022", after);
        await platform.Client().Open("/programme/2021/avancement", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task News_and_public_documents_are_in_the_list_and_in_the_feed_internal_ones_are_not()
    {
        await using var platform = await TestPlatform.Open();
        var (id, refusal) = await platform.Office.News.Write("", "La lettre a changé", "Un **mot** de trop.", new DateOnly(2021, 9, 14), null, "coordination", platform.Office.Now);
        await platform.Office.News.Write("", "Demain seulement", "Pas encore paru.", new DateOnly(2021, 9, 30), null, "coordination", platform.Office.Now);
        var report = await SpaceTests.Deposit(platform, "Rapport public", null, Core.Documents.Diffusion.Public);
        await SpaceTests.Deposit(platform, "Note interne", null, Core.Documents.Diffusion.Network);
        var client = platform.Client();

        var page = (await client.Open("/actualites")).Text();
        var feed = XDocument.Parse(await client.GetStringAsync(new Uri("/actualites.atom", UriKind.Relative)));

        Assert.Null(refusal);
        Assert.Contains("La lettre a changé", page);
        Assert.Contains("mot", (await client.Open($"/actualites/{id}")).Text());
        Assert.DoesNotContain("Note interne", page);
        Assert.DoesNotContain("Demain seulement", page);
        XNamespace atom = "http://www.w3.org/2005/Atom";
        Assert.Equal([$"https://pfoss.example.org/documents/fichiers/{report}", $"https://pfoss.example.org/actualites/{id}"],
            feed.Root!.Elements(atom + "entry").Select(entry => entry.Element(atom + "id")!.Value));
    }

    [Fact]
    public async Task What_is_written_on_the_site_waits_in_the_mail_received_and_answers_nothing()
    {
        await using var platform = await TestPlatform.Collecting();
        var person = await platform.Referent("drome");
        (string, string)[] sent = [("nom", "Élodie « Test »"), ("adresse", person.Address), ("objet", "Une question"), ("message", "Je propose :\n- La mobilité")];

        for (var click = 0; click < 3; click++)
            Assert.Equal("/contact/recu", await platform.Client().SendOn("/contact", sent));
        await platform.Settle();

        var mail = Assert.Single(await platform.Office.Inbox.Waiting());
        Assert.Equal((InboxState.Waiting, "Une question", person.Address), (mail.State, mail.Subject, mail.From));
        Assert.Contains("La mobilité", (await platform.Office.Inbox.Open(mail))!.Text);
        Assert.Empty((await platform.Office.Themes.Load(2022)).Proposals);
    }

    [Fact]
    public async Task The_form_to_write_has_its_measures_and_its_trap()
    {
        await using var platform = await TestPlatform.Open();
        var client = platform.Client();

        var page = await client.SendRefused("/contact", HttpStatusCode.UnprocessableEntity, ("nom", ""), ("adresse", "x\r\nBcc: a@b.fr"), ("objet", new string('x', 161)), ("message", ""));
        await client.SendOn("/contact", ("nom", "x"), ("adresse", "a@b.fr"), ("objet", "x"), ("message", "x"), ("site", "http://spam.example"));
        for (var number = 0; number < InboxDesk.MostWritten; number++)
            await client.SendOn("/contact", ("nom", "x"), ("adresse", "a@b.fr"), ("objet", $"{number}"), ("message", "x"));
        var full = await client.SendRefused("/contact", HttpStatusCode.Conflict, ("nom", "x"), ("adresse", "a@b.fr"), ("objet", "de trop"), ("message", "x"));

        Assert.Equal(["#nom", "#adresse", "#objet", "#message"], page.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Appelez la coordination", full.Text());
        Assert.Equal(InboxDesk.MostWritten, (await platform.Office.Inbox.Waiting()).Count);
    }

    [Fact]
    public async Task An_organisation_asks_once_is_accepted_once_and_its_referent_is_greeted()
    {
        await using var platform = await TestPlatform.Open();
        for (var click = 0; click < 3; click++)
            Assert.Equal("/adherer/recu", await platform.Client().SendOn("/adherer", _join));
        var request = Assert.Single(await platform.Office.Joins.Open());

        for (var click = 0; click < 2; click++)
            Assert.Null(await platform.Office.Joins.Accept(request.Id, "l’Association Exemple", "Association", new DateOnly(2021, 9, 10), "coordination", platform.Office.Now));
        platform.Clock.Set(platform.Office.Now.AddMinutes(5));
        await platform.Office.Ticker.Tick();
        await platform.Settle();

        var roster = await platform.Office.Network.Load();
        var organisation = Assert.Single(roster.Organisations.Values, one => one.Name == "Association Exemple");
        Assert.Equal((new DateOnly(2021, 9, 10), "associations"), (organisation.CharterSigned!.Value, organisation.College));
        var person = Assert.Single(roster.Active, contact => contact.Organisation == organisation.Id);
        Assert.True(person.Is(RoleKind.Referent));
        Assert.Single(platform.Mailer.Sent, sent => sent.To.Id == person.Id);
        Assert.Empty(await platform.Office.Joins.Open());
    }

    [Fact]
    public async Task A_request_is_declined_with_a_reason_and_loses_the_person_it_names_when_she_is_erased()
    {
        await using var platform = await TestPlatform.Open();
        await platform.Client().SendOn("/adherer", _join);
        var request = Assert.Single(await platform.Office.Joins.Open());

        var without = await platform.Office.Joins.Decline(request.Id, "", "coordination", platform.Office.Now);
        Assert.Null(await platform.Office.Joins.Decline(request.Id, "Hors de la région.", "coordination", platform.Office.Now));
        var late = await platform.Office.Joins.Accept(request.Id, "x", "", null, "coordination", platform.Office.Now);
        var named = new Contact("c9999", "drome", "Zoé", "Nouvelle", "zoe.nouvelle@association.example.org", "", [new Role(RoleKind.Reader)], "x", new DateOnly(2021, 1, 1));
        var traces = await platform.Office.Traces.Of(named);
        await platform.Office.Traces.Erase(named, traces, platform.Office.Now);

        Assert.Equal("raison", Assert.Single(without!.Fields).Field);
        Assert.NotNull(late);
        Assert.Equal([request.Id], traces.Joins.Select(one => one.Id));
        var left = Assert.Single(await platform.Office.Joins.All()).Sheet;
        Assert.Equal(request.Sheet with { FirstName = "", LastName = "", Address = "", Function = "" }, left);
    }

    [Fact]
    public async Task Whoever_asks_by_the_name_of_a_member_is_led_to_its_link_and_learns_of_no_person()
    {
        await using var platform = await TestPlatform.Open();
        var client = platform.Client();
        var roster = await platform.Office.Network.Load();
        var member = roster.Organisations.Values.First(organisation => organisation.Active);

        var address = await client.SendOn("/adherer", [.. _join.Where(field => field.Item1 != "organisme"), ("organisme", member.Name.ToUpperInvariant())]);
        var page = await client.Open(address);

        Assert.Equal("/adherer/recu?membre=oui", address);
        Assert.Contains("Un organisme de ce nom est déjà membre de la plate-forme.", page.Text());
        Assert.Equal("/lien", page.QuerySelector("form[method=post]")!.GetAttribute("action"));
        Assert.DoesNotContain(roster.Contacts.Values, contact => page.Text().Contains(contact.LastName, StringComparison.Ordinal) || page.Text().Contains(contact.Address, StringComparison.Ordinal));
        Assert.Single(await platform.Office.Joins.Open());
    }

    [Fact]
    public async Task What_is_missing_in_a_request_to_join_is_said_field_by_field()
    {
        await using var platform = await TestPlatform.Open();

        var page = await platform.Client().SendRefused("/adherer", HttpStatusCode.UnprocessableEntity, ("college", "x"));

        Assert.Equal(["#organisme", "#college", "#representant", "#prenom", "#nom", "#adresse", "#lu"], page.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")));
        Assert.Empty(await platform.Office.Joins.All());
    }

    [Fact]
    public async Task Whoever_ticks_nothing_is_told_to_read_the_charter_only_where_one_is_shown()
    {
        await using var platform = await TestPlatform.Open();
        var client = platform.Client();

        var without = await client.SendRefused("/adherer", HttpStatusCode.UnprocessableEntity, ("college", "x"));
        Assert.Null(await platform.Office.Pages.Change(PageShelf.Charter, "## Article 1\nPartager.\n", null, "coordination", platform.Office.Now));
        var with = await client.SendRefused("/adherer", HttpStatusCode.UnprocessableEntity, ("college", "x"));

        Assert.DoesNotContain("Lisez la charte", without.Text());
        Assert.Contains("Cochez cette case pour demander à adhérer.", without.Text());
        Assert.Contains("Lisez la charte, puis cochez cette case.", with.Text());
    }
}
