using System.Net;
using Almanach.Core.Consultations;
using Almanach.Core.Network;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>Who was there: the sheet the coordinator fills.</summary>
public sealed class SheetRoomTests
{
    private static readonly DateTime After = new(2021, 12, 14, 12, 0, 0);
    private static readonly DateTime Before = new(2021, 11, 8, 10, 0, 0);

    [Fact]
    public async Task The_sheet_is_filled_from_the_answers_and_kept_once_saved()
    {
        var members = Members().Take(3).ToList();
        await using var host = await CockpitHost.At(After, [.. members.Select((member, index) => Partners.Attend(member, index == 2 ? AttendanceMode.Excused : AttendanceMode.Remote))]);

        var page = await host.Page("/cockpit/reunions/2022-copil");
        var form = page.QuerySelector<IHtmlFormElement>("form[action$=emargement]")!;
        Assert.Equal("Excused", form.QuerySelector<IHtmlSelectElement>($"[name=presence-{members[2].Id}]")!.Value);
        await host.Submit(form, ($"presence-{members[2].Id}", "OnSite"));

        var meeting = (await host.Office.Meetings.Find("2022-copil"))!;
        Assert.Equal(AttendanceMode.OnSite, meeting.Attendance[members[2].Id]);
        Assert.Equal(3, meeting.Attendance.Count);
    }

    [Theory]
    [InlineData("copil")]
    [InlineData("journee-1")] // of the whole network
    public async Task Whoever_was_there_and_has_left_since_stays_on_the_sheet(string meeting)
    {
        await using var host = await CockpitHost.At(meeting == "copil" ? After : new DateTime(2022, 4, 13, 10, 0, 0));
        var address = $"/cockpit/reunions/2022-{meeting}";
        var referents = Members().Where(contact => contact.Is(Core.Network.RoleKind.Referent)).ToList();
        var (member, other) = (referents[0], referents[1]);
        await host.Submit((await host.Page(address)).QuerySelector<IHtmlFormElement>("form[action$=emargement]")!, ($"presence-{member.Id}", "OnSite"));
        Assert.Null(await host.Office.Members.Leave(member.Id, "coordination", host.Office.Now));

        await host.Submit((await host.Page(address)).QuerySelector<IHtmlFormElement>("form[action$=emargement]")!, ($"presence-{other.Id}", "OnSite"));

        var attendance = (await host.Office.Meetings.Find($"2022-{meeting}"))!.Attendance;
        Assert.Contains(new KeyValuePair<string, AttendanceMode>(member.Id, AttendanceMode.OnSite), attendance);
        Assert.Contains(new KeyValuePair<string, AttendanceMode>(other.Id, AttendanceMode.OnSite), attendance);
    }

    [Fact]
    public async Task Without_a_saved_sheet_the_minutes_take_the_answers_and_the_preview_says_so()
    {
        var members = Members().Take(3).ToList();
        await using var host = await CockpitHost.At(After, [.. Partners.Propose(12), Partners.Grouped,
            .. members.Select((member, index) => Partners.Attend(member, index == 2 ? AttendanceMode.Excused : AttendanceMode.Remote))]);
        var board = await host.Office.Themes.Load(2022);

        var before = await Preview(host, ($"suite-{Theme(board, 0)}", "Reject"));
        var answered = (await host.Office.Documents.Compose(Core.Platforms.DocumentKind.CompteRendu, 2022, host.Office.Now)).Chapters[0];
        await host.Submit((await host.Page("/cockpit/reunions/2022-copil")).QuerySelector<IHtmlFormElement>("form[action$=emargement]")!, ($"presence-{members[2].Id}", "Remote"));
        var after = await Preview(host, ($"suite-{Theme(board, 0)}", "Reject"));
        var saved = (await host.Office.Documents.Compose(Core.Platforms.DocumentKind.CompteRendu, 2022, host.Office.Now)).Chapters[0];

        Assert.Contains("La feuille d’émargement n’est pas enregistrée\u00A0: le compte-rendu reprendra les réponses reçues.", before.QuerySelector("main")!.TextContent);
        Assert.NotNull(before.QuerySelector("main a[href='/cockpit/reunions/2022-copil#emargement']"));
        Assert.Equal("2 membres présents ou représentés, d’après les réponses reçues", Plain(answered.Summary));
        Assert.Equal(3, answered.Blocks.OfType<Core.Documents.Block.Table>().Single().Rows.Count(row => row[2] != "absence"));
        Assert.DoesNotContain("n’est pas enregistrée", after.QuerySelector("main")!.TextContent);
        Assert.Equal("3 membres présents ou représentés", Plain(saved.Summary));
    }

