using System.Net;
using Almanach.Core.Meetings.Registration;
using Almanach.Web.Tests.CockpitRooms;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.Cockpit;

public sealed class PrepareTests
{
    private static readonly DateTime Spring = new(2022, 3, 15, 10, 0, 0);

    [Fact]
    public async Task The_year_to_come_is_shown_date_by_date_with_the_year_before_and_what_collides()
    {
        await using var seat = await Seat.At(Spring);

        var page = await seat.Page("/cockpit/annee/2023/preparer");

        Assert.Equal(seat.Office.Setting.Plan(2023).Steps.Count, page.QuerySelectorAll(".year-dates > li").Length);
        Assert.Equal("2022-12-13", Field(page, "debut-copil").Value);
        Assert.Equal("09:30", Field(page, "heure-copil").Value);
        Assert.Contains("En 2022\u00A0: le mardi\u00A014\u00A0décembre 2021", page.GetElementById("etape-copil")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("mardi\u00A06\u00A0septembre 2022", page.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("pendant les vacances scolaires", page.GetElementById("etape-journee-1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_changed_is_shown_again_with_what_follows_and_kept_only_then()
    {
        await using var seat = await Seat.At(Spring);
        var form = Form(await seat.Page("/cockpit/annee/2023/preparer"));

        var shown = await CockpitHost.Read(await seat.Submit(form, ("debut-copil", "2022-12-06"), ("garder", "1")));
        var nothing = await seat.Office.Preparation.Find(2023);
        var kept = await seat.Submit(Form(shown), ("garder", "1"));
        var page = await seat.Page(kept.Headers.Location!.ToString());
        await seat.Pass(TimeSpan.FromDays(180));

        Assert.Null(nothing);
        Assert.Equal("2022-11-15", Field(shown, "debut-convocation").Value);
        Assert.Contains("Rien n’est encore enregistré", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("«\u00A0Comité de pilotage\u00A0»", shown.QuerySelector("#change + ul")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);
        Assert.Equal("2022-12-06", Field(page, "debut-copil").Value);
        var plan = (await seat.Office.Cycle.Find(2023))!;
        Assert.Equal(new DateOnly(2022, 12, 6), seat.Office.Setting.Zone.DayOf(plan.Find("copil")!.Starts));
        Assert.Equal(new DateOnly(2022, 11, 15), seat.Office.Setting.Zone.DayOf(plan.Find("convocation")!.Starts));
    }

    [Fact]
    public async Task What_followed_can_be_put_back_and_stays()
    {
        await using var seat = await Seat.At(Spring);
        var shown = await CockpitHost.Read(await seat.Submit(Form(await seat.Page("/cockpit/annee/2023/preparer")), ("debut-copil", "2022-12-06")));

        var again = await CockpitHost.Read(await seat.Submit(Form(shown), ("debut-convocation", "2022-11-22"), ("garder", "1")));
        await seat.Submit(Form(again), ("garder", "1"));

        Assert.Equal("2022-11-22", Field(again, "debut-convocation").Value);
        Assert.Contains("moins de 21\u00A0jours", again.GetElementById("etape-convocation")!.TextContent, StringComparison.Ordinal);
        var page = await seat.Page("/cockpit/annee/2023/preparer");
        Assert.Equal(("2022-12-06", "2022-11-22"), (Field(page, "debut-copil").Value, Field(page, "debut-convocation").Value));
    }

    [Fact]
    public async Task A_date_moved_the_year_before_is_offered_at_its_like_and_taken_by_a_button()
    {
        await using var seat = await Seat.At(new DateTime(2021, 9, 28, 10, 0, 0));
        await seat.Submit((IHtmlFormElement)(await seat.Page("/cockpit/etape/2022/copil/deplacer?debut=2021-12-07")).GetElementById("confirmer")!);
        var page = await seat.Page("/cockpit/annee/2023/preparer");
        var line = page.GetElementById("etape-copil")!;

        var shown = await CockpitHost.Read(await seat.Submit(Form(page), ("prendre", line.QuerySelector("button")!.GetAttribute("value")!)));

        Assert.Contains("En 2022, vous aviez déplacé cette étape au mardi\u00A07\u00A0décembre 2021", line.TextContent, StringComparison.Ordinal);
        Assert.Equal("2022-12-06", Field(shown, "debut-copil").Value);
        Assert.Null(shown.GetElementById("etape-copil")!.QuerySelector("button"));
    }

    [Theory]
    [InlineData("debut-copil", " ", "debut-copil")]
    [InlineData("debut-copil", "2022-02-30", "debut-copil")]
    [InlineData("heure-copil", "25:00", "heure-copil")]
    [InlineData("fin-vote", "demain", "fin-vote")]
    public async Task What_cannot_be_read_is_asked_for_again_with_all_the_rest_kept(string name, string value, string field)
    {
        await using var seat = await Seat.At(Spring);

        var page = await CockpitHost.Read(await seat.Submit(Form(await seat.Page("/cockpit/annee/2023/preparer")), (name, value), ("debut-journee-1", "2023-03-21"), ("garder", "1")), HttpStatusCode.UnprocessableEntity);

        Assert.Equal($"#{field}", page.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal("true", page.GetElementById(field)!.GetAttribute("aria-invalid"));
        Assert.Equal("2023-03-21", Field(page, "debut-journee-1").Value);
    }

    [Fact]
    public async Task A_date_before_the_year_opens_is_refused_at_its_field()
    {
        await using var seat = await Seat.At(Spring);
        var shown = await CockpitHost.Read(await seat.Submit(Form(await seat.Page("/cockpit/annee/2023/preparer")), ("debut-lettre", "2022-05-03")));

        var page = await CockpitHost.Read(await seat.Submit(Form(shown), ("garder", "1")), HttpStatusCode.UnprocessableEntity);

        Assert.Equal("#debut-lettre", page.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Null(await seat.Office.Preparation.Find(2023));
    }

    [Fact]
    public async Task Of_two_tabs_the_second_is_shown_what_the_first_changed_and_a_second_press_changes_nothing()
    {
        await using var seat = await Seat.At(Spring);
        var first = await CockpitHost.Read(await seat.Submit(Form(await seat.Page("/cockpit/annee/2023/preparer")), ("debut-journee-1", "2023-03-21")));
        var second = await CockpitHost.Read(await seat.Submit(Form(await seat.Page("/cockpit/annee/2023/preparer")), ("debut-journee-2", "2023-06-20")));

        var done = await seat.Submit(Form(first), ("garder", "1"));
        var twice = await seat.Submit(Form(first), ("garder", "1"));
        var stale = await CockpitHost.Read(await seat.Submit(Form(second), ("garder", "1")), HttpStatusCode.Conflict);

        Assert.Equal(done.Headers.Location, twice.Headers.Location);
        Assert.Contains("L’année a changé", stale.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("«\u00A0Journée d’échanges\u00A0»", stale.QuerySelector("#change + ul")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["journee-1"], (await seat.Office.Preparation.Find(2023))!.Dates.Select(date => date.Step).Where(id => id.StartsWith("journee", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.SeeOther, (await seat.Submit(Form(stale), ("garder", "1"))).StatusCode);
    }

    [Fact]
    public async Task An_open_year_is_changed_on_the_same_page_and_nobody_is_written_to()
    {
        await using var seat = await Seat.At(new DateTime(2021, 9, 28, 10, 0, 0));
        var shown = await CockpitHost.Read(await seat.Submit(Form(await seat.Page("/cockpit/annee/2022/preparer")), ("debut-journee-2", "2022-06-21"), ("heure-journee-1", "10:00")));
        var mails = seat.Mail.Sent.Count;

        var answer = await seat.Submit(Form(shown), ("garder", "1"));
        await seat.Settle();

        var plan = (await seat.Office.Cycle.Find(2022))!;
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(new DateTime(2022, 6, 21, 9, 30, 0), seat.Office.Setting.Zone.LocalOf(plan.Find("journee-2")!.Starts));
        Assert.Equal(new DateTime(2022, 4, 12, 10, 0, 0), seat.Office.Setting.Zone.LocalOf(plan.Find("journee-1")!.Starts));
        Assert.Equal(new DateOnly(2022, 5, 31), seat.Office.Setting.Zone.DayOf(plan.Find("invitation-journee-2")!.Starts));
        Assert.Equal(mails, seat.Mail.Sent.Count);
    }

    [Fact]
    public async Task A_meeting_whose_convocation_has_left_is_moved_from_its_own_page()
    {
        await using var seat = await Seat.At(new DateTime(2021, 11, 25, 10, 0, 0), Partners.Grouped);

        var page = await seat.Page("/cockpit/annee/2022/preparer");
        var forged = await seat.Submit(Form(page), ("debut-copil", "2021-12-16"), ("heure-copil", "09:30"), ("vu-copil", "2021-12-14 09:30"), ("garder", "1"));

        Assert.Null(page.GetElementById("debut-copil"));
        Assert.Contains("Des personnes la connaissent déjà", page.GetElementById("etape-copil")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2021, 12, 14), seat.Office.Setting.Zone.DayOf((await seat.Office.Cycle.Find(2022))!.Find("copil")!.Starts));
        Assert.True((int)forged.StatusCode < 400);
    }

    [Fact]
    public async Task A_meeting_people_register_to_is_moved_from_its_own_page_where_the_message_is_read()
    {
        await using var seat = await Seat.At(new DateTime(2022, 1, 20, 10, 0, 0), Partners.Grouped);
        Assert.Null(await seat.Office.Registrations.Take("2022-journee-1", new RegistrationCommand.Set(new RegistrationTerms(true, 20), "coordination", seat.Office.Now)));

        var page = await seat.Page("/cockpit/annee/2022/preparer");

        Assert.Null(page.GetElementById("debut-journee-1"));
        Assert.NotNull(page.GetElementById("debut-journee-2"));
    }

    [Theory]
    [InlineData("/cockpit/annee/2024/preparer")]
    [InlineData("/cockpit/annee/2021/preparer")]
    [InlineData("/cockpit/annee/-5/preparer")]
    [InlineData("/cockpit/annee/2147483647/preparer")]
    [InlineData("/cockpit/annee/-2147483648/preparer")]
    public async Task A_year_that_is_neither_open_nor_next_has_no_such_page(string address)
    {
        await using var seat = await Seat.At(Spring);

        Assert.Equal(HttpStatusCode.NotFound, (await seat.Get(address)).StatusCode);
    }

    private static IHtmlFormElement Form(IHtmlDocument page) => (IHtmlFormElement)page.GetElementById("dates")!;

    private static IHtmlInputElement Field(IHtmlDocument page, string id) => (IHtmlInputElement)page.GetElementById(id)!;
}
