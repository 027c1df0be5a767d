using System.Net;
using System.Text;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Network;
using Almanach.Core.Newsletter;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>A newsletter as the coordinator prepares it, its editors read it, and everybody finds it.</summary>
public sealed class NewsletterRoomTests
{
    private const string Id = "2022-lettre-2";
    private const string Room = $"/cockpit/lettres/{Id}";
    private static readonly IReadOnlyList<Contact> Editors = [.. CockpitHost.Setting().Folder.Contacts.Where(contact => contact.Active && contact.SitsIn("comite-editorial"))];

    [Fact]
    public async Task The_room_says_what_will_happen_to_each_edition_by_itself()
    {
        await using var host = await CockpitHost.At(new DateTime(2022, 2, 10, 10, 0, 0));

        var room = await host.Page("/cockpit/lettres");
        var edition = await host.Page(Room);

        Assert.Contains("Contributions demandées le mardi 15 mars, relecture ouverte le lundi 28 mars, envoi le mardi 5 avril 2022 à 8 h 30.", Plain(room.QuerySelector("main")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("Les contributions seraient attendues jusqu’au dimanche 27 mars et la relecture se terminerait le samedi 2 avril. En l’envoyant le jeudi 7 avril, vous l’éviteriez.", Plain(edition.QuerySelector("main")!.TextContent), StringComparison.Ordinal);
        Assert.Contains(room.QuerySelectorAll("nav a"), link => link.TextContent == "Lettres");
        Assert.Contains("Aucun article pour le moment.", edition.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_is_written_approved_raised_set_aside_and_taken_up()
    {
        await using var host = await CockpitHost.At(new DateTime(2022, 2, 10, 10, 0, 0));
        await Write(host, "Premier article");
        await Write(host, "Second article");

        var page = await host.Page(Room);
        await Act(host, page, "Second article", "remonter");
        await Act(host, await host.Page(Room), "Second article", "approuver");
        await Act(host, await host.Page(Room), "Premier article", "ecarter");
        var after = await host.Page(Room);
        await Act(host, after, "Premier article", "reprendre");
        var preview = await host.Page($"{Room}/apercu");
        var letter = await host.Get($"{Room}/apercu/lettre");

        Assert.Equal(["Second article approuvé par vous"], after.QuerySelectorAll("article h4").Select(title => title.TextContent.Trim()));
        Assert.Equal(2, (await host.Page(Room)).QuerySelectorAll("article h4").Length);
        Assert.Contains("Second article", preview.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Premier article", preview.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Second article", await letter.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_wrong_is_shown_again_and_two_tabs_do_not_overwrite_each_other()
    {
        await using var host = await CockpitHost.At(new DateTime(2022, 2, 10, 10, 0, 0));
        var form = (await host.Page($"{Room}/articles/nouveau")).QuerySelector<IHtmlFormElement>("main form")!;

        var wrong = await CockpitHost.Read(await host.Submit(form, ("titre", ""), ("texte", "Un texte gardé"), ("lien", "pas une adresse"), ("jour", "demain")), HttpStatusCode.UnprocessableEntity);
        await host.Submit(form, ("titre", "Un article"));
        await host.Submit(form, ("titre", "Un article")); // a double click
        var id = (await host.Page(Room)).QuerySelector("article.panel")!.Id!;
        var one = (await host.Page($"{Room}/articles/{id}")).QuerySelector<IHtmlFormElement>("main form")!;
        var other = (await host.Page($"{Room}/articles/{id}")).QuerySelector<IHtmlFormElement>("main form")!;
        await host.Submit(one, ("titre", "Un article, revu"));
        var crossed = await CockpitHost.Read(await host.Submit(other, ("titre", "Un article, autrement")), HttpStatusCode.Conflict);

        Assert.Equal(HttpStatusCode.SeeOther, (await host.Submit(crossed.QuerySelector<IHtmlFormElement>("main form")!)).StatusCode); // read, then saved again

        Assert.Equal("Un texte gardé", wrong.QuerySelector<IHtmlTextAreaElement>("#texte")!.Value);
        Assert.Single((await host.Page(Room)).QuerySelectorAll("article h4"));
        Assert.Contains("Un article, autrement", crossed.QuerySelector<IHtmlInputElement>("#titre")!.Value, StringComparison.Ordinal);
        Assert.Contains("Un article, autrement", (await host.Page(Room)).QuerySelector("article h4")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_takes_no_file_offers_no_image()
    {
        await using var host = await CockpitHost.At(new DateTime(2022, 2, 10, 10, 0, 0));
        var form = (await host.Page($"{Room}/articles/nouveau")).QuerySelector<IHtmlFormElement>("main form")!;

        var refused = await host.Submit(form, ("titre", "Une image"), ("sorte", "Picture"));

        Assert.Null(form.QuerySelector("option[value=Picture]"));
        Assert.NotNull(form.QuerySelector("option[value=Event]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task An_editor_reads_each_article_on_the_page_and_asks_for_a_correction_that_the_coordinator_sees()
    {
        await using var host = await Reviewed();
        var path = $"/r/{host.Office.Links.Token(ConsultationDesk.Link((await host.Office.Consultations.Find($"{Id}-relecture"))!), Editors[0])}";
        var place = (await host.Office.Editions.Submitted(Id)).Index().First(one => one.Item.Title.StartsWith("Un article à relire", StringComparison.Ordinal)).Index + 1;

        var page = await host.Page(path);
        var form = page.QuerySelector<IHtmlFormElement>("main form")!;
        var wordless = await CockpitHost.Read(await host.Submit(form, ($"avis-{place}", "corriger")), HttpStatusCode.UnprocessableEntity);
        var taken = await host.Submit(form, ($"avis-{place}", "corriger"), ($"correction-{place}", "Le chiffre date de 2018."));
        await host.Settle();
        var room = await host.Page(Room);
        host.Clock.Set(new DateTimeOffset(2022, 4, 4, 9, 0, 0, TimeSpan.Zero));
        await host.Office.Ticker.Tick();
        await host.Settle();
        var today = await host.Page("/cockpit");
        var settled = await host.Page(Room);

        Assert.Contains("Un texte à lire avant de l’approuver.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(form.QuerySelectorAll("input[type=radio][checked]")); // nothing is chosen for her
        Assert.Equal($"#correction-{place}", wordless.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        Assert.Contains("Le chiffre date de 2018.", room.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("à corriger", settled.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(today.QuerySelectorAll("section[aria-labelledby=attend] a"), link => link.GetAttribute("href") == Room);
    }

    [Fact]
    public async Task What_was_sent_is_in_the_archive_the_feed_and_on_a_page_of_its_own()
    {
        await using var host = await Reviewed();
        host.Clock.Set(new DateTimeOffset(2022, 4, 5, 9, 0, 0, TimeSpan.Zero));
        await host.Office.Ticker.Tick();
        await host.Settle();

        var archive = await host.Page("/lettres");
        var page = await host.Page($"/lettres/{Id}");
        var feed = System.Xml.Linq.XDocument.Parse(Encoding.UTF8.GetString(await (await host.Get("/lettres/atom.xml")).Content.ReadAsByteArrayAsync()));
        var unknown = await host.Get("/lettres/2022-lettre-3");

        Assert.Contains(archive.QuerySelectorAll("main a"), link => link.GetAttribute("href") == $"/lettres/{Id}");
        Assert.All(new[] { archive, page }, one =>
        {
            Assert.NotNull(one.QuerySelector("main a[href='/lettres/abonnement']"));
            Assert.Contains("dans l’Ain", one.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("dans l'Ain", one.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        });
        Assert.Contains("Un texte à lire avant de l’approuver.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Single(feed.Root!.Elements(), element => element.Name.LocalName == "entry");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        var mail = await Mail(host, $"lettre-{Id}");
        Assert.Contains("Un texte à lire avant de l’approuver.", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", mail, StringComparison.Ordinal); // no picture was contributed, and nothing else draws one
    }

    [Fact]
    public async Task An_address_that_gets_nothing_is_counted_by_no_page_as_a_reader()
    {
        await using var host = await Reviewed();
        var reader = (await host.Office.Network.Load()).Active.First(contact => contact.Receives("lettre"));
        await host.Office.Suppressions.Suppress(new Effect.SuppressAddresses([new Suppression(Suppression.Of(reader.Address), SuppressionReason.Bounce, reader.Id, host.Office.Now, "m")], "s", host.Office.Now));
        await Act(host, await host.Page(Room), "Un article à relire", "approuver");
        var preview = await host.Page($"{Room}/apercu");

        host.Clock.Set(new DateTimeOffset(2022, 4, 5, 9, 0, 0, TimeSpan.Zero));
        await host.Office.Ticker.Tick();
        await host.Settle();
        var (room, edition, message) = (await host.Page("/cockpit/lettres"), await host.Page(Room), await host.Page($"/cockpit/messages/lettre-{Id}"));

        var outcomes = await host.Office.MailRoom.Outcomes($"lettre-{Id}");
        var sent = outcomes.Values.Count(Deliveries.Gone.Contains);
        Assert.Equal(outcomes.Count - 1, sent);
        Assert.Contains($"{sent} personnes le reçoivent.", Plain(preview.QuerySelector(".lede")!.TextContent), StringComparison.Ordinal);
        Assert.Contains(preview.QuerySelectorAll("summary"), summary => Plain(summary.TextContent) == $"{sent} destinataires, et 1 personne sans copie");
        Assert.Equal("Une personne du réseau ne le reçoit pas : elle a une adresse qui ne reçoit plus", Plain(preview.QuerySelector("details.left-out summary")!.TextContent));
        var said = $"{sent} envoyés sur {outcomes.Count}, 1 non envoyé.";
        Assert.All([room, edition, message], page => Assert.Contains(said, Plain(page.QuerySelector("main")!.TextContent), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_special_edition_is_planned_in_one_form()
    {
        await using var host = await CockpitHost.At(new DateTime(2022, 2, 10, 10, 0, 0));
        var form = (await host.Page("/cockpit/lettres/speciale/lettre")).QuerySelector<IHtmlFormElement>("main form")!;

        var wrong = await CockpitHost.Read(await host.Submit(form, ("titre", "Le rapport annuel"), ("jour", "bientôt")), HttpStatusCode.UnprocessableEntity);
        var near = await CockpitHost.Read(await host.Submit(form, ("titre", "Le rapport annuel"), ("jour", "12/02/2022"), ("appel", "oui")), HttpStatusCode.UnprocessableEntity);
        var made = await host.Submit(form, ("titre", "Le rapport annuel"), ("jour", "25/02/2022"), ("heure", "10:00"));
        await host.Submit(form, ("titre", "Le rapport annuel"), ("jour", "25/02/2022"), ("heure", "10:00")); // a double click

        Assert.Equal("bientôt", wrong.QuerySelector<IHtmlInputElement>("#jour")!.Value);
        Assert.Equal("#appel", near.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal("/cockpit/lettres/2022-lettre-speciale?fait=speciale", made.Headers.Location!.OriginalString);
        Assert.Contains("Le rapport annuel", (await host.Page("/cockpit/lettres")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await host.Office.Cycle.Find(2022))!.Find("lettre-speciale-2"));
    }

    [Fact]
    public async Task Every_page_says_the_working_day_on_which_the_editors_are_written_to()
    {
        await using var host = await CockpitHost.At(new DateTime(2021, 10, 28, 10, 0, 0));
        await Special(host, "Le rapport", new DateOnly(2021, 11, 11), review: true);

        var pages = new[] { await host.Page("/cockpit/lettres"), await host.Page("/cockpit/lettres/2022-lettre-speciale"), await host.Page("/cockpit") };

        Assert.All(pages, page => Assert.Contains("lundi 8 novembre", Plain(page.QuerySelector("main")!.TextContent), StringComparison.OrdinalIgnoreCase));
        Assert.All(pages, page => Assert.DoesNotContain("samedi 6 novembre", Plain(page.QuerySelector("main")!.TextContent), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_step_of_an_edition_lists_what_the_load_counts()
    {
        await using var host = await CockpitHost.At(new DateTime(2021, 10, 28, 10, 0, 0));
        await Special(host, "Le rapport", new DateOnly(2021, 11, 11), review: true);

        var page = await host.Page("/cockpit/etape/2022/lettre-speciale");

        var counted = (await host.Office.Load.Of(2022, false, host.Office.Now))!.Weeks.SelectMany(week => week.Mails).Where(mail => mail.Step == "2022/lettre-speciale").ToList();
        var lines = page.QuerySelectorAll("#prevus li").Select(line => Plain(line.TextContent)).ToList();
        Assert.Equal(2, counted.Count);
        Assert.Equal(counted.Count, lines.Count);
        Assert.All(counted.Zip(lines), pair => Assert.Contains(Plain(Numbers.Count(pair.First.People.Count, "personne", "personnes")), pair.Second, StringComparison.Ordinal));
        Assert.DoesNotContain("Aucun message ne part", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_special_edition_on_a_holiday_is_planned_once_the_warning_was_read()
    {
        await using var host = await CockpitHost.At(new DateTime(2021, 10, 20, 10, 0, 0));
        var form = (await host.Page("/cockpit/lettres/speciale/lettre")).QuerySelector<IHtmlFormElement>("main form")!;

        var warned = await CockpitHost.Read(await host.Submit(form, ("titre", "Le rapport"), ("jour", "11/11/2021"), ("heure", "10:00")), HttpStatusCode.OK);
        var before = (await host.Office.Cycle.Find(2022))!.Find("lettre-speciale");
        var again = warned.QuerySelector<IHtmlFormElement>("main form")!;
        var other = await CockpitHost.Read(await host.Submit(again, ("jour", "25/12/2021")), HttpStatusCode.OK);
        var made = await host.Submit(again);

        Assert.Contains("Jour de l’envoi : c’est un jour férié", Plain(warned.QuerySelector("main")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("12 novembre. Changez le jour", Plain(warned.QuerySelector("main")!.TextContent), StringComparison.Ordinal);
        Assert.Null(before);
        Assert.Contains("Noël", other.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        Assert.NotNull((await host.Office.Cycle.Find(2022))!.Find("lettre-speciale"));
    }

    [Fact]
    public async Task An_edition_held_back_is_told_so_on_the_line_of_the_year_and_the_oldest_of_several_things_is_dated()
    {
        await using var host = await CockpitHost.At(new DateTime(2021, 10, 28, 10, 0, 0));
        foreach (var day in new[] { 9, 10 })
        {
            await Special(host, $"Le rapport {day}", new DateOnly(2021, 11, day), review: false);
            host.Clock.Set(new DateTimeOffset(2021, 11, day, 10, 0, 0, TimeSpan.Zero));
            await host.Office.Ticker.Tick();
            await host.Settle();
        }

        var today = await host.Page("/cockpit");
        var year = await host.Page("/cockpit/annee/2022");

        var said = Plain(today.QuerySelector("main")!.TextContent);
        Assert.Contains("la plus ancienne depuis le mardi 9 novembre", said, StringComparison.Ordinal);
        Assert.DoesNotContain("dont une", said, StringComparison.Ordinal);
        Assert.Contains("retenue", said, StringComparison.Ordinal);
        Assert.Contains("retenue", year.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task Special(CockpitHost host, string title, DateOnly day, bool review)
    {
        var (office, plan) = (host.Office, (await host.Office.Cycle.Find(2022))!);
        Assert.Null(await office.Cycle.Apply(2022, SpecialEdition.Command(
            EditionSteps.FreeId(plan, "lettre"), office.Setting.Newsletter("lettre"), title, office.Setting.Zone.At(day, new TimeOnly(9, 30)), false, review, office.Setting.Zone, office.Now, "coordination")));
    }

    [Fact]
    public async Task With_nothing_approved_the_first_page_asks_and_the_edition_is_sent_from_its_page()
    {
        await using var host = await CockpitHost.At(new DateTime(2022, 4, 4, 10, 0, 0));
        foreach (var article in (await host.Office.Newsletters.Find(Id))!.Articles)
            Assert.Null(await host.Office.Newsletters.Apply(host.Office.Setting.Newsletter("lettre"), new ArticleCommand.SetAside(article.Id, "", host.Office.Now), "coordination"));
        host.Clock.Set(new DateTimeOffset(2022, 4, 5, 9, 0, 0, TimeSpan.Zero));
        await host.Office.Ticker.Tick();
        await host.Settle();
        var today = await host.Page("/cockpit");
        await Write(host, "Trouvé à temps");
        await Act(host, await host.Page(Room), "Trouvé à temps", "approuver");

        var send = (await host.Page($"{Room}/apercu")).QuerySelector<IHtmlFormElement>("main form[action$=envoyer]")!;
        await host.Submit(send);
        await host.Submit(send); // pressed twice
        await host.Settle();

        Assert.Contains("retenu", today.QuerySelector("section[aria-labelledby=attend]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(EditionState.Sent, (await host.Office.Newsletters.Find(Id))!.Edition.State);
        Assert.Equal((await host.Office.Newsletters.Find(Id))!.Edition.Recipients, (await host.Office.MailRoom.Outcomes($"lettre-{Id}")).Count);
    }

    private static async Task Write(CockpitHost host, string title, string text = "")
    {
        var form = (await host.Page($"{Room}/articles/nouveau")).QuerySelector<IHtmlFormElement>("main form")!;
        Assert.Equal(HttpStatusCode.SeeOther, (await host.Submit(form, ("titre", title), ("texte", text))).StatusCode);
    }

    private static async Task Act(CockpitHost host, IHtmlDocument page, string title, string act)
    {
        var button = page.QuerySelectorAll<IHtmlButtonElement>($"form button[value={act}]").First(one => one.TextContent.Contains(title, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.SeeOther, (await host.Submit((IHtmlFormElement)button.Closest("form")!, ("acte", act))).StatusCode);
    }

    /// <summary>An article is with the editors.</summary>
    private static async Task<CockpitHost> Reviewed()
    {
        var host = await CockpitHost.At(new DateTime(2022, 3, 20, 10, 0, 0));
        await Write(host, "Un article à relire, dans l'Ain", "Un texte à lire avant de l’approuver.");
        host.Clock.Set(new DateTimeOffset(2022, 3, 28, 9, 0, 0, TimeSpan.Zero));
        await host.Office.Ticker.Tick();
        await host.Settle();
        return host;
    }

    private static async Task<string> Mail(CockpitHost host, string key)
    {
        await foreach (var path in host.Files.List("mails/"))
            if (path.Contains(key, StringComparison.Ordinal) && path.EndsWith(".eml", StringComparison.Ordinal))
                return Decoded(Encoding.UTF8.GetString((await host.Files.Read(path))!));
        return "";
    }

    private static string Decoded(string eml) => string.Join("\n", System.Text.RegularExpressions.Regex.Matches(eml, @"Content-Transfer-Encoding: base64\r\n\r\n([A-Za-z0-9+/=\r\n]+)").Select(part => Encoding.UTF8.GetString(Convert.FromBase64String(part.Groups[1].Value))).DefaultIfEmpty(
        Encoding.UTF8.GetString([.. System.Text.RegularExpressions.Regex.Replace(eml.Replace("=\r\n", "", StringComparison.Ordinal), "=([0-9A-F]{2})", match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString()).Select(c => (byte)c)])));

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
