using System.Net;
using Almanach.Web.Tests.CockpitRooms;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.Cockpit;

public sealed class MessagesTests
{
    [Fact]
    public async Task A_copy_is_shown_as_it_was_sent()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 6, 10, 0, 0));
        var sent = seat.Mail.Sent.Last(sent => sent.Letter.Key == "invite-2022-themes");
        var copy = Core.Mail.Letters.LetterCopy.Of(sent.Letter, sent.To);

        var page = await seat.Page($"/cockpit/messages/invite-2022-themes?comme={sent.To.Id}");
        var letter = await seat.Get(page.QuerySelector("iframe")!.GetAttribute("src")!);

        var link = ((Core.Mail.Letters.SlotValue.Text)sent.To.Slots["lien"]).Value;
        Assert.Contains(link, copy.Html, StringComparison.Ordinal);
        Assert.Equal(copy.Subject, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(Words(copy.Html), Words(await letter.Content.ReadAsStringAsync()));
        Assert.DoesNotContain(link, await letter.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_past_keeping_says_that_its_text_is_erased_and_still_to_whom_it_went()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 6, 12, 0, 0), [.. Partners.Propose(1)]);
        var contact = Partners.Referents[0];
        var receipt = seat.Mail.Sent.Single(sent => sent.Letter.Key.StartsWith("receipt-", StringComparison.Ordinal)).Letter;
        var before = await seat.Page($"/cockpit/messages/{receipt.Key}");
        await seat.Office.Retention.Erase(seat.Office.Now.AddMonths(37));

        var page = await seat.Page($"/cockpit/messages/{receipt.Key}");
        var letter = await seat.Get($"/cockpit/messages/{receipt.Key}/lettre/{contact.Id}");
        var list = await seat.Page("/cockpit/messages?genre=tout");
        var card = await seat.Page($"/cockpit/reseau/personnes/{contact.Id}");

        Assert.NotNull(before.QuerySelector("iframe"));
        Assert.Null(page.QuerySelector("iframe"));
        Assert.Equal("Accusé de réception d’une réponse", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Le texte de ce message a été effacé.", page.QuerySelector("main .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(contact.Name, page.QuerySelector("section[aria-labelledby=qui]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("a[href*='comme=']"));
        Assert.Equal(HttpStatusCode.NotFound, letter.StatusCode);
        Assert.Contains("Accusé de réception d’une réponse", list.QuerySelectorAll(".rows h2").Select(title => title.TextContent));
        Assert.Contains("Accusé de réception d’une réponse", card.QuerySelector("section[aria-labelledby=envoye]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_undone_and_past_keeping_is_not_offered_for_sending()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 6, 10, 0, 0));
        var mailing = (await seat.Office.MailRoom.Find("invite-2022-themes"))!.Mailing with { Key = "annule-1" };
        await seat.Office.MailRoom.Order(mailing, seat.Office.Now.AddMinutes(1), "");
        await seat.Office.Sends.Cancel("annule-1", "coordination", seat.Office.Now);
        var before = await seat.Page("/cockpit/messages/annule-1");
        await seat.Office.Retention.Erase(seat.Office.Now.AddMonths(37));

        var page = await seat.Page("/cockpit/messages/annule-1");
        var refused = await seat.Submit((IHtmlFormElement)before.QuerySelector("form[action$=reprendre]")!);

        Assert.Null(page.QuerySelector("form[action$=reprendre]"));
        Assert.Contains("Ce message a été annulé", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("son texte est effacé", (await CockpitHost.Read(refused, HttpStatusCode.Conflict)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_runs_nothing_and_stands_in_no_page_but_ours()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 6, 10, 0, 0));
        var page = await seat.Page("/cockpit/messages/invite-2022-themes");

        var letter = await seat.Get(page.QuerySelector("iframe")!.GetAttribute("src")!);

        var policy = letter.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.EndsWith("sandbox", policy, StringComparison.Ordinal);
        Assert.Equal("", page.QuerySelector("iframe")!.GetAttribute("sandbox"));
    }

    /// <summary>Of every kind that a year has, newsletters with their ways to leave included, in both versions.</summary>
    [Fact]
    public async Task No_preview_shows_a_link_by_which_somebody_else_could_act()
    {
        await using var seat = await Seat.At(new DateTime(2022, 6, 15, 10, 0, 0), [.. Partners.Propose(3), Partners.Grouped, .. Partners.Vote(3)]);
        Dictionary<string, string> kinds = [];
        await foreach (var line in seat.Office.MailRoom.Lines(DateTimeOffset.MinValue, DateTimeOffset.MaxValue))
            kinds.TryAdd(line.Text, line.Key);

        List<string> personal = [];
        foreach (var key in kinds.Values)
        {
            var page = await seat.Page($"/cockpit/messages/{key}");
            var letter = await (await seat.Get(page.QuerySelector("iframe")!.GetAttribute("src")!)).Content.ReadAsStringAsync();
            var sent = seat.Mail.Sent.First(sent => sent.Letter.Key == key);
            if (Core.Mail.Letters.LetterCopy.Of(sent.Letter, sent.To).Html.Contains("/v1.", StringComparison.Ordinal))
                personal.Add(key);

            Assert.DoesNotContain("/v1.", letter, StringComparison.Ordinal);
            Assert.DoesNotContain("/v1.", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        Assert.True(kinds.ContainsKey("lettre"), string.Join(' ', kinds.Keys));
        Assert.True(personal.Count > 5, string.Join(' ', personal));
    }

    [Fact]
    public async Task Before_a_newsletter_leaves_its_preview_shows_nobody_s_link_either()
    {
        await using var host = await CockpitHost.At(new DateTime(2022, 4, 4, 10, 0, 0));

        var page = await host.Page("/cockpit/lettres/2022-lettre-2/apercu");
        var letter = await (await host.Get("/cockpit/lettres/2022-lettre-2/apercu/lettre")).Content.ReadAsStringAsync();

        Assert.Contains("Ne plus recevoir cette lettre", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("/v1.", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("/v1.", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_demonstration_the_links_of_a_copy_work()
    {
        await using var seat = await Seat.Outside(new DateTime(2021, 10, 6, 10, 0, 0), new FakeDemonstration());
        await seat.SignIn();
        var sent = seat.Mail.Sent.First(sent => sent.Letter.Key == "invite-2022-themes");

        var letter = await seat.Get($"/cockpit/messages/invite-2022-themes/lettre/{sent.To.Id}");

        Assert.Contains(((Core.Mail.Letters.SlotValue.Text)sent.To.Slots["lien"]).Value, await letter.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outbox_is_read_newest_first_page_by_page()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 12, 10, 0, 0), [.. Partners.Propose(40)]);

        var first = await seat.Page("/cockpit/messages?genre=tout");
        var last = await seat.Page("/cockpit/messages?genre=tout&page=99");

        Assert.Equal(30, first.QuerySelectorAll(".rows > li").Length);
        Assert.StartsWith("Thèmes 2022", last.QuerySelector(".rows > li:last-child h2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Page 2 sur 2", last.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_counts_its_receipts_and_lists_the_rest()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 12, 10, 0, 0), [.. Partners.Propose(40)]);

        var page = await seat.Page("/cockpit/etape/2022/collecte");

        Assert.Equal(["Thèmes 2022"], page.QuerySelectorAll("section[aria-labelledby=ecrit] .rows h3").Select(title => title.TextContent[..11]));
        Assert.StartsWith("40\u00A0accusés de réception sont partis.", page.QuerySelector("#accuses")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/cockpit/messages?genre=accuses", page.QuerySelector("#accuses a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Receipts_are_folded_and_each_kind_has_its_list()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 12, 10, 0, 0), [.. Partners.Propose(40)]);

        var page = await seat.Page("/cockpit/messages");
        var receipts = await seat.Page(page.QuerySelector("#replies a")!.GetAttribute("href")!);
        var invitations = await seat.Page("/cockpit/messages?genre=invitations");
        var unknown = await seat.Page("/cockpit/messages?genre=n%27importe");

        Assert.StartsWith("40\u00A0accusés", page.QuerySelector("#replies")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Thèmes 2022"], page.QuerySelectorAll(".rows h2").Select(title => title.TextContent[..11]));
        Assert.Equal(30, receipts.QuerySelectorAll(".rows > li").Length);
        Assert.Equal("/cockpit/messages?genre=accuses&page=2", receipts.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("Accusés de réception (40)", receipts.QuerySelector("nav[aria-label='Genres de messages'] [aria-current]")!.TextContent.Trim());
        Assert.Single(invitations.QuerySelectorAll(".rows > li"));
        Assert.Equal(page.QuerySelectorAll(".rows > li").Length, unknown.QuerySelectorAll(".rows > li").Length);
    }

    [Fact]
    public async Task A_trial_is_marked_wherever_it_is_listed()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 6, 10, 0, 0));
        var form = (IHtmlFormElement)(await seat.Page("/cockpit/textes/invitation-themes")).QuerySelector("main form:has(textarea)")!;
        await seat.Submit(form, ("geste", "essai"));
        await seat.Settle();

        var list = (await seat.Page("/cockpit/messages")).QuerySelectorAll(".rows h2").Select(title => title.TextContent.Trim()).ToList();
        var trials = await seat.Page("/cockpit/messages?genre=essais");
        var page = await seat.Page(trials.QuerySelector(".rows h2 a")!.GetAttribute("href")!);

        Assert.EndsWith("(essai)", list[0], StringComparison.Ordinal);
        Assert.DoesNotContain("(essai)", list[1], StringComparison.Ordinal);
        Assert.Single(trials.QuerySelectorAll(".rows > li"));
        Assert.EndsWith("(essai)", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>The collection of themes closes on Tuesday 2 November 2021.</summary>
    [Fact]
    public async Task A_trial_says_that_it_is_one_with_the_dates_of_the_question_that_is_open_and_an_organisation_of_the_network()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 6, 10, 0, 0));
        var form = (IHtmlFormElement)(await seat.Page("/cockpit/textes/invitation-themes")).QuerySelector("main form:has(textarea)")!;
        await seat.Submit(form, ("geste", "essai"));
        await seat.Settle();

        var key = (await seat.Page("/cockpit/messages?genre=essais")).QuerySelector(".rows h2 a")!.GetAttribute("href")!.Split('/')[^1];
        var mailing = (await seat.Office.MailRoom.Find(key))!.Mailing;
        var letter = await seat.Office.Letters.Compose(mailing, seat.Office.Now);
        var question = (await seat.Office.Consultations.Find("2022-themes"))!;
        var roster = await seat.Office.Network.Load();

        Assert.StartsWith("[Essai] ", letter.Subject, StringComparison.Ordinal);
        Assert.Equal(Core.Consultations.ConsultationDesk.Values(question, seat.Office.Setting.Zone)["clôture"], mailing.Values["clôture"]);
        Assert.Equal(question.Template.Title, mailing.Values["titre"]);
        Assert.Contains(mailing.Values["organisme"], roster.Organisations.Values.Select(organisation => organisation.For));
    }

    [Fact]
    public async Task The_preview_of_a_text_shows_its_subject_and_what_the_mailbox_shows_beside_it()
    {
        await using var seat = await Seat.At(new DateTime(2021, 9, 28, 10, 0, 0));
        var form = (IHtmlFormElement)(await seat.Page("/cockpit/textes/invitation-themes")).QuerySelector("main form:has(textarea)")!;
        var token = ((IHtmlInputElement)form.QuerySelector("[name=jeton]")!).Value;

        var stored = await CockpitHost.Read(await seat.Get("/cockpit/textes/invitation-themes/lettre"));
        var typed = await CockpitHost.Read(await seat.Send("/cockpit/textes/invitation-themes/lettre", ("jeton", token),
            ("texte", "Objet : <b>Vos</b> idées pour [année]\nAperçu : Pour [organisme].\n\nBonjour,\n\nÀ vous, avant le [clôture].\n\n-> Répondre")));
        var bare = await CockpitHost.Read(await seat.Send("/cockpit/textes/invitation-themes/lettre", ("jeton", token),
            ("texte", "Objet : Vos idées\n\nBonjour,\n\nÀ vous, avant le [clôture].\n\n-> Répondre")));

        Assert.StartsWith("Objet\u00A0: Thèmes 2022", stored.GetElementById("boite")!.TextContent, StringComparison.Ordinal);
        var box = typed.GetElementById("boite")!;
        Assert.Equal("<b>Vos</b> idées pour 2022", box.QuerySelector("strong")!.TextContent);
        Assert.Matches("Aperçu\u00A0: Pour [^\\[]+\\.$", box.TextContent);
        Assert.Contains("Sans aperçu", bare.GetElementById("boite")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_cannot_be_sent_is_refused_by_line_and_kept_in_its_box()
    {
        await using var seat = await Seat.At(new DateTime(2021, 9, 28, 10, 0, 0));
        var page = await seat.Page("/cockpit/textes/invitation-themes");
        const string typed = "Objet : Thèmes\n\nBonjour [prenon],\n\nRépondez avant le [clôture].";

        var answer = await seat.Submit((IHtmlFormElement)page.QuerySelector("main form:has(textarea)")!, ("texte", typed.Replace("\n", "\r\n", StringComparison.Ordinal)), ("geste", "enregistrer"));

        var again = await CockpitHost.Read(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Ligne 3", again.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, ((IHtmlTextAreaElement)again.GetElementById("texte")!).Value.TrimEnd());
        Assert.Equal(seat.Office.Setting.Folder.Texts["invitation-themes"], await seat.Office.Texts.Source("invitation-themes"));
    }

    [Fact]
    public async Task A_new_text_leaves_with_the_next_message_and_the_old_one_can_come_back()
    {
        await using var seat = await Seat.At(new DateTime(2021, 9, 28, 10, 0, 0));
        var page = await seat.Page("/cockpit/textes/invitation-themes");
        await seat.Submit((IHtmlFormElement)page.QuerySelector("main form:has(textarea)")!, ("texte", "Objet : Vos idées\n\nBonjour,\n\nÀ vous, avant le [clôture].\n\n-> Répondre"), ("geste", "enregistrer"));

        await seat.Pass(TimeSpan.FromDays(8));
        var changed = await seat.Page("/cockpit/textes/invitation-themes");
        await seat.Submit((IHtmlFormElement)changed.QuerySelector("main form:has(textarea)")!, ("geste", "origine"));

        Assert.All(seat.Mail.Sent.Where(sent => sent.Letter.Key == "invite-2022-themes"), sent => Assert.Equal("Vos idées", sent.Letter.Subject));
        Assert.Equal(seat.Office.Setting.Folder.Texts["invitation-themes"], await seat.Office.Texts.Source("invitation-themes"));
    }

    [Fact]
    public async Task Every_text_shows_its_preview_and_can_be_sent_to_oneself()
    {
        await using var seat = await Seat.At(new DateTime(2021, 9, 28, 10, 0, 0));

        foreach (var id in seat.Office.Setting.Folder.Texts.Keys)
        {
            var page = await seat.Page($"/cockpit/textes/{id}");
            Assert.Equal(HttpStatusCode.OK, (await seat.Get($"/cockpit/textes/{id}/lettre")).StatusCode);
            await seat.Submit((IHtmlFormElement)page.QuerySelector("main form:has(textarea)")!, ("geste", "essai"));
        }
        await seat.Settle();

        Assert.Equal(seat.Office.Setting.Folder.Texts.Count, seat.Mail.Sent.Count(sent => sent.To.Id == "coordination"));
        Assert.All(seat.Mail.Sent, sent => Assert.DoesNotContain("[", Core.Mail.Letters.LetterCopy.Of(sent.Letter, sent.To).Text, StringComparison.Ordinal));
    }

    private static string Words(string html) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).Body!.TextContent.Trim();
}
