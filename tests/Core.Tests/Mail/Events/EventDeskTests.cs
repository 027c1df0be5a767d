using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Events;
using Almanach.Core.Mail.Incoming.Bounces;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Network;
using Almanach.Core.Ports;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Mail.Events;

/// <summary>What a provider says of copies meets what we write of them.</summary>
public sealed class EventDeskTests
{
    private const string Key = "m-themes";

    private static readonly DateTimeOffset _start = new(2021, 10, 4, 7, 0, 0, TimeSpan.Zero);
    private static readonly string _partition = MailingState.Partition(Key);

    [Fact]
    public async Task Events_in_any_order_and_told_again_leave_the_same_and_one_row_each()
    {
        HeardEvent[] said = [Said("1", 0, Delivery.Bounced, BounceReason.MailboxFull), Said("2", 0, Delivery.Delivered), Said("3", 1, Delivery.Delayed), Said("4", 1, Delivery.Sent)];
        foreach (var order in (int[][])[[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2]])
        {
            var test = await Sent();

            foreach (var index in order)
                await test.Office.Events.Take([said[index]], test.Now);
            await test.Office.Events.Take([.. said, .. said], test.Now);

            Assert.Equal([Delivery.Bounced, Delivery.Delayed, Delivery.Sent], await Outcomes(test));
            Assert.Equal(4, (await test.Rows(_partition, DeliveryEvent.Prefix)).Count);
        }
    }

    [Fact]
    public async Task Of_messages_and_people_nobody_knows_nothing_is_kept()
    {
        var test = await Sent();
        var before = await test.Rows(_partition);

        Assert.Null(await test.Office.Events.Take(
            [Said("1", 0, Delivery.Bounced) with { Mailing = "m-autre" }, Said("2", 0, Delivery.Bounced) with { Mailing = "a/b#?\n" }, Said("3", 0, Delivery.Bounced) with { Mailing = new string('m', 5_000) }, Said("4", 99, Delivery.Bounced)], test.Now));

        Assert.Equal(before, await test.Rows(_partition));
        Assert.Empty(await test.Rows(MailingState.Partition("m-autre")));
    }

    [Fact]
    public async Task More_events_than_a_commit_holds_are_all_kept()
    {
        var test = await Sent(people: 120, batch: 50);
        // One in three comes back hard: each asks for a successor.
        var said = Enumerable.Range(0, 120).SelectMany(i => new[] { Said($"d{i}", i, Delivery.Delivered), Said($"b{i}", i, Delivery.Bounced, i % 3 == 0 ? BounceReason.UserUnknown : BounceReason.Policy) }).ToList();

        Assert.Null(await test.Office.Events.Take(said, test.Now));

        Assert.All(await Outcomes(test), outcome => Assert.Equal(Delivery.Bounced, outcome));
        Assert.Equal(240, (await test.Rows(_partition, DeliveryEvent.Prefix)).Count);
        var follows = (await test.Rows(_partition, Todo.Prefix)).Values.Select(Stored.Read<Effect>).ToList();
        Assert.Equal(40, follows.OfType<Effect.AskSuccessor>().Count());
        Assert.Equal(40, follows.OfType<Effect.SuppressAddresses>().Sum(effect => effect.Learned.Count));
    }

    /// <summary>The provider is quicker than we are: it tells of a copy while its batch is still being sent.</summary>
    [Fact]
    public async Task What_is_told_while_a_batch_is_on_its_way_is_not_overwritten()
    {
        var test = await Network();
        test.Mailer.Meanwhile.Enqueue(() => test.Office.Events.Take([Said("1", 0, Delivery.Delivered), Said("2", 1, Delivery.Bounced, BounceReason.UserUnknown)], test.Now));

        await Order(test);
        await test.Settle();

        Assert.Equal([Delivery.Delivered, Delivery.Bounced, Delivery.Sent], await Outcomes(test));
        Assert.Equal([Id(0), Id(1), Id(2)], test.Mailer.Sent.Where(sent => sent.Letter == Key).Select(sent => sent.Contact));
        Assert.DoesNotContain(await test.Rows(_partition, Todo.Prefix), row => row.Value.Contains("DeliverBatch", StringComparison.Ordinal));
    }

