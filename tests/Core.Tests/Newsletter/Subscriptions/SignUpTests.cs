using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Mail;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Core.Platforms;
using Almanach.Core.Tests.Engine;
using static Almanach.Core.Tests.Newsletter.Subscriptions.Readers;

namespace Almanach.Core.Tests.Newsletter.Subscriptions;

/// <summary>The public form: asked, confirmed, left, forgotten.</summary>
public sealed class SignUpTests
{
    const string Address = "Anne@dehors.example";

    [Fact]
    public async Task Nothing_is_mailed_but_one_link_until_she_confirms()
    {
        var test = await Office();

        Assert.Null(await Ask(test, "a"));
        await test.Settle();

        Assert.Equal([("abonnement-a-2021-10-04", "abonne..a")], test.Mailer.Sent);
        Assert.Empty(await test.Office.Subscriptions.Audience(List));
        Assert.Equal((SignedUp.Outside, null), await test.Office.SignUps.Confirm("a", Now));
        Assert.Equal((SignedUp.Outside, null), await test.Office.SignUps.Confirm("a", Now.AddMinutes(1)));
        Assert.Equal(["abonne.lettre.a"], (await test.Office.Subscriptions.Audience(List)).Select(member => member.Contact));
        Assert.Equal(new Subscriber("a", Address, new DateOnly(2021, 10, 4)), (await test.Office.Subscribers.Of("a"))[0].Subscriber);
        Assert.DoesNotContain(await test.Rows(SubscriptionRequest.Partition), row => row.Value.Contains(Address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asked_ten_times_in_a_day_in_any_case_the_message_leaves_once_and_once_more_the_next_day()
    {
        var test = await Office();

        for (var i = 0; i < 10; i++)
            Assert.Null(await test.Office.SignUps.Ask([List], i % 2 == 0 ? Address : Address.ToUpperInvariant(), $"id{i}", Now.AddMinutes(i)));
        await test.At(Now.AddHours(1));
        Assert.Null(await Ask(test, "next", Now.AddDays(1)));
        await test.At(Now.AddDays(1));

        Assert.Equal(["abonnement-id0-2021-10-04", "abonnement-id0-2021-10-05"], test.Mailer.Sent.Select(sent => sent.Letter));
    }

    [Fact]
    public async Task A_day_of_the_form_has_an_end_and_says_so_whoever_asks()
    {
        var test = await Office();
        await test.Store.Commit(SubscriptionRequest.Partition, [new Core.Ports.Change.Put(SubscriptionDay.Row(new DateOnly(2021, 10, 4)), Stored.Write(new SubscriptionDay(SubscriptionRules.MostADay - 1)))]);

        Assert.Null(await Ask(test, "a"));
        var known = await Ask(test, "b");
        var unknown = await test.Office.SignUps.Ask([List], "autre@dehors.example", "c", Now);

        Assert.Equal(Why.NotNow, known!.Why);
        Assert.Equal(known.Message, unknown!.Message);
        Assert.Null(await Ask(test, "d", Now.AddDays(1)));
    }

    [Theory]
    [InlineData("lettre", "", "adresse")]
    [InlineData("lettre", "pas une adresse", "adresse")]
    [InlineData("inconnue", "a@b.example", "lettre")]
    [InlineData(null, "a@b.example", "lettre")]
    public async Task What_cannot_be_taken_is_said_by_field(string? list, string address, string field)
    {
        var test = await Office();

        var refusal = await test.Office.SignUps.Ask(list is null ? [] : [list], address, "a", Now);

        Assert.Equal([field], refusal!.Fields.Select(error => error.Field));
    }

    [Fact]
    public async Task A_member_who_had_left_the_list_is_back_once_she_confirms_and_no_subscriber()
    {
        var test = await Office(Contact("c-1") with { LeftLists = ["lettre"], Address = "anne@DEHORS.example" });
        Assert.Null(await Ask(test, "a"));

        Assert.Empty(await test.Office.Subscriptions.Audience(List));
        Assert.Equal((SignedUp.Member, null), await test.Office.SignUps.Confirm("a", Now));

        Assert.Equal(["c-1"], (await test.Office.Subscriptions.Audience(List)).Select(member => member.Contact));
        Assert.Empty(await test.Office.Subscribers.Of("a"));
    }

    [Fact]
    public async Task Who_objects_to_all_messages_is_mailed_the_link_she_asks_for_and_goes_on_objecting()
    {
        var test = await Office(Contact("c-1") with { Suppressed = true, Address = Address });
        Assert.Null(await Ask(test, "a"));
        await test.Settle();

        Assert.Equal((SignedUp.MemberWhoObjects, null), await test.Office.SignUps.Confirm("a", Now));

        Assert.Single(test.Mailer.Sent);
        Assert.Empty(await test.Office.Subscriptions.Audience(List));
    }

    [Fact]
    public async Task A_request_lapses_after_seven_days_and_the_night_erases_it()
    {
        var test = await Office();
        Assert.Null(await Ask(test, "a"));
        await test.Settle();
        var late = Now.AddDays(7);

        Assert.Equal(Why.Closed, (await test.Office.SignUps.Confirm("a", late)).Refusal!.Why);
        await test.Office.Retention.Erase(late);
        await test.At(late);

        Assert.DoesNotContain(await test.Rows(SubscriptionRequest.Partition), row => !row.Key.StartsWith(Todo.Prefix, StringComparison.Ordinal));
        Assert.Contains("abonnement non confirmé", Assert.Single(await test.Journal(Now.AddDays(-1), late.AddDays(1)), line => line.Kind == nameof(Effect.Note)).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_erases_the_address_at_once_and_a_number_stays()
    {
        var test = await Office();
        await Ask(test, "a");
        await test.Office.SignUps.Confirm("a", Now);

        Assert.Null(await test.Office.Subscribers.Leave("a", List, Now));

        Assert.Equal(["left|2021-4"], (await test.Rows(Subscriber.Partition(List))).Keys);
    }

    [Fact]
    public async Task The_coordinator_removes_an_address_and_hears_of_one_that_is_not_there()
    {
        var test = await Office();
        await test.Office.Subscribers.Add(List, Person("a", Address));

        Assert.Null(await test.Office.Subscribers.Remove(List, "anne@dehors.example", "coordination", Now));
        Assert.Equal("adresse", (await test.Office.Subscribers.Remove(List, Address, "coordination", Now))!.Fields[0].Field);

        await test.Settle();
        Assert.Equal("lettre lettre abonnement retiré", Assert.Single(await test.Journal(Now.AddDays(-1), Now.AddDays(1)), line => line.Kind == nameof(Effect.Note)).Subject);
    }

    [Fact]
    public async Task Erasing_a_person_erases_what_her_address_subscribed_to()
    {
        var test = await Office(Contact("c-1") with { Address = Address });
        await test.Office.Subscribers.Add(List, Person("a", Address));
        await Ask(test, "b");

        await test.Office.Erasures.Order("c-1", null, "coordination", Now);
        await test.At(Now.AddHours(1));

        Assert.Empty(await test.Rows(Subscriber.Partition(List)));
        Assert.DoesNotContain(await test.Rows(SubscriptionRequest.Partition), row => row.Value.Contains(Address, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Her_file_says_what_she_left_and_what_her_address_subscribes_to()
    {
        var test = await Office(Contact("c-1") with { Address = Address });
        await test.Office.Subscriptions.Leave("c-1", List, "c-1", Now);
        await test.Office.Subscribers.Add(List, Person("a", Address));

        var file = await Almanach.Core.Privacy.PersonalFiles.Of(test.Office, (await test.Office.Network.Load()).Contacts["c-1"]);

        Assert.Equal([new Almanach.Core.Privacy.HeldList("lettre", "Lettre d’informations", false, new DateOnly(2021, 10, 4), new DateOnly(2021, 9, 1))], file.Lists);
    }

    [Fact]
    public async Task The_message_names_the_letters_and_the_last_day_and_holds_no_other_word_of_hers()
    {
        var test = await Office();
        await Ask(test, "a");
        await test.Settle();

        var mailing = (await test.Office.MailRoom.Find("abonnement-a-2021-10-04"))!.Mailing;

        Assert.Equal(TextCatalogue.SubscriptionAsked, mailing.Text);
        Assert.Equal(("la lettre «\u00A0Lettre d’informations\u00A0»", FrenchDates.Day(new DateOnly(2021, 10, 11))), (mailing.Values["lettres"], mailing.Values["clôture"]));
        Assert.Equal((LinkPurpose.Subscription, Now.AddDays(7)), (mailing.Link.Purpose, mailing.Link.Expires));
        Assert.DoesNotContain("dehors", Stored.Write(mailing), StringComparison.OrdinalIgnoreCase);
    }

    static Task<Refusal?> Ask(TestOffice test, string id, DateTimeOffset? now = null) => test.Office.SignUps.Ask([List], Address, id, now ?? Now);
}
