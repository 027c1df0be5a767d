using System.Net;
using Almanach.Core.Consultations;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Network;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>Somebody leaves: what the coordinator sees before, what passes, and what old links open.</summary>
public sealed class SuccessionRoomTests
{
    private static readonly DateTime Day = new(2021, 10, 20, 10, 0, 0);

    /// <summary>The committee is convened, and asked who comes.</summary>
    private static readonly DateTime Convened = new(2021, 12, 2, 10, 0, 0);

    [Fact]
    public async Task Accepting_a_request_shows_what_changes_and_each_message_and_exactly_those_leave()
    {
        await using var host = await CockpitHost.At(Day);
        var by = Partners.Referents[0];
        var before = (await host.Office.Consultations.Find("2022-themes"))!;
        await host.Office.Requests.Ask(by, "Luc Après", "luc.apres@dreets.example.org", "chargé d’études", host.Office.Now);
        var old = $"/r/{host.Office.Links.Token(ConsultationDesk.Link(before), by)}";

        var today = await host.Page("/cockpit");
        var page = await host.Page(today.QuerySelector("a[href^='/cockpit/reseau/demandes/']")!.GetAttribute("href")!);
        Assert.True((await host.Office.Network.Load()).Contacts[by.Id].Active);
        var response = await host.Submit(page.QuerySelector<IHtmlFormElement>("form[action$=accepter]")!);
        await host.Settle();

        Assert.Equal("/cockpit/reseau/personnes/c0387?fait=relais", response.Headers.Location!.OriginalString);
        var roster = await host.Office.Network.Load();
        Assert.Equal(by.Roles.Where(role => role.Kind != RoleKind.Reader), roster.Contacts["c0387"].Roles);
        Assert.Equal("Luc Après", roster.Contacts["c0387"].Name);
        Assert.False(roster.Contacts[by.Id].Active);
        var asked = await host.Office.Consultations.Asked((await host.Office.Consultations.Find("2022-themes"))!);
        Assert.Contains(asked, member => member.Contact == "c0387");
        Assert.DoesNotContain(asked, member => member.Contact == by.Id);
        Assert.Equal(before.Asked, (await host.Office.Consultations.Find("2022-themes"))!.Asked);
        Assert.Contains("Collecte des thèmes 2022", page.QuerySelector("[aria-labelledby=effets]")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll("blockquote").Length);
        var sent = await Sent(host, "c0387");
        Assert.Equal(page.QuerySelectorAll("blockquote strong").Select(subject => subject.TextContent).Order(), sent.Order());
        Assert.Empty(await host.Office.Requests.Open());

        var gone = await CockpitHost.Read(await host.Get(old), HttpStatusCode.Gone);
        Assert.Contains("Une autre personne répond désormais pour", gone.Body!.TextContent);
        Assert.DoesNotContain("Après", gone.Body!.TextContent);
    }

    [Fact]
    public async Task An_answer_of_the_organisation_stays_and_the_successor_finds_it_with_who_gave_it()
    {
        await using var host = await CockpitHost.At(Day, [.. Partners.Propose(1)]);
        var by = Partners.Referents[0];
        await host.Office.Requests.Ask(by, "Luc Après", "luc.apres@dreets.example.org", "", host.Office.Now);

        await host.Submit((await host.Page($"/cockpit/reseau/demandes/{(await host.Office.Requests.Open()).Single().Id}")).QuerySelector<IHtmlFormElement>("form[action$=accepter]")!);
        await host.Settle();

        var consultation = (await host.Office.Consultations.Find("2022-themes"))!;
        var page = await host.Page($"/r/{host.Office.Links.Token(ConsultationDesk.Link(consultation), (await host.Office.Network.Load()).Contacts["c0387"])}");
        Assert.Contains(by.Name, page.QuerySelector(".who")!.TextContent);
        Assert.Contains(Partners.Titles[0], page.Body!.TextContent);
        Assert.Equal(1, consultation.Answered);
    }

    [Fact]
    public async Task A_member_of_a_convened_committee_is_replaced_the_successor_is_convened_and_asked_who_comes()
    {
        await using var host = await CockpitHost.At(Convened);
        var by = (await host.Office.Network.Load()).Of("copil")[0];
        var before = (await host.Office.Consultations.Find("2022-copil-presence"))!;
        await host.Office.Requests.Ask(by, "Luc Après", "luc.apres@dreets.example.org", "", host.Office.Now);

        var page = await host.Page($"/cockpit/reseau/demandes/{(await host.Office.Requests.Open()).Single().Id}");
        await host.Submit(page.QuerySelector<IHtmlFormElement>("form[action$=accepter]")!);
        await host.Settle();

        var sent = await Lines(host, "c0387");
        Assert.Contains(sent, line => line.Key.StartsWith("convene-2022-copil-", StringComparison.Ordinal));
        var convocation = (await host.Office.MailRoom.Find(sent.First(line => line.Key.StartsWith("convene-2022-copil-", StringComparison.Ordinal)).Key))!;
        Assert.Equal("2022-copil@example.org", convocation.Mailing.Event!.Uid);
        var after = (await host.Office.Consultations.Find("2022-copil-presence"))!;
        Assert.Equal(before.Asked, after.Asked);
        Assert.Contains(await host.Office.Consultations.Asked(after), member => member.Contact == "c0387");
        Assert.DoesNotContain((await host.Office.Network.Load()).Of("copil"), member => member.Id == by.Id);
        Assert.DoesNotContain(await host.Office.Asks.Due(ConsultationDesk.LastDay(after.Closes!.Value, host.Office.Setting.Zone)), ask => ask.Contact == by.Id);
    }