    /// <summary>And exactly as we write that it was sent.</summary>
    [Fact]
    public async Task What_is_told_as_a_batch_is_settled_is_not_overwritten()
    {
        RivalStore? rivals = null;
        var test = await Network(store => rivals = new RivalStore(store, "batch|"));
        test.Mailer.Meanwhile.Enqueue(() =>
        {
            rivals!.Comes = () => test.Office.Events.Take([Said("1", 0, Delivery.Complained)], test.Now);
            return Task.CompletedTask;
        });

        await Order(test);
        await test.Settle();

        Assert.Equal([Delivery.Complained, Delivery.Sent, Delivery.Sent], await Outcomes(test));
    }

    /// <summary>The postman settles as an event is about to be written.</summary>
    [Fact]
    public async Task What_is_settled_as_an_event_is_written_is_not_overwritten_either()
    {
        RivalStore? rivals = null;
        var test = await Network(store => rivals = new RivalStore(store, "batch|"));
        test.Mailer.BatchSize = 1;
        test.Mailer.Next.Enqueue(() => MailOutcome.Deferred);
        await Order(test);
        await test.Settle();
        test.Clock.Set(_start.AddMinutes(5));
        rivals!.Comes = () => test.Office.Worker.Run(_partition);

        await test.Office.Events.Take([Said("1", 0, Delivery.Delayed)], test.Now);

        Assert.Equal([Delivery.Delayed, Delivery.Sent, Delivery.Sent], await Outcomes(test));
        Assert.Equal(3, test.Mailer.Sent.Count);
    }

    /// <summary>The second host has everything of the first one's events but not their answer.</summary>
    [Fact]
    public async Task Two_hosts_told_the_same_at_once_keep_it_once()
    {
        RivalStore? rivals = null;
        var test = await Network(store => rivals = new RivalStore(store, "batch|"));
        await Order(test);
        await test.Settle();
        HeardEvent[] said = [Said("1", 0, Delivery.Bounced, BounceReason.UserUnknown)];
        rivals!.Comes = () => test.Office.Events.Take(said, test.Now);

        Assert.Null(await test.Office.Events.Take(said, test.Now));

        Assert.Single(await test.Rows(_partition, DeliveryEvent.Prefix));
        Assert.Equal(["AskSuccessor", "SuppressAddresses"], (await test.Rows(_partition, Todo.Prefix)).Values.Select(row => Stored.Read<Effect>(row).GetType().Name).Order());
    }

    /// <summary>A host died while it sent: what the provider says of the copies keeps those that left from being sent again.</summary>
    [Theory]
    [InlineData(Replay.SendAgain)]
    [InlineData(Replay.AskCoordinator)]
    public async Task What_the_provider_knows_of_a_batch_left_in_the_middle_is_neither_unclear_nor_sent_again(Replay replay)
    {
        var test = await Network();
        test.Mailer.Meanwhile.Enqueue(() => throw new OperationCanceledException());
        await Order(test, replay);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(test.Settle);

        await test.Office.Events.Take([Said("1", 0, Delivery.Delivered), Said("2", 1, Delivery.Sent)], test.Now);
        await test.Until(_start.AddMinutes(10));

        Assert.Equal([Delivery.Delivered, Delivery.Sent, replay == Replay.SendAgain ? Delivery.Sent : Delivery.Unknown], await Outcomes(test));
        Assert.Equal(replay == Replay.SendAgain ? [(Key, Id(2))] : [], test.Mailer.Sent);
    }

    [Fact]
    public async Task An_unclear_copy_is_cleared_up_by_what_is_told_later()
    {
        var test = await Network();
        test.Mailer.Next.Enqueue(() => MailOutcome.Unknown);
        await Order(test, Replay.AskCoordinator);
        await test.Settle();

        await test.Office.Events.Take([Said("1", 0, Delivery.Sent), Said("2", 1, Delivery.Delivered)], test.Now);

        Assert.Equal([Delivery.Sent, Delivery.Delivered, Delivery.Unknown], await Outcomes(test));
    }

    /// <summary>What the provider puts off is its to try again, even while we try others of the same batch.</summary>
    [Fact]
    public async Task A_copy_the_provider_puts_off_is_not_sent_a_second_time()
    {
        var test = await Network();
        test.Mailer.Next.Enqueue(() => MailOutcome.Deferred);
        await Order(test);
        await test.Settle();

        await test.Office.Events.Take([Said("1", 0, Delivery.Delayed)], test.Now);
        await test.Until(_start.AddMinutes(10));

        Assert.Equal([(Key, Id(1)), (Key, Id(2))], test.Mailer.Sent);
        Assert.Equal([Delivery.Delayed, Delivery.Sent, Delivery.Sent], await Outcomes(test));
    }

