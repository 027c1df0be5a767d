using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Mime;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Core.Tests.Engine;
using Almanach.Core.Tests.Mail;
using static Almanach.Core.Tests.Newsletter.Subscriptions.Readers;

namespace Almanach.Core.Tests.Newsletter.Subscriptions;

/// <summary>What each copy of a newsletter says of its list, as the bytes of a mail.</summary>
public sealed class ListLettersTests
{
    [Fact]
    public async Task Each_copy_names_its_list_and_how_its_reader_leaves_it()
    {
        var test = await Office(Contact("c-1"), Contact("c-2"));
        await Subscribe(test, Person("a"));
        var state = await Send(test, await test.Office.Subscriptions.Audience(List));

        var mails = await Copies(test, state);

        Assert.All(mails, mail => Assert.Equal("List-Unsubscribe=One-Click", mail["List-Unsubscribe-Post"]));
        Assert.All(mails, mail => Assert.Equal("Lettre d’informations <lettre.example.org>", ReadMail.Words(mail["List-Id"])));
        var left = mails.Select(mail => test.Office.Signer.Open(Token(mail["List-Unsubscribe"]))!).ToList();
        Assert.Equal(["c-1", "c-2", "abonne.lettre.a"], left.Select(link => link.Contact));
        Assert.All(left, link => Assert.Equal((LinkPurpose.Unsubscription, List, Now.AddDays(730)), (link.Purpose, link.Subject, link.Expires)));
    }

    [Fact]
    public async Task A_reader_from_outside_is_led_to_her_subscription_and_a_member_to_her_page()
    {
        var test = await Office(Contact("c-1"));
        await Subscribe(test, Person("a"));
        var state = await Send(test, await test.Office.Subscriptions.Audience(List));

        var people = await People(test, state);

        Assert.Matches("^https://a.example.org/p/[^/]+/messages$", Text(people[0], ListLetters.Choose));
        Assert.Matches("^https://a.example.org/p/[^/]+$", Text(people[0], "ma page"));
        Assert.Matches("^https://a.example.org/abonnement/[^/]+$", Text(people[1], ListLetters.Choose));
        Assert.Equal(new Mailbox("", "a@dehors.example"), people[1].Mailbox);
    }

    [Fact]
    public async Task All_that_is_not_a_newsletter_says_nothing_of_lists()
    {
        var test = await Office(Contact("c-1"));
        var mailing = new Mailing("m", "document", new Dictionary<string, string> { ["document"] = "x" }, AudienceShelf.Sketch([]), "", new LinkTo(LinkPurpose.Person, "", Now), Replay.SendAgain);

        var letter = await test.Office.Letters.Compose(mailing, Now);

        Assert.Empty(letter.Headers);
        Assert.DoesNotContain("List", Stored.Write(mailing).Replace("Lists", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_coordinator_who_reads_a_proof_has_no_list_to_leave()
    {
        var test = await Office();
        var member = new AudienceMember(Almanach.Core.Access.Coordination.Id, "", new Dictionary<string, IReadOnlyList<string>>());

        var mail = (await Copies(test, await Send(test, [member])))[0];

        Assert.Equal("<https://a.example.org/cockpit>", mail["List-Unsubscribe"]);
    }

    static string Token(string header) => header.Trim('<', '>').Split('/')[^1];

    static string Text(Addressee person, string slot) => Assert.IsType<SlotValue.Text>(person.Slots[slot]).Value;

    static async Task<List<Addressee>> People(TestOffice test, MailingState state)
    {
        var members = await test.Office.MailRoom.Members(state.Mailing);
        var roster = await test.Office.Guests.Among(members);
        return [.. members.Select(member => test.Office.Addressees.Of(state, member, roster))];
    }

    static async Task<List<ReadMail>> Copies(TestOffice test, MailingState state) =>
        [.. (await People(test, state)).Select(person => ReadMail.Of(MimeWriter.Write(state.Letter, person)))];
}
