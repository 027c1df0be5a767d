using Almanach.Core.Mail;
using Almanach.Core.Mail.Events;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Mail.Incoming.Bounces;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Tests.Engine;
using Almanach.Core.Tests.Mail.Inbox;
using static Almanach.Core.Tests.Newsletter.Subscriptions.Readers;

namespace Almanach.Core.Tests.Newsletter.Subscriptions;

/// <summary>Subscribers from outside whose copies come back, or who complain of them.</summary>
public sealed class OutsideBouncesTests
{
    private const string Anne = "abonne.lettre.a";
    private const string Address = "a@dehors.example";

    [Theory]
    [InlineData(Delivery.Complained, null, SuppressionReason.Complaint, Delivery.Suppressed)]
    [InlineData(Delivery.Bounced, BounceReason.UserUnknown, SuppressionReason.Bounce, Delivery.Unreachable)]
    [InlineData(Delivery.Bounced, BounceReason.MailboxFull, null, Delivery.Sent)] // full today
    public async Task What_a_provider_tells_of_her_copy_holds_for_the_next_edition(Delivery told, BounceReason? why, SuppressionReason? learned, Delivery next)
    {
        var test = await Sent();

        for (var twice = 0; twice < 2; twice++)
            Assert.Null(await test.Office.Events.Take([new HeardEvent("lettre-1", "", new DeliveryEvent("un", Anne, told, Now, why is BounceReason.UserUnknown ? "5.1.1" : "", why))], test.Now));
        await test.Settle();

        Assert.Equal(learned is { } reason ? [(reason, Anne, "lettre-1")] : [], (await test.Office.Suppressions.Load()).Of(Address).Select(one => (one.Reason, one.Contact, one.Source)));
        Assert.Equal((next, Delivery.Sent), await Next(test));
        Assert.DoesNotContain(test.Mailer.Sent, sent => sent.Letter.StartsWith("name-successor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_complaint_by_mail_stops_her_newsletter_and_waits_for_nobody()
    {
        var test = await Sent();

        var received = await Arrive(test, Mails.Complaint(Address.ToUpperInvariant()));

        Assert.Equal((InboxState.Noted, ""), (received.State, received.Contact));
        Assert.Contains("hors du réseau", received.Because, StringComparison.Ordinal);
        Assert.Equal((Delivery.Suppressed, Delivery.Sent), await Next(test));
    }

    [Fact]
    public async Task A_notice_by_mail_that_she_is_gone_stops_her_newsletter()
    {
        var test = await Sent();

        var received = await Arrive(test, Mails.Bounce(Address, "5.1.1", "550 5.1.1 User unknown"));

        Assert.Contains("n’existe plus", received.Because, StringComparison.Ordinal);
        Assert.Equal(Delivery.Bounced, (await test.Office.MailRoom.Outcomes("lettre-1"))[Anne]);
        Assert.Equal((Delivery.Unreachable, Delivery.Sent), await Next(test));
        Assert.DoesNotContain(test.Mailer.Sent, sent => sent.Letter.StartsWith("name-successor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_she_asked_to_stop_is_not_forgotten_while_she_subscribes_and_is_once_she_confirms_anew()
    {
        var test = await Sent();
        var edition = (await test.Office.MailRoom.Find("lettre-1"))!.Mailing;
        await Arrive(test, Mails.Complaint(Address));
        await test.Office.Retention.Erase(Now.AddMonths(test.Office.Setting.Platform.Legal.RetentionMonths + 1));
        var kept = (await test.Office.Suppressions.Load()).Of(Address).Count;

        Assert.Null(await test.Office.SignUps.Ask([List], Address, "neuf", test.Now));
        Assert.Null((await test.Office.SignUps.Confirm("a", test.Now)).Refusal);

        Assert.Equal(1, kept);
        Assert.Empty((await test.Office.Suppressions.Load()).Of(Address));
        Assert.Equal((Delivery.Sent, Delivery.Sent), await Next(test, edition));
    }

    private static async Task<TestOffice> Sent()
    {
        var test = await Office(Contact("c-1"));
        foreach (var person in new[] { Person("a"), Person("b") })
            Assert.Null(await test.Office.Subscribers.Add(List, person));
        await Send(test, await test.Office.Subscriptions.Audience(List));
        return test;
    }

    /// <summary>What becomes of her copy, and of another's, of the edition after.</summary>
    private static async Task<(Delivery Hers, Delivery Other)> Next(TestOffice test, Mailing? edition = null)
    {
        var mailing = edition ?? (await test.Office.MailRoom.Find("lettre-1"))!.Mailing;
        await test.Office.MailRoom.Order(mailing with { Key = "lettre-2" }, test.Now, "");
        await test.Settle();
        var outcomes = await test.Office.MailRoom.Outcomes("lettre-2");
        return (outcomes[Anne], outcomes["abonne.lettre.b"]);
    }

    private static async Task<ReceivedMail> Arrive(TestOffice test, byte[] message)
    {
        Assert.Null(await test.Office.Inbox.Receive(message, test.Now));
        await test.Settle();
        return (await test.Office.Inbox.All()).OrderByDescending(mail => mail.At).First();
    }
}
