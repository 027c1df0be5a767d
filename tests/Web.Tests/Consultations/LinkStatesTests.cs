using System.Net;
using Almanach.Core.Consultations;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Network;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Consultations;

/// <summary>What every kind of link opens: a page that helps, or the one 404.</summary>
public sealed class LinkStatesTests
{
    private const string Themes = "2022-themes";

    [Fact]
    public async Task Every_token_we_did_not_sign_gets_one_and_the_same_page()
    {
        await using var platform = await TestPlatform.Collecting();
        var path = await platform.Answer(Themes, await platform.Referent("drome"));
        var client = platform.Client();
        var token = path["/r/".Length..];
        List<string> tokens = ["x", "v1", "v1.t..", "v1.t.e30.e30", "v2" + token[2..], token + "x", token[..^1], token + ".", new string('a', 3_000), "é", "..%2f", token.ToUpperInvariant()];
        foreach (var place in Enumerable.Range(0, token.Length))
            tokens.Add(string.Concat(token.AsSpan(0, place), token[place] == 'A' ? "B" : "A", token.AsSpan(place + 1)));

        HashSet<string> pages = [];
        foreach (var mutated in tokens.Where(other => other != token))
            foreach (var tail in new[] { "", "/recu" })
            {
                using var response = await client.GetAsync(new Uri($"/r/{mutated}{tail}", UriKind.Relative));
                Assert.True(response.StatusCode == HttpStatusCode.NotFound, $"{mutated}{tail}: {response.StatusCode}");
                pages.Add(await response.Content.ReadAsStringAsync());
            }

        Assert.Single(pages);
    }

