using System.Net;
using Almanach.Core.Cycle;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Rehearsal;
using Almanach.Web.Tests.CockpitRooms;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.Cockpit;

public sealed class ActTests
{
    private static readonly DateTime BeforeTheVote = new(2021, 11, 12, 10, 0, 0);

    private static readonly Act[] Collected = [.. Partners.Propose(6), Partners.Grouped];

    [Fact]
    public async Task The_count_shown_is_the_count_sent()
    {
        await using var seat = await Seat.At(BeforeTheVote, Collected);
        var refused = (await seat.Office.Network.Load()).Active.First(contact => contact.Id == Partners.Referents[0].Id);
        await seat.Office.Network.Write([], [refused with { Suppressed = true }]);

        var page = await seat.Page("/cockpit/etape/2022/vote/ouvrir");
        var names = page.QuerySelectorAll("article details:first-of-type li").Length;
        await seat.Submit((IHtmlFormElement)page.GetElementById("confirmer")!);
        await seat.Pass(TimeSpan.FromMinutes(5));

        Assert.Contains($"Ouvrir et écrire à {names}\u00A0personnes", page.GetElementById("confirmer")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(names, (await seat.Office.MailRoom.Outcomes("invite-2022-vote")).Values.Count(outcome => outcome == Delivery.Sent));
        Assert.Equal(names, seat.Mail.Sent.Count(sent => sent.Letter.Key == "invite-2022-vote"));
        Assert.DoesNotContain(seat.Mail.Sent, sent => sent.Letter.Key == "invite-2022-vote" && sent.To.Id == refused.Id);
    }

    [Fact]
    public async Task Pressed_twice_it_is_done_once_and_nobody_is_told_that_nothing_left()
    {
        await using var seat = await Seat.At(BeforeTheVote, Collected);
        var form = (IHtmlFormElement)(await seat.Page("/cockpit/etape/2022/vote/ouvrir")).GetElementById("confirmer")!;

        var first = await seat.Submit(form);
        var second = await seat.Submit(form);
        await seat.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal("/cockpit/etape/2022/vote?fait=ouvrir", first.Headers.Location!.ToString());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, seat.Mail.Sent.Where(sent => sent.Letter.Key == "invite-2022-vote").GroupBy(sent => sent.To.Id).Max(copies => copies.Count()));
    }

    [Fact]
    public async Task Nothing_is_done_when_the_audience_has_changed_since_it_was_shown()
    {
        await using var seat = await Seat.At(BeforeTheVote, Collected);
        var page = await seat.Page("/cockpit/etape/2022/vote/ouvrir");
        var leaving = (await seat.Office.Network.Load()).Contacts[Partners.Referents[0].Id];
        await seat.Office.Network.Write([], [leaving with { Active = false }]);

        var answer = await seat.Submit((IHtmlFormElement)page.GetElementById("confirmer")!);

        var again = await CockpitHost.Read(answer, HttpStatusCode.Conflict);
        Assert.Contains("Les destinataires ont changé", again.Body!.TextContent, StringComparison.Ordinal);
        Assert.True((await seat.Office.Cycle.Find(2022))!.Find("vote")!.IsAhead);
        Assert.Equal(HttpStatusCode.SeeOther, (await seat.Submit((IHtmlFormElement)again.GetElementById("confirmer")!)).StatusCode);
    }

