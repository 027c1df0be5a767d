using System.Net;
using Almanach.Core.Mail.Events;
using Almanach.Core.Mail.Incoming.Bounces;
using Almanach.Core.Mail.Sending;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.Cockpit;

/// <summary>What the coordinator reads of an address that does not receive, and what she can do.</summary>
public sealed class AddressTests
{
    private const string Message = "invite-2022-themes";

    [Fact]
    public async Task An_address_that_is_refused_is_told_counted_and_tried_again()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 6, 8, 0, 0));
        var person = (await seat.Office.MailRoom.Outcomes(Message)).Keys.Order(StringComparer.Ordinal).First();
        var card = $"/cockpit/reseau/personnes/{person}";
        Assert.Null(await seat.Office.Events.Take([Heard(person, Delivery.Bounced, BounceReason.UserUnknown, "5.1.1")], seat.Office.Now));
        await seat.Settle();
        var again = (await seat.Office.MailRoom.Find(Message))!.Mailing with { Key = "encore", Expires = null };
        await seat.Office.MailRoom.Order(again, seat.Office.Now, "");
        await seat.Settle();

        var page = await seat.Page(card);
        var network = await seat.Page("/cockpit/reseau");
        var refused = await seat.Page("/cockpit/reseau?etat=adresse-refusee");
        var first = Plain((await seat.Page("/cockpit")).Body!.TextContent);
        var message = Plain((await seat.Page("/cockpit/messages/encore")).QuerySelector("tbody")!.TextContent);
        var tried = await seat.Submit((IHtmlFormElement)page.QuerySelector("form[action$=adresse]")!);
        var after = await seat.Page(tried.Headers.Location!.OriginalString);

        Assert.Contains("Son adresse est refusée depuis le mercredi 6 octobre 2021.", Plain(page.QuerySelector("form[action$=adresse]")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("Une adresse ne reçoit plus", Plain(network.QuerySelector(".lede")!.TextContent), StringComparison.Ordinal);
        Assert.Equal(person, Assert.Single(refused.QuerySelectorAll("tbody th a[href*=personnes]")).GetAttribute("href")!.Split('/')[^1]);
        Assert.Equal("adresse refusée", refused.QuerySelector("tbody .tag")!.TextContent);
        Assert.Contains("Une adresse ne reçoit plus : rien n’y est envoyé", first, StringComparison.Ordinal);
        Assert.Contains("non envoyé : son adresse ne reçoit plus", message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, tried.StatusCode);
        Assert.Contains("Cette adresse est essayée de nouveau.", after.QuerySelector("main .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null(after.QuerySelector("form[action$=adresse]"));
        await seat.Settle();
        Assert.Contains("Adresse essayée de nouveau pour", (await seat.Page("/cockpit/journal")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_complaint_is_told_apart()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 6, 8, 0, 0));
        var person = (await seat.Office.MailRoom.Outcomes(Message)).Keys.Order(StringComparer.Ordinal).First();
        Assert.Null(await seat.Office.Events.Take([Heard(person, Delivery.Complained)], seat.Office.Now));
        await seat.Settle();

        var form = (await seat.Page($"/cockpit/reseau/personnes/{person}")).QuerySelector("form[action$=adresse]")!;

        Assert.Contains("ne reçoit plus de lettre d’information", Plain(form.TextContent), StringComparison.Ordinal);
        Assert.Equal("Lui envoyer de nouveau les lettres d’information", form.QuerySelector("button")!.TextContent);
        Assert.DoesNotContain("ne reçoit plus", Plain((await seat.Page("/cockpit/reseau")).QuerySelector(".lede")!.TextContent), StringComparison.Ordinal);
    }

    private static HeardEvent Heard(string contact, Delivery state, BounceReason? reason = null, string status = "") =>
        new(Message, "", new DeliveryEvent($"{contact}-{state}", contact, state, DateTimeOffset.UnixEpoch, status, reason));

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
