using System.Net;
using Almanach.Core.Cycle;
using Almanach.Core.Library.Joining;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>Who asks to join, and what the coordinator writes on the site.</summary>
public sealed class SiteRoomTests
{
    private static readonly DateTime Day = new(2021, 10, 8, 10, 0, 0);

    private static readonly JoinSheet Sheet = new("Mutualité solidaire", "associations", "Claire Roux, directrice", "Sonia", "Lambert", "sonia.lambert@mutualite.example.org", "", "");

    [Fact]
    public async Task An_organisation_that_is_in_the_network_already_is_shown_as_such_and_not_entered_twice()
    {
        await using var host = await CockpitHost.At(Day);
        var request = await Asked(host, Sheet with { Organisation = "INSEE  Auvergne–Rhône-Alpes" });

        var page = await host.Page(request);
        var accepted = await Accept(host, page, ("pour", "l’Insee"));

        Assert.Contains("déjà dans le réseau", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("y est ajoutée, pour l’Insee", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);
        var roster = await host.Office.Network.Load();
        Assert.Single(roster.Organisations.Values, known => known.Name.Contains("Insee", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("insee", roster.Active.Single(contact => contact.Address == Sheet.Address).Organisation);
    }

    [Fact]
    public async Task A_référent_who_is_somebody_of_another_organisation_stops_nothing_halfway_and_what_was_typed_stays()
    {
        await using var host = await CockpitHost.At(Day);
        var before = (await host.Office.Network.Load()).Organisations.Count;
        var request = await Asked(host, Sheet with { Address = "rachid.martinez@dreets.example.org" });

        var refused = await CockpitHost.Read(await host.Submit(Form(await host.Page(request), "apercu"), ("pour", "la Mutualité"), ("type", "Mutuelle")), HttpStatusCode.Conflict);

        Assert.Contains("Rachid Martinez", refused.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mutuelle", refused.QuerySelector<IHtmlInputElement>("#type")!.Value);
        Assert.Equal(before, (await host.Office.Network.Load()).Organisations.Count);
    }

    [Fact]
    public async Task Accepting_shows_first_which_messages_leave_and_sends_those()
    {
        await using var host = await CockpitHost.At(Day);
        var request = await Asked(host, Sheet);

        var preview = await CockpitHost.Read(await host.Submit(Form(await host.Page(request), "apercu"), ("pour", "la Mutualité")), HttpStatusCode.OK);
        var before = (await host.Office.Network.Load()).Organisations.Values.Any(known => known.Name == Sheet.Organisation);
        var accepted = await host.Submit(Form(preview, "accepter"));
        var said = (await host.Page(accepted.Headers.Location!.OriginalString)).QuerySelector("[role=status]")!.TextContent;
        host.Clock.Set(host.Office.Now.AddMinutes(5));
        await host.Settle();

        Assert.False(before);
        Assert.Contains("messages partent à sonia.lambert@mutualite.example.org", preview.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("informée dans une minute", said, StringComparison.Ordinal);
        var person = (await host.Office.Network.Load()).Active.Single(contact => contact.Address == Sheet.Address);
        var texts = new List<string>();
        await foreach (var line in host.Office.MailRoom.Lines(host.Office.Now.AddHours(-1), host.Office.Now))
            if ((await host.Office.MailRoom.Members((await host.Office.MailRoom.Find(line.Key))!.Mailing)).Any(member => member.Contact == person.Id))
                texts.Add(line.Text);
        Assert.Equal(preview.QuerySelectorAll("main section h2[id]").Length, texts.Count);
        Assert.Contains("bienvenue-adhesion", texts);
        Assert.DoesNotContain("bienvenue-information", texts);
    }

    [Theory]
    [InlineData("Association Le Relais", "l’Association Le Relais")]
    [InlineData("Le Relais", "")]
    public async Task How_a_sentence_names_it_is_proposed_with_its_article_or_left_to_be_written(string name, string proposed)
    {
        await using var host = await CockpitHost.At(Day);
        var page = await host.Page(await Asked(host, Sheet with { Organisation = name }));

        var sent = await host.Submit(Form(page, "apercu"), ("type", "Association"));

        Assert.Equal(proposed, page.QuerySelector<IHtmlInputElement>("#pour")!.Value);
        Assert.Equal(proposed.Length > 0, sent.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_second_référent_is_said_before_she_becomes_one()
    {
        await using var host = await CockpitHost.At(Day);
        var referent = Partners.Referents[0];
        var page = await host.Page(await Asked(host, Sheet with { Organisation = (await host.Office.Network.Load()).Organisations[referent.Organisation].Name }));

        var preview = await CockpitHost.Read(await host.Submit(Form(page, "apercu")));

        Assert.Contains("a déjà une personne référente.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($".notice a[href='/cockpit/reseau/personnes/{referent.Id}']"));
        Assert.Contains($"{referent.Name} l’est déjà", preview.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_under_another_name_is_guessed_by_the_domain_of_the_address()
    {
        await using var host = await CockpitHost.At(Day);
        var known = Partners.Referents[0];

        var page = await host.Page(await Asked(host, Sheet with { Address = $"quelquun.dautre@{known.Address.Split('@')[1]}" }));
        var other = await host.Page(await Asked(host, Sheet with { Address = "quelquun@gmail.com" }));

        Assert.NotNull(page.QuerySelector($".notice a[href='/cockpit/reseau/{known.Organisation}']"));
        Assert.Null(other.QuerySelector(".notice"));
    }

    [Fact]
    public async Task A_référent_whom_the_network_knows_is_shown_as_such_and_nobody_is_said_to_be_written_to()
    {
        await using var host = await CockpitHost.At(Day);
        var roster = await host.Office.Network.Load();
        var known = Partners.Referents[0];
        var request = await Asked(host, Sheet with { Organisation = roster.Organisations[known.Organisation].Name, Address = known.Address });

        var page = await host.Page(request);
        var preview = await CockpitHost.Read(await host.Submit(Form(page, "apercu"), ("pour", "x")), HttpStatusCode.OK);
        var accepted = await host.Submit(Form(preview, "accepter"));
        var said = (await host.Page(accepted.Headers.Location!.OriginalString)).QuerySelector("[role=status]")!.TextContent;

        Assert.Contains($"Cette adresse est déjà celle de {known.Name}", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Aucun message ne part", preview.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("personne n’a été ajouté, et aucun message ne part", said, StringComparison.Ordinal);
        Assert.DoesNotContain("dans une minute", said, StringComparison.Ordinal);
        Assert.Equal(roster.Contacts.Count, (await host.Office.Network.Load()).Contacts.Count);
    }

    [Fact]
    public async Task What_was_accepted_in_another_tab_is_not_declined_without_a_word()
    {
        await using var host = await CockpitHost.At(Day);
        var request = await Asked(host, Sheet);
        var (one, other) = (await host.Page(request), await host.Page(request));

        await Accept(host, one);
        var declined = await host.Submit(Form(other, "decliner"), ("raison", "Hors du champ."));

        Assert.Equal(HttpStatusCode.Conflict, declined.StatusCode);
        Assert.Contains((await host.Office.Network.Load()).Organisations.Values, known => known.Name == Sheet.Organisation);
    }

    [Fact]
    public async Task News_changed_in_two_tabs_is_not_overwritten_unseen_and_is_saved_at_the_second_try()
    {
        await using var host = await CockpitHost.At(Day);
        var form = (await host.Page("/cockpit/site/actualites/nouvelle")).QuerySelector<IHtmlFormElement>("main form")!;
        (string, string)[] first = [("titre", "Un rendez-vous"), ("texte", "Rendez-vous le 12 au matin.")];
        var written = (await host.Submit(form, first)).Headers.Location!.OriginalString.Split('?')[0];
        var (one, other) = ((await host.Page(written)).QuerySelector<IHtmlFormElement>("main form")!, (await host.Page(written)).QuerySelector<IHtmlFormElement>("main form")!);

        await host.Submit(one, ("texte", "Rendez-vous le 13 au matin."));
        var crossed = await CockpitHost.Read(await host.Submit(other, ("texte", "Rendez-vous le 14 au matin.")), HttpStatusCode.Conflict);
        await host.Submit(form, first); // back to the first form, sent again
        var between = (await host.Office.News.All()).Single().Text;
        await host.Submit(crossed.QuerySelector<IHtmlFormElement>("main form")!);

        Assert.Equal("Rendez-vous le 13 au matin.", between);
        Assert.Equal("Rendez-vous le 14 au matin.", (await host.Office.News.All()).Single().Text);
    }

    [Theory]
    [InlineData("/cockpit/site/pages/qui-sommes-nous", "## Nos missions\nObserver", "## Nos missions\nPartager")]
    [InlineData("/cockpit/textes/invitation-themes", "Objet : Vos idées\n\nBonjour,\n\nÀ vous, avant le [clôture].\n\n-> Répondre", "Objet : Vos souhaits\n\nBonjour,\n\nÀ vous, avant le [clôture].\n\n-> Répondre")]
    public async Task A_text_changed_in_two_tabs_is_not_overwritten_unseen_and_is_saved_at_the_second_try(string address, string first, string second)
    {
        await using var host = await CockpitHost.At(Day);
        var (one, other) = (Box(await host.Page(address)), Box(await host.Page(address)));

        await host.Submit(one, ("texte", first));
        var crossed = await CockpitHost.Read(await host.Submit(other, ("texte", second)), HttpStatusCode.Conflict);
        var between = Typed(await host.Page(address));
        var kept = Typed(crossed);
        await host.Submit(Box(crossed));

        Assert.Equal(first, between);
        Assert.Equal(second, kept);
        Assert.Contains("dans un autre onglet", crossed.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(second, Typed(await host.Page(address)));
    }

    [Theory]
    [InlineData("/cockpit/site/pages/qui-sommes-nous", "Observer", "Partager")]
    [InlineData("/cockpit/textes/invitation-themes", "Objet : Vos idées\n\nBonjour,\n\nÀ vous, avant le [clôture].\n\n-> Répondre", "Objet : Vos souhaits\n\nBonjour,\n\nÀ vous, avant le [clôture].\n\n-> Répondre")]
    public async Task The_versions_of_a_text_are_listed_and_a_former_one_comes_back_into_the_form_without_changing_anything(string address, string first, string second)
    {
        await using var host = await CockpitHost.At(Day);
        await host.Submit(Box(await host.Page(address)), ("texte", first));
        await host.Submit(Box(await host.Page(address)), ("texte", second));

        var page = await host.Page(address);
        var versions = page.QuerySelector("section[aria-labelledby=versions]")!;
        var taken = await host.Page(versions.QuerySelector("a")!.GetAttribute("href")!);

        Assert.Equal([second, first], versions.QuerySelectorAll("pre").Select(words => words.TextContent.Trim()));
        Assert.Contains("Par la coordination, le vendredi", versions.TextContent, StringComparison.Ordinal);
        Assert.Equal(first, Typed(taken));
        Assert.Equal(second, Typed(await host.Page(address)));
        await host.Submit(Box(taken));
        Assert.Equal(first, Typed(await host.Page(address)));
    }

    [Fact]
    public async Task The_list_of_texts_names_the_receipt_of_a_secret_vote_in_french()
    {
        await using var host = await CockpitHost.At(Day);

        var names = (await host.Page("/cockpit/textes")).QuerySelectorAll("main ul.rows a").Select(link => link.TextContent).ToList();

        Assert.Contains("Accusé d’un vote secret", names);
        Assert.DoesNotContain("Accuse secret", names);
    }

    [Fact]
    public async Task A_page_of_the_site_is_not_saved_empty()
    {
        await using var host = await CockpitHost.At(Day);
        const string address = "/cockpit/site/pages/qui-sommes-nous";

        var refused = await CockpitHost.Read(await host.Submit(Box(await host.Page(address)), ("texte", " \r\n ")), HttpStatusCode.UnprocessableEntity);

        Assert.Contains("Écrivez-le, ou revenez au texte d’origine", refused.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nos missions", (await host.Page("/qui-sommes-nous")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_of_a_day_to_come_is_said_to_wait_and_is_nowhere_before()
    {
        await using var host = await CockpitHost.At(Day);
        var form = (await host.Page("/cockpit/site/actualites/nouvelle")).QuerySelector<IHtmlFormElement>("main form")!;

        var written = (await host.Submit(form, ("titre", "Le programme est adopté"), ("texte", "Il a été adopté hier."), ("jour", "2021-12-15"))).Headers.Location!.OriginalString;
        var said = await host.Page(written);
        var address = $"/actualites/{(await host.Office.News.All()).Single().Id}";
        var early = await host.Get(address);
        host.Clock.Set(new DateTimeOffset(2021, 12, 15, 9, 0, 0, TimeSpan.Zero));

        Assert.Contains("elle paraîtra le mercredi", said.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Get(address)).StatusCode);
    }

    [Fact]
    public async Task A_newcomer_of_whom_several_things_are_asked_gets_one_welcome_and_then_the_merged_mail_of_a_morning()
    {
        await using var host = await CockpitHost.At(Day); // a Friday, the collection is open
        Assert.Null(await host.Office.Cycle.Apply(2022, new CycleCommand.Open("theme-seminaire", host.Office.Now, "coordination")));
        await host.Settle();
        var request = await Asked(host, Sheet);
        var before = (await NewcomerRoomTests.Lines(host)).Count;

        var preview = await CockpitHost.Read(await host.Submit(Form(await host.Page(request), "apercu"), ("pour", "la Mutualité")), HttpStatusCode.OK);
        await host.Submit(Form(preview, "accepter"));
        await host.Settle();
        var person = (await host.Office.Network.Load()).Active.Single(contact => contact.Address == Sheet.Address);
        var welcomed = (await NewcomerRoomTests.Lines(host)).Skip(before).ToList();
        host.Clock.Set(host.Office.Setting.Zone.At(new DateOnly(2021, 10, 11), new TimeOnly(9, 5)));
        await host.Settle();

        Assert.Equal(2, preview.QuerySelectorAll("blockquote").Length);
        Assert.Contains(preview.QuerySelectorAll("h2"), title => title.TextContent.Replace('\u00A0', ' ') == "Ce qui est ouvert, en un seul message le lundi 11 octobre 2021");
        Assert.Contains("avec les relances du lundi", preview.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("welcome", Assert.Single(welcomed), StringComparison.Ordinal);
        Assert.Contains(person.Id, (await host.Office.MailRoom.Outcomes("remind-2021-10-11")).Keys);
        Assert.Equal(2, (await host.Office.Asks.Latest(new DateOnly(2021, 10, 11)))!.Asked.Count(once => once.Contact == person.Id));
        Assert.DoesNotContain((await host.Office.Asks.Morning(new DateOnly(2021, 10, 12))).Leaves, asks => asks.Key == person.Id);
    }

    private static IHtmlFormElement Box(IHtmlDocument page) => page.QuerySelector<IHtmlFormElement>("main form:has(textarea)")!;

    private static string Typed(IHtmlDocument page) => page.QuerySelector<IHtmlTextAreaElement>("#texte")!.Value.Trim();

    private static async Task<string> Asked(CockpitHost host, JoinSheet sheet)
    {
        Assert.Null(await host.Office.Joins.Ask(sheet, host.Office.Now));
        return $"/cockpit/adhesions/{JoinRules.IdOf(sheet)}";
    }

    /// <summary>By the page that shows what leaves.</summary>
    private static async Task<HttpResponseMessage> Accept(CockpitHost host, IHtmlDocument page, params (string, string)[] typed) =>
        await host.Submit(Form(await CockpitHost.Read(await host.Submit(Form(page, "apercu"), typed), HttpStatusCode.OK), "accepter"));

    private static IHtmlFormElement Form(IHtmlDocument page, string act) =>
        page.QuerySelectorAll<IHtmlFormElement>("main form").Single(form => form.GetAttribute("action")!.EndsWith(act, StringComparison.Ordinal));
}
