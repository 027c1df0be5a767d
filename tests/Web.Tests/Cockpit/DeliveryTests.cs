using Almanach.Core.Mail.Events;
using Almanach.Core.Mail.Incoming.Bounces;
using Almanach.Core.Mail.Sending;

namespace Almanach.Web.Tests.Cockpit;

/// <summary>What the coordinator reads of copies that did not simply arrive.</summary>
public sealed class DeliveryTests
{
    private const string Message = "invite-2022-themes";

    [Fact]
    public async Task What_a_provider_tells_stands_on_the_page_of_the_message_and_on_the_first_page()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 6, 8, 0, 0));
        var people = (await seat.Office.MailRoom.Outcomes(Message)).Keys.Order(StringComparer.Ordinal).ToList();
        Assert.Contains($"Envoyé à {people.Count}", (await seat.Page($"/cockpit/messages/{Message}")).QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);

        Assert.Null(await seat.Office.Events.Take(
            [
                Said(people[0], Delivery.Delivered), Said(people[1], Delivery.Delivered), Said(people[2], Delivery.Delayed), Said(people[3], Delivery.Complained),
                Said(people[4], Delivery.Bounced, BounceReason.MailboxFull), Said(people[5], Delivery.Refused), Said(people[6], Delivery.Suppressed),
            ], seat.Office.Now));

        var page = await seat.Page($"/cockpit/messages/{Message}");
        Assert.Contains($"3 remis sur {people.Count}, {people.Count - 6} envoyés, 1 revenu, 1 refusé, 1 signalé comme indésirable, 1 non envoyé.", Plain(page.QuerySelector(".lede")!.TextContent), StringComparison.Ordinal);
        var rows = page.QuerySelectorAll("tbody td:nth-child(2)").Select(cell => Plain(cell.TextContent)).ToList();
        foreach (var words in (string[])["remis", "envoyé", "envoyé, pas encore accepté par son serveur", "remis, et signalé comme indésirable", "revenu : boîte pleine", "refusé pour de bon"])
            Assert.Contains(words, rows);
        var first = Plain((await seat.Page("/cockpit")).Body!.TextContent);
        foreach (var words in (string[])["Deux adresses refusent un message", "Une personne a signalé un message comme indésirable", "Une copie revenue en sept jours", "Une copie signalée comme indésirable en sept jours"])
            Assert.Contains(words, first, StringComparison.Ordinal);
    }

    /// <summary>The host was down while the invitation was to leave, until the consultation was closed.</summary>
    [Fact]
    public async Task A_message_that_was_too_late_to_leave_waits_for_the_coordinator()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 6, 8, 0, 0));
        var audience = (await seat.Office.MailRoom.Find(Message))!.Mailing.Audience;
        var late = (await seat.Office.MailRoom.Find(Message))!.Mailing with { Key = "invite-tard", Expires = seat.Office.Now };
        await seat.Office.MailRoom.Order(late, seat.Office.Now, "");
        await seat.Settle();

        Assert.Contains($"0 envoyé sur {audience.Count}, {audience.Count} trop tard.", Plain((await seat.Page("/cockpit/messages/invite-tard")).QuerySelector(".lede")!.TextContent), StringComparison.Ordinal);
        var first = Plain((await seat.Page("/cockpit")).Body!.TextContent);
        Assert.Contains("copies ne sont pas parties : il était trop tard", first, StringComparison.Ordinal);
        Assert.Contains("copies non envoyées en sept jours, parce qu’il était trop tard", first, StringComparison.Ordinal);
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ');

    private static HeardEvent Said(string contact, Delivery state, BounceReason? reason = null) =>
        new(Message, "", new DeliveryEvent($"{contact}-{state}", contact, state, DateTimeOffset.UnixEpoch, "", reason));
}
