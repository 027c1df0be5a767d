using Almanach.Core.Access;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Events;
using Almanach.Core.Mail.Incoming.Bounces;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Network;
using Almanach.Core.Ports;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Mail.Suppressions;

/// <summary>Addresses that do not receive, or do not want newsletters.</summary>
public sealed class SuppressionTests
{
    private static readonly DateTimeOffset Start = new(2021, 10, 4, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    // A convocation, a newsletter, a link that was just asked for.
    [InlineData("", false, false, null)]
    [InlineData("bounce", false, false, Delivery.Unreachable)]
    [InlineData("bounce", true, false, Delivery.Unreachable)]
    [InlineData("bounce", false, true, null)]
    [InlineData("complaint", false, false, null)] // whoever marks a newsletter as unwanted is still convened
    [InlineData("complaint", true, false, Delivery.Suppressed)]
    [InlineData("complaint", true, true, null)]
    [InlineData("bounce complaint", true, false, Delivery.Unreachable)]
    public void What_is_not_handed_over(string reasons, bool list, bool requested, Delivery? expected)
    {
        var known = reasons.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(reason => reason == "bounce" ? SuppressionReason.Bounce : SuppressionReason.Complaint).ToList();

        Assert.Equal(expected, SuppressionRules.Withheld(known, list, requested));
    }

    [Theory]
    [InlineData("Anne@Example.ORG", "anne@example.org", true)]
    [InlineData("accueil@ccas-évian.fr", "accueil@xn--ccas-vian-f4a.fr", true)]
    [InlineData("accueil@CCAS-Évian.fr", "accueil@ccas-évian.fr", true)]
    [InlineData("anne@example.org", "anne@example.com", false)]
    [InlineData("anne@example.org", "annie@example.org", false)]
    public void An_address_is_one_however_it_is_written(string one, string other, bool same) => Assert.Equal(same, Suppression.Of(one) == Suppression.Of(other));

    [Theory]
    [InlineData(MailOutcome.NoSuchAddress, true)]
    [InlineData(MailOutcome.Refused, false)] // refused for its words, or its sender
    [InlineData(MailOutcome.Deferred, false)]
    public async Task An_address_refused_at_hand_over_is_written_to_no_more(MailOutcome outcome, bool suppressed)
    {
        var test = await Network();
        test.Mailer.Next.Enqueue(() => outcome);

        await Send(test, "one", [Id(0)]);
        await Send(test, "two", [Id(0), Id(1)]);

        Assert.Equal(suppressed ? Delivery.Unreachable : Delivery.Sent, (await test.Office.MailRoom.Outcomes("m-two"))[Id(0)]);
        Assert.Equal(Delivery.Sent, (await test.Office.MailRoom.Outcomes("m-two"))[Id(1)]);
        Assert.Equal(suppressed, test.Mailer.Sent.All(sent => sent.Contact != Id(0)));
        Assert.DoesNotContain(await test.Rows(Suppression.Partition), row => row.Value.Contains("example.org", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(BounceReason.UserUnknown, "5.1.1", true)]
    [InlineData(BounceReason.MailboxFull, "5.2.2", false)] // full today
    [InlineData(BounceReason.Policy, "5.7.1", false)]
    [InlineData(BounceReason.Delayed, "4.4.7", false)]
    public async Task Only_what_came_back_for_good_suppresses_an_address(BounceReason reason, string status, bool suppressed)
    {
        var test = await Network();
        await Send(test, "one", [Id(0)]);

        for (var twice = 0; twice < 2; twice++)
            Assert.Null(await test.Office.Events.Take([Heard("m-one", Delivery.Bounced, reason, status)], test.Now));
        await test.Settle();

        var known = (await test.Office.Suppressions.Load()).Of($"{Id(0)}@example.org");
        Assert.Equal(suppressed ? [(SuppressionReason.Bounce, Id(0), "m-one")] : [], known.Select(one => (one.Reason, one.Contact, one.Source)));
    }

    [Fact]
    public async Task A_complaint_stops_no_convocation()
    {
        var test = await Network();
        await Send(test, "one", [Id(0)]);

        Assert.Null(await test.Office.Events.Take([Heard("m-one", Delivery.Complained)], test.Now));
        await test.Settle();
        await Send(test, "two", [Id(0)]);

        Assert.Equal(SuppressionReason.Complaint, Assert.Single((await test.Office.Suppressions.Load()).Of($"{Id(0)}@example.org")).Reason);
        Assert.Equal(Delivery.Sent, (await test.Office.MailRoom.Outcomes("m-two"))[Id(0)]);
    }

    /// <summary>Corrected between the bounce and its telling: what is told is of the former one.</summary>
    [Fact]
    public async Task Another_address_is_written_to()
    {
        var test = await Network();
        await Send(test, "one", [Id(0)]);
        Assert.Null(await test.Office.Events.Take([Heard("m-one", Delivery.Bounced, BounceReason.UserUnknown, "5.1.1")], test.Now));
        await test.Settle();

        await test.Office.Network.Write([], [Contact(0) with { Address = "nouvelle@example.org" }]);
        Assert.Null(await test.Office.Events.Take([Heard("m-one", Delivery.Bounced, BounceReason.UserUnknown, "5.1.1", "autre", $"{Id(0)}@example.org")], test.Now));
        await test.Settle();
        await Send(test, "two", [Id(0)]);

        Assert.Equal(Delivery.Sent, (await test.Office.MailRoom.Outcomes("m-two"))[Id(0)]);
    }

    [Fact]
    public async Task What_the_person_asks_for_at_that_moment_leaves_all_the_same()
    {
        var test = await Refused();

        await Send(test, "lien", [Id(0)], requested: true);

        Assert.Equal(Delivery.Sent, (await test.Office.MailRoom.Outcomes("m-lien"))[Id(0)]);
    }

    [Fact]
    public async Task An_address_is_tried_again_when_the_coordinator_says_so_and_refused_again_when_it_comes_back()
    {
        var test = await Refused();

        for (var twice = 0; twice < 2; twice++)
            Assert.Null(await test.Office.Suppressions.Lift(Id(0), Coordination.Id, test.Now));
        await Send(test, "two", [Id(0)]);
        Assert.Null(await test.Office.Events.Take([Heard("m-two", Delivery.Bounced, BounceReason.UserUnknown, "5.1.1", "encore")], test.Now));
        await test.Settle();
        await Send(test, "three", [Id(0)]);

        Assert.Equal(Delivery.Bounced, (await test.Office.MailRoom.Outcomes("m-two"))[Id(0)]);
        Assert.Equal(Delivery.Unreachable, (await test.Office.MailRoom.Outcomes("m-three"))[Id(0)]);
        Assert.Single(await test.Journal(Start, Start.AddDays(1)), line => line.Subject == $"adresse essayée de nouveau pour {Id(0)}");
        Assert.Equal(Why.Unknown, (await test.Office.Suppressions.Lift("inconnu", Coordination.Id, test.Now))!.Why);
    }

    [Fact]
    public async Task What_is_known_of_an_address_goes_once_nobody_has_it_and_its_time_is_over()
    {
        var test = await Refused();
        var months = test.Office.Setting.Platform.Legal.RetentionMonths;

        await test.Office.Retention.Erase(Start.AddMonths(months + 1));
        var hers = (await test.Office.Suppressions.Load()).All.Count();
        await test.Office.Network.Write([], [Contact(0) with { Address = "nouvelle@example.org" }]);
        await test.Office.Retention.Erase(Start.AddMonths(months - 1));
        var young = (await test.Office.Suppressions.Load()).All.Count();
        await test.Office.Retention.Erase(Start.AddMonths(months + 1));

        Assert.Equal((1, 1), (hers, young));
        Assert.Empty((await test.Office.Suppressions.Load()).All);
    }

    [Fact]
    public async Task Who_is_erased_takes_what_is_known_of_her_addresses_along()
    {
        var test = await Refused();
        await test.Office.Network.Write([], [Contact(0) with { Address = "nouvelle@example.org" }]);

        Assert.Null(await test.Office.Erasures.Order(Id(0), null, Coordination.Id, test.Now));
        await test.Until(test.Now.AddHours(1));

        Assert.Empty((await test.Office.Suppressions.Load()).All);
    }

    private static async Task<TestOffice> Refused()
    {
        var test = await Network();
        await Send(test, "one", [Id(0)]);
        Assert.Null(await test.Office.Events.Take([Heard("m-one", Delivery.Bounced, BounceReason.UserUnknown, "5.1.1")], test.Now));
        await test.Settle();
        return test;
    }

    private static HeardEvent Heard(string mailing, Delivery state, BounceReason? reason = null, string status = "", string id = "un", string address = "") =>
        new(mailing, address, new DeliveryEvent(id, Id(0), state, Start, status, reason));

    private static string Id(int index) => $"c-{index:D5}";

    private static Contact Contact(int index) =>
        new(Id(index), "insee-ara", "Anne", $"Exemple {index}", $"{Id(index)}@example.org", "", [new Role(RoleKind.Reader)], "charte", new DateOnly(2021, 1, 1));

    private static async Task<TestOffice> Network()
    {
        var test = new TestOffice(TestOffice.Pfoss(), Start);
        await test.Office.Network.Write([test.Office.Setting.Folder.Organisations[0] with { Id = "insee-ara" }], [Contact(0), Contact(1)]);
        return test;
    }

    private static async Task Send(TestOffice test, string name, IReadOnlyList<string> contacts, bool requested = false)
    {
        var audience = await test.Office.Audiences.Freeze([.. contacts.Select(contact => new AudienceMember(
            contact, "insee-ara", new Dictionary<string, IReadOnlyList<string>> { ["propositions"] = ["une ligne"] }))]);
        await test.Office.MailRoom.Order(new Mailing($"m-{name}", "devenir-copil", new Dictionary<string, string> { ["année"] = "2022" }, audience,
            "Vous recevez ce message.", new LinkTo(LinkPurpose.Person, "", Start.AddDays(30)), Replay.SendAgain, requested), test.Now, "");
        await test.Settle();
    }
}
