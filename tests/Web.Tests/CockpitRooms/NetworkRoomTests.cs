using System.Net;
using System.Text;
using Almanach.Adapters.Spreadsheets;
using Almanach.Core.Consultations;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

public sealed class NetworkRoomTests
{
    private static readonly DateTime Day = new(2021, 10, 20, 10, 0, 0);

    [Fact]
    public async Task The_list_finds_people_by_any_of_their_words_without_accents()
    {
        await using var host = await CockpitHost.At(Day);
        var wanted = Partners.Referents[0];

        var page = await host.Page($"/cockpit/reseau?q={Uri.EscapeDataString(wanted.LastName.ToUpperInvariant())}&role=Referent");

        Assert.NotNull(page.QuerySelector($"a[href='/cockpit/reseau/personnes/{wanted.Id}']"));
        Assert.All(page.QuerySelectorAll("table.network tbody tr:not(.group) th"), name => Assert.Contains(wanted.LastName, name.ParentElement!.TextContent + name.ParentElement.ParentElement!.TextContent, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_person_shows_what_was_sent_and_answered()
    {
        await using var host = await CockpitHost.At(Day, [.. Partners.Propose(1)]);
        var contact = Partners.Referents[0];

        var page = await host.Page($"/cockpit/reseau/personnes/{contact.Id}");

        Assert.Contains("Thèmes 2022", page.QuerySelector("section[aria-labelledby=envoye]")!.TextContent);
        Assert.Contains(contact.Name, page.QuerySelector("section[aria-labelledby=repondu]")!.TextContent);
    }

    [Fact]
    public async Task A_person_who_is_added_is_told_once_who_holds_their_data()
    {
        await using var host = await CockpitHost.At(Day);
        var form = (await host.Page("/cockpit/reseau/personnes/nouvelle?organisme=dreets")).QuerySelector<IHtmlFormElement>("main form")!;

        var (_, response) = await Confirm(host, form, ("prenom", "Ève"), ("nom", "Neuf"), ("courriel", "eve.neuf@dreets.example.org"), ("roles", "Reader"));
        await host.Settle();

        Assert.Equal("/cockpit/reseau/personnes/c0387?fait=ajout", response.Headers.Location!.OriginalString);
        var added = (await host.Office.Network.Load()).Contacts["c0387"];
        Assert.Equal(("Ève Neuf", new DateOnly(2021, 10, 20)), (added.Name, added.Since));
        Assert.Equal(1, await ThemesRoomTests.Sent(host, "bienvenue-information"));
    }

    [Theory]
    [InlineData("courriel", "pas une adresse", "#courriel")]
    [InlineData("courriel", "", "#courriel")]
    [InlineData("roles", "", "#roles")]
    [InlineData("roles", "Member:nulle-part", "#roles")]
    [InlineData("organisme", "nulle-part", "#organisme")]
    [InlineData("source", "", "#source")]
    public async Task What_is_amiss_is_said_beside_its_field(string field, string value, string link)
    {
        await using var host = await CockpitHost.At(Day);
        var form = (await host.Page("/cockpit/reseau/personnes/nouvelle?organisme=dreets")).QuerySelector<IHtmlFormElement>("main form")!;
        Dictionary<string, string> typed = new() { ["nom"] = "Neuf", ["courriel"] = "eve.neuf@dreets.example.org", ["roles"] = "Reader", [field] = value };

        var page = await CockpitHost.Read(await host.Submit(form, [.. typed.Select(pair => (pair.Key, pair.Value))]), HttpStatusCode.UnprocessableEntity);

        Assert.Equal([link], page.QuerySelectorAll(".errors a").Select(line => line.GetAttribute("href")));
    }

    [Fact]
    public async Task Leaving_revokes_every_link_and_keeps_what_was_answered()
    {
        await using var host = await CockpitHost.At(Day, [.. Partners.Propose(1)]);
        var contact = Partners.Referents[0];
        var link = host.Office.Links.OwnPage((await host.Office.Network.Load()).Contacts[contact.Id], host.Office.Now);

        await host.Post($"/cockpit/reseau/personnes/{contact.Id}/depart");

        var left = (await host.Office.Network.Load()).Contacts[contact.Id];
        Assert.Equal((false, 2), (left.Active, left.Generation));
        Assert.NotNull(await host.Office.Consultations.AnswerOf("2022-themes", contact.Organisation));
        Assert.NotEqual(link, host.Office.Links.OwnPage(left, host.Office.Now));
    }

    [Fact]
    public async Task Mail_stops_for_a_reason_and_the_page_says_which()
    {
        await using var host = await CockpitHost.At(Day);
        var contact = Partners.Referents[0];
        var form = (await host.Page($"/cockpit/reseau/personnes/{contact.Id}")).QuerySelector<IHtmlFormElement>("form[action$=messages]")!;

        var refused = await host.Submit(form, ("raison", "autre chose"));
        await host.Submit(form, ("raison", "Son adresse ne fonctionne plus"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.True((await host.Office.Network.Load()).Contacts[contact.Id].Suppressed);
        Assert.Contains("Son adresse ne fonctionne plus", (await host.Page($"/cockpit/reseau/personnes/{contact.Id}")).QuerySelector(".notice")!.TextContent);
    }

    [Fact]
    public async Task Two_tabs_on_one_card_do_not_cross()
    {
        await using var host = await CockpitHost.At(Day);
        var form = (await host.Page($"/cockpit/reseau/personnes/{Partners.Referents[0].Id}")).QuerySelector<IHtmlFormElement>($"form[action$={Partners.Referents[0].Id}]")!;
        await host.Submit(form, ("fonction", "première"));

        var page = await CockpitHost.Read(await host.Submit(form, ("fonction", "seconde")), HttpStatusCode.Conflict);

        Assert.Equal("seconde", page.QuerySelector<IHtmlInputElement>("#fonction")!.Value);
        Assert.Equal("première", (await host.Office.Network.Load()).Contacts[Partners.Referents[0].Id].Function);
    }

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

        var (_, response) = await Confirm(host, form);

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

        await Confirm(host, form, ("roles", "Suppleant"));

        Assert.Equal(by.Roles, (await host.Office.Network.Load()).Contacts[by.Id].Roles);
        Assert.Empty(await host.Office.Requests.Open());
    }

    [Fact]
    public async Task A_successor_is_invited_with_her_own_link_to_what_is_open_and_reminded_instead_of_the_one_she_replaces()
    {
        await using var host = await CockpitHost.At(Day);
        var (by, form) = await Successor(host);
        var before = (await host.Office.Consultations.Find("2022-themes"))!;

        await Confirm(host, form);
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
        var before = await Lines(host);

        var preview = await CockpitHost.Read(await host.Submit(form));
        Assert.Equal(before, await Lines(host));
        Assert.Single(await host.Office.Requests.Open());
        await host.Submit(preview.QuerySelector<IHtmlFormElement>("main form")!);
        await host.Settle();

        var shown = preview.QuerySelectorAll("blockquote strong").Select(subject => subject.TextContent).Order().ToList();
        Assert.Equal(2, shown.Count);
        Assert.Contains(shown, subject => subject.StartsWith("Thèmes 2022", StringComparison.Ordinal));
        Assert.Contains("Tel que le lit Luc Après", preview.QuerySelector("main")!.TextContent);
        Assert.Contains("les 2 messages", preview.QuerySelector("main button.main")!.TextContent);
        Assert.Equal(shown, (await Lines(host)).Except(before).Select(line => line.Split('|')[1]).Order());
    }

    [Theory]
    [InlineData("Referent", true, 2)] // the collection asks référents
    [InlineData("Suppleant", true, 2)]
    [InlineData("Reader", true, 1)] // nothing is open for whoever is only kept informed
    [InlineData("Referent", false, 1)] // unticked
    public async Task A_person_added_by_hand_is_invited_to_what_is_open_for_her_roles_and_the_page_says_so_first(string role, bool invites, int messages)
    {
        await using var host = await CockpitHost.At(Day);
        var form = (await host.Page("/cockpit/reseau/personnes/nouvelle?organisme=dreets")).QuerySelector<IHtmlFormElement>("main form")!;
        var ticked = form.QuerySelector<IHtmlInputElement>("[name=inviter]")!;
        Assert.True(ticked.IsChecked);
        ticked.IsChecked = invites;

        var (preview, _) = await Confirm(host, form, ("nom", "Neuf"), ("courriel", "eve.neuf@dreets.example.org"), ("roles", role));
        await host.Settle();

        Assert.Equal(messages, preview.QuerySelectorAll("blockquote").Length);
        Assert.Equal(messages == 1, preview.QuerySelector("#sans-invitation") is not null);
        Assert.Equal(messages == 2, (await Asked(host)).Contains("c0387"));
        Assert.Equal(messages - 1, (await host.Office.MailRoom.Outcomes("invite-2022-themes-c0387")).Count);
    }

    [Fact]
    public async Task Whoever_enters_an_organisation_that_has_answered_may_correct_the_answer_but_is_not_written_to()
    {
        await using var host = await CockpitHost.At(Day, [.. Partners.Propose(1)]);
        var organisation = Partners.Referents[0].Organisation;
        var form = (await host.Page($"/cockpit/reseau/personnes/nouvelle?organisme={organisation}")).QuerySelector<IHtmlFormElement>("main form")!;

        var (preview, _) = await Confirm(host, form, ("nom", "Neuf"), ("courriel", "eve.neuf@dreets.example.org"), ("roles", "Suppleant"));
        await host.Settle();

        Assert.NotNull(preview.QuerySelector("#sans-invitation"));
        Assert.Empty(await host.Office.MailRoom.Outcomes("invite-2022-themes-c0387"));
        Assert.Contains("c0387", await Asked(host));
    }

    [Fact]
    public async Task Mails_that_are_no_longer_those_shown_are_shown_again_instead_of_sent()
    {
        await using var host = await CockpitHost.At(Day);
        var form = (await host.Page("/cockpit/reseau/personnes/nouvelle?organisme=dreets")).QuerySelector<IHtmlFormElement>("main form")!;
        var preview = await CockpitHost.Read(await host.Submit(form, ("nom", "Neuf"), ("courriel", "eve.neuf@dreets.example.org"), ("roles", "Referent")));
        var before = await Lines(host);
        await host.Office.Cycle.Apply(2022, new Core.Cycle.CycleCommand.Close("collecte", host.Office.Now, "coordination"));
        while (await host.Office.Worker.Once())
            continue;

        var again = await CockpitHost.Read(await host.Submit(preview.QuerySelector<IHtmlFormElement>("main form")!), HttpStatusCode.Conflict);

        Assert.NotNull(again.QuerySelector("#sans-invitation"));
        Assert.DoesNotContain("c0387", (await host.Office.Network.Load()).Contacts.Keys);
        Assert.Equal(before, await Lines(host));
    }

    [Fact]
    public async Task The_card_can_be_corrected_before_the_person_is_added()
    {
        await using var host = await CockpitHost.At(Day);
        var (by, form) = await Successor(host);
        var preview = await CockpitHost.Read(await host.Submit(form, ("fonction", "chargée de mission")));

        var back = await CockpitHost.Read(await host.Post("/cockpit/reseau/personnes/nouvelle/apercu", Fields(preview).Append(("geste", "corriger"))));

        Assert.Equal("chargée de mission", back.QuerySelector<IHtmlInputElement>("#fonction")!.Value);
        Assert.True(back.QuerySelector<IHtmlInputElement>("[name=remplace]")!.IsChecked);
        Assert.Contains($"Remplace {by.Name}", back.QuerySelector("main form")!.TextContent);
    }

    [Fact]
    public async Task Whoever_was_invited_after_the_others_is_not_reminded_before_the_days_between_two_mails_have_gone_by()
    {
        await using var host = await CockpitHost.At(Day);
        var form = (await host.Page("/cockpit/reseau/personnes/nouvelle?organisme=dreets")).QuerySelector<IHtmlFormElement>("main form")!;
        await Confirm(host, form, ("nom", "Neuf"), ("courriel", "eve.neuf@dreets.example.org"), ("roles", "Suppleant"));
        await host.Settle();
        var days = host.Office.Setting.Platform.Mail.DaysBetweenReminders;
        var last = ConsultationDesk.LastDay((await host.Office.Consultations.Find("2022-themes"))!.Closes!.Value, host.Office.Setting.Zone);
        var reminders = (await host.Office.Consultations.Find("2022-themes"))!.Template.Reminders;
        var joined = DateOnly.FromDateTime(Day);

        var asked = new List<DateOnly>();
        for (var day = joined; day <= last; day = day.AddDays(1))
            if ((await host.Office.Asks.Due(day)).Any(ask => ask.Contact == "c0387"))
                asked.Add(day);

        Assert.NotEmpty(asked);
        Assert.Equal(joined.AddDays(Math.Max(days, last.DayNumber - joined.DayNumber - reminders.Max())), asked[0]);
    }

    [Fact]
    public async Task A_role_given_to_somebody_of_the_network_offers_the_invitation_and_it_leaves_once_when_asked()
    {
        await using var host = await CockpitHost.At(Day);
        var (id, card) = await Reader(host);
        var before = await Lines(host);

        await host.Submit((await host.Page(card)).QuerySelector<IHtmlFormElement>($"form[action$='{id}']")!, ("roles", "Suppleant"));
        await host.Settle();
        var offer = await host.Page(card);
        var kept = await Lines(host);
        var invite = offer.QuerySelector<IHtmlFormElement>("form[action$=inviter]")!;
        var first = await host.Submit(invite);
        await host.Settle();
        var second = await CockpitHost.Read(await host.Submit(invite), HttpStatusCode.Conflict);
        await host.Settle();

        Assert.Equal(before, kept);
        Assert.StartsWith("Thèmes 2022", Assert.Single(offer.QuerySelectorAll("blockquote strong")).TextContent, StringComparison.Ordinal);
        Assert.Equal($"{card}?fait=invitation", first.Headers.Location!.OriginalString);
        Assert.Equal([id], (await host.Office.MailRoom.Outcomes($"invite-2022-themes-{id}")).Keys);
        Assert.Single((await Lines(host)).Except(before));
        Assert.Contains("déjà invitée", second.QuerySelector("main")!.TextContent);
        Assert.Null(second.QuerySelector("form[action$=inviter]"));
    }

    [Theory]
    [InlineData("Reader", false)] // nothing is open for whoever is only kept informed
    [InlineData("Suppleant", true)] // gets no mail
    public async Task Nobody_is_offered_for_invitation_who_is_asked_nothing_or_gets_no_mail(string role, bool silent)
    {
        await using var host = await CockpitHost.At(Day);
        var (id, card) = await Reader(host);
        if (silent)
            await host.Post($"{card}/messages", [("arreter", "oui"), ("raison", "Son adresse ne fonctionne plus")]);
        await host.Submit((await host.Page(card)).QuerySelector<IHtmlFormElement>($"form[action$='{id}']")!, ("roles", role));

        var page = await host.Page(card);
        var refused = await host.Post($"{card}/inviter", [("vu", "")]);

        Assert.Null(page.QuerySelector("form[action$=inviter]"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    /// <summary>Somebody of the DREETS who is only kept informed, added without an invitation.</summary>
    private static async Task<(string Id, string Card)> Reader(CockpitHost host)
    {
        var form = (await host.Page("/cockpit/reseau/personnes/nouvelle?organisme=dreets")).QuerySelector<IHtmlFormElement>("main form")!;
        await Confirm(host, form, ("nom", "Neuf"), ("courriel", "eve.neuf@dreets.example.org"), ("roles", "Reader"));
        await host.Settle();
        return ("c0387", "/cockpit/reseau/personnes/c0387");
    }

    /// <summary>Fills the form of a new person, reads what would leave, and confirms it.</summary>
    private static async Task<(IHtmlDocument Preview, HttpResponseMessage Response)> Confirm(CockpitHost host, IHtmlFormElement form, params (string, string)[] typed)
    {
        var preview = await CockpitHost.Read(await host.Submit(form, typed));
        return (preview, await host.Submit(preview.QuerySelector<IHtmlFormElement>("main form")!));
    }

    private static IEnumerable<(string, string)> Fields(IHtmlDocument page) =>
        page.QuerySelectorAll<IHtmlInputElement>("main form input[type=hidden]").Where(field => field.Name != "jeton").Select(field => (field.Name!, field.Value));

    private static async Task<IReadOnlyList<string>> Asked(CockpitHost host) =>
        [.. (await host.Office.Consultations.Asked((await host.Office.Consultations.Find("2022-themes"))!)).Select(member => member.Contact)];

    /// <summary>The outbox: key and subject.</summary>
    private static async Task<IReadOnlyList<string>> Lines(CockpitHost host)
    {
        List<string> lines = [];
        await foreach (var line in host.Office.MailRoom.Lines(DateTimeOffset.MinValue, DateTimeOffset.MaxValue))
            lines.Add($"{line.Key}|{line.Subject}");
        return lines;
    }

    /// <summary>A référent has asked for a successor, and the coordinator has opened the form.</summary>
    private static async Task<(Contact By, IHtmlFormElement Form)> Successor(CockpitHost host)
    {
        var by = Partners.Referents[0];
        await host.Office.Requests.Ask(by, "Luc Après", "luc.apres@dreets.example.org", "chargé d’études", host.Office.Now);
        var request = (await host.Office.Requests.Open()).Single();
        var page = await host.Page($"/cockpit/reseau/personnes/nouvelle?demande={request.Id}");
        Assert.Contains($"Remplace {by.Name}", page.QuerySelector("main form")!.TextContent);
        return (by, page.QuerySelector<IHtmlFormElement>("main form")!);
    }

    [Fact]
    public async Task An_organisation_is_added_and_its_card_changed()
    {
        await using var host = await CockpitHost.At(Day);
        var form = (await host.Page("/cockpit/reseau/organismes/nouveau")).QuerySelector<IHtmlFormElement>("main form")!;

        var added = await host.Submit(form, ("nom", "Observatoire des ponts (ODP)"), ("pour", "l’Observatoire des ponts"), ("college", "observatoires"));
        var card = (await host.Page("/cockpit/reseau/odp")).QuerySelector<IHtmlFormElement>("form[action$=odp]")!;
        await host.Submit(card, ("engagement", "Participe"));

        Assert.Equal("/cockpit/reseau/odp?fait=enregistre", added.Headers.Location!.OriginalString);
        Assert.Equal("Participe", (await host.Office.Network.Load()).Organisations["odp"].Commitment);
    }

    [Fact]
    public async Task The_export_of_a_search_comes_back_through_the_import_unchanged()
    {
        await using var host = await CockpitHost.At(Day);

        var sheet = await (await host.Get("/cockpit/reseau/export.xlsx")).Content.ReadAsByteArrayAsync();
        var csv = await (await host.Get("/cockpit/reseau/export.csv?college=etat")).Content.ReadAsByteArrayAsync();

        Assert.Equal(387, new TableFiles().Read("x", sheet).Tables[0].Rows.Count);
        foreach (var (name, bytes) in new[] { ("reseau.xlsx", sheet), ("reseau.csv", csv) })
        {
            var page = await CockpitHost.Read(await host.Send("/cockpit/reseau/import", Form(host, name, bytes)));
            Assert.Contains("rien à écrire", page.QuerySelector(".notice")!.TextContent);
            Assert.Null(page.QuerySelector("#v-Doubtful"));
        }
    }

    [Fact]
    public async Task An_import_is_planned_confirmed_written_and_told_to_those_shown()
    {
        await using var host = await CockpitHost.At(Day);
        var csv = Encoding.Latin1.GetBytes("Structure;Nom Prénom;Mail;Fonction\r\nDREETS;DURAND Zoé;zoe.durand@dreets.example.org;chargée d'études\r\nInconnu;X Y;x@y.example.org;\r\n");

        var plan = await CockpitHost.Read(await host.Send("/cockpit/reseau/import", Form(host, "liste.csv", csv)));
        var shown = plan.QuerySelectorAll("section[aria-labelledby^=apercu] tbody tr").Length;
        Assert.Contains("Tel que le lit Zoé Durand", plan.QuerySelector("section[aria-labelledby^=apercu]")!.TextContent);
        Assert.DoesNotContain((await host.Office.Network.Load()).Contacts.Values, contact => contact is { LastName: "Durand", FirstName: "Zoé" });
        var response = await host.Submit(plan.QuerySelector<IHtmlFormElement>("main form")!);
        await host.Settle();

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Contains("n’est pas connu", plan.QuerySelector("#v-Doubtful")!.ParentElement!.TextContent);
        var added = (await host.Office.Network.Load()).Contacts.Values.Single(contact => contact.Address == "zoe.durand@dreets.example.org");
        Assert.Equal(("Zoé", "Durand", "dreets"), (added.FirstName, added.LastName, added.Organisation));
        Assert.Equal(1, shown);
        Assert.Equal(shown, await ThemesRoomTests.Sent(host, "bienvenue-information"));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task An_import_says_how_many_it_invites_to_what_is_open_and_invites_those(bool invites, int expected)
    {
        await using var host = await CockpitHost.At(Day, [.. Partners.Propose(1)]);
        var (answered, open) = (Partners.Referents[0].Organisation, Partners.Referents[1].Organisation);
        var roster = await host.Office.Network.Load();
        var csv = Encoding.UTF8.GetBytes(
            "Organisme;Nom;Prénom;Courriel;Suppléant\n"
            + $"{roster.Organisations[answered].Name};Un;Anne;anne.un@example.org;oui\n" // her organisation has answered
            + $"{roster.Organisations[open].Name};Deux;Béa;bea.deux@example.org;oui\n"
            + $"{roster.Organisations[open].Name};Trois;Cléo;cleo.trois@example.org;non\n"); // only kept informed
        var form = Form(host, "liste.csv", csv);
        if (invites)
            form.Add(new StringContent("oui"), "inviter");

        var plan = await CockpitHost.Read(await host.Send("/cockpit/reseau/import", form));
        var button = plan.QuerySelector("main form button.main")!.TextContent;
        var first = await host.Submit(plan.QuerySelector<IHtmlFormElement>("main form")!);
        await host.Settle();

        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.Equal(expected == 1, button.Contains("envoyer 1\u00A0invitation", StringComparison.Ordinal));
        Assert.Equal(expected == 0, plan.QuerySelector("#sans-invitation") is not null);
        var invited = (await Lines(host)).Where(line => line.StartsWith("invite-2022-themes-import-", StringComparison.Ordinal)).ToList();
        Assert.Equal(expected, invited.Count);
        foreach (var line in invited)
            Assert.Equal("Béa Deux", (await host.Office.Network.Load()).Contacts[(await host.Office.MailRoom.Outcomes(line.Split('|')[0])).Keys.Single()].Name);
        Assert.Equal(3, await ThemesRoomTests.Sent(host, "bienvenue-information"));
    }

    [Fact]
    public async Task The_form_of_an_import_offers_to_invite_from_the_start()
    {
        await using var host = await CockpitHost.At(Day);

        Assert.True((await host.Page("/cockpit/reseau/import")).QuerySelector<IHtmlInputElement>("[name=inviter]")!.IsChecked);
    }

    [Fact]
    public async Task A_plan_that_no_longer_holds_is_shown_again_instead_of_written()
    {
        await using var host = await CockpitHost.At(Day);
        var contact = Partners.Referents[0];
        var csv = Encoding.UTF8.GetBytes($"Organisme;Nom;Prénom;Courriel;Fonction\n{contact.Organisation};{contact.LastName};{contact.FirstName};{contact.Address};autre fonction\n");
        var plan = await CockpitHost.Read(await host.Send("/cockpit/reseau/import", Form(host, "x.csv", csv)));
        await host.Office.Members.Leave(contact.Id, "coordination", host.Office.Now);

        var again = await CockpitHost.Read(await host.Submit(plan.QuerySelector<IHtmlFormElement>("main form")!), HttpStatusCode.Conflict);
        await host.Settle();

        Assert.NotNull(again.QuerySelector("#v-KeptOut"));
        Assert.False((await host.Office.Network.Load()).Contacts[contact.Id].Active);
    }

    public static TheoryData<string, byte[]> Rubbish => new()
    {
        { "rien.csv", [] },
        { "image.xlsx", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 1, 2] },
        { "abime.xlsx", [(byte)'P', (byte)'K', 3, 4, 1, 2, 3] },
        { "sans-tete.csv", Encoding.UTF8.GetBytes("a;b\n1;2\n") },
        { "../../etc/passwd", Encoding.UTF8.GetBytes("bonjour") },
    };

    [Theory]
    [MemberData(nameof(Rubbish))]
    public async Task Rubbish_is_refused_with_a_sentence(string name, byte[] bytes)
    {
        await using var host = await CockpitHost.At(Day);

        var page = await CockpitHost.Read(await host.Send("/cockpit/reseau/import", Form(host, name, bytes)), HttpStatusCode.UnprocessableEntity);

        Assert.Equal("#fichier", page.QuerySelector(".errors a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_forged_confirmation_writes_nothing(string upload)
    {
        await using var host = await CockpitHost.At(Day);

        var response = await host.Post("/cockpit/reseau/import/0123456789abcdef", ("depot", upload), ("source", "x"), ("nom", "x.csv"));

        Assert.Contains("n’est plus là", (await CockpitHost.Read(response, HttpStatusCode.NotFound)).QuerySelector(".errors")!.TextContent);
    }

    [Fact]
    public async Task A_torn_form_is_answered_with_a_page()
    {
        await using var host = await CockpitHost.At(Day);
        var torn = new ByteArrayContent(Encoding.ASCII.GetBytes("--x\r\nnot a part"));
        torn.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        var response = await host.Send("/cockpit/reseau/import", torn);

        Assert.True((int)response.StatusCode is 400 or 403, $"{response.StatusCode}");
    }

    [Theory]
    [InlineData("/cockpit/reseau/nulle-part")]
    [InlineData("/cockpit/reseau/personnes/c9999")]
    [InlineData("/cockpit/reseau/personnes/%23%2F")]
    public async Task Who_is_not_there_is_not_found(string address)
    {
        await using var host = await CockpitHost.At(Day);

        await host.Page(address, HttpStatusCode.NotFound);
    }

    private static MultipartFormDataContent Form(CockpitHost host, string name, byte[] bytes) => new()
    {
        { new StringContent(host.Token), "jeton" },
        { new StringContent("Annuaire de la plate-forme"), "source" },
        { new ByteArrayContent(bytes), "fichier", name },
    };
}
