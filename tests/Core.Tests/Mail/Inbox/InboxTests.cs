using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Mail.Incoming;
using Almanach.Core.Mail.Incoming.Bounces;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Network;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Mail.Inbox;

/// <summary>What becomes of mail that arrives while themes are being collected.</summary>
public sealed class InboxTests
{
    private const string Themes = "2022-themes";
    private static readonly Setting _setting = TestOffice.Pfoss();
    private static readonly DateTimeOffset _begins = WalkedYear.Begins(_setting, 2022);
    private static readonly YearPlan _plan = _setting.Plan(2022);

    [Fact]
    public async Task An_answer_by_mail_is_recorded_and_what_was_understood_is_mailed_back()
    {
        var test = await Collecting();
        var contact = Asked();

        var received = await Arrive(test, Mails.Message(contact.Address, Mails.Address(contact, Themes), "Bonjour,\n\n- La santé des jeunes\n- Le non-recours aux droits\n\nCordialement,\nAnne"));

        var answer = (await test.Office.Consultations.AnswerOf(Themes, contact.Organisation))!;
        Assert.Equal((InboxState.Recorded, IncomingKind.Reply, contact.Id, Themes), (received.State, received.Kind, received.Contact, received.Consultation));
        Assert.Equal((Channel.Reply, contact.Id), (answer.Channel, answer.By));
        Assert.Equal(["La santé des jeunes", "Le non-recours aux droits"], ((AnswerValue.Proposals)answer.Values.Values.Single()).Items.Select(item => item.Title));
        Assert.Equal("accuse-courriel", (await test.Office.MailRoom.Find($"receipt-{Themes}-{contact.Organisation}-1"))!.Mailing.Text);
        Assert.Contains(($"receipt-{Themes}-{contact.Organisation}-1", contact.Id), test.Mailer.Sent);
    }

    [Fact]
    public async Task The_address_people_answer_to_is_the_one_that_is_read()
    {
        var contact = Asked();
        var links = new Almanach.Core.Links.ReplyAddresses(new Almanach.Core.Links.ReplySigner(TestOffice.Keys), Mails.Box);
        var link = new Almanach.Core.Mail.LinkTo(Almanach.Core.Mail.LinkPurpose.Answer, Themes, DateTimeOffset.MaxValue);

        var token = links.Token(link, contact);
        var mark = links.Find([$"REPONSES+{token.ToUpperInvariant()}@a.example.org"])!;

        Assert.True(mark.IsFor(contact.Id, contact.Generation) && mark.IsAbout(Themes));
        Assert.True($"reponses+{token}".Length <= 64);
        Assert.All([.. Enumerable.Range(0, token.Length)], i => Assert.Null(links.Find([$"reponses+{token[..i]}{(token[i] == 'a' ? 'b' : 'a')}{token[(i + 1)..]}@a.example.org"])));
    }

    [Fact]
    public async Task Another_sender_with_the_mark_waits_and_nothing_is_recorded()
    {
        var test = await Collecting();
        var contact = Asked();

        var received = await Arrive(test, Mails.Message("quelquun@ailleurs.example", Mails.Address(contact, Themes), "- Un thème"));

        Assert.Equal((InboxState.Waiting, contact.Id, Themes), (received.State, received.Contact, received.Consultation));
        Assert.Contains("vient d’une autre adresse", received.Because, StringComparison.Ordinal);
        Assert.Empty(await test.Office.Consultations.Answers(Themes));
    }

    /// <summary>What she sent waits for the coordinator: « nous attendons encore votre réponse » would be untrue.</summary>
    [Fact]
    public async Task Who_sent_what_nobody_has_read_yet_is_not_reminded()
    {
        var test = await Collecting();
        var contact = Asked();
        var received = await Arrive(test, Mails.Message(contact.Address, Mails.Address(contact, Themes), "Pouvez-vous me rappeler ?"));

        Assert.Equal((InboxState.Waiting, Themes), (received.State, received.Consultation));
        Assert.DoesNotContain(contact.Organisation, await Asked(test));

        Assert.Null(await test.Office.Inbox.File(received.Id, "claire", test.Now));
        Assert.Contains(contact.Organisation, await Asked(test));
    }

    private static async Task<IReadOnlyList<string>> Asked(TestOffice test) =>
        [.. (await test.Office.Asks.Askings(_setting.Zone.DayOf(test.Now))).Single(asking => asking.Consultation.Id == Themes).Waiting.Select(member => member.Organisation)];