    [Fact]
    public async Task A_send_undone_within_the_grace_reaches_nobody_and_can_be_sent_after_all()
    {
        await using var seat = await Seat.At(BeforeTheVote, Collected);
        var opened = await seat.Submit((IHtmlFormElement)(await seat.Page("/cockpit/etape/2022/vote/ouvrir")).GetElementById("confirmer")!);
        var step = await seat.Page(opened.Headers.Location!.ToString());

        var undone = await seat.Submit((IHtmlFormElement)step.QuerySelector("form[action='/cockpit/messages/annuler']")!);
        await seat.Pass(TimeSpan.FromMinutes(10));

        Assert.Equal("/cockpit/etape/2022/vote?fait=annule", undone.Headers.Location!.ToString());
        Assert.DoesNotContain(seat.Mail.Sent, sent => sent.Letter.Key == "invite-2022-vote");
        Assert.Equal(StepState.Open, (await seat.Office.Cycle.Find(2022))!.Find("vote")!.State);

        var message = await seat.Page("/cockpit/messages/invite-2022-vote");
        await seat.Submit((IHtmlFormElement)message.QuerySelector("form[action$='/reprendre']")!);
        await seat.Pass(TimeSpan.FromMinutes(10));

        Assert.Equal(message.QuerySelectorAll("tbody tr").Length, seat.Mail.Sent.Count(sent => sent.Letter.Key == "invite-2022-vote"));
        Assert.DoesNotContain("Annulé", (await seat.Page("/cockpit/messages/invite-2022-vote")).QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_it_can_be_undone_its_step_shows_who_gets_it_and_what_they_read()
    {
        await using var seat = await Seat.At(BeforeTheVote, Collected);
        var shown = await seat.Page("/cockpit/etape/2022/vote/ouvrir");

        var step = await seat.Page((await seat.Submit((IHtmlFormElement)shown.GetElementById("confirmer")!)).Headers.Location!.ToString());
        var written = step.QuerySelector("section[aria-labelledby=ecrit] article")!;
        var letter = await seat.Page(written.QuerySelector("iframe")!.GetAttribute("src")!);

        Assert.Equal(shown.QuerySelectorAll("article details:first-of-type li").Select(name => name.TextContent), written.QuerySelectorAll("details:first-of-type li").Select(name => name.TextContent));
        Assert.Contains(written.QuerySelector("h3")!.TextContent, letter.Title!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undoing_too_late_is_refused_kindly_and_changes_nothing()
    {
        await using var seat = await Seat.At(BeforeTheVote, Collected);
        var opened = await seat.Submit((IHtmlFormElement)(await seat.Page("/cockpit/etape/2022/vote/ouvrir")).GetElementById("confirmer")!);
        var step = await seat.Page(opened.Headers.Location!.ToString());
        await seat.Pass(TimeSpan.FromMinutes(2));

        var late = await seat.Submit((IHtmlFormElement)step.QuerySelector("form[action='/cockpit/messages/annuler']")!);

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("ne peut plus être annulé", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(seat.Mail.Sent, sent => sent.Letter.Key == "invite-2022-vote");
    }

    [Fact]
    public async Task A_step_is_skipped_with_a_reason_that_stays_in_the_journal()
    {
        await using var seat = await Seat.At(new DateTime(2022, 2, 1, 10, 0, 0));
        var page = await seat.Page("/cockpit/etape/2022/interet-technique/passer");

        var without = await seat.Submit((IHtmlFormElement)page.GetElementById("confirmer")!);
        var with = await seat.Submit((IHtmlFormElement)page.GetElementById("confirmer")!, ("raison", "Pas de rencontre cette année / décision du comité."));
        await seat.Settle();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Equal("/cockpit/etape/2022/interet-technique?fait=passer", with.Headers.Location!.ToString());
        Assert.Equal(StepState.Skipped, (await seat.Office.Cycle.Find(2022))!.Find("interet-technique")!.State);
        Assert.Contains("Pas de rencontre cette année / décision du comité.", (await seat.Page("/cockpit/journal?mois=2022-02")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_committee_called_off_is_said_in_its_own_gender_and_its_mail_says_so_first()
    {
        await using var seat = await Seat.At(new DateTime(2021, 12, 6, 10, 0, 0), Collected);

        var page = await seat.Page("/cockpit/etape/2022/copil/passer");
        await seat.Submit((IHtmlFormElement)page.GetElementById("confirmer")!, ("raison", "Grève."));
        await seat.Pass(TimeSpan.FromMinutes(5));
        var meeting = await seat.Page("/cockpit/reunions/2022-copil");
        var member = (await seat.Office.Network.Load()).Of("copil")[0];
        var own = await CockpitHost.Read(await seat.Client.GetAsync(new Uri(seat.Office.Links.OwnPage(member, seat.Office.Now))));

        var letter = seat.Mail.Sent.Last(sent => sent.Letter.Key.StartsWith("cancel-", StringComparison.Ordinal)).Letter;
        Assert.StartsWith("Annulation\u00A0: Comité de pilotage, le ", letter.Subject, StringComparison.Ordinal);
        Assert.EndsWith("\u00A0: annulé.", meeting.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(own.QuerySelectorAll(".tag"), tag => tag.TextContent == "Annulé");
    }

    [Fact]
    public async Task What_the_minutes_and_the_programme_become_without_the_committee_is_said_before_and_after()
    {
        await using var seat = await Seat.At(new DateTime(2021, 12, 6, 10, 0, 0), Collected);

        var preview = await seat.Page("/cockpit/etape/2022/copil/passer");
        await seat.Submit((IHtmlFormElement)preview.GetElementById("confirmer")!, ("raison", "Grève."));
        await seat.Settle();
        var minutes = await seat.Page("/cockpit/etape/2022/compte-rendu");
        var programme = await seat.Page("/cockpit/etape/2022/programme");
        var plan = (await seat.Office.Cycle.Find(2022))!;
        await seat.Pass(plan.Find("programme")!.Starts.AddDays(-2) - seat.Office.Now);
        var today = (await seat.Page("/cockpit")).QuerySelector("main")!.TextContent;

        var before = preview.QuerySelector("main")!.TextContent;
        Assert.Contains("Compte-rendu du comité de pilotage\u00A0» ne sera pas établi.", before, StringComparison.Ordinal);
        Assert.Contains("\u00A0» attendra que vous l’ouvriez ou le sautiez.", before, StringComparison.Ordinal);
        Assert.DoesNotContain("aura lieu sans elle", before, StringComparison.Ordinal);
        Assert.Contains("n’a pas lieu\u00A0: le document n’est pas établi", minutes.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("en envoie le lien", minutes.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("cette étape attend que vous l’ouvriez ou la sautiez", programme.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Elle vous attendra\u00A0: la réunion dont elle part ne se tient pas.", today, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_answer_is_taken_by_phone_about_a_committee_called_off()
    {
        await using var seat = await Seat.At(new DateTime(2021, 12, 6, 10, 0, 0), Collected);
        var member = (await seat.Office.Network.Load()).Of("copil")[0];
        var form = (IHtmlFormElement)(await seat.Page($"/cockpit/consultations/2022-copil-presence/telephone/{member.Id}")).QuerySelector("form[action*='/telephone/']")!;
        await seat.Office.Cycle.Apply(2022, new CycleCommand.Skip("copil", "grève", seat.Office.Now, "coordination"));
        await seat.Settle();

        var refused = await seat.Submit(form, ("presence", "Remote"));
        var choice = await seat.Page("/cockpit/consultations/2022-copil-presence/telephone");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Null(await seat.Office.Consultations.AnswerOf("2022-copil-presence", member.Id));
        Assert.Contains("Le comité de pilotage n’a pas lieu.", choice.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(choice.QuerySelectorAll("main a[href*='/telephone/']"));
    }

    [Fact]
    public async Task A_step_left_out_is_skipped_and_a_meeting_gone_by_was_held()
    {
        await using var seat = await Seat.At(new DateTime(2022, 4, 20, 10, 0, 0), Collected);
        await seat.Office.Cycle.Apply(2022, new CycleCommand.Skip("groupes", "inutile", seat.Office.Now, "coordination"));

        var year = await seat.Page("/cockpit/annee/2022");
        var meetings = await seat.Page("/cockpit/reunions");

        Assert.DoesNotContain("passée", year.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("passée", meetings.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("tenue", meetings.QuerySelector("main")!.TextContent, StringComparison.Ordinal); // the journée d’échanges of 12 April
    }

    [Fact]
    public async Task An_open_step_is_closed_then_reopened_until_a_new_day()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 20, 10, 0, 0));
        var copies = seat.Mail.Sent.Count;

        await seat.Submit((IHtmlFormElement)(await seat.Page("/cockpit/etape/2022/collecte/clore")).GetElementById("confirmer")!);
        await seat.Settle();
        var closed = (await seat.Office.Consultations.Find("2022-themes"))!.State;
        var reopening = await seat.Page("/cockpit/etape/2022/collecte/rouvrir");
        var bad = await seat.Submit((IHtmlFormElement)reopening.GetElementById("confirmer")!, ("fin", "2021-10-01"));
        var good = await seat.Submit((IHtmlFormElement)reopening.GetElementById("confirmer")!, ("fin", "2021-11-05"));
        await seat.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal(Core.Consultations.ConsultationState.Closed, closed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, good.StatusCode);
        var consultation = (await seat.Office.Consultations.Find("2022-themes"))!;
        Assert.Equal(Core.Consultations.ConsultationState.Open, consultation.State);
        Assert.Equal(seat.Office.Setting.Zone.At(new DateOnly(2021, 11, 5), new TimeOnly(18, 0)), consultation.Closes);
        Assert.Equal(copies, seat.Mail.Sent.Count);
    }

    [Fact]
    public async Task What_the_state_of_a_step_does_not_allow_is_said_before_and_refused_after()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 20, 10, 0, 0));

        var shown = await seat.Page("/cockpit/etape/2022/vote/clore");
        var answer = await seat.Submit((IHtmlFormElement)shown.GetElementById("confirmer")!);

        Assert.Contains("n’est pas ouverte", shown.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }
}
