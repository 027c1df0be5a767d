using System.Net;
using System.Text;
using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Core.Library.Joining;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Network;
using Almanach.Core.Network.Import;
using Almanach.Core.Privacy;
using Almanach.Core.Themes;
using Almanach.Web.Tests.CockpitRooms;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.Privacy;

/// <summary>Somebody asks to be erased: the coordinator is told, sees what goes and what stays, and nothing of it is found after.</summary>
public sealed class ErasureTests
{
    private static readonly DateTime Day = new(2021, 11, 8, 10, 0, 0);

    private static Contact Person => Partners.Referents[0];

    private static string Page => $"/cockpit/reseau/personnes/{Person.Id}/effacement";

    [Fact]
    public async Task The_request_is_among_what_waits_with_its_deadline()
    {
        await using var host = await CockpitHost.At(Day);
        await host.Office.DataRequests.AskErasure(Person, host.Office.Now);

        var today = await host.Page("/cockpit");
        var room = await host.Page("/cockpit/donnees");
        var page = await host.Page(Page);

        Assert.NotNull(today.QuerySelector($"a[href='{Page}']"));
        Assert.NotNull(room.QuerySelector($"a[href='{Page}']"));
        Assert.Contains("8\u00A0décembre 2021", room.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("8\u00A0décembre 2021", page.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_whose_month_is_over_is_said_to_be_late()
    {
        await using var host = await CockpitHost.At(Day);
        await host.Office.DataRequests.AskErasure(Person, host.Office.Now.AddMonths(-2));

        var card = await host.Page($"/cockpit/reseau/personnes/{Person.Id}");
        var page = await host.Page(Page);

        Assert.NotNull((await host.Page("/cockpit/donnees")).QuerySelector("#demandes ~ ul .tag"));
        const string late = "Le mois pour répondre est passé depuis le vendredi\u00A08\u00A0octobre 2021";
        Assert.Contains($"Demande l’effacement de ses données, le mercredi\u00A08\u00A0septembre 2021. {late}", card.QuerySelector(".notice.bad")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(late, page.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_and_what_stays_is_shown_and_looking_erases_nothing()
    {
        await using var host = await Full();
        var before = host.Store.Whole();

        var page = await host.Page(Page);

        Assert.Contains("courriel reçu", page.QuerySelector("#efface ~ ul")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("fichier", page.QuerySelector("#efface ~ ul")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("comptes-rendus", page.QuerySelector("#reste ~ ul")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, host.Store.Whole());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Once_erased_neither_her_name_nor_her_address_is_in_any_row_or_file_but_the_address_of_who_objected(bool objected)
    {
        await using var host = await Full();
        var (mention, name) = (new Mention(Person), new Mention(Person with { Address = "" }));
        Assert.True(await Somewhere(host, mention) > 10);
        if (objected)
            await host.Office.Objections.Set(Person.Id, true, host.Office.Now);
        await host.Office.DataRequests.AskErasure(Person, host.Office.Now);
        var answers = (await host.Office.Consultations.Answers("2022-themes")).Count;

        await Press(host);
        var atOnce = Kept(await host.Page("/cockpit/donnees"));
        await host.Settle();

        var contact = (await host.Office.Network.Load()).Contacts[Person.Id];
        Assert.True(contact.IsErased);
        Assert.Equal(("0", "1"), atOnce);
        Assert.Equal(atOnce, Kept(await host.Page("/cockpit/donnees")));
        Assert.Equal(objected ? Person.Address : "", contact.Address);
        Assert.Equal(answers, (await host.Office.Consultations.Answers("2022-themes")).Count);
        Assert.Empty(await host.Office.DataRequests.Open());
        Assert.Equal(0, await Somewhere(host, name));
        Assert.Equal(objected ? 1 : 0, await Somewhere(host, mention));
        Assert.Contains("ont été effacées", (await host.Page($"/cockpit/reseau/personnes/{Person.Id}?fait=effacement")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("à sa demande", (await host.Page("/cockpit/donnees")).QuerySelector("#nuits ~ ul")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_left_with_an_organisation_counts_as_gone_before_the_night_has_passed()
    {
        await using var host = await CockpitHost.At(Day);
        var organisation = (await host.Office.Network.Load()).Organisations[Person.Organisation];
        await host.Office.Network.Write([organisation with { Active = false }], []);
        var people = (await host.Office.Network.Load()).Contacts.Values.Count(contact => contact.Organisation == organisation.Id);

        Assert.Equal(($"{people}", "0"), Kept(await host.Page("/cockpit/donnees")));
    }

    /// <summary>How many left, and how many are erased.</summary>
    private static (string Left, string Erased) Kept(IHtmlDocument room)
    {
        string Of(string what) => room.QuerySelectorAll("#garde ~ div tr").Single(row => row.QuerySelector("th")!.TextContent == what).QuerySelector("td")!.TextContent;
        return (Of("Personnes parties"), Of("Personnes effacées"));
    }

    [Fact]
    public async Task A_message_ordered_a_moment_before_that_names_her_leaves_first_and_then_loses_its_words()
    {
        await using var host = await CockpitHost.At(Day);
        await host.Office.Members.Leave(Person.Id, "coordination", host.Office.Now, asks: true);

        await Press(host);
        await host.Settle();

        Assert.True((await host.Office.MailRoom.Find($"name-successor-{Person.Id}"))!.Erased);
        Assert.Equal("", (await host.Office.Vacancies.Find(Person.Id))!.Mark);
        Assert.Equal(0, await Somewhere(host, new Mention(Person)));
    }

    [Fact]
    public async Task A_place_she_had_at_a_meeting_open_to_all_is_given_back_and_her_registration_forgotten()
    {
        await using var host = await CockpitHost.At(Day);
        var (office, now) = (host.Office, host.Office.Now);
        var meeting = (await office.Cycle.Find(2022))!.Steps.First(step => step.Work is Core.Platforms.StepWork.Meet { Body: null } && step.Starts > now.AddDays(40));
        var id = $"2022-{meeting.Id}";
        Assert.Null(await office.Registrations.Take(id, new RegistrationCommand.Set(new RegistrationTerms(true, 10), "coordination", now)));
        foreach (var (key, name, address) in new[] { ("a", "C. Autre-Nom", Person.Address), ("b", "Luc Reste", "luc@asso.example.org") })
        {
            Assert.Null(await office.Registrations.Take(id, new RegistrationCommand.Ask(new Registrant(key, name, address, "", "rampe"), true, now)));
            Assert.Null(await office.Registrations.Take(id, new RegistrationCommand.Confirm(key, now)));
        }
        await host.Settle();
        Assert.Contains("C. Autre-Nom", await (await host.Get($"/cockpit/reseau/personnes/{Person.Id}/donnees.json")).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await Press(host);
        await host.Settle();

        Assert.Equal(["b"], (await office.Guests.People(id)).Select(person => person.Id));
        Assert.Equal(0, await Somewhere(host, new Mention(Person)));
    }

    [Fact]
    public async Task Others_keep_what_was_written_to_them()
    {
        await using var host = await Full();
        var other = Partners.Referents[1];
        var before = await host.Office.MailRoom.Find("invite-2022-themes");

        await Press(host);
        await host.Settle();

        Assert.Equal(before!.Letter, (await host.Office.MailRoom.Find("invite-2022-themes"))!.Letter, (one, two) => one!.Subject == two!.Subject && one.Bodies == two.Bodies);
        Assert.False(before.Erased);
        Assert.Contains(other.Name, (await host.Page($"/cockpit/reseau/personnes/{other.Id}")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await Files(host), path => path.EndsWith($"-{other.Id}.eml", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_press_or_another_tab_changes_nothing_more()
    {
        await using var host = await CockpitHost.At(Day);
        var seen = Print.Of((await host.Office.Network.Load()).Contacts[Person.Id]);

        await Press(host);
        var second = await host.Post(Page, ("vu", seen));
        await host.Settle();
        var third = await host.Post(Page, ("vu", seen));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (second.StatusCode, third.StatusCode));
        Assert.Contains("ajoutez-la comme une nouvelle personne", await third.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await host.Get(Page)).StatusCode);
    }

    [Fact]
    public async Task A_request_to_join_that_names_her_comes_first_and_then_loses_her_name_alone()
    {
        await using var host = await CockpitHost.At(Day);
        var sheet = new JoinSheet("Ville d’Exemple", host.Office.Setting.Platform.Colleges[0].Id, $"{Person.Name}, maire", "Paul", "Autre", "paul.autre@example.org", "", "");
        Assert.Null(await host.Office.Joins.Ask(sheet, host.Office.Now));
        var id = JoinRules.IdOf(sheet);

        var waits = await host.Page(Page);
        var refused = await host.Post(Page, ("vu", Print.Of((await host.Office.Network.Load()).Contacts[Person.Id])));
        Assert.Null(await host.Office.Joins.Decline(id, "Hors du territoire.", "coordination", host.Office.Now));
        var decided = await host.Page(Page);
        await Press(host);
        await host.Settle();

        Assert.Null(waits.QuerySelector($"form[action='{Page}']"));
        Assert.Contains("Ville d’Exemple", waits.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Ville d’Exemple", decided.QuerySelector("#efface ~ ul")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(sheet with { Representative = "" }, (await host.Office.Joins.Find(id))!.Sheet);
        Assert.Contains("nom effacé", (await host.Page($"/cockpit/adhesions/{id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await Somewhere(host, new Mention(Person)));
    }

    [Fact]
    public async Task A_successor_she_named_comes_first()
    {
        await using var host = await CockpitHost.At(Day);
        await host.Office.Requests.Ask(Person, "Luc Après", "luc.apres@example.org", "", host.Office.Now);

        var page = await host.Page(Page);
        var refused = await host.Post(Page, ("vu", Print.Of((await host.Office.Network.Load()).Contacts[Person.Id])));

        Assert.Null(page.QuerySelector($"form[action='{Page}']"));
        Assert.Contains("demande de remplacement", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.True((await host.Office.Network.Load()).Contacts[Person.Id].Active);
    }

    [Fact]
    public async Task A_new_address_is_accepted_or_the_request_is_closed_and_twice_is_once()
    {
        await using var host = await CockpitHost.At(Day);
        await host.Office.DataRequests.AskAddress(Person, "nouvelle@example.org", host.Office.Now);
        await host.Office.DataRequests.AskAddress(Partners.Referents[1], "autre@example.org", host.Office.Now);
        var page = await host.Page("/cockpit/donnees");

        var accept = page.QuerySelectorAll<IHtmlFormElement>("form[action$='/adresse']").First(form => form.GetAttribute("action")!.Contains(Person.Id, StringComparison.Ordinal));
        var first = await host.Submit(accept);
        var again = await host.Submit(accept);
        var closed = await host.Post($"/cockpit/donnees/demandes/adresse-{Partners.Referents[1].Id}");

        var roster = await host.Office.Network.Load();
        Assert.All(new[] { first, again, closed }, response => Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode));
        Assert.Equal(("nouvelle@example.org", Partners.Referents[1].Address), (roster.Contacts[Person.Id].Address, roster.Contacts[Partners.Referents[1].Id].Address));
        Assert.Empty(await host.Office.DataRequests.Open());
    }

    [Fact]
    public async Task The_room_is_linked_from_the_network_and_says_when_nothing_is_asked()
    {
        await using var host = await CockpitHost.At(Day);

        Assert.NotNull((await host.Page("/cockpit/reseau")).QuerySelector("a[href='/cockpit/donnees']"));
        var room = await host.Page("/cockpit/donnees");

        Assert.Equal(2, room.QuerySelectorAll("p.muted").Length);
        Assert.Contains("36\u00A0mois", room.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_register_entry_says_what_the_platform_configures_and_what_is_left_to_fill_in()
    {
        await using var host = await CockpitHost.At(Day);
        var legal = host.Office.Setting.Platform.Legal;

        var page = (await host.Page("/cockpit/donnees/registre")).QuerySelector("main")!.TextContent;
        var text = await (await host.Get("/cockpit/donnees/registre.md")).Content.ReadAsStringAsync();

        Assert.All(new[] { legal.Dpo, "36\u00A0mois après son départ", "90 jours", "article 28" }, word => Assert.All(new[] { page, text }, whole => Assert.Contains(word, whole, StringComparison.Ordinal)));
        Assert.Contains(legal.Basis, text, StringComparison.Ordinal);
        Assert.Equal(11, text.Split("\n## ").Length - 1);
    }

    [Fact]
    public async Task The_coordinator_downloads_the_same_file_for_who_asks_by_telephone()
    {
        await using var host = await CockpitHost.At(Day);

        var text = await (await host.Get($"/cockpit/reseau/personnes/{Person.Id}/donnees.json")).Content.ReadAsStringAsync();

        Assert.Contains(Person.Address, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Partners.Referents[1].Address, text, StringComparison.Ordinal);
    }

    private static async Task Press(CockpitHost host)
    {
        var form = (await host.Page(Page)).QuerySelector<IHtmlFormElement>($"form[action='{Page}']");
        using var response = await host.Submit(form!);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
    }

    /// <summary>A platform that names her wherever it can: proposals and receipts, a mail, an import, the public form, a succession, a speaker, a resource person.</summary>
    private static async Task<CockpitHost> Full()
    {
        var host = await CockpitHost.At(Day, [.. Partners.Propose(4)]);
        var (office, now) = (host.Office, host.Office.Now);
        var colleague = (await office.Network.Load()).Active.First(other => other.Organisation == Person.Organisation && other.Id != Person.Id);
        Assert.Null(await office.Inbox.Receive(Encoding.UTF8.GetBytes($"From: {Person.Name} <{Person.Address}>\r\nTo: x@pfoss.example.org\r\nSubject: Bonjour\r\nMessage-ID: <m1@example.org>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nBien à vous,\r\n{Person.Name}\r\n"), now));
        Assert.Null(await office.Imports.Start(new ImportPlan("", [], [], new ImportedRows([], [Person], []), []), "coordination", now));
        await host.Files.Write("imports/depots/abc", Encoding.UTF8.GetBytes($"Nom;Prénom;Courriel\n{Person.LastName};{Person.FirstName};{Person.Address}\n"));
        Assert.Null(await office.Outside.Propose(new OutsideProposal("Un organisme", "Un sujet", "", null, Person.Address), 2022, now));
        // She leaves and comes back, so that her organisation was asked who takes her place: a message to others that names her.
        await office.Members.Leave(Person.Id, "coordination", now, asks: true);
        await host.Settle();
        var left = (await office.Network.Load()).Contacts[Person.Id];
        await office.Network.Write([], [left with { Active = true, Left = null }]);
        Assert.Null(await office.Requests.Ask(colleague, Person.Name, Person.Address, "", now, colleague.Id));
        await office.Requests.Settle((await office.Requests.Open()).Single().Id, "coordination", now);
        Assert.NotNull(await office.MailRoom.Find($"name-successor-{Person.Id}"));
        await office.Ledger.Write(new Core.Engine.Draft.Write(Group.Partition, [new Core.Ports.Change.Put($"{Group.Prefix}g1", Stored.Write(
            new Group("g1", "Un groupe", 2022, "a", now, "", null, [], [new ResourcePerson(Person.Name, "Ailleurs"), new ResourcePerson("Paul Reste", "Ailleurs")], "", [])))], []));
        await host.Settle();
        return host;
    }

    /// <summary>In how many rows and files a text names somebody; documents that were circulated apart.</summary>
    private static async Task<int> Somewhere(CockpitHost host, Mention mention)
    {
        var count = (host.Store.Whole()).Split('\n').Count(row => !row.StartsWith("documents/", StringComparison.Ordinal) && mention.In(row.Replace("\\n", " ", StringComparison.Ordinal)));
        foreach (var path in await Files(host))
            if (!path.StartsWith("documents/", StringComparison.Ordinal) && mention.In(Whole(Encoding.UTF8.GetString((await host.Files.Read(path))!))))
                count++;
        return count;
    }

    /// <summary>A mail has soft line ends and words in encoded headers.</summary>
    private static string Whole(string text) => text.Replace("=\r\n", "", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<string>> Files(CockpitHost host)
    {
        List<string> paths = [];
        await foreach (var path in host.Files.List(""))
            paths.Add(path);
        return paths;
    }
}
