using System.Net;
using Almanach.Core.Cycle;
using Almanach.Web.Tests.CockpitRooms;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.Cockpit;

public sealed class MoveTests
{
    [Fact]
    public async Task Postponing_the_committee_proposes_all_that_depends_on_it_and_one_post_moves_it()
    {
        await using var seat = await Seat.At(new DateTime(2021, 9, 28, 10, 0, 0));
        var before = (await seat.Office.Cycle.Find(2022))!;

        var page = await seat.Page("/cockpit/etape/2022/copil/deplacer?debut=2022-01-11");
        var proposed = page.QuerySelectorAll<IHtmlInputElement>("input[name=accepte]").Select(box => box.Value).ToHashSet();
        var answer = await seat.Submit((IHtmlFormElement)page.GetElementById("confirmer")!);
        await seat.Settle();

        var after = (await seat.Office.Cycle.Find(2022))!;
        Assert.Equal(["bilan-collecte", "collecte", "compte-rendu", "convocation", "presence", "programme", "regroupement", "vote"], proposed.Order(StringComparer.Ordinal));
        Assert.Equal("/cockpit/etape/2022/copil?fait=deplacee", answer.Headers.Location!.ToString());
        Assert.All(proposed.Append("copil"), id => Assert.Equal(28, Days(seat, before.Find(id)!.Starts, after.Find(id)!.Starts)));
        Assert.All(after.Steps.Where(step => !proposed.Contains(step.Id) && step.Id != "copil"), step => Assert.Equal(
            (before.Find(step.Id)!.Starts, before.Find(step.Id)!.Ends, StepState.Planned), (step.Starts, step.Ends, step.State)));
        Assert.Equal(StepState.Postponed, after.Find("vote")!.State);
    }

    [Fact]
    public async Task What_is_unticked_stays()
    {
        await using var seat = await Seat.At(new DateTime(2021, 9, 28, 10, 0, 0));
        var before = (await seat.Office.Cycle.Find(2022))!;
        var page = await seat.Page("/cockpit/etape/2022/copil/deplacer?debut=2021-12-21");
        foreach (var box in page.QuerySelectorAll<IHtmlInputElement>("input[name=accepte]").Where(box => box.Value != "vote"))
            box.IsChecked = false;

        await seat.Submit((IHtmlFormElement)page.GetElementById("confirmer")!);

        var moved = (await seat.Office.Cycle.Find(2022))!.Steps.Where(step => step.Starts != before.Find(step.Id)!.Starts).Select(step => step.Id);
        Assert.Equal(["vote", "copil"], moved);
    }

