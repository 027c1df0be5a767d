using System.Net;
using Almanach.Core.Cycle;
using Almanach.Core.ICalendar;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Letters;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Meetings;

/// <summary>What calendars are told: in the mails about a meeting, and by subscription.</summary>
public sealed class CalendarTests
{
    private const string Link = "https://visio.example.org/salle";

    [Fact]
    public async Task Each_message_about_a_meeting_tells_calendars_under_one_name_and_a_growing_number()
    {
        await using var platform = await TestPlatform.Collecting();
        await platform.AfterStartOf("convocation");
        await Arrange(platform, "Lyon, salle 3", Link);
        await platform.Office.Cycle.Apply(2022, new CycleCommand.Skip("copil", "Grève", platform.Office.Now, "coordination"));
        await Leave(platform);

        var told = (await Letters(platform)).Select(letter => letter.Calendar).OfType<LetterCalendar>().ToList();

        Assert.Equal(["REQUEST", "REQUEST", "CANCEL"], told.Select(calendar => calendar.Method));
        var read = told.Select(calendar => CalendarReader.Read(calendar.Text)).ToList();
        Assert.Equal(["2022-copil@example.org"], read.Select(properties => Value(properties, "UID")).Distinct());
        Assert.Equal(["0", "1", "2"], read.Select(properties => Value(properties, "SEQUENCE")));
        Assert.Equal(["En visioconférence", "Lyon\\, salle 3"], read.Take(2).Select(properties => Value(properties, "LOCATION")));
        Assert.Contains($"Visioconférence\u00A0: {Link}", read[1].Single(property => property.Name == "DESCRIPTION").Text);
        Assert.Equal("20211214T113000", read[0].Last(property => property.Name == "DTEND").Value);
    }

    [Fact]
    public async Task A_member_subscribes_to_her_meetings_and_everybody_to_all_without_links()
    {
        await using var platform = await TestPlatform.Collecting();
        await platform.AfterStartOf("convocation");
        await Arrange(platform, "Lyon", Link);
        var roster = await platform.Office.Network.Load();
        var client = platform.Client();

        var all = await Feed(client, "/agenda.ics");
        var member = await Feed(client, $"{platform.Own(roster.Of("copil")[0])}/agenda.ics");
        var other = await Feed(client, $"{platform.Own(roster.Active.First(contact => !contact.SitsIn("copil")))}/agenda.ics");

        Assert.Contains("UID:2022-copil@example.org\r\n", all);
        Assert.DoesNotContain("visio.example.org", all);
        Assert.DoesNotContain("Bilan des actions", all);
        Assert.Contains($"URL:{Link}\r\n", member);
        Assert.Contains("SEQUENCE:1\r\n", member);
        Assert.DoesNotContain("2022-copil", other);
        Assert.All(new[] { all, member, other }, feed => Assert.Contains("UID:2022-journee-1@example.org\r\n", feed));
    }

    [Fact]
    public async Task A_feed_asked_with_a_link_that_is_not_ours_or_is_past_gives_nothing_away()
    {
        await using var platform = await TestPlatform.Collecting();
        var person = await platform.Referent("drome");
        var past = platform.Office.Links.Token(new LinkTo(LinkPurpose.Person, "", platform.Office.Now.AddDays(-1)), person);

        var unsigned = await platform.Client().GetAsync("/p/v1.t.abc.def/agenda.ics", TestContext.Current.CancellationToken);
        var expired = await platform.Client().GetAsync($"/p/{past}/agenda.ics", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Gone), (unsigned.StatusCode, expired.StatusCode));
        Assert.DoesNotContain("VEVENT", await expired.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_meeting_called_off_before_anybody_was_told_is_in_no_calendar()
    {
        await using var platform = await TestPlatform.Collecting();
        await platform.Office.Cycle.Apply(2022, new CycleCommand.Skip("journee-1", "Salle prise", platform.Office.Now, "coordination"));
        await platform.Settle();

        Assert.DoesNotContain("2022-journee-1", await Feed(platform.Client(), "/agenda.ics"));
    }

    [Fact]
    public async Task The_pages_lead_to_the_calendars()
    {
        await using var platform = await TestPlatform.Collecting();
        var own = platform.Own(await platform.Referent("drome"));

        var home = await platform.Client().Open("/");
        var page = await platform.Client().Open(own);

        Assert.NotNull(home.QuerySelector("#agenda ~ p a[href='/agenda.ics']"));
        Assert.NotNull(page.QuerySelector($"a[href='{own}/agenda.ics']"));
    }

    private static async Task Arrange(TestPlatform platform, string place, string link)
    {
        var step = (await platform.Office.Cycle.Find(2022))!.Find("copil")!;
        Assert.Null(await platform.Office.Cycle.Apply(2022, new CycleCommand.Arrange("copil", step.Starts, place, link, platform.Office.Now, "coordination")));
        await Leave(platform);
    }

    /// <summary>What the coordinator ordered leaves after the time in which she can undo it.</summary>
    private static async Task Leave(TestPlatform platform)
    {
        await platform.Settle();
        platform.Clock.Set(platform.Office.Now.AddMinutes(5));
        await platform.Office.Ticker.Tick();
        await platform.Settle();
    }

    private static async Task<IReadOnlyList<Letter>> Letters(TestPlatform platform)
    {
        List<Letter> letters = [];
        await foreach (var line in platform.Office.MailRoom.Lines(DateTimeOffset.MinValue, platform.Office.Now.AddDays(1)))
            letters.Add((await platform.Office.MailRoom.Find(line.Key))!.Letter);
        return letters;
    }

    private static async Task<string> Feed(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "text/calendar; charset=utf-8"), (response.StatusCode, $"{response.Content.Headers.ContentType}"));
        return (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace("\r\n ", "");
    }

    private static string Value(IReadOnlyList<CalendarProperty> properties, string name) => properties.First(property => property.Name == name).Value;
}