    [Fact]
    public async Task A_colleague_a_mail_was_forwarded_to_answers_in_her_own_name()
    {
        var test = await Collecting();
        var (contact, colleague) = Colleagues();

        var received = await Arrive(test, Mails.Message(colleague.Address, Mails.Address(contact, Themes), "- Un thème"));

        Assert.Equal((InboxState.Recorded, colleague.Id), (received.State, received.Contact));
        Assert.Equal(colleague.Id, (await test.Office.Consultations.AnswerOf(Themes, contact.Organisation))!.By);
    }

    [Fact]
    public async Task A_mail_that_adds_to_what_a_colleague_proposed_is_told_which_are_new_and_whose_the_others_are()
    {
        var test = await Collecting();
        var (contact, colleague) = Colleagues();
        await Arrive(test, Mails.Message(contact.Address, Mails.Address(contact, Themes), "- La santé des jeunes"));

        await Arrive(test, Mails.Message(colleague.Address, Mails.Address(contact, Themes), "- Le logement des étudiants", id: "deux@exemple.fr"));

        Assert.Equal(["«\u00A0La santé des jeunes\u00A0»"], await Receipt(1));
        Assert.Equal([$"«\u00A0La santé des jeunes\u00A0»\nDéjà proposée par {contact.Name}", "«\u00A0Le logement des étudiants\u00A0»\nNouvelle proposition"], await Receipt(2));

        async Task<IReadOnlyList<string>> Receipt(int revision) =>
            (await test.Office.MailRoom.Find($"receipt-{Themes}-{contact.Organisation}-{revision}"))!.Mailing.Audience.Few.Single().Lists["réponse"];
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\r\n", InboxState.Noted)]
    [InlineData("Precedence: bulk\r\nIn-Reply-To: <x@y>\r\n", InboxState.Noted)]
    public async Task An_automatic_answer_is_never_an_answer(string headers, InboxState expected)
    {
        var test = await Collecting();
        var contact = Asked();

        var received = await Arrive(test, Mails.Message(contact.Address, Mails.Address(contact, Themes), "- Je suis absente", headers));

        Assert.Equal((expected, IncomingKind.AutoReply), (received.State, received.Kind));
        Assert.Empty(await test.Office.Consultations.Answers(Themes));
        Assert.Empty(await test.Office.Inbox.Waiting());
    }

    /// <summary>A person may have written it, to the day: taken for an answer it would be wrong, and set aside it would be lost.</summary>
    [Fact]
    public async Task What_only_its_words_make_automatic_waits_and_gets_no_word_back()
    {
        var test = await Collecting();
        var contact = Asked();

        var received = await Arrive(test, Mails.Message(contact.Address, Mails.Address(contact, Themes), "Bonjour,\n\nJe suis absente du bureau jusqu’au 14 novembre.\nEn cas d’urgence, vous pouvez contacter le secrétariat au 04 75 00 00 00.\n\nCordialement"));

        Assert.Equal(InboxState.Waiting, received.State);
        Assert.StartsWith("Ce message a l’air d’une réponse automatique", received.Because, StringComparison.Ordinal);
        Assert.Empty(await test.Office.Consultations.Answers(Themes));
        Assert.DoesNotContain(test.Mailer.Sent, sent => sent.Letter.StartsWith("received-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Links_that_were_revoked_revoke_the_address_too()
    {
        var test = await Collecting();
        var contact = Asked();

        var received = await Arrive(test, Mails.Message(contact.Address, Mails.Address(contact, Themes, contact.Generation + 1), "- Un thème"));

        Assert.Equal(InboxState.Waiting, received.State);
        Assert.Empty(await test.Office.Consultations.Answers(Themes));
    }

    [Fact]
    public async Task Without_the_mark_it_waits_until_the_coordinator_says_whose_answer_it_is()
    {
        var test = await Collecting();
        var contact = Asked();
        var received = await Arrive(test, Mails.Message(contact.Address, Mails.Box, "- Un thème", "In-Reply-To: <invite@a.example.org>\r\n"));

        Assert.Equal((InboxState.Waiting, contact.Id), (received.State, received.Contact));
        Assert.Null(await test.Office.Inbox.Attach(received.Id, contact.Id, Themes, "coordination", test.Now));
        Assert.Empty(await test.Office.Consultations.Answers(Themes));
        Assert.Null(await test.Office.Inbox.Record(received.Id, "coordination", test.Now));
        await test.Settle();

        Assert.Equal(InboxState.Recorded, (await test.Office.Inbox.Find(received.Id))!.State);
        Assert.Equal(contact.Id, (await test.Office.Consultations.AnswerOf(Themes, contact.Organisation))!.By);
        Assert.Equal(Why.NotNow, (await test.Office.Inbox.Record(received.Id, "coordination", test.Now))!.Why);
    }

    [Fact]
    public async Task The_same_message_twice_or_by_two_ways_is_one()
    {
        var test = await Collecting();
        var contact = Asked();
        var message = Mails.Message(contact.Address, Mails.Address(contact, Themes), "- Un thème");

        await Arrive(test, message);
        await Arrive(test, message);
        var other = await Arrive(test, Mails.Message(contact.Address, Mails.Address(contact, Themes), "- Un thème", "Received: from relay\r\n"));

        Assert.Equal(InboxState.Double, other.State);
        Assert.Equal(1, (await test.Office.Consultations.AnswerOf(Themes, contact.Organisation))!.Revision);
        Assert.Single(test.Mailer.Sent, sent => sent.Letter.StartsWith("receipt-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_is_gone_has_its_organisation_asked_who_comes_next_and_a_full_mailbox_nobody()
    {
        var test = await Collecting();
        var (contact, colleague) = Colleagues();

        var full = await Arrive(test, Mails.Bounce(contact.Address, "5.2.2", "552 5.2.2 Mailbox full"));
        Assert.Null(await test.Office.Vacancies.Find(contact.Id));
        Assert.Empty((await test.Office.Suppressions.Load()).All);
        var gone = await Arrive(test, Mails.Bounce(contact.Address, "5.1.1", "550 5.1.1 User unknown"));

        Assert.Equal((InboxState.Noted, InboxState.Noted), (full.State, gone.State));
        Assert.Contains("l’adresse reste bonne", full.Because, StringComparison.Ordinal);
        Assert.Equal(colleague.Id, (await test.Office.Vacancies.Find(contact.Id))!.Asked);
        Assert.Contains(($"name-successor-{contact.Id}", colleague.Id), test.Mailer.Sent);
        var heard = await test.Office.MailRoom.Heard("invite-2022-themes");
        Assert.Equal(Delivery.Bounced, (await test.Office.MailRoom.Outcomes("invite-2022-themes"))[contact.Id]);
        Assert.Equal([(contact.Id, BounceReason.UserUnknown), (contact.Id, BounceReason.MailboxFull)], heard.Select(one => (one.Contact, one.Reason!.Value)).Order());
        Assert.Equal([(SuppressionReason.Bounce, "invite-2022-themes")], (await test.Office.Suppressions.Load()).Of(contact.Address).Select(one => (one.Reason, one.Source)));
    }

    /// <summary>Anybody can write such a notice: without a copy that left, nothing follows for the address.</summary>
    [Fact]
    public async Task A_notice_about_nothing_that_left_lately_suppresses_nothing()
    {
        var test = await Collecting();
        var (contact, _) = Colleagues();
        test.Clock.Set(test.Now.AddDays(8));

        await Arrive(test, Mails.Bounce(contact.Address, "5.1.1", "550 5.1.1 User unknown"));

        Assert.Empty((await test.Office.Suppressions.Load()).All);
    }

    [Fact]
    public async Task A_complaint_waits_for_the_coordinator_and_takes_its_sender_off_newsletters()
    {
        var test = await Collecting();
        var contact = Asked();

        var received = await Arrive(test, Mails.Complaint(contact.Address.ToUpperInvariant()));
        var stranger = await Arrive(test, Mails.Complaint("personne@ailleurs.example"));

        Assert.Equal((InboxState.Waiting, contact.Id), (received.State, received.Contact));
        Assert.Contains("lettre d’information", received.Because, StringComparison.Ordinal);
        Assert.Equal((InboxState.Waiting, ""), (stranger.State, stranger.Contact));
        Assert.Equal([(SuppressionReason.Complaint, contact.Id, received.Id)], (await test.Office.Suppressions.Load()).All.Select(one => (one.Reason, one.Contact, one.Source)));
        Assert.Null((await test.Office.Suppressions.Load()).Refused(contact.Address));
    }

    [Fact]
    public async Task An_answer_after_the_close_waits_with_the_reason()
    {
        var test = await Collecting();
        var contact = Asked();
        await test.Office.Consultations.Close(new Effect.CloseConsultation(Themes, "fin", test.Now, "2022/collecte"));
        await test.Office.Consultations.Settle(new Effect.SettleConsultation(Themes, "compte", test.Now, "2022/collecte"));

        var received = await Arrive(test, Mails.Message(contact.Address, Mails.Address(contact, Themes), "- Un thème tardif"));

        Assert.Equal(InboxState.Waiting, received.State);
        Assert.NotEmpty(received.Because);
        Assert.DoesNotContain(await test.Office.Consultations.Answers(Themes), answer => answer.Channel == Channel.Reply);
    }

    [Theory]
    [InlineData("Pouvez-vous me rappeler la date limite ?")]
    [InlineData("Je transmets à ma collègue.")]
    [InlineData("")]
    public async Task What_is_not_understood_waits_and_is_filed_in_one_act(string text)
    {
        var test = await Collecting();
        var contact = Asked();
        var received = await Arrive(test, Mails.Message(contact.Address, Mails.Address(contact, Themes), text));

        Assert.Equal([received.Id], (await test.Office.Inbox.Waiting()).Select(mail => mail.Id));
        Assert.Null(await test.Office.Inbox.File(received.Id, "coordination", test.Now));

        Assert.Empty(await test.Office.Inbox.Waiting());
        Assert.Empty(await test.Office.Consultations.Answers(Themes));
    }

    [Fact]
    public async Task What_is_settled_is_erased_after_ninety_days_and_what_waits_stays()
    {
        var test = await Collecting();
        var contact = Asked();
        var settled = await Arrive(test, Mails.Message(contact.Address, Mails.Address(contact, Themes), "- Un thème"));
        var waiting = await Arrive(test, Mails.Message("inconnu@ailleurs.example", Mails.Box, "Bonjour", id: "deux@exemple.fr"));

        await test.Office.Retention.Erase(test.Now.AddDays(91));

        Assert.Null(await test.Office.Inbox.Find(settled.Id));
        Assert.Null(await test.Files.Read(settled.Path));
        Assert.NotNull(await test.Office.Inbox.Open((await test.Office.Inbox.Find(waiting.Id))!));
        Assert.DoesNotContain((await test.Rows(ReceivedMail.Partition)).Values, row => row.Contains(settled.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_journal_names_a_message_by_its_id_alone()
    {
        var test = await Collecting();
        var contact = Asked();

        var received = await Arrive(test, Mails.Message(contact.Address, Mails.Address(contact, Themes), "- Un thème confidentiel"));

        var lines = await test.Journal(_begins, test.Now.AddDays(1));
        Assert.Contains(lines, line => line.Subject == received.Id);
        Assert.DoesNotContain(lines, line => $"{line}".Contains(contact.Address, StringComparison.Ordinal) || $"{line}".Contains("confidentiel", StringComparison.Ordinal));
    }

    private static async Task<ReceivedMail> Arrive(TestOffice test, byte[] message)
    {
        var before = (await test.Office.Inbox.All()).Select(mail => mail.Id).ToHashSet();
        Assert.Null(await test.Office.Inbox.Receive(message, test.Now));
        await test.Settle();
        // The same bytes again: the message that is there.
        var all = await test.Office.Inbox.All();
        return all.FirstOrDefault(mail => !before.Contains(mail.Id)) ?? all[0];
    }

    private static Contact Asked() => _setting.Folder.Contacts.First(contact => contact.Is(RoleKind.Referent));

    private static (Contact One, Contact Other) Colleagues() => _setting.Folder.Contacts
        .GroupBy(contact => contact.Organisation).Where(group => group.Any(contact => contact.Is(RoleKind.Referent)) && group.Count() > 1)
        .Select(group => (group.First(contact => contact.Is(RoleKind.Referent)), group.First(other => other != group.First(contact => contact.Is(RoleKind.Referent))))).First();

    private static async Task<TestOffice> Collecting()
    {
        var test = new TestOffice(_setting, _begins);
        await test.Office.Opening.Open(2022, _begins);
        await test.Until(_plan.Find("collecte")!.Starts.AddHours(1));
        return test;
    }
}
