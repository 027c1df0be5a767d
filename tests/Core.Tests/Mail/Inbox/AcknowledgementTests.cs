using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Tests.Engine;
using Almanach.Core.Tests.Platforms;

namespace Almanach.Core.Tests.Mail.Inbox;

/// <summary>What somebody hears whose mail a person must read.</summary>
public sealed class AcknowledgementTests
{
    private const string Themes = "2022-themes";
    private static readonly Setting _setting = TestOffice.Pfoss();

    [Fact]
    public async Task Who_writes_what_a_person_must_read_hears_that_it_arrived_and_how_to_answer_herself()
    {
        var test = await Collecting();

        await Arrive(test, "Pouvez-vous me rappeler la date limite ?");

        var mailing = await Told(test);
        Assert.Equal((TextCatalogue.ReplyWaits, LinkPurpose.Person, ""), (mailing.Text, mailing.Link.Purpose, mailing.Link.Subject));
        Assert.StartsWith("La coordination vous répondra. Si vous vouliez répondre à «\u00A0", mailing.Values["suite"], StringComparison.Ordinal);
        Assert.Single(test.Mailer.Sent, sent => sent == (mailing.Key, Asked.Id));
        Assert.False(mailing.IsAsk());
    }

    [Fact]
    public async Task Who_asks_nothing_is_promised_no_answer()
    {
        var test = await Collecting();

        await Arrive(test, "Je vous envoie notre proposition la semaine prochaine.");

        Assert.StartsWith("Si vous vouliez répondre à «\u00A0", (await Told(test)).Values["suite"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_to_be_left_alone_is_led_to_her_choices_and_reminded_of_nothing_meanwhile()
    {
        var test = await Collecting();

        var received = await Arrive(test, "Merci de me retirer de votre liste, je ne souhaite plus recevoir vos messages.");

        var mailing = await Told(test);
        Assert.Equal((TextCatalogue.ObjectionRead, "messages/"), (mailing.Text, mailing.Link.Subject));
        Assert.EndsWith("/messages", test.Office.Links.Address(mailing.Link, Asked), StringComparison.Ordinal);
        Assert.Equal((true, InboxState.Waiting, "La personne demande à ne plus recevoir de messages."), (received.Objects, received.State, received.Because));
        Assert.DoesNotContain(Asked.Id, await Reminded(test));

        Assert.Null(await test.Office.Inbox.File(received.Id, "claire", test.Now));
        Assert.Contains(Asked.Id, await Reminded(test));
    }

    /// <summary>An answering machine that is not recognised as one would answer every word back.</summary>
    [Fact]
    public async Task Two_messages_of_a_day_are_told_of_once_and_the_next_day_again()
    {
        var test = await Collecting();

        await Arrive(test, "Je suis en congé.", "un@exemple.fr");
        await Arrive(test, "Je suis en congé !", "deux@exemple.fr");
        Assert.Single(Sent(test));

        await test.Until(test.Now.AddDays(1));
        await Arrive(test, "Je suis en congé...", "trois@exemple.fr");
        Assert.Equal(2, Sent(test).Count());
    }

    [Theory]
    [InlineData("- Un thème", "")]
    [InlineData("Je suis absente.", "Auto-Submitted: auto-replied\r\n")]
    [InlineData("Bonjour à toutes et tous, voici la lettre.", "List-Id: <a.b>\r\nList-Unsubscribe: <mailto:x@b>\r\nPrecedence: list\r\n")]
    public async Task What_counts_as_an_answer_and_what_a_program_wrote_get_no_such_word(string text, string headers)
    {
        var test = await Collecting();

        await Arrive(test, text, headers: headers);

        Assert.Empty(Sent(test));
    }

    /// <summary>Its sender may be anybody: a word to an address that is not hers would be unwanted mail.</summary>
    [Fact]
    public async Task An_address_that_is_in_no_network_is_never_written_to()
    {
        var test = await Collecting();

        Assert.Null(await test.Office.Inbox.Receive(Mails.Message("quelquun@ailleurs.example", Mails.Address(Asked, Themes), "Une question ?"), test.Now));
        await test.Settle();

        Assert.Empty(Sent(test));
    }

    [Fact]
    public async Task Once_it_is_closed_the_word_says_so()
    {
        var test = await Collecting();
        await test.Office.Consultations.Close(new Effect.CloseConsultation(Themes, "fin", test.Now, "2022/collecte"));
        await test.Office.Consultations.Settle(new Effect.SettleConsultation(Themes, "compte", test.Now, "2022/collecte"));

        await Arrive(test, "- Un thème tardif");

        Assert.Contains("est close", (await Told(test)).Values["suite"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_without_the_words_says_nothing()
    {
        var folder = Folders.Pfoss();
        folder.Remove("textes/courriel-a-lire.md");
        var test = await Collecting(TestOffice.Read(folder));

        await Arrive(test, "Une question ?");

        Assert.Empty(Sent(test));
        Assert.Single(await test.Office.Inbox.Waiting());
    }

    private static Contact Asked => _setting.Folder.Contacts.First(contact => contact.Is(RoleKind.Referent));

    private static IEnumerable<(string Letter, string Contact)> Sent(TestOffice test) => test.Mailer.Sent.Where(sent => sent.Letter.StartsWith("received-", StringComparison.Ordinal));

    private static async Task<Mailing> Told(TestOffice test) => (await test.Office.MailRoom.Find(Sent(test).Single().Letter))!.Mailing;

    private static async Task<IReadOnlyList<string>> Reminded(TestOffice test) =>
        [.. (await test.Office.Asks.Askings(_setting.Zone.DayOf(test.Now))).Single(asking => asking.Consultation.Id == Themes).Waiting.Select(member => member.Contact)];

    private static async Task<ReceivedMail> Arrive(TestOffice test, string text, string id = "un@exemple.fr", string headers = "")
    {
        var before = (await test.Office.Inbox.All()).Select(mail => mail.Id).ToHashSet();
        Assert.Null(await test.Office.Inbox.Receive(Mails.Message(Asked.Address, Mails.Address(Asked, Themes), text, headers, id), test.Now));
        await test.Settle();
        return (await test.Office.Inbox.All()).Single(mail => !before.Contains(mail.Id));
    }

    private static async Task<TestOffice> Collecting(Setting? setting = null)
    {
        var begins = WalkedYear.Begins(_setting, 2022);
        var test = new TestOffice(setting ?? _setting, begins);
        await test.Office.Opening.Open(2022, begins);
        await test.Until(_setting.Plan(2022).Find("collecte")!.Starts.AddHours(1));
        return test;
    }
}
