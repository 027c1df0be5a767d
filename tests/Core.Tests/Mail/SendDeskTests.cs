using Almanach.Core.Access;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Mail;

public sealed class SendDeskTests
{
    private static readonly DateTimeOffset Noon = new(2021, 9, 28, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Mail_to_the_coordination_goes_to_the_address_of_the_platform()
    {
        var test = new TestOffice(TestOffice.Pfoss(), Noon);

        await test.Office.MailRoom.Order(Essay("essai-1"), Noon, "");
        await test.Settle();

        Assert.Equal(("essai-1", Coordination.Id), Assert.Single(test.Mailer.Sent));
        var addressee = test.Office.Addressees.Coordination(Coordination.Member);
        Assert.Equal(test.Office.Setting.Platform.Coordinator.Address, addressee.Mailbox.Address);
        Assert.True(AddresseeMaker.PersonalSlots.All(addressee.Slots.ContainsKey));
    }

    [Fact]
    public async Task A_sender_that_comes_after_an_undoing_sends_nothing()
    {
        var test = new TestOffice(TestOffice.Pfoss(), Noon);
        await test.Office.MailRoom.Order(Essay("essai-1"), Noon.AddMinutes(1), "");

        var refusal = await test.Office.Sends.Cancel("essai-1", Coordination.Id, Noon);
        // The worker had read the row before it was dropped.
        await test.Office.MailRoom.Start(Essay("essai-1"), Noon.AddMinutes(1), "");
        await test.Until(Noon.AddMinutes(10));

        Assert.Null(refusal);
        Assert.Empty(test.Mailer.Sent);
    }

    [Fact]
    public async Task An_undoing_that_comes_after_the_sender_is_refused()
    {
        var test = new TestOffice(TestOffice.Pfoss(), Noon);
        await test.Office.MailRoom.Order(Essay("essai-1"), Noon.AddMinutes(1), "");
        // The worker has begun, and has not dropped the row yet.
        await test.Office.MailRoom.Start(Essay("essai-1"), Noon.AddMinutes(1), "");

        var refusal = await test.Office.Sends.Cancel("essai-1", Coordination.Id, Noon);
        await test.Until(Noon.AddMinutes(10));

        Assert.Equal(Why.Closed, refusal!.Why);
        Assert.Single(test.Mailer.Sent);
    }

    [Fact]
    public async Task What_was_undone_twice_and_taken_up_again_is_sent_once()
    {
        var test = new TestOffice(TestOffice.Pfoss(), Noon);
        await test.Office.MailRoom.Order(Essay("essai-1"), Noon.AddMinutes(1), "");
        await test.Office.Sends.Cancel("essai-1", Coordination.Id, Noon);
        var again = await test.Office.Sends.Cancel("essai-1", Coordination.Id, Noon);

        var resumed = await test.Office.Sends.Resume("essai-1", Coordination.Id, Noon);
        var twice = await test.Office.Sends.Resume("essai-1", Coordination.Id, Noon);
        await test.Until(Noon.AddMinutes(10));

        Assert.Null(again);
        Assert.Null(resumed);
        Assert.Equal(Why.NotNow, twice!.Why);
        Assert.Single(test.Mailer.Sent);
    }

    private static Mailing Essay(string key) => new(
        key, "relance", new Dictionary<string, string>(), AudienceShelf.Sketch([Coordination.Member]), "Vous recevez cet essai.",
        new LinkTo(LinkPurpose.Person, "", Noon), Replay.AskCoordinator);
}