    [Fact]
    public async Task An_expired_link_offers_a_new_one_and_ten_clicks_send_one_mail_a_day()
    {
        await using var platform = await TestPlatform.Collecting();
        var contact = await platform.Referent("drome");
        var path = Link(platform, contact, platform.Office.Now.AddDays(-1));
        var client = platform.Client();

        var page = await client.Open(path, HttpStatusCode.Gone);
        for (var click = 0; click < 10; click++)
            Assert.Equal($"{path}/lien", await client.SendOn($"{path}/lien"));
        await platform.Settle();
        var sent = await client.Open($"{path}/lien");
        var today = platform.Mailer.Sent.Where(mail => mail.Letter.Key.StartsWith("link-", StringComparison.Ordinal)).ToList();
        platform.Clock.Set(platform.Office.Now.AddDays(1));
        await client.SendOn($"{path}/lien");
        await platform.Settle();

        Assert.Equal("Ce lien a expiré", page.Heading());
        Assert.Contains("Rien n’est perdu.", page.Text());
        Assert.Single(page.QuerySelectorAll("button"));
        Assert.Contains($"{contact.Address[0]}…@drome.example.org", page.Text());
        Assert.DoesNotContain(contact.Address, page.Text() + sent.Text());
        var mail = Assert.Single(today);
        Assert.Equal(contact.Id, mail.To.Id);
        var link = Assert.IsType<SlotValue.Text>(mail.To.Slots["lien"]).Value;
        await client.Open(new Uri(link).AbsolutePath);
        Assert.Equal(2, platform.Mailer.Sent.Count(other => other.Letter.Key.StartsWith("link-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_link_of_last_year_offers_the_consultation_of_this_year()
    {
        await using var platform = await TestPlatform.Collecting();
        var contact = await platform.Referent("drome");
        var open = (await platform.Office.Consultations.Find(Themes))!;
        await platform.Office.Ledger.Commit(new Core.Engine.Draft.Write(Consultation.Partition("2021-themes"),
            [new Core.Ports.Change.Insert(Consultation.Key, Core.Engine.Stored.Write(open with { Id = "2021-themes", Year = 2021, State = ConsultationState.Closed, Closes = platform.Office.Now.AddDays(-300) }))], []));

        var page = await platform.Client().Open(Link(platform, contact, platform.Office.Now.AddDays(-200), "2021-themes"), HttpStatusCode.Gone);

        Assert.Contains("Celle de 2022 est ouverte jusqu’au mardi\u00A02\u00A0novembre 2021", page.Text());
        Assert.NotNull(page.QuerySelector("form[action$='/lien'] button"));
    }

    [Fact]
    public async Task A_link_replaced_by_a_later_one_says_so_and_can_be_asked_anew()
    {
        await using var platform = await TestPlatform.Collecting();
        var contact = await platform.Referent("drome");
        var path = await platform.Answer(Themes, contact);
        await platform.Office.Network.Write([], [contact with { Generation = 2 }]);
        var client = platform.Client();

        var page = await client.Open(path, HttpStatusCode.Gone);
        await client.SendRefused(path, HttpStatusCode.Gone, ("_revision", "0"), ("titre", "La mobilité"));
        await client.SendRefused($"{path}/autre", HttpStatusCode.Gone, ("nom", "Ève"), ("adresse", "eve@example.org"));

        Assert.Equal("Ce lien a été remplacé", page.Heading());
        Assert.NotNull(page.QuerySelector("form[action$='/lien']"));
        Assert.Null(await platform.Office.Consultations.AnswerOf(Themes, "drome"));
        Assert.Empty(await platform.Office.Requests.Open());
    }

    [Fact]
    public async Task The_link_of_somebody_who_left_opens_nothing_but_takes_the_name_of_a_successor()
    {
        await using var platform = await TestPlatform.Collecting();
        var contact = await platform.Referent("drome");
        var path = await platform.Answer(Themes, contact);
        await platform.Office.Network.Write([], [contact with { Active = false }]);
        var client = platform.Client();

        var page = await client.Open(path, HttpStatusCode.Gone);
        await client.SendOn($"{path}/autre", ("nom", "Ève Roux"), ("adresse", "eve.roux@drome.example.org"));

        Assert.Equal("Ce lien n’est plus attribué", page.Heading());
        Assert.Null(page.QuerySelector("form"));
        Assert.Single(await platform.Office.Requests.Open());
    }

    [Fact]
    public async Task Before_the_opening_the_page_gives_the_day()
    {
        await using var platform = await TestPlatform.Collecting();

        var page = await platform.Client().Open(await platform.Answer("2022-vote", await platform.Referent("drome")));

        Assert.Equal("Cette consultation n’est pas encore ouverte", page.Heading());
        Assert.Contains("mardi\u00A016\u00A0novembre 2021 à 9\u00A0h", page.Text());
        Assert.Null(page.QuerySelector("form"));
    }

    [Fact]
    public async Task A_link_to_ones_own_page_leads_there_from_the_wrong_address()
    {
        await using var platform = await TestPlatform.Collecting();
        var own = platform.Own(await platform.Referent("drome"));

        var page = await platform.Client().Open(own.Replace("/p/", "/r/", StringComparison.Ordinal));

        Assert.Equal(own, page.QuerySelector("a.button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_successor_is_named_once_however_often_it_is_sent_and_nothing_else_changes()
    {
        await using var platform = await TestPlatform.Collecting();
        var contact = await platform.Referent("drome");
        var path = await platform.Answer(Themes, contact);
        var client = platform.Client();

        var wrong = await client.SendRefused($"{path}/autre", HttpStatusCode.UnprocessableEntity, ("nom", " "), ("adresse", "pas une adresse"), ("fonction", "chargée d’études"));
        for (var click = 0; click < 3; click++)
            await client.SendOn($"{path}/autre", ("nom", "Ève Roux"), ("adresse", "eve.roux@drome.example.org"), ("fonction", "chargée d’études"));
        await platform.Settle();

        Assert.Equal(2, wrong.QuerySelectorAll(".errors li").Length);
        Assert.Equal("chargée d’études", wrong.Value("fonction"));
        var request = Assert.Single(await platform.Office.Requests.Open());
        Assert.Equal((contact.Id, "drome", "Ève Roux", "eve.roux@drome.example.org"), (request.Contact, request.Organisation, request.Name, request.Address));
        Assert.Equal(contact, await platform.Contact(contact.Id), new SameContact());
        Assert.Null(await platform.Office.Requests.Settle(request.Id, "coordination", platform.Office.Now));
        Assert.Empty(await platform.Office.Requests.Open());
    }

    [Fact]
    public async Task When_nothing_is_open_an_expired_link_offers_one_to_ones_own_page()
    {
        await using var platform = await TestPlatform.Voting();
        await platform.AfterEndOf("vote");
        var contact = await platform.Referent("drome");
        var client = platform.Client();

        var page = await client.Open(Link(platform, contact, platform.Office.Now.AddDays(-1)), HttpStatusCode.Gone);
        await client.SendOn(page.QuerySelector("form")!.GetAttribute("action")!);
        await platform.Settle();

        Assert.Single(platform.Mailer.Sent, mail => mail.Letter.Key.StartsWith("link-page-", StringComparison.Ordinal) && mail.To.Id == contact.Id);
    }

    [Fact]
    public async Task Whoever_lost_a_link_asks_for_another_by_address_and_cannot_tell_who_is_in_the_network()
    {
        await using var platform = await TestPlatform.Collecting();
        var (contact, silent) = (await platform.Referent("drome"), await platform.Referent("isere"));
        await platform.Office.Objections.Set(silent.Id, true, platform.Office.Now);
        await platform.Settle();
        var client = platform.Client();

        var lost = await client.Open("/r/v1.tronque", HttpStatusCode.NotFound);
        var form = lost.QuerySelector("form")!.GetAttribute("action")!;
        HashSet<string> pages = [];
        foreach (var address in new[] { contact.Address, contact.Address.ToUpperInvariant(), silent.Address, "personne@example.org" })
            pages.Add((await client.Open(await client.SendOn(form, ("adresse", address)))).Text());
        var wrong = await client.SendRefused(form, HttpStatusCode.UnprocessableEntity, ("adresse", "moi@exemple"));
        await platform.Settle();

        Assert.Contains(platform.Office.Setting.Platform.Brand.Mailbox, lost.Text());
        Assert.Contains("Si cette adresse est dans notre annuaire", Assert.Single(pages));
        Assert.Equal("moi@exemple", wrong.Value("adresse"));
        var sent = platform.Mailer.Sent.Where(mail => mail.Letter.Key.StartsWith("link-", StringComparison.Ordinal)).ToList();
        Assert.Equal(new[] { contact.Id, silent.Id }.Order(StringComparer.Ordinal), sent.Select(mail => mail.To.Id).Order(StringComparer.Ordinal));
        var mail = sent.Single(mail => mail.To.Id == contact.Id);
        Assert.Equal($"Bonjour {contact.Name}", (await client.Open(new Uri(Assert.IsType<SlotValue.Text>(mail.To.Slots["lien"]).Value).AbsolutePath)).Heading());
    }

    [Fact]
    public async Task Somebody_who_objects_to_mail_still_gets_the_link_asked_for_from_an_expired_one()
    {
        await using var platform = await TestPlatform.Collecting();
        var contact = await platform.Referent("drome");
        await platform.Office.Objections.Set(contact.Id, true, platform.Office.Now);
        var path = Link(platform, contact, platform.Office.Now.AddDays(-1));
        var client = platform.Client();

        var page = await client.Open(path, HttpStatusCode.Gone);
        var sent = await client.Open(await client.SendOn(page.QuerySelector("form")!.GetAttribute("action")!));
        await platform.Settle();

        Assert.Equal("Un nouveau lien est parti", sent.Heading());
        var mail = Assert.Single(platform.Mailer.Sent, mail => mail.To.Id == contact.Id && mail.Letter.Key.StartsWith("link-", StringComparison.Ordinal));
        await client.Open(new Uri(Assert.IsType<SlotValue.Text>(mail.To.Slots["lien"]).Value).AbsolutePath);
    }

    private static string Link(TestPlatform platform, Contact contact, DateTimeOffset expires, string consultation = Themes) =>
        $"/r/{platform.Office.Links.Token(new LinkTo(LinkPurpose.Answer, consultation, expires), contact)}";

    private sealed class SameContact : IEqualityComparer<Contact>
    {
        public bool Equals(Contact? x, Contact? y) => x is not null && y is not null && Core.Engine.Stored.Write(x) == Core.Engine.Stored.Write(y);

        public int GetHashCode(Contact obj) => 0;
    }
}
