using Almanach.Core.Access;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Platforms;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Mail.Inbox;

/// <summary>Mail that waits is told to the coordinator some morning, once.</summary>
public sealed class InboxMorningTests
{
    /// <summary>A Monday before the year begins: nothing is asked of anybody yet.</summary>
    private static readonly DateTimeOffset Monday = new(2021, 9, 13, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2021-09-14T15:59Z", "2021-09-15")] // before six in the evening, Paris time: the next morning
    [InlineData("2021-09-14T16:00Z", "2021-09-16")] // in the evening: it waits a day first
    [InlineData("2021-09-17T09:00Z", "2021-09-20")] // on a Friday: on the Monday
    public async Task Mail_that_waits_since_the_evening_before_is_told_in_the_morning(string arrives, string told)
    {
        var test = await Open();
        await test.Until(DateTimeOffset.Parse(arrives, System.Globalization.CultureInfo.InvariantCulture));
        await Arrive(test, "un@ailleurs.example");

        await test.Until(Monday.AddDays(14));

        Assert.Equal([($"courrier-en-attente-{told}", Coordination.Id)], Told(test));
    }

    [Fact]
    public async Task What_was_told_is_not_told_again_and_what_comes_later_is_told_alone()
    {
        var test = await Open();
        await Arrive(test, "un@ailleurs.example");
        await Arrive(test, "deux@ailleurs.example");
        await test.Until(Monday.AddDays(2));
        await Arrive(test, "trois@ailleurs.example");
        await test.Until(Monday.AddDays(9));

        Assert.Equal(["courrier-en-attente-2021-09-14", "courrier-en-attente-2021-09-16"], Told(test).Select(sent => sent.Letter));
        var (first, second) = (await Values(test, "courrier-en-attente-2021-09-14"), await Values(test, "courrier-en-attente-2021-09-16"));
        Assert.Equal(("Deux messages reçus attendent", FrenchDates.Day(new DateOnly(2021, 9, 13))), (first["messages"], first["depuis"]));
        Assert.Equal("Un message reçu attend", second["messages"]);
        Assert.DoesNotContain(await test.Rows(MailingState.Partition("courrier-en-attente-2021-09-14")), row => row.Value.Contains("ailleurs.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_dealt_with_in_time_is_not_told_and_is_forgotten()
    {
        var test = await Open();
        await Arrive(test, "un@ailleurs.example");
        await Arrive(test, "deux@ailleurs.example");
        foreach (var mail in await test.Office.Inbox.Waiting())
            Assert.Null(await test.Office.Inbox.File(mail.Id, Coordination.Id, test.Now));
        await test.Until(Monday.AddDays(2));
        Assert.Empty(Told(test));

        await Arrive(test, "trois@ailleurs.example");
        await test.Until(Monday.AddDays(4));
        foreach (var mail in await test.Office.Inbox.Waiting())
            Assert.Null(await test.Office.Inbox.File(mail.Id, Coordination.Id, test.Now));
        await Arrive(test, "quatre@ailleurs.example");
        await test.Until(Monday.AddDays(9));

        Assert.Equal(2, Told(test).Count());
        Assert.Single((await test.Office.Ledger.Find<ToldMail>(ReceivedMail.Partition, ToldMail.Key))!.Value.Mails);
    }

    [Fact]
    public async Task One_morning_told_twice_is_told_once()
    {
        var test = await Open();
        await Arrive(test, "un@ailleurs.example");
        await test.Until(Monday.AddDays(2));
        var morning = new Effect.AskAgain(new DateOnly(2021, 9, 14), "asks-2021-09-14", test.Now);

        Assert.Null(await new InboxMorning(test.Office.Ledger, test.Office.Inbox, test.Office.Setting).Tell(morning));
        await test.Settle();

        Assert.Single(Told(test));
    }

    [Fact]
    public async Task A_platform_without_the_text_tells_on_the_first_page_alone()
    {
        var folder = Tests.Platforms.Folders.Pfoss();
        folder.Remove("textes/courrier-en-attente.md");
        var test = new TestOffice(TestOffice.Read(folder), Monday);
        await test.Office.Opening.Open(2022, test.Now);
        await test.Settle();
        await Arrive(test, "un@ailleurs.example");

        await test.Until(Monday.AddDays(3));

        Assert.Empty(Told(test));
        Assert.Single(await test.Office.Inbox.Waiting());
    }

    private static async Task<TestOffice> Open()
    {
        var test = new TestOffice(TestOffice.Pfoss(), Monday);
        await test.Office.Opening.Open(2022, test.Now);
        await test.Settle();
        return test;
    }

    private static async Task Arrive(TestOffice test, string from)
    {
        Assert.Null(await test.Office.Inbox.Receive(Mails.Message(from, Mails.Box, "Une question.", id: from), test.Now));
        await test.Settle();
    }

    private static IEnumerable<(string Letter, string Contact)> Told(TestOffice test) =>
        test.Mailer.Sent.Where(sent => sent.Letter.StartsWith(TextCatalogue.MailWaiting, StringComparison.Ordinal));

    private static async Task<IReadOnlyDictionary<string, string>> Values(TestOffice test, string message) => (await test.Office.MailRoom.Find(message))!.Mailing.Values;
}
