using System.Net;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Documents;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Sittings;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>A committee that had no quorum meets again on the same agenda.</summary>
public sealed class SecondConvocationTests
{
    private const string Address = "/cockpit/reunions/2022-copil";
    private static readonly DateTime After = new(2021, 12, 14, 12, 0, 0);
    private static readonly IReadOnlyList<Contact> Members = [.. CockpitHost.Setting().Folder.Contacts.Where(contact => contact.Active && contact.SitsIn("copil"))];

    [Fact]
    public async Task From_the_missed_quorum_to_minutes_that_say_so()
    {
        await using var host = await CockpitHost.Where(Half, After, [.. Partners.Propose(3), Partners.Grouped]);
        await Save(host, 1);
        var agenda = (await host.Office.Meetings.Find("2022-copil"))!.Agenda;

        var offered = (await host.Page(Address)).QuerySelector<IHtmlAnchorElement>("main a[href$='/seconde']");
        var form = (await host.Page($"{Address}/seconde")).QuerySelector<IHtmlFormElement>("form[action$=apercu]")!;
        var preview = await CockpitHost.Read(await host.Submit(form, ("date", "2022-01-05"), ("heure", "10:00")));
        var confirm = preview.QuerySelector<IHtmlFormElement>("main form[action$='/seconde']")!;
        var first = await host.Submit(confirm);
        var second = await host.Submit(confirm);
        await host.Settle();

        Assert.NotNull(offered);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        var words = Plain(preview.QuerySelector("blockquote")!.TextContent);
        Assert.Contains("Aucun quorum n’est requis", words, StringComparison.Ordinal);
        Assert.All(agenda, point => Assert.Contains(Plain(point), words, StringComparison.Ordinal));
        Assert.Equal(Members.Count, preview.QuerySelectorAll("table tbody tr").Length);
        Assert.Equal(Members.Count, await ThemesRoomTests.Sent(host, "seconde-convocation"));
        var again = (await host.Office.Meetings.Find("2022-copil"))!;
        Assert.Equal(new DateTimeOffset(2022, 1, 5, 9, 0, 0, TimeSpan.Zero), again.Starts);
        Assert.Equal(new FirstSitting(new DateTimeOffset(2021, 12, 14, 8, 30, 0, TimeSpan.Zero), 1, Needed, Members.Count), again.First);
        Assert.Equal(2, again.Told!.Count); // calendars take it for a change
        Assert.Empty(again.Attendance);

        host.Clock.Set(again.Starts.AddHours(2));
        await host.Office.Ticker.Tick();
        await host.Settle();
        await Save(host, 2);
        Assert.Null(await host.Office.Meetings.RecordDecisions("2022-copil", [new("d1", "Adopté.", [], DecisionOutcome.Record, null)], [], "coordination", host.Office.Now));

        Assert.Equal(StepState.Closed, (await host.Office.Cycle.Find(2022))!.Find("copil")!.State);
        Assert.False((await host.Office.Meetings.Find("2022-copil"))!.Advisory);
        var minutes = await host.Office.Documents.Compose(DocumentKind.CompteRendu, 2022, host.Office.Now);
        Assert.Contains(minutes.Chapters[0].Blocks.OfType<Block.Paragraph>(), block => Plain(block.Text).StartsWith(
            $"Seconde convocation : le mardi 14 décembre 2021, 1 membre était présent ou représenté sur {Members.Count}, et il en fallait {Needed}.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2021-12-18", "au plus tôt")] // four days, and the notice is five
    [InlineData("2021-12-19", null)]
    [InlineData("le 32", "ne se lit pas")]
    [InlineData("2020-01-01", "au plus tôt")]
    public async Task Its_notice_is_kept(string day, string? says)
    {
        await using var host = await CockpitHost.Where(Half, After);
        await Save(host, 1);
        var form = (await host.Page($"{Address}/seconde")).QuerySelector<IHtmlFormElement>("form[action$=apercu]")!;

        var page = await CockpitHost.Read(await host.Submit(form, ("date", day)), says is null ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity);

        if (says is null)
            Assert.NotNull(page.QuerySelector("main form[action$='/seconde']"));
        else
            Assert.Contains(says, page.QuerySelector(".field.error .message")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true, "Enregistrez d’abord la feuille")] // nobody knows who was there
    [InlineData(40, true, "Le quorum est atteint")]
    [InlineData(1, false, "ne prévoient pas de seconde convocation")]
    public async Task It_follows_a_missed_quorum_where_the_rules_foresee_it(int present, bool allowed, string says)
    {
        await using var host = await CockpitHost.Where(body => Half(body) with { SecondConvocation = allowed }, After);
        if (present > 0)
            await Save(host, Math.Min(present, Members.Count));

        var page = await host.Page($"{Address}/seconde");
        var posted = await CockpitHost.Read(await host.Post($"{Address}/seconde", ("date", "2022-01-05"), ("heure", "10:00"), ("vu", "")), HttpStatusCode.Conflict);

        Assert.Null(page.QuerySelector("main form[action$=apercu]"));
        Assert.Contains(says, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(says, posted.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await host.Page(Address)).QuerySelector("main a[href$='/seconde']"));
    }

    private static int Needed => QuorumRules.Needed(0.5m, Members.Count);

    private static Body Half(Body body) => body with { Quorum = 0.5m };

    private static async Task Save(CockpitHost host, int present) => Assert.Null(await host.Office.Meetings.RecordAttendance(
        "2022-copil", Members.Take(present).ToDictionary(member => member.Id, _ => AttendanceMode.Remote), new Dictionary<string, string>()));

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