    [Theory]
    [InlineData(BounceReason.UserUnknown, true)]
    [InlineData(BounceReason.HostUnknown, true)]
    [InlineData(BounceReason.Moved, true)]
    [InlineData(BounceReason.TakesNoMail, true)]
    [InlineData(BounceReason.MailboxFull, false)]
    [InlineData(BounceReason.Suspended, false)]
    [InlineData(BounceReason.TooLarge, false)]
    [InlineData(BounceReason.Policy, false)]
    [InlineData(BounceReason.Delayed, false)]
    [InlineData(BounceReason.Other, false)]
    public async Task Only_a_hard_bounce_asks_the_organisation_and_nobody_is_suppressed_by_either(BounceReason reason, bool asks)
    {
        var test = await Sent();

        await test.Office.Events.Take([Said("1", 0, Delivery.Bounced, reason), Said("2", 0, Delivery.Bounced, reason)], test.Now);
        await test.Settle();

        var roster = await test.Office.Network.Load();
        Assert.Equal(asks, await test.Office.Vacancies.Find(Id(0)) is not null);
        Assert.Equal(asks ? [Id(1)] : [], test.Mailer.Sent.Where(sent => sent.Letter == $"name-successor-{Id(0)}").Select(sent => sent.Contact));
        Assert.True(roster.Contacts[Id(0)] is { Active: true, Suppressed: false });
    }

    [Fact]
    public async Task A_complaint_asks_nobody_and_stops_nothing_by_itself()
    {
        var test = await Sent();

        await test.Office.Events.Take([Said("1", 0, Delivery.Complained)], test.Now);
        await test.Settle();

        Assert.Equal([Delivery.Complained, Delivery.Sent, Delivery.Sent], await Outcomes(test));
        Assert.False((await test.Office.Network.Load()).Contacts[Id(0)].Suppressed);
        Assert.Null(await test.Office.Vacancies.Find(Id(0)));
    }

    /// <summary>The bounce was on its way while the coordinator corrected the address.</summary>
    [Fact]
    public async Task A_bounce_of_an_address_corrected_since_asks_nobody()
    {
        var test = await Sent();

        await test.Office.Events.Take([Said("1", 0, Delivery.Bounced, BounceReason.UserUnknown) with { Address = "ancienne@exemple.fr" }], test.Now);
        await test.Settle();

        Assert.Equal(Delivery.Bounced, (await Outcomes(test))[0]);
        Assert.Null(await test.Office.Vacancies.Find(Id(0)));
    }

    private static HeardEvent Said(string id, int contact, Delivery state, BounceReason? reason = null) =>
        new(Key, "", new DeliveryEvent(id, Id(contact), state, _start, reason is null ? "" : "5.0.0", reason));

    private static async Task<IReadOnlyList<Delivery>> Outcomes(TestOffice test) =>
        [.. (await test.Office.MailRoom.Copies((await test.Office.MailRoom.Find(Key))!)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];

    private static string Id(int index) => $"c-{index:D5}";

    private static async Task<TestOffice> Sent(int people = 3, int batch = 1_000)
    {
        var test = await Network(people: people);
        test.Mailer.BatchSize = batch;
        await Order(test, people: people);
        await test.Settle();
        return test;
    }

    private static async Task<TestOffice> Network(Func<IStore, IStore>? around = null, int people = 3)
    {
        var test = new TestOffice(TestOffice.Pfoss(), _start, around);
        var organisation = test.Office.Setting.Folder.Organisations[0] with { Id = "insee-ara" };
        await test.Office.Network.Write([organisation], [.. Enumerable.Range(0, people).Select(i =>
            new Contact(Id(i), "insee-ara", "Anne", "Exemple", $"{Id(i)}@example.org", "", [new Role(i == 1 ? RoleKind.Referent : RoleKind.Suppleant)], "charte", new DateOnly(2021, 1, 1)))]);
        return test;
    }

    private static async Task Order(TestOffice test, Replay replay = Replay.SendAgain, int people = 3)
    {
        var audience = await test.Office.Audiences.Freeze([.. Enumerable.Range(0, people).Select(i => new AudienceMember(
            Id(i), "insee-ara", new Dictionary<string, IReadOnlyList<string>> { ["propositions"] = ["une ligne"] }))]);
        var mailing = new Mailing(Key, "devenir-copil", new Dictionary<string, string> { ["année"] = "2022" }, audience,
            "Vous recevez ce message.", new LinkTo(LinkPurpose.Person, "", _start.AddDays(30)), replay);
        await test.Office.Ledger.Commit(new Draft.Write("test", [], [new Effect.SendMailing(mailing, mailing.Key, _start, "")]));
    }
}
