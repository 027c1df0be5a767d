using System.Net;
using Almanach.Core.Consultations;
using Almanach.Core.Network;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

public sealed class MeetingsRoomTests
{
    private static readonly DateTime After = new(2021, 12, 14, 12, 0, 0);
    private static readonly DateTime Before = new(2021, 11, 8, 10, 0, 0);

    [Fact]
    public async Task The_list_shows_what_comes_and_what_has_been()
    {
        await using var host = await CockpitHost.At(After);

        var page = await host.Page("/cockpit/reunions");

        Assert.Equal(["À venir", "Précédentes"], page.QuerySelectorAll("h2").Select(title => title.TextContent));
        Assert.Equal("/cockpit/reunions/2022-copil", page.QuerySelectorAll("h2")[1].ParentElement!.QuerySelector("h3 a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Those_convened_learn_once_of_another_hour_place_and_link()
    {
        await using var host = await CockpitHost.At(new DateTime(2021, 11, 25, 10, 0, 0), Partners.Grouped);
        var form = (await host.Page("/cockpit/reunions/2022-copil/modifier")).QuerySelector<IHtmlFormElement>("form[action$=apercu]")!;
        var preview = await CockpitHost.Read(await host.Submit(form, ("heure", "14:00"), ("lieu", "Lyon"), ("lien", "https://visio.example.org/comite")));
        var shown = preview.QuerySelectorAll("table tbody tr").Length;
        var confirm = preview.QuerySelector<IHtmlFormElement>("main form[action$='/modifier']")!;

        var first = await host.Submit(confirm);
        var second = await host.Submit(confirm);
        await host.Settle();

        Assert.Equal(["/cockpit/reunions/2022-copil?fait=modifiee", "/cockpit/reunions/2022-copil?fait=modifiee"], new[] { first, second }.Select(answer => answer.Headers.Location!.ToString()));
        Assert.Contains($"écrire à {shown} personnes", Plain(confirm.TextContent));
        Assert.Equal(Members().Count, shown);
        Assert.Equal(shown, await ThemesRoomTests.Sent(host, "changement-reunion"));
        var words = Plain(preview.QuerySelector("blockquote")!.TextContent);
        Assert.Contains("mardi 14 décembre 2021 à 14 h", words);
        Assert.Contains("Lyon, ou en visioconférence : https://visio.example.org/comite", words);
        Assert.Contains("mardi 14 décembre 2021 à 9 h 30, en visioconférence", words);
        var meeting = (await host.Office.Meetings.Find("2022-copil"))!;
        Assert.Equal(("Lyon", false, new DateTimeOffset(2021, 12, 14, 13, 0, 0, TimeSpan.Zero)), (meeting.Place, meeting.Remote, meeting.Starts));
        Assert.DoesNotContain("visio.example.org", await (await host.Get("/")).Content.ReadAsStringAsync()); // the public page
    }

    [Fact]
    public async Task Before_the_convocation_nobody_is_written_to_and_the_convocation_says_it()
    {
        await using var host = await CockpitHost.At(Before, Partners.Grouped);
        var form = (await host.Page("/cockpit/reunions/2022-copil/modifier")).QuerySelector<IHtmlFormElement>("form[action$=apercu]")!;
        var preview = await CockpitHost.Read(await host.Submit(form, ("lien", "https://visio.example.org/comite")));

        await host.Submit(preview.QuerySelector<IHtmlFormElement>("main form[action$='/modifier']")!);
        await host.Settle();

        Assert.Null(preview.QuerySelector("blockquote"));
        Assert.Equal(0, await ThemesRoomTests.Sent(host, "changement-reunion"));
        Assert.Contains("https://visio.example.org/comite", (await host.Page("/cockpit/etape/2022/convocation/lettre/prevue/0")).Body!.TextContent);
    }

    [Fact]
    public async Task The_points_members_ask_for_are_on_the_page_of_the_meeting()
    {
        var member = Members().First();
        var said = (Core.Rehearsal.Act.Respond)Partners.Attend(member, AttendanceMode.Remote) with
        {
            Values = new Dictionary<string, AnswerValue> { ["presence"] = new AnswerValue.Attendance(AttendanceMode.Remote, ""), ["points"] = new AnswerValue.Text("Le calendrier de 2023.") },
        };
        await using var host = await CockpitHost.At(new DateTime(2021, 12, 6, 10, 0, 0), said);

        var aside = (await host.Page("/cockpit/reunions/2022-copil")).QuerySelector("aside")!.TextContent;

        Assert.Contains($"Le calendrier de 2023. ({member.Name})", Plain(aside), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_it_sits_it_is_neither_past_nor_gone_from_a_member_s_page()
    {
        await using var host = await CockpitHost.At(new DateTime(2022, 9, 27, 10, 0, 0));
        var own = $"/p/{host.Office.Links.Token(new Core.Mail.LinkTo(Core.Mail.LinkPurpose.Person, "", host.Office.Now.AddDays(5)), Members().First())}";

        var list = await host.Page("/cockpit/reunions");
        var page = await host.Page(own);

        Assert.Equal("En ce moment et à venir", list.QuerySelector("h2")!.TextContent);
        Assert.Contains("en ce moment", list.QuerySelector("h2 + ul .hint")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("(en ce moment)", page.QuerySelector("section[aria-labelledby=rencontres]")!.TextContent, StringComparison.Ordinal);
        host.Clock.Set(host.Office.Now.AddHours(2));
        Assert.DoesNotContain("Comité de pilotage extraordinaire", (await host.Page(own)).QuerySelector("section[aria-labelledby=rencontres]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("heure", "25:61", "heure")]
    [InlineData("lien", "visio.example.org", "lien")]
    [InlineData("heure", "09:30", "heure")] // nothing changes
    public async Task What_cannot_be_or_changes_nothing_is_said_beside_its_field(string field, string value, string at)
    {
        await using var host = await CockpitHost.At(new DateTime(2021, 11, 25, 10, 0, 0), Partners.Grouped);
        var form = (await host.Page("/cockpit/reunions/2022-copil/modifier")).QuerySelector<IHtmlFormElement>("form[action$=apercu]")!;

        var page = await CockpitHost.Read(await host.Submit(form, (field, value)), HttpStatusCode.UnprocessableEntity);

        Assert.Equal($"#{at}", page.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("form[action$='/modifier']"));
    }

    [Theory]
    [InlineData("/cockpit/reunions/2022-rien")]
    [InlineData("/cockpit/reunions/copil")]
    [InlineData("/cockpit/reunions/2022-collecte")] // a step, but no meeting
    [InlineData("/cockpit/reunions/99999999999-copil")]
    [InlineData("/cockpit/reunions/2022-%23%3F%5C/decisions")]
    [InlineData("/cockpit/reunions/2022-copil/dates/fixer?date=x")] // no poll
    public async Task What_does_not_exist_is_not_found(string address)
    {
        await using var host = await CockpitHost.At(Before);

        await host.Page(address, HttpStatusCode.NotFound);
    }

    private static List<Contact> Members() => [.. CockpitHost.Setting().Folder.Contacts.Where(contact => contact.Active && contact.SitsIn("copil"))];

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