    [Fact]
    public async Task A_departure_shows_the_question_to_the_colleague_who_then_names_the_successor_by_a_link()
    {
        await using var host = await CockpitHost.At(Day);
        var (left, colleague) = await Pair(host);

        var page = await host.Page($"/cockpit/reseau/personnes/{left.Id}/depart");
        await host.Submit(page.QuerySelector<IHtmlFormElement>("main form")!);
        await host.Settle();

        Assert.Contains($"Tel que le lit {colleague.Name}", page.QuerySelector("main")!.TextContent);
        var mailing = (await host.Office.MailRoom.Find($"name-successor-{left.Id}"))!.Mailing;
        Assert.Equal([colleague.Id], (await host.Office.MailRoom.Outcomes(mailing.Key)).Keys);
        var link = new Uri(host.Office.Links.Address(mailing.Link, colleague)).AbsolutePath;
        Assert.EndsWith("/suite", link);
        var form = await host.Page(link);
        Assert.Contains(left.Name, form.QuerySelector("h1")!.TextContent);

        await host.Post(link, ("moi", "oui"));

        var request = (await host.Office.Requests.Open()).Single();
        Assert.Equal((colleague.Id, left.Id, colleague.Address), (request.Contact, request.Replaced, request.Address));
        Assert.Contains("Votre demande est transmise", (await host.Page(link)).QuerySelector("h1")!.TextContent);
        Assert.Contains($"{colleague.Name} prend la suite de {left.Name}", (await host.Page($"/cockpit/reseau/demandes/{request.Id}")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_colleague_names_another_person_or_is_told_what_is_missing_and_nobody_else_can()
    {
        await using var host = await CockpitHost.At(Day);
        var (left, colleague) = await Pair(host);
        await host.Office.Members.Leave(left.Id, "coordination", host.Office.Now, asks: true);
        var link = $"/p/{host.Office.Links.Token(new LinkTo(LinkPurpose.Person, VacancyDesk.Subject + left.Id, host.Office.Now.AddDays(3)), colleague)}/suite";
        var stranger = Partners.Referents.First(other => other.Organisation != left.Organisation);
        var foreign = $"/p/{host.Office.Links.Token(new LinkTo(LinkPurpose.Person, VacancyDesk.Subject + left.Id, host.Office.Now.AddDays(3)), stranger)}/suite";
        var plain = $"/p/{host.Office.Links.Token(new LinkTo(LinkPurpose.Person, "", host.Office.Now.AddDays(3)), colleague)}/suite";

        var refused = await CockpitHost.Read(await host.Post(link, ("nom", ""), ("adresse", "pas une adresse")), HttpStatusCode.UnprocessableEntity);
        await host.Post(link, ("nom", "Luc Après"), ("adresse", "luc.apres@dreets.example.org"));

        Assert.Equal(["#nom", "#adresse"], refused.QuerySelectorAll(".errors a").Select(line => line.GetAttribute("href")));
        Assert.Equal("Luc Après", (await host.Office.Requests.Open()).Single().Name);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Get(foreign)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Get(plain)).StatusCode);
    }

    [Fact]
    public async Task Two_people_of_one_organisation_see_each_others_answer_and_who_may_change_it()
    {
        await using var host = await CockpitHost.At(Day, [.. Partners.Propose(Partners.Referents.Count)]);
        var consultation = (await host.Office.Consultations.Find("2022-themes"))!;
        var roster = await host.Office.Network.Load();
        var pair = (await host.Office.Consultations.Asked(consultation)).GroupBy(member => member.Organisation).First(group => group.Count() == 2).Select(member => roster.Contacts[member.Contact]).ToList();
        var (referent, suppleant) = pair[0].Is(RoleKind.Referent) ? (pair[0], pair[1]) : (pair[1], pair[0]);

        var theirs = (await host.Page($"/r/{host.Office.Links.Token(ConsultationDesk.Link(consultation), suppleant)}")).QuerySelector(".who")!.TextContent;
        var own = (await host.Page($"/r/{host.Office.Links.Token(ConsultationDesk.Link(consultation), referent)}")).QuerySelector(".who")!.TextContent;

        Assert.Contains(referent.Name, theirs);
        Assert.Contains("a répondu", theirs);
        Assert.Contains("octobre 2021", theirs);
        Assert.Contains("Vous avez répondu", own);
        Assert.Contains($"Peut aussi la modifier, par son propre lien\u00A0: {suppleant.Name}.", own);
    }

    private static async Task<IReadOnlyList<MailingLine>> Lines(CockpitHost host, string contact)
    {
        List<MailingLine> lines = [];
        await foreach (var line in host.Office.MailRoom.Lines(DateTimeOffset.MinValue, DateTimeOffset.MaxValue))
            if ((await host.Office.MailRoom.Outcomes(line.Key)).ContainsKey(contact))
                lines.Add(line);
        return lines;
    }

    private static async Task<IReadOnlyList<string>> Sent(CockpitHost host, string contact) => [.. (await Lines(host, contact)).Select(line => line.Subject)];

    /// <summary>A référent and a suppléant of one organisation.</summary>
    private static async Task<(Contact Referent, Contact Suppleant)> Pair(CockpitHost host)
    {
        var roster = await host.Office.Network.Load();
        var referent = roster.Active.First(contact => contact.Is(RoleKind.Referent) && VacancyRules.Colleague(contact, roster) is not null);
        return (referent, VacancyRules.Colleague(referent, roster)!);
    }
}
