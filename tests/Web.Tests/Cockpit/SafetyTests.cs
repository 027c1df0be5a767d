using System.Net;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.Cockpit;

public sealed class SafetyTests
{
    private static readonly DateTime Day = new(2021, 10, 6, 10, 0, 0);

    private static readonly string[] Pages =
    [
        "/cockpit", "/cockpit/annee", "/cockpit/annee/2022", "/cockpit/annee/2022/charge", "/cockpit/annee/2023/charge", "/cockpit/annee/charge", "/cockpit/etape/2022/collecte", "/cockpit/etape/2022/vote", "/cockpit/etape/2022/copil",
        "/cockpit/etape/2022/vote/ouvrir", "/cockpit/etape/2022/collecte/clore", "/cockpit/etape/2022/vote/passer", "/cockpit/etape/2022/collecte/rouvrir",
        "/cockpit/etape/2022/copil/deplacer", "/cockpit/etape/2022/copil/deplacer?debut=2022-01-11", "/cockpit/etape/2022/vote/lettre/ouvrir/0",
        "/cockpit/etape/2022/programme/lettre/prevue/0", "/cockpit/messages", "/cockpit/messages/invite-2022-themes", "/cockpit/textes",
        "/cockpit/textes/relance", "/cockpit/textes/relance/lettre", "/cockpit/journal", "/cockpit/journal.csv", "/cockpit/repetition/2022", "/cockpit/entrer?code=ABCD-EFGH",
    ];

    private static readonly string[] Posts =
    [
        "/cockpit/sortir", "/cockpit/demonstration", "/cockpit/etape/2022/vote/ouvrir", "/cockpit/etape/2022/collecte/clore", "/cockpit/etape/2022/vote/passer",
        "/cockpit/etape/2022/collecte/rouvrir", "/cockpit/etape/2022/copil/deplacer", "/cockpit/messages/annuler", "/cockpit/messages/invite-2022-themes/reprendre",
        "/cockpit/textes/relance", "/cockpit/textes/relance/lettre",
    ];

    [Fact]
    public async Task Reading_changes_nothing()
    {
        await using var seat = await Seat.At(Day);
        var (before, mails) = (seat.Store.Whole(), seat.Mail.Sent.Count);

        foreach (var page in Pages)
            Assert.True((int)(await seat.Get(page)).StatusCode < 400, page);
        foreach (var post in Posts)
            await seat.Get(post);

        Assert.Equal((before, mails), (seat.Store.Whole(), seat.Mail.Sent.Count));
    }

    [Fact]
    public async Task A_form_that_does_not_come_from_a_page_of_ours_is_refused()
    {
        await using var seat = await Seat.At(Day);
        var before = seat.Store.Whole();

        foreach (var post in Posts)
        {
            Assert.True((await seat.Send(post)).StatusCode == HttpStatusCode.Forbidden, post);
            Assert.True((await seat.Send(post, ("jeton", "faux"))).StatusCode == HttpStatusCode.Forbidden, post);
        }

        Assert.Equal(before, seat.Store.Whole());
    }

    [Fact]
    public async Task Without_a_session_nothing_can_be_posted()
    {
        await using var seat = await Seat.Outside(Day);

        foreach (var post in Posts)
            Assert.True((await seat.Send(post, ("jeton", ""))).StatusCode == HttpStatusCode.Unauthorized, post);
    }

    [Theory]
    [InlineData("/cockpit/messages/rien")]
    [InlineData("/cockpit/nulle-part")]
    public async Task A_page_that_does_not_exist_leads_the_coordinator_back_to_the_first(string address)
    {
        await using var seat = await Seat.At(Day);

        var page = await seat.Page(address, HttpStatusCode.NotFound);

        Assert.NotNull(page.QuerySelector("main a[href='/cockpit']"));
        Assert.DoesNotContain("coordination", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/cockpit/annee/0")]                                  // no such year
    [InlineData("/cockpit/annee/99999999999")]                        // no number a year could be
    [InlineData("/cockpit/etape/2022/rien")]                          // no such step
    [InlineData("/cockpit/etape/2022/%2e%2e")]                        // a path
    [InlineData("/cockpit/etape/2022/vote/lettre/ouvrir/99")]         // no such letter
    [InlineData("/cockpit/etape/2022/vote/lettre/ouvrir/-1")]         // nor this one
    [InlineData("/cockpit/etape/2022/lettre-9")]                      // an occurrence that is not
    [InlineData("/cockpit/messages/%2F%23%3F")]                       // characters no key has
    [InlineData("/cockpit/messages/rien")]                            // no such message
    [InlineData("/cockpit/messages/invite-2022-themes/lettre/nobody")] // nobody of its audience
    [InlineData("/cockpit/textes/..%2Fplatform")]                     // not a text
    public async Task What_does_not_exist_is_not_found(string address)
    {
        await using var seat = await Seat.At(Day);

        Assert.Equal(HttpStatusCode.NotFound, (await seat.Get(address)).StatusCode);
    }

    [Fact]
    public async Task Whatever_is_sent_is_never_our_fault()
    {
        await using var seat = await Seat.At(Day);
        var token = ((IHtmlInputElement)(await seat.Page("/cockpit")).QuerySelector("input[name=jeton]")!).Value;
        string[] garbage = ["", "\uFFFD\u0000", new string('x', 5000), "2021-13-45", "'; drop table--", "<script>alert(1)</script>", "../../etc", "0x1F"];

        foreach (var junk in garbage)
        {
            foreach (var post in Posts.Where(post => post != "/cockpit/sortir"))
            {
                var answer = await seat.Send(post, ("jeton", token), ("debut", junk), ("fin", junk), ("raison", junk), ("destinataires", junk), ("accepte", junk),
                    ("message", junk), ("vers", junk), ("texte", junk), ("geste", junk), ("avancer", junk));
                Assert.True((int)answer.StatusCode < 500, $"{post} {junk}");
                Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
            foreach (var query in new[] { "/cockpit/messages?page=", "/cockpit/journal?mois=", "/cockpit/journal?etape=", "/cockpit/etape/2022/copil/deplacer?debut=", "/cockpit/entrer?code=", "/cockpit/messages/invite-2022-themes?comme=", "/cockpit?fait=", "/cockpit/etape/2022/vote?fait=" })
                Assert.True((int)(await seat.Get(query + Uri.EscapeDataString(junk))).StatusCode < 500, query + junk);
        }

        Assert.True((await seat.Office.Cycle.Find(2022))!.Find("vote")!.IsAhead);
    }
}