    [Fact]
    public async Task The_coordinator_reads_who_represents_whom_on_the_sheet_and_on_its_print()
    {
        var member = Members().First();
        var said = (Core.Rehearsal.Act.Respond)Partners.Attend(member, AttendanceMode.Represented) with
        {
            Values = new Dictionary<string, AnswerValue> { ["presence"] = new AnswerValue.Attendance(AttendanceMode.Represented, "", "Claire Martin") },
        };
        await using var host = await CockpitHost.At(After, said);

        var sheet = await host.Page("/cockpit/reunions/2022-copil");
        var print = await host.Page("/cockpit/reunions/2022-copil/emargement");

        Assert.Contains("se fait représenter par Claire Martin", sheet.QuerySelector("table.attending")!.TextContent);
        Assert.Contains("se fait représenter par Claire Martin", print.QuerySelector("table.signing")!.TextContent);
    }

    [Fact]
    public async Task Whoever_is_represented_by_nobody_known_does_not_keep_the_sheet_from_being_saved()
    {
        await using var host = await CockpitHost.At(After, Partners.Attend(Members()[0], AttendanceMode.Represented), Partners.Attend(Members()[1], AttendanceMode.Remote));

        var saved = await host.Submit((await host.Page("/cockpit/reunions/2022-copil")).QuerySelector<IHtmlFormElement>("form[action$=emargement]")!);

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal(AttendanceMode.Excused, (await host.Office.Meetings.Find("2022-copil"))!.Attendance[Members()[0].Id]);
    }

    [Fact]
    public async Task Another_sheet_saved_meanwhile_is_not_replaced_unseen()
    {
        await using var host = await CockpitHost.At(After);
        var (one, other) = (Members()[0].Id, Members()[1].Id);
        var stale = (await host.Page("/cockpit/reunions/2022-copil")).QuerySelector<IHtmlFormElement>("form[action$=emargement]")!;
        await host.Submit((await host.Page("/cockpit/reunions/2022-copil")).QuerySelector<IHtmlFormElement>("form[action$=emargement]")!, ($"presence-{one}", "Remote"));

        var page = await CockpitHost.Read(await host.Submit(stale, ($"presence-{other}", "Remote")), HttpStatusCode.Conflict);

        Assert.Equal([one], (await host.Office.Meetings.Find("2022-copil"))!.Attendance.Keys);
        var kept = page.QuerySelector<IHtmlFormElement>("form[action$=emargement]")!;
        Assert.Equal("Remote", kept.QuerySelector<IHtmlSelectElement>($"[name=presence-{other}]")!.Value);
        Assert.Equal(HttpStatusCode.SeeOther, (await host.Submit(kept)).StatusCode); // she has read it
        Assert.Equal([other], (await host.Office.Meetings.Find("2022-copil"))!.Attendance.Keys);
    }

    [Fact]
    public async Task Another_sheet_saved_meanwhile_is_not_replaced_unseen_after_an_error_either()
    {
        await using var host = await CockpitHost.At(After);
        var (one, other) = (Members()[0].Id, Members()[1].Id);
        var stale = (await host.Page("/cockpit/reunions/2022-copil")).QuerySelector<IHtmlFormElement>("form[action$=emargement]")!;
        await host.Submit((await host.Page("/cockpit/reunions/2022-copil")).QuerySelector<IHtmlFormElement>("form[action$=emargement]")!, ($"presence-{one}", "Remote"));

        var page = await CockpitHost.Read(await host.Submit(stale, ($"presence-{other}", "Represented")), HttpStatusCode.Conflict); // nobody represents her

        Assert.Contains("une autre feuille", page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    private static List<Contact> Members() => [.. CockpitHost.Setting().Folder.Contacts.Where(contact => contact.Active && contact.SitsIn("copil"))];

    private static string Theme(Core.Themes.Board board, int title) => board.Standing.Single(theme => theme.Title == Partners.Titles[title]).Id;

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static async Task<IHtmlDocument> Preview(CockpitHost host, params (string, string)[] outcomes)
    {
        var first = (await host.Page("/cockpit/reunions/2022-copil/decisions")).QuerySelector<IHtmlFormElement>("form[action$=details]")!;
        var second = await CockpitHost.Read(await host.Submit(first, outcomes));
        return await CockpitHost.Read(await host.Submit(second.QuerySelector<IHtmlFormElement>("form[action$=apercu]")!));
    }
}
