using System.Net;
using Almanach.Core.Consultations;
using Almanach.Core.Documents;
using Almanach.Core.Meetings.Sittings;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>Who counts at a meeting, and what is decided by how many.</summary>
public sealed class SittingTests
{
    private static readonly DateTime After = new(2021, 12, 14, 12, 0, 0);
    private static readonly IReadOnlyList<Contact> Members = [.. CockpitHost.Setting().Folder.Contacts.Where(contact => contact.Active && contact.SitsIn("copil"))];

    [Fact]
    public async Task A_proxy_nobody_can_hold_is_refused_beside_its_field_and_what_was_typed_stays()
    {
        await using var host = await CockpitHost.At(After);
        var (absent, other) = (Members[0], Members[1]);

        var page = await CockpitHost.Read(await Save(host, ($"presence-{absent.Id}", "Represented"), ($"pouvoir-{absent.Id}", other.Name)), HttpStatusCode.UnprocessableEntity);

        Assert.Equal($"#pouvoir-{absent.Id}", page.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Contains("n’est pas là", page.QuerySelector($".field.error .message")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(other.Name, page.QuerySelector<IHtmlInputElement>($"#pouvoir-{absent.Id}")!.Value);
        Assert.Equal("Represented", page.QuerySelector<IHtmlSelectElement>($"[name=presence-{absent.Id}]")!.Value);
        Assert.Empty((await host.Office.Meetings.Find("2022-copil"))!.Attendance);
    }

    [Fact]
    public async Task The_member_somebody_named_in_her_answer_is_proposed_and_counts_once_saved()
    {
        var (absent, holder) = (Members[0], Members[1]);
        var said = (Core.Rehearsal.Act.Respond)Partners.Attend(absent, AttendanceMode.Represented) with
        {
            Values = new Dictionary<string, AnswerValue> { ["presence"] = new AnswerValue.Attendance(AttendanceMode.Represented, "", holder.Name) },
        };
        await using var host = await CockpitHost.Where(Half, After, said, Partners.Attend(holder, AttendanceMode.Remote));

        var before = await host.Page("/cockpit/reunions/2022-copil");
        await host.Submit(Sheet(before));
        var after = await host.Page("/cockpit/reunions/2022-copil");
        var print = await host.Page("/cockpit/reunions/2022-copil/emargement");

        Assert.StartsWith(holder.Name, before.QuerySelector<IHtmlInputElement>($"#pouvoir-{absent.Id}")!.Value, StringComparison.Ordinal);
        Assert.Equal(holder.Id, (await host.Office.Meetings.Find("2022-copil"))!.Proxies![absent.Id]);
        var words = Plain(after.QuerySelector("#emargement")!.ParentElement!.TextContent);
        Assert.Contains($"1 membre présent et 1 représenté, sur {Members.Count}.", words, StringComparison.Ordinal);
        Assert.Contains($"il manque {Needed - 2} membres", words, StringComparison.Ordinal);
        Assert.Equal(["Organisme", "Personne", "Annoncé", "Pouvoir donné à", "Signature"], print.QuerySelectorAll("table.signing th[scope=col]").Select(cell => cell.TextContent));
        Assert.Contains(print.QuerySelectorAll("table.signing td"), cell => cell.TextContent == holder.Name);
    }

    [Fact]
    public async Task Where_nobody_may_be_represented_the_sheet_offers_no_proxy()
    {
        await using var host = await CockpitHost.Where(body => body with { Proxies = 0 }, After);

        var page = await host.Page("/cockpit/reunions/2022-copil");

        Assert.Empty(page.QuerySelectorAll("[name^=pouvoir-], option[value=Represented]"));
        Assert.Contains("n’admet pas de pouvoir", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_quorum_decisions_are_recorded_as_an_opinion_only_when_it_is_ticked()
    {
        await using var host = await CockpitHost.Where(Half, After, [.. Partners.Propose(12), Partners.Grouped]);
        await Save(host, ($"presence-{Members[0].Id}", "Remote"));

        var preview = await Preview(host, ("autres-decisions", "Le comité se réunira à Lyon."));
        var confirm = preview.QuerySelector<IHtmlFormElement>("main form[action$=decisions]")!;
        var refused = await CockpitHost.Read(await host.Submit(confirm), HttpStatusCode.UnprocessableEntity);
        var recorded = await host.Submit(refused.QuerySelector<IHtmlFormElement>("main form[action$=decisions]")!, ("avis", "oui"));

        Assert.Contains("Le quorum n’est pas atteint.", preview.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(refused.QuerySelector(".errors a[href='#avis']"));
        Assert.NotNull(refused.QuerySelector("#avis"));
        Assert.Equal(HttpStatusCode.SeeOther, recorded.StatusCode);
        Assert.True((await host.Office.Meetings.Find("2022-copil"))!.Advisory);
        Assert.Contains("comme un avis", Words(await Minutes(host), "decisions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Votes_and_those_who_step_back_are_read_before_and_stand_in_the_minutes()
    {
        await using var host = await CockpitHost.Where(Half, After, [.. Partners.Propose(12), Partners.Grouped]);
        var here = Members.Take(Needed + 1).ToList();
        await Save(host, [.. here.Select(member => ($"presence-{member.Id}", "OnSite"))]);
        var half = Needed / 2;

        var details = await Details(host, ("autres-decisions", "Le comité se réunira à Lyon."));
        var preview = await CockpitHost.Read(await host.Submit(details.QuerySelector<IHtmlFormElement>("form[action$=apercu]")!,
            ("pour-libre-1", $"{half}"), ("contre-libre-1", $"{half}"), ("voix-libre-1", "pour"), ("deport-libre-1", here[0].Id)));
        await host.Submit(preview.QuerySelector<IHtmlFormElement>("main form[action$=decisions]")!);

        var read = Plain(preview.QuerySelector("#compte-rendu")!.ParentElement!.TextContent);
        Assert.Contains($"{half} pour, {half} contre", read, StringComparison.Ordinal);
        Assert.Contains($"Se déporte : {here[0].Name}", read, StringComparison.Ordinal);
        var decision = (await host.Office.Meetings.Find("2022-copil"))!.Decisions.Single();
        Assert.Equal(new DecisionVote(half, half, 0, true), decision.Vote);
        Assert.Equal([here[0].Id], decision.Recused);
        var minutes = await Minutes(host);
        var decisions = Words(minutes, "decisions");
        Assert.Contains("départagée par la voix prépondérante de la présidence (pour)", decisions, StringComparison.Ordinal);
        Assert.Contains("À égalité, la voix de la présidence est prépondérante.", decisions, StringComparison.Ordinal);
        Assert.Contains($"{here[0].Name} (", decisions, StringComparison.Ordinal);
        Assert.Contains("Il est atteint.", Words(minutes, "presence"), StringComparison.Ordinal);
        var again = await Details(host);
        Assert.Equal($"{half}", again.QuerySelector<IHtmlInputElement>("#pour-libre-1")!.Value);
        Assert.True(again.QuerySelector<IHtmlInputElement>($"[name=deport-libre-1][value={here[0].Id}]")!.IsChecked);
    }

    [Theory]
    [InlineData("pour-libre-1", "douze", "en chiffres")]
    [InlineData("pour-libre-1", "400", "plus de voix que de votants")]
    [InlineData("voix-libre-1", "pour", "aucune voix")]
    public async Task A_vote_that_cannot_be_is_said_beside_its_field(string field, string typed, string says)
    {
        await using var host = await CockpitHost.At(After, [.. Partners.Propose(12), Partners.Grouped]);
        await Save(host, ($"presence-{Members[0].Id}", "Remote"));

        var details = await Details(host, ("autres-decisions", "Le comité se réunira à Lyon."));
        var page = await CockpitHost.Read(await host.Submit(details.QuerySelector<IHtmlFormElement>("form[action$=apercu]")!, (field, typed)), HttpStatusCode.UnprocessableEntity);

        Assert.Equal("#pour-libre-1", page.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Contains(says, Plain(page.QuerySelector(".field.error .message")!.TextContent), StringComparison.Ordinal);
        Assert.True(page.QuerySelector("#pour-libre-1")!.Closest("details")!.HasAttribute("open"));
    }

    private static int Needed => QuorumRules.Needed(0.5m, Members.Count);

    private static Body Half(Body body) => body with { Quorum = 0.5m };

    private static IHtmlFormElement Sheet(IHtmlDocument page) => page.QuerySelector<IHtmlFormElement>("form[action$=emargement]")!;

    private static async Task<HttpResponseMessage> Save(CockpitHost host, params (string, string)[] fields) =>
        await host.Submit(Sheet(await host.Page("/cockpit/reunions/2022-copil")), fields);

    private static async Task<IHtmlDocument> Details(CockpitHost host, params (string, string)[] fields) => await CockpitHost.Read(await host.Submit(
        (await host.Page("/cockpit/reunions/2022-copil/decisions")).QuerySelector<IHtmlFormElement>("form[action$=details]")!, fields));

    private static async Task<IHtmlDocument> Preview(CockpitHost host, params (string, string)[] fields) =>
        await CockpitHost.Read(await host.Submit((await Details(host, fields)).QuerySelector<IHtmlFormElement>("form[action$=apercu]")!));

    private static Task<Core.Documents.Document> Minutes(CockpitHost host) => host.Office.Documents.Compose(DocumentKind.CompteRendu, 2022, host.Office.Now);

    private static string Words(Core.Documents.Document document, string chapter) => Plain(string.Join('\n', document.Chapters.Single(one => one.Anchor == chapter).Blocks.Select(block => block switch
    {
        Block.Paragraph paragraph => paragraph.Text,
        Block.Notice notice => notice.Text,
        Block.Bullets bullets => string.Join('\n', bullets.Items),
        Block.Table table => string.Join('\n', table.Rows.Select(row => string.Join(" | ", row))),
        _ => "",
    })));

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