    [Theory]
    [InlineData("2021-12-25", "C’est un jour férié")]           // Christmas
    [InlineData("2021-12-21", "vacances scolaires")]            // two days after they begin
    [InlineData("2022-01-15", "jour de fin de semaine")]        // a Saturday
    [InlineData("2022-02-07", "Le même jour")]                  // another step opens
    public async Task A_date_that_falls_badly_is_flagged_and_still_possible(string day, string flag)
    {
        await using var seat = await Seat.At(new DateTime(2021, 9, 28, 10, 0, 0));

        var page = await seat.Page($"/cockpit/etape/2022/copil/deplacer?debut={day}");

        Assert.Contains(flag, page.QuerySelector("#confirmer .rows > li")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#confirmer button"));
    }

    [Fact]
    public async Task People_convened_already_get_one_message_shown_before()
    {
        await using var seat = await Seat.At(new DateTime(2021, 11, 25, 10, 0, 0), Partners.Grouped);
        var page = await seat.Page("/cockpit/etape/2022/copil/deplacer?debut=2021-12-16");
        var names = page.QuerySelectorAll("#confirmer article details:first-of-type li").Length;
        var letter = await seat.Get(page.QuerySelector("iframe")!.GetAttribute("src")!);
        var before = seat.Mail.Sent.Count;

        await seat.Submit((IHtmlFormElement)page.GetElementById("confirmer")!);
        await seat.Pass(TimeSpan.FromMinutes(5));

        var mails = seat.Mail.Sent.Skip(before).Where(sent => sent.Letter.Key.StartsWith("moved-2022-copil", StringComparison.Ordinal)).ToList();
        Assert.NotEqual(0, names);
        Assert.Equal(names, mails.Select(mail => mail.To.Id).Distinct().Count());
        Assert.Equal(names, mails.Count);
        Assert.Contains("jeudi\u00A016\u00A0décembre 2021", (await CockpitHost.Read(letter)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("debut=")]                // nothing
    [InlineData("debut=demain")]          // no day
    [InlineData("debut=2021-02-30")]      // no such day
    [InlineData("debut=9999-12-31")]      // beyond any plan
    public async Task A_day_that_cannot_be_read_is_asked_for_again(string query)
    {
        await using var seat = await Seat.At(new DateTime(2021, 9, 28, 10, 0, 0));

        var page = await seat.Page($"/cockpit/etape/2022/copil/deplacer?{query}");

        Assert.Equal("#debut", page.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Null(page.GetElementById("confirmer"));
    }

    [Fact]
    public async Task An_open_step_moves_its_end_alone()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 20, 10, 0, 0));
        var page = await seat.Page("/cockpit/etape/2022/collecte/deplacer?fin=2021-11-05");

        var answer = await seat.Submit((IHtmlFormElement)page.GetElementById("confirmer")!);
        await seat.Settle();

        var plan = (await seat.Office.Cycle.Find(2022))!;
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Null(page.GetElementById("debut"));
        Assert.Equal(new DateOnly(2021, 11, 5), seat.Office.Setting.Zone.DayOf(plan.Find("collecte")!.Ends!.Value));
        Assert.Equal(new DateOnly(2021, 11, 8), seat.Office.Setting.Zone.DayOf(plan.Find("regroupement")!.Starts));
        Assert.Equal(plan.Find("collecte")!.Ends, (await seat.Office.Consultations.Find("2022-themes"))!.Closes);
    }

    [Theory]
    [InlineData("2021-11-06", "se terminerait un samedi")]
    [InlineData("2021-11-07", "se terminerait un dimanche")]
    [InlineData("2021-11-11", "se terminerait un jour férié")] // Armistice
    public async Task An_end_on_a_day_nobody_works_is_flagged_and_still_possible(string day, string flag)
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 20, 10, 0, 0));

        var page = await seat.Page($"/cockpit/etape/2022/collecte/deplacer?fin={day}");

        Assert.Contains(flag, page.QuerySelector("#confirmer .rows > li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await seat.Submit((IHtmlFormElement)page.GetElementById("confirmer")!)).StatusCode);
    }

    [Fact]
    public async Task Prolonging_the_collection_leaves_the_grouping_its_length()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 20, 10, 0, 0));
        var before = (await seat.Office.Cycle.Find(2022))!.Find("regroupement")!;

        await seat.Submit((IHtmlFormElement)(await seat.Page("/cockpit/etape/2022/collecte/deplacer?fin=2021-11-17")).GetElementById("confirmer")!);

        var after = (await seat.Office.Cycle.Find(2022))!.Find("regroupement")!;
        Assert.Equal(new DateOnly(2021, 11, 18), seat.Office.Setting.Zone.DayOf(after.Starts));
        Assert.True(Days(seat, after.Starts, after.Ends!.Value) >= Days(seat, before.Starts, before.Ends!.Value), $"{after.Starts} {after.Ends}");
    }

    [Fact]
    public async Task Pressed_twice_it_is_done_once_and_says_so()
    {
        await using var seat = await Seat.At(new DateTime(2021, 11, 25, 10, 0, 0), Partners.Grouped);
        var form = (IHtmlFormElement)(await seat.Page("/cockpit/etape/2022/copil/deplacer?debut=2021-12-16")).GetElementById("confirmer")!;

        var first = await seat.Submit(form);
        var second = await seat.Submit(form);
        await seat.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        var mails = seat.Mail.Sent.Where(sent => sent.Letter.Key.StartsWith("moved-2022-copil", StringComparison.Ordinal)).ToList();
        Assert.Equal(mails.Count, mails.Select(mail => mail.To.Id).Distinct().Count());
    }

    private static int Days(Seat seat, DateTimeOffset from, DateTimeOffset to) =>
        seat.Office.Setting.Zone.DayOf(to).DayNumber - seat.Office.Setting.Zone.DayOf(from).DayNumber;
}
