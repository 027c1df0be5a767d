using System.Net;
using Almanach.Core.Engine;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Ports;
using Almanach.Web.Tests.CockpitRooms;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.Cockpit;

/// <summary>A message suspended, taken up and stopped from its page, while it leaves.</summary>
public sealed class SendingTests
{
    private const string Message = "lettre-1";
    private static readonly DateTime Morning = new(2021, 10, 6, 8, 0, 0);

    [Fact]
    public async Task A_message_that_leaves_is_suspended_and_goes_on_from_its_page()
    {
        await using var seat = await Seat.At(Morning);
        var people = await Leaving(seat);
        var leaving = await seat.Page($"/cockpit/messages/{Message}");

        var suspended = await seat.Submit((IHtmlFormElement)leaving.QuerySelector("form[action$=suspendre]")!);
        await seat.Pass(TimeSpan.FromDays(1));
        var page = await seat.Page($"/cockpit/messages/{Message}");
        var first = await seat.Page("/cockpit");
        Assert.DoesNotContain(seat.Mail.Sent, sent => sent.Letter.Key == Message);
        var taken = await seat.Submit((IHtmlFormElement)page.QuerySelector("form[action$=reprendre]")!);
        await seat.Settle();

        Assert.Contains($"0 copie partie sur {people}.", Plain(leaving.QuerySelector("main .notice")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("Actualiser cette page", leaving.QuerySelector("main .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, suspended.StatusCode);
        Assert.Contains("L’envoi est suspendu depuis le mercredi 6 octobre 2021 à 8 h.", Plain(page.QuerySelector("main .notice")!.TextContent), StringComparison.Ordinal);
        Assert.Contains($"0 envoyé sur {people}, {people} suspendus.", Plain(page.QuerySelector(".lede")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("Un envoi est suspendu", first.QuerySelector("section[aria-labelledby=attend]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("depuis le mercredi 6 octobre 2021 à 8 h", Plain(first.QuerySelector("section[aria-labelledby=attend]")!.TextContent), StringComparison.Ordinal);
        Assert.Equal($"/cockpit/messages/{Message}", taken.Headers.Location!.OriginalString);
        Assert.Equal(people, seat.Mail.Sent.Count(sent => sent.Letter.Key == Message));
        Assert.Null((await seat.Page($"/cockpit/messages/{Message}")).QuerySelector("form[action$=suspendre], form[action$=reprendre], form[action$=arreter]"));
        Assert.DoesNotContain("Un envoi est suspendu", (await seat.Page("/cockpit")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_on_its_way_when_it_is_suspended_is_said_to_leave_all_the_same()
    {
        await using var seat = await Seat.At(Morning);
        var people = await Leaving(seat);
        var batch = (await seat.Office.MailRoom.Batches(Message))[0];
        await seat.Store.Commit(MailingState.Partition(Message), [new Change.Put(MailBatch.Key(0), Stored.Write(batch with { State = BatchState.Claimed, ClaimedAt = seat.Office.Now, Attempt = 1 }))]);

        await seat.Submit((IHtmlFormElement)(await seat.Page($"/cockpit/messages/{Message}")).QuerySelector("form[action$=suspendre]")!);
        var page = await seat.Page($"/cockpit/messages/{Message}");

        Assert.Contains($"{batch.Count} copies sont en cours d’envoi, et partent encore.", Plain(page.QuerySelector("main .notice")!.TextContent), StringComparison.Ordinal);
        Assert.DoesNotContain("rien ne part", Plain(page.QuerySelector("main .notice")!.TextContent), StringComparison.Ordinal);
        Assert.Contains($"0 envoyé sur {people}, {batch.Count} en cours", Plain(page.QuerySelector(".lede")!.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_stopped_says_so_of_each_copy_and_offers_nothing_more()
    {
        await using var seat = await Seat.At(Morning);
        var people = await Leaving(seat);
        var leaving = await seat.Page($"/cockpit/messages/{Message}");

        await seat.Submit((IHtmlFormElement)leaving.QuerySelector("form[action$=arreter]")!);
        await seat.Pass(TimeSpan.FromDays(1));
        var page = await seat.Page($"/cockpit/messages/{Message}");
        var late = await seat.Submit((IHtmlFormElement)leaving.QuerySelector("form[action$=suspendre]")!);

        Assert.DoesNotContain(seat.Mail.Sent, sent => sent.Letter.Key == Message);
        Assert.Contains($"L’envoi a été arrêté le mercredi 6 octobre 2021 à 8 h. {people} copies ne sont pas parties, et ne partiront plus.", Plain(page.QuerySelector("main .notice")!.TextContent), StringComparison.Ordinal);
        Assert.Contains($"0 envoyé sur {people}, {people} arrêtés.", Plain(page.QuerySelector(".lede")!.TextContent), StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("tbody td:nth-child(2)"), cell => Assert.Equal("non envoyé : l’envoi a été arrêté", Plain(cell.TextContent)));
        Assert.Null(page.QuerySelector("form[action$=suspendre], form[action$=reprendre], form[action$=arreter]"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("L’envoi a été arrêté", (await CockpitHost.Read(late, HttpStatusCode.Conflict)).QuerySelector("main .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("arrêté pendant l’envoi", (await seat.Page("/cockpit/journal")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_nobody_knows_is_neither_suspended_nor_stopped()
    {
        await using var seat = await Seat.At(Morning);
        await Leaving(seat);
        var form = (IHtmlFormElement)(await seat.Page($"/cockpit/messages/{Message}")).QuerySelector("form[action$=suspendre]")!;

        foreach (var word in (string[])["suspendre", "arreter", "reprendre"])
        {
            form.SetAttribute("action", $"/cockpit/messages/inconnu/{word}");
            Assert.Equal(HttpStatusCode.NotFound, (await seat.Submit(form)).StatusCode);
        }
    }

    /// <summary>Cut in batches, of which none has left.</summary>
    /// <returns>To how many.</returns>
    private static async Task<int> Leaving(Seat seat)
    {
        var mailing = (await seat.Office.MailRoom.Find("invite-2022-themes"))!.Mailing with { Key = Message, Expires = null };
        await seat.Office.MailRoom.Start(mailing, seat.Office.Now, "");
        return mailing.Audience.Count;
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
