using System.Net;
using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Cycle;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Dates;
using Almanach.Core.Network;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>The date of a meeting, from the question to the date that those who come are told.</summary>
public sealed class DatePollTests
{
    private const string Room = "/cockpit/reunions/2022-copil-extraordinaire";
    private const string Poll = "2022-date-copil-extraordinaire";
    private static readonly DateTime Before = new(2021, 11, 8, 10, 0, 0);

    [Fact]
    public async Task A_date_is_asked_for_and_answered()
    {
        await using var host = await CockpitHost.At(Before);
        var form = (await host.Page($"{Room}/dates")).QuerySelector<IHtmlFormElement>("form[action$=apercu]")!;
        var preview = await CockpitHost.Read(await host.Submit(form, ("date-1", "2022-09-20"), ("date-2", "2022-09-22"), ("heure-2", "14:00"), ("cloture", "2021-11-30")));
        var shown = preview.QuerySelectorAll("table tbody tr").Length;

        var opened = await host.Submit(preview.QuerySelector<IHtmlFormElement>("form[action$='/dates']")!);
        await host.Settle();

        Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
        var poll = (await host.Office.Consultations.Find(Poll))!;
        Assert.Equal(["mardi 20 septembre 2022 à 9 h 30", "jeudi 22 septembre 2022 à 14 h"], poll.Template.Questions[0].Options.Select(option => Plain(option.Label)));
        Assert.Equal(shown, await ThemesRoomTests.Sent(host, "invitation-date"));
        Assert.Equal(Members.Count, shown);

        await Answer(host, poll.Template.Questions[0].Options[1].Id);
        var received = await host.Page($"{await Link(host)}/recu");
        var own = await host.Page($"/p/{host.Office.Links.Token(new Core.Mail.LinkTo(Core.Mail.LinkPurpose.Person, "", host.Office.Now.AddDays(5)), Members[0])}");
        Assert.DoesNotContain("27 septembre", Plain(received.QuerySelector("main")!.TextContent), StringComparison.Ordinal); // nobody notes a date that may change
        Assert.Contains("27 septembre 2022 à 9 h 30 (date à confirmer", Plain(own.QuerySelector("section[aria-labelledby=rencontres]")!.TextContent), StringComparison.Ordinal);
        var meeting = await host.Page(Room);
        Assert.StartsWith("jeudi 22 septembre", Plain(meeting.QuerySelector("section[aria-labelledby=dates] ol li")!.TextContent));
        Assert.Contains("1 oui, aucun si nécessaire, aucun non", Plain(meeting.QuerySelector("section[aria-labelledby=dates] ol li")!.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fixing_it_tells_those_who_come_moves_what_follows_and_the_poll_says_it()
    {
        await using var host = await Asked("2022-09-20", "2022-09-22");
        var option = (await host.Office.Consultations.Find(Poll))!.Template.Questions[0].Options[0].Id;
        await Answer(host, option);
        var (notice, comes) = (await Days(host, "convocation-extraordinaire"), await Days(host, "presence-extraordinaire"));
        var fix = await host.Page($"{Room}/dates/fixer?date={option}");
        var shown = fix.QuerySelectorAll("table tbody tr").Length;
        var form = fix.QuerySelector<IHtmlFormElement>("form[action$=fixer]")!;

        var first = await host.Submit(form);
        var second = await host.Submit(form);
        await host.Settle();

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        var step = (await host.Office.Cycle.Find(2022))!.Find("copil-extraordinaire")!;
        Assert.Equal((new DateTimeOffset(2022, 9, 20, 7, 30, 0, TimeSpan.Zero), true), (step.Starts, step.Announced));
        Assert.Equal((notice, comes), (await Days(host, "convocation-extraordinaire"), await Days(host, "presence-extraordinaire")));
        Assert.Equal(ConsultationState.Closed, (await host.Office.Consultations.Find(Poll))!.State);
        Assert.Equal((Members.Count, Members.Count), (shown, await ThemesRoomTests.Sent(host, "date-retenue")));
        var poll = await host.Page(await Link(host));
        Assert.Contains("La réunion a lieu le mardi 20 septembre 2022 à 9 h 30.", Plain(poll.QuerySelector("main")!.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_unticked_stays_and_what_no_longer_fits_is_said()
    {
        await using var host = await Asked("2022-09-20", "2022-09-22");
        var before = (await host.Office.Cycle.Find(2022))!.Find("presence-extraordinaire")!;
        var option = (await host.Office.Consultations.Find(Poll))!.Template.Questions[0].Options[0].Id;
        var form = (await host.Page($"{Room}/dates/fixer?date={option}")).QuerySelector<IHtmlFormElement>("form[action$=fixer]")!;
        foreach (var box in form.QuerySelectorAll<IHtmlInputElement>("[name=accepte]"))
            box.IsChecked = false;

        await host.Submit(form);

        var plan = (await host.Office.Cycle.Find(2022))!;
        Assert.Equal((before.Starts, before.Ends), (plan.Find("presence-extraordinaire")!.Starts, plan.Find("presence-extraordinaire")!.Ends));
        var move = await host.Page($"/cockpit/etape/2022/presence-extraordinaire/deplacer?debut={before.Starts:yyyy-MM-dd}&fin=2022-09-23");
        Assert.Contains("dont elle demande qui vient", move.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Told_of_a_date_people_hear_when_it_changes_and_when_it_is_called_off_before_they_are_convened()
    {
        await using var host = await Asked("2022-09-20", "2022-09-22");
        var options = (await host.Office.Consultations.Find(Poll))!.Template.Questions[0].Options;
        foreach (var option in new[] { options[0], options[1] })
        {
            await host.Submit((await host.Page($"{Room}/dates/fixer?date={option.Id}")).QuerySelector<IHtmlFormElement>("form[action$=fixer]")!);
            await host.Settle();
        }
        Assert.Equal((Members.Count, Members.Count), (await ThemesRoomTests.Sent(host, "date-retenue"), await ThemesRoomTests.Sent(host, "report-reunion")));

        await host.Office.Cycle.Apply(2022, new CycleCommand.Skip("copil-extraordinaire", "grève", host.Office.Now, "coordination"));
        await host.Settle();
        Assert.Equal(Members.Count, await ThemesRoomTests.Sent(host, "annulation-reunion"));

        await host.Office.Cycle.Apply(2022, new CycleCommand.Reopen("copil-extraordinaire", null, host.Office.Now, "coordination"));
        await host.Settle();
        Assert.Equal(MeetingState.Planned, (await host.Office.Meetings.Find("2022-copil-extraordinaire"))!.State); // its convocation is still to leave
        Assert.Equal(Members.Count, await ThemesRoomTests.Sent(host, "maintien-reunion"));
    }

    [Fact]
    public async Task A_date_asked_about_that_is_the_planned_one_is_announced_too()
    {
        await using var host = await Asked("2022-09-27", "2022-09-29");
        var option = (await host.Office.Consultations.Find(Poll))!.Template.Questions[0].Options[0].Id;
        var fix = await host.Page($"{Room}/dates/fixer?date={option}");

        await host.Submit(fix.QuerySelector<IHtmlFormElement>("form[action$=fixer]")!);
        await host.Settle();

        Assert.Contains("comme prévu", fix.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(StepState.Planned, (await host.Office.Cycle.Find(2022))!.Find("copil-extraordinaire")!.State);
        Assert.Equal(Members.Count, await ThemesRoomTests.Sent(host, "date-retenue"));
        Assert.Equal(ConsultationState.Closed, (await host.Office.Consultations.Find(Poll))!.State);
        Assert.DoesNotContain((await host.Page(Room)).QuerySelectorAll("section[aria-labelledby=dates] a"), link => link.GetAttribute("href")!.EndsWith($"date={option}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_date_set_by_hand_after_a_poll_is_announced_too()
    {
        await using var host = await Asked("2022-09-20", "2022-09-22");
        var page = await host.Page("/cockpit/etape/2022/copil-extraordinaire/deplacer?debut=2022-10-04");

        await host.Submit(page.QuerySelector<IHtmlFormElement>("#confirmer")!);
        await host.Settle();

        Assert.Contains("apprennent celle qui est retenue", page.QuerySelector("#confirmer")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Members.Count, await ThemesRoomTests.Sent(host, "date-retenue"));
        Assert.Equal(ConsultationState.Closed, (await host.Office.Consultations.Find(Poll))!.State);
    }

    [Fact]
    public async Task Called_off_those_who_were_asked_for_its_date_hear_it_and_are_asked_no_more()
    {
        await using var host = await Asked("2022-09-20", "2022-09-22");
        var skip = await host.Page("/cockpit/etape/2022/copil-extraordinaire/passer");

        await host.Office.Cycle.Apply(2022, new CycleCommand.Skip("copil-extraordinaire", "grève", host.Office.Now, "coordination"));
        await host.Settle();
        var page = await host.Page(await Link(host));

        Assert.Contains($"{Members.Count} personnes", Plain(skip.QuerySelector("main")!.TextContent), StringComparison.Ordinal);
        Assert.Equal(Members.Count, await ThemesRoomTests.Sent(host, "annulation-reunion"));
        Assert.Equal("Le comité de pilotage extraordinaire n’a pas lieu", page.QuerySelector("h1")!.TextContent);
        Assert.Null(page.QuerySelector("main form"));
        Assert.Equal(ConsultationState.Closed, (await host.Office.Consultations.Find(Poll))!.State);
    }

    [Fact]
    public async Task A_date_whose_message_was_undone_was_told_to_nobody()
    {
        await using var host = await Asked("2022-09-20", "2022-09-22");
        var options = (await host.Office.Consultations.Find(Poll))!.Template.Questions[0].Options;
        await host.Submit((await host.Page($"{Room}/dates/fixer?date={options[0].Id}")).QuerySelector<IHtmlFormElement>("form[action$=fixer]")!);
        while (await host.Office.Worker.Once())
            continue;
        var waiting = (await host.Office.Sends.Waiting(host.Office.Now)).Select(pending => pending.Effect).OfType<Core.Engine.Effect.SendMailing>().Single(send => send.Mailing.Text == "date-retenue");
        Assert.Null(await host.Office.Sends.Cancel(waiting.Mailing.Key, "coordination", host.Office.Now));

        await host.Submit((await host.Page($"{Room}/dates/fixer?date={options[1].Id}")).QuerySelector<IHtmlFormElement>("form[action$=fixer]")!);
        await host.Settle();

        Assert.Equal((Members.Count, 0), (await ThemesRoomTests.Sent(host, "date-retenue"), await ThemesRoomTests.Sent(host, "report-reunion")));
    }

    [Fact]
    public async Task The_button_pressed_twice_opens_one_poll_and_says_so()
    {
        await using var host = await CockpitHost.At(Before);
        var form = (await host.Page($"{Room}/dates")).QuerySelector<IHtmlFormElement>("form[action$=apercu]")!;
        var open = (await CockpitHost.Read(await host.Submit(form, ("date-1", "2022-09-22"), ("date-2", "2022-09-20"), ("cloture", "2021-11-30")))).QuerySelector<IHtmlFormElement>("form[action$='/dates']")!;

        var first = await host.Submit(open);
        var second = await host.Submit(open);
        await host.Settle();

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        Assert.Equal(Members.Count, await ThemesRoomTests.Sent(host, "invitation-date"));
    }

    [Fact]
    public async Task Going_back_from_the_message_keeps_the_dates_typed()
    {
        await using var host = await CockpitHost.At(Before);
        var form = (await host.Page($"{Room}/dates")).QuerySelector<IHtmlFormElement>("form[action$=apercu]")!;
        var preview = await CockpitHost.Read(await host.Submit(form, ("date-1", "2022-09-20"), ("date-2", "2022-09-22"), ("cloture", "2021-11-30")));

        var back = await CockpitHost.Read(await host.Submit(preview.QuerySelector<IHtmlFormElement>("form[action$='/dates']")!, ("corriger", "oui")));

        Assert.Equal(["2022-09-20", "2022-09-22", "2021-11-30"], new[] { "date-1", "date-2", "cloture" }.Select(name => back.QuerySelector<IHtmlInputElement>($"[name={name}]")!.Value));
        Assert.Null(await host.Office.Consultations.Find(Poll));
    }

    [Fact]
    public async Task Those_who_do_not_answer_about_a_date_are_reminded_once_and_it_closes_by_itself()
    {
        await using var host = await CockpitHost.At(Before);
        var form = (await host.Page($"{Room}/dates")).QuerySelector<IHtmlFormElement>("form[action$=apercu]")!;
        var preview = await CockpitHost.Read(await host.Submit(form, ("date-1", "2022-09-20"), ("date-2", "2022-09-22"), ("cloture", "2021-11-18")));
        await host.Submit(preview.QuerySelector<IHtmlFormElement>("form[action$='/dates']")!);
        await host.Settle();

        for (var day = 9; day <= 19; day++)
        {
            host.Clock.Set(host.Office.Setting.Zone.At(new DateOnly(2021, 11, day), new TimeOnly(12, 0)));
            await host.Office.Ticker.Tick();
            await host.Settle();
        }

        Assert.Equal(ConsultationState.Closed, (await host.Office.Consultations.Find(Poll))!.State);
        Assert.Equal(Members.Count, (await host.Office.Asks.Before(new DateOnly(2021, 11, 19))).SelectMany(asked => asked.Asked).Count(once => once.Subject == Poll));
    }

    [Theory]
    [InlineData("date-2", "")] // one date is no choice
    [InlineData("date-2", "hier")] // not a date
    [InlineData("date-1", "2020-01-01")] // gone by
    [InlineData("heure-1", "25:61")] // no hour
    [InlineData("cloture", "")] // without end
    [InlineData("cloture", "2022-09-20")] // ends on the first date itself
    [InlineData("cloture", "2022-09-27")] // the meeting would begin by itself before
    [InlineData("cloture", "2021-11-01")] // ended already
    public async Task A_poll_that_makes_no_sense_is_refused_beside_its_field(string field, string value)
    {
        await using var host = await CockpitHost.At(Before);
        var form = (await host.Page($"{Room}/dates")).QuerySelector<IHtmlFormElement>("form[action$=apercu]")!;
        Dictionary<string, string> typed = new() { ["date-1"] = "2022-09-20", ["date-2"] = "2022-09-22", ["cloture"] = "2021-11-30", [field] = value };

        var page = await CockpitHost.Read(await host.Submit(form, [.. typed.Select(pair => (pair.Key, pair.Value))]), HttpStatusCode.UnprocessableEntity);

        Assert.Single(page.QuerySelectorAll(".errors a"));
        Assert.NotNull(page.QuerySelector(".field.error"));
    }

    private static IReadOnlyList<Contact> Members { get; } = [.. CockpitHost.Setting().Folder.Contacts.Where(contact => contact.Active && contact.SitsIn("copil"))];

    private static async Task<CockpitHost> Asked(string one, string other)
    {
        var host = await CockpitHost.At(Before);
        var form = (await host.Page($"{Room}/dates")).QuerySelector<IHtmlFormElement>("form[action$=apercu]")!;
        var preview = await CockpitHost.Read(await host.Submit(form, ("date-1", one), ("date-2", other), ("cloture", "2021-11-30")));
        await host.Submit(preview.QuerySelector<IHtmlFormElement>("form[action$='/dates']")!);
        await host.Settle();
        return host;
    }

    private static async Task Answer(CockpitHost host, string option) => Assert.Null(await host.Office.Consultations.Take(Poll,
        new AnswerCommand(Members[0].Id, Members[0].Organisation, Members[0].Id, Channel.Page, false,
            new Dictionary<string, AnswerValue> { [DateChoice.Question] = new AnswerValue.Dates(new Dictionary<string, Availability> { [option] = Availability.Yes }) }, host.Office.Now), null));

    private static async Task<string> Link(CockpitHost host) =>
        $"/r/{host.Office.Links.Token(ConsultationDesk.Link((await host.Office.Consultations.Find(Poll))!), Members[0])}";

    /// <summary>Days from the last day of a step to the meeting.</summary>
    private static async Task<int> Days(CockpitHost host, string step)
    {
        var plan = (await host.Office.Cycle.Find(2022))!;
        var found = plan.Find(step)!;
        return host.Office.Setting.Zone.DayOf(plan.Find("copil-extraordinaire")!.Starts).DayNumber - host.Office.Setting.Zone.DayOf(found.Ends ?? found.Starts).DayNumber;
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
