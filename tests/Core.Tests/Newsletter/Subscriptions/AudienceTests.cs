using Almanach.Core.Mail.Sending;
using Almanach.Core.Newsletter.Subscriptions;
using static Almanach.Core.Tests.Newsletter.Subscriptions.Readers;

namespace Almanach.Core.Tests.Newsletter.Subscriptions;

/// <summary>Who receives a newsletter now.</summary>
public sealed class AudienceTests
{
    [Fact]
    public async Task Members_come_first_then_people_from_outside_each_by_id()
    {
        var test = await Office(Contact("c-2"), Contact("c-1"));
        await Subscribe(test, Person("b"), Person("a"));

        var audience = await test.Office.Subscriptions.Audience(List);

        Assert.Equal(["c-1", "c-2", "abonne.lettre.a", "abonne.lettre.b"], audience.Select(member => member.Contact));
    }

    [Fact]
    public async Task Whoever_left_the_list_or_the_network_or_objects_gets_none()
    {
        var test = await Office(
            Contact("c-1"), Contact("c-2") with { LeftLists = ["lettre"] }, Contact("c-3") with { LeftLists = ["autre"] },
            Contact("c-4") with { Suppressed = true }, Contact("c-5") with { Active = false }, Contact("c-6", "partie"));

        var audience = await test.Office.Subscriptions.Audience(List);

        Assert.Equal(["c-1", "c-3"], audience.Select(member => member.Contact));
    }

    [Fact]
    public async Task An_address_stands_once_whatever_its_case_and_whichever_door_it_came_by()
    {
        var test = await Office(Contact("c-1") with { Address = "Claire@insee.example" }, Contact("c-2") with { Address = "claire@INSEE.example" });
        await Subscribe(test, Person("a", "CLAIRE@insee.example"), Person("b"), Person("c", "B@dehors.example"));

        var audience = await test.Office.Subscriptions.Audience(List);

        Assert.Equal(["c-1", "abonne.lettre.b"], audience.Select(member => member.Contact));
    }

    [Fact]
    public async Task What_somebody_chose_as_a_member_holds_for_her_address_as_a_subscriber()
    {
        var test = await Office(
            Contact("c-1") with { LeftLists = ["lettre"] }, Contact("c-2") with { Suppressed = true }, Contact("c-3") with { Active = false, Suppressed = true },
            Contact("c-4") with { Active = false });
        await Subscribe(test, Person("a", "c-1@insee.example"), Person("b", "c-2@insee.example"), Person("c", "c-3@insee.example"), Person("d", "c-4@insee.example"));

        var audience = await test.Office.Subscriptions.Audience(List);

        Assert.Equal(["abonne.lettre.d"], audience.Select(member => member.Contact));
    }

    [Fact]
    public async Task Whoever_leaves_between_the_order_and_the_sending_gets_none()
    {
        var test = await Office(Contact("c-1"), Contact("c-2"));
        await Subscribe(test, Person("a"), Person("b"));
        await Order(test, await test.Office.Subscriptions.Audience(List));
        await test.Office.Network.Write([], [Contact("c-2") with { LeftLists = ["lettre"] }]);
        await test.Store.Commit(Subscriber.Partition(List), [new Core.Ports.Change.Delete(Subscriber.Row("a"))]);

        await test.Settle();

        Assert.Equal(["c-1", "abonne.lettre.b"], test.Mailer.Sent.Select(sent => sent.Contact));
        Assert.Equal(Delivery.Suppressed, (await test.Office.MailRoom.Outcomes("lettre-1"))["c-2"]);
        Assert.Equal(Delivery.Suppressed, (await test.Office.MailRoom.Outcomes("lettre-1"))["abonne.lettre.a"]);
    }
}
