using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Network;
using Almanach.Core.Ports;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Mail;

/// <summary>Claim, send, settle: what becomes of each copy when things go wrong.</summary>
public sealed class PostmanTests
{
    static readonly DateTimeOffset _start = new(2021, 10, 4, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    // Settled: nothing is left, whoever asks.
    [InlineData(BatchState.Settled, 0, false, Replay.SendAgain, ClaimVerdict.Leave)]
    [InlineData(BatchState.Settled, 60, true, Replay.AskCoordinator, ClaimVerdict.Leave)]
    // Pending: nobody has begun.
    [InlineData(BatchState.Pending, 0, false, Replay.SendAgain, ClaimVerdict.Send)]
    [InlineData(BatchState.Pending, 0, true, Replay.AskCoordinator, ClaimVerdict.Send)]
    // Claimed, and sending the same twice changes nothing.
    [InlineData(BatchState.Claimed, 0, true, Replay.AskCoordinator, ClaimVerdict.Send)]
    // Claimed a moment ago: somebody is at it.
    [InlineData(BatchState.Claimed, 0, false, Replay.SendAgain, ClaimVerdict.Wait)]
    [InlineData(BatchState.Claimed, 9, false, Replay.AskCoordinator, ClaimVerdict.Wait)]
    // Claimed by somebody who died.
    [InlineData(BatchState.Claimed, 10, false, Replay.SendAgain, ClaimVerdict.Send)] // twice is better than never
    [InlineData(BatchState.Claimed, 10, false, Replay.AskCoordinator, ClaimVerdict.Unclear)] // a reminder is not sent twice
    public void A_batch_may_be_claimed(BatchState state, int minutes, bool repeatable, Replay replay, ClaimVerdict expected)
    {
        var batch = new MailBatch(0, 0, 1, state, _start, 1, new Dictionary<string, Delivery>());

        Assert.Equal(expected, BatchRules.MayClaim(batch, repeatable, replay, _start.AddMinutes(minutes)));
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(5, 125)]
    [InlineData(6, null)] // six tries are enough
    public void Deferred_copies_are_tried_again(int attempt, int? minutes) =>
        Assert.Equal(minutes, (int?)(BatchRules.NextTry(attempt, _start) - _start)?.TotalMinutes);

    [Fact]
    public async Task A_person_who_left_or_vanished_gets_nothing_and_the_others_get_theirs()
    {
        var test = await Network(contacts => contacts with { Active = contacts.Id != Id(1), Suppressed = contacts.Id == Id(2) });

        await Send(test, "themes", [Id(0), Id(1), Id(2), "c-vanished"]);

        Assert.Equal([("m-themes", Id(0))], test.Mailer.Sent);
        Assert.Equal(
            new Dictionary<string, Delivery> { [Id(0)] = Delivery.Sent, [Id(1)] = Delivery.Suppressed, [Id(2)] = Delivery.Suppressed, ["c-vanished"] = Delivery.Suppressed },
            await test.Office.MailRoom.Outcomes("m-themes"));
    }

    /// <summary>A host that is asked to stop lets a request once begun come to its end: what it brought must not be forgotten.</summary>
    [Fact]
    public async Task What_left_while_the_host_was_stopping_is_settled()
    {
        using var stopping = new CancellationTokenSource();
        var test = await Network(contact => contact, store => new Obedient(store));
        test.Mailer.Next.Enqueue(() =>
        {
            stopping.Cancel();
            return MailOutcome.Sent;
        });

        await Order(test, "themes", [Id(0)], Replay.SendAgain);
        await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            while (await test.Office.Worker.Once(stopping.Token))
                continue;
        });

        Assert.Equal(Delivery.Sent, (await test.Office.MailRoom.Outcomes("m-themes"))[Id(0)]);
    }

    [Fact]
    public async Task A_mailing_to_nobody_leaves_no_trace()
    {
        var test = await Network(contact => contact);

        await Send(test, "themes", []);

        Assert.Empty(await test.Rows(MailingLine.Partition));
        Assert.Empty(test.Mailer.Sent);
    }

    [Fact]
    public async Task A_mailer_that_cannot_be_reached_is_tried_again_and_nothing_is_called_unclear()
    {
        var test = await Network(contact => contact);
        test.Mailer.Next.Enqueue(() => throw new IOException("The host does not answer."));

        await Assert.ThrowsAsync<AggregateException>(() => Send(test, "themes", [Id(0)], Replay.AskCoordinator));
        await test.At(_start.AddMinutes(5));

        Assert.Equal([("m-themes", Id(0))], test.Mailer.Sent);
        Assert.Equal(Delivery.Sent, (await test.Office.MailRoom.Outcomes("m-themes"))[Id(0)]);
    }

    [Fact]
    public async Task A_deferred_copy_is_sent_later_and_only_that_one()
    {
        var test = await Network(contact => contact);
        test.Mailer.BatchSize = 1;
        test.Mailer.Next.Enqueue(() => MailOutcome.Deferred);

        await Send(test, "themes", [Id(0), Id(1)]);
        var first = test.Mailer.Sent.ToList();
        await test.At(_start.AddMinutes(5));

        Assert.Equal([("m-themes", Id(1))], first);
        Assert.Equal([("m-themes", Id(1)), ("m-themes", Id(0))], test.Mailer.Sent);
    }

    [Fact]
    public async Task A_copy_deferred_six_times_is_given_up()
    {
        var test = await Network(contact => contact);
        for (var i = 0; i < 6; i++)
            test.Mailer.Next.Enqueue(() => MailOutcome.Deferred);

        await Send(test, "themes", [Id(0)]);
        await test.Until(_start.AddHours(24));

        Assert.Empty(test.Mailer.Next);
        Assert.Equal(Delivery.Refused, (await test.Office.MailRoom.Outcomes("m-themes"))[Id(0)]);
        Assert.Empty(await test.Rows(MailingState.Partition("m-themes"), Todo.Prefix));
    }

    /// <summary>The queue has a message for each forty batches of a mailing, and a host takes up to eight at once.</summary>
    [Fact]
    public async Task Two_takers_share_a_mailing_and_leave_nothing_to_be_looked_at_later()
    {
        var test = await Network(contact => contact);
        test.Mailer.BatchSize = 1;
        var partition = MailingState.Partition("m-themes");
        test.Mailer.Meanwhile.Enqueue(() => test.Office.Worker.Run(partition));

        await Send(test, "themes", [Id(0), Id(1), Id(2)]);

        Assert.Equal([("m-themes", Id(1)), ("m-themes", Id(2)), ("m-themes", Id(0))], test.Mailer.Sent);
        Assert.Empty(await test.Rows(partition, Todo.Prefix));
        Assert.Equal(3, (await test.Office.MailRoom.Outcomes("m-themes")).Count(copy => copy.Value == Delivery.Sent));
    }

    /// <summary>Each taker has listed what is due before it begins: the first batch is on its way, the second one has just been put off.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public async Task A_copy_is_deferred_as_often_and_as_long_however_many_take_its_mailing(int others)
    {
        var test = await Network(contact => contact);
        test.Mailer.BatchSize = 1;
        var partition = MailingState.Partition("m-themes");
        List<double> tries = [];
        for (var i = 0; i < 2 * BatchRules.Attempts; i++)
            test.Mailer.Next.Enqueue(() =>
            {
                tries.Add((test.Now - _start).TotalMinutes);
                return MailOutcome.Deferred;
            });
        for (var i = 0; i < others; i++)
            test.Mailer.Meanwhile.Enqueue(() => test.Office.Worker.Run(partition));

        await Send(test, "themes", [Id(0), Id(1)]);
        await test.Until(_start.AddHours(24));

        Assert.Equal([0, 0, 5, 5, 25, 25, 70, 70, 150, 150, 275, 275], tries);
        Assert.Empty(await test.Rows(partition, Todo.Prefix));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task A_batch_that_cannot_be_sent_has_failed_once_however_many_take_its_mailing(int others)
    {
        var test = await Network(contact => contact);
        test.Mailer.BatchSize = 1;
        var partition = MailingState.Partition("m-themes");
        for (var i = 0; i <= 3 * others; i++)
            test.Mailer.Next.Enqueue(() => throw new IOException("The host does not answer."));
        for (var i = 0; i < others; i++)
            test.Mailer.Meanwhile.Enqueue(async () => await Assert.ThrowsAsync<AggregateException>(() => test.Office.Worker.Run(partition)));

        await Assert.ThrowsAsync<AggregateException>(() => Send(test, "themes", [Id(0), Id(1), Id(2)]));

        Assert.Equal([1, 1, 1], (await test.Office.Troubles.All()).Select(trouble => trouble.Attempts));
        Assert.Equal(3, (await test.Rows(partition, Todo.Prefix)).Count);
    }

    /// <summary>Whoever meets the claim late does not wait as long again.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public async Task A_batch_of_somebody_who_died_is_sent_once_the_claim_runs_out(int minutes)
    {
        var test = await Network(contact => contact);
        var partition = MailingState.Partition("m-themes");
        test.Mailer.Meanwhile.Enqueue(() => throw new OperationCanceledException());
        await Order(test, "themes", [Id(0)], Replay.SendAgain);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(test.Settle);

        test.Clock.Set(_start.AddMinutes(minutes));
        await test.Office.Worker.Run(partition);
        Assert.Empty(test.Mailer.Sent);
        await test.Until(_start.AddMinutes(10));

        Assert.Equal([("m-themes", Id(0))], test.Mailer.Sent);
        Assert.Empty(await test.Rows(partition, Todo.Prefix));
    }

    [Fact]
    public async Task What_somebody_left_in_the_middle_is_put_before_the_coordinator_without_forgetting_who_got_it()
    {
        var test = await Network(contact => contact);
        await Send(test, "themes", [Id(0), Id(1)], Replay.AskCoordinator);
        var partition = MailingState.Partition("m-themes");
        var batch = Stored.Read<MailBatch>((await test.Store.Get(partition, MailBatch.Key(0)))!.Value);
        var left = batch with { State = BatchState.Claimed, ClaimedAt = _start, Outcomes = new Dictionary<string, Delivery> { [Id(0)] = Delivery.Sent } };
        var effect = new Effect.DeliverBatch("m-themes", 0, "deliver-m-themes-0", _start, "");
        await test.Store.Commit(partition, [new Change.Put(MailBatch.Key(0), Stored.Write(left)), new Change.Put(Todo.Row(effect), Stored.Write<Effect>(effect))]);
        test.Clock.Set(_start.AddMinutes(30));

        await test.Office.Worker.Run(partition);

        Assert.Equal(new Dictionary<string, Delivery> { [Id(0)] = Delivery.Sent, [Id(1)] = Delivery.Unknown }, await test.Office.MailRoom.Outcomes("m-themes"));
        Assert.Equal(2, test.Mailer.Sent.Count);
    }

    [Theory]
    [InlineData(59, Delivery.Sent)]
    [InlineData(60, Delivery.Expired)] // from that instant on it says nothing useful
    [InlineData(600, Delivery.Expired)]
    public async Task A_message_whose_turn_comes_too_late_is_not_sent(int minutes, Delivery expected)
    {
        var test = await Network(contact => contact);
        await Order(test, "themes", [Id(0), Id(1)], Replay.SendAgain, _start.AddHours(1));

        await test.At(_start.AddMinutes(minutes)); // the host was down until then

        Assert.All((await test.Office.MailRoom.Outcomes("m-themes")).Values, outcome => Assert.Equal(expected, outcome));
        Assert.Equal(expected == Delivery.Sent ? 2 : 0, test.Mailer.Sent.Count);
        Assert.Empty(await test.Rows(MailingState.Partition("m-themes"), Todo.Prefix));
    }

    [Fact]
    public async Task A_copy_that_is_deferred_past_its_moment_is_given_up_and_whoever_got_hers_has_got_it()
    {
        var test = await Network(contact => contact);
        test.Mailer.BatchSize = 1;
        for (var i = 0; i < 6; i++)
            test.Mailer.Next.Enqueue(i == 1 ? () => MailOutcome.Sent : () => MailOutcome.Deferred);

        await Order(test, "themes", [Id(0), Id(1)], Replay.SendAgain, _start.AddMinutes(30));
        await test.Settle();
        await test.Until(_start.AddHours(24));

        Assert.Equal(new Dictionary<string, Delivery> { [Id(0)] = Delivery.Expired, [Id(1)] = Delivery.Sent }, await test.Office.MailRoom.Outcomes("m-themes"));
        Assert.Empty(await test.Rows(MailingState.Partition("m-themes"), Todo.Prefix));
    }

    /// <summary>It may have left before whoever sent it died: that is not to be called « too late ».</summary>
    [Fact]
    public async Task A_claim_left_behind_past_the_moment_is_unclear()
    {
        var test = await Network(contact => contact);
        test.Mailer.Meanwhile.Enqueue(() => throw new OperationCanceledException());
        await Order(test, "themes", [Id(0)], Replay.SendAgain, _start.AddMinutes(5));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(test.Settle);

        await test.Until(_start.AddMinutes(10));

        Assert.Equal(Delivery.Unknown, (await test.Office.MailRoom.Outcomes("m-themes"))[Id(0)]);
        Assert.Empty(test.Mailer.Sent);
    }

    /// <summary>She undid it, and sends it after all when its moment is past: she knows why.</summary>
    [Fact]
    public async Task What_the_coordinator_orders_late_leaves()
    {
        var test = await Network(contact => contact);
        var audience = await test.Office.Audiences.Freeze([new AudienceMember(Id(0), "insee-ara", new Dictionary<string, IReadOnlyList<string>> { ["propositions"] = ["une ligne"] })]);
        var mailing = new Mailing("m-themes", "devenir-copil", new Dictionary<string, string> { ["année"] = "2022" }, audience,
            "Vous recevez ce message.", new LinkTo(LinkPurpose.Person, "", _start.AddDays(30)), Replay.SendAgain, Expires: _start.AddHours(1));
        Assert.Null(await test.Office.MailRoom.Cancel(new Effect.SendMailing(mailing, mailing.Key, _start, ""), "a", _start));

        test.Clock.Set(_start.AddHours(2));
        Assert.Null(await test.Office.MailRoom.Resume("m-themes", "a", test.Now));
        await test.At(test.Now);

        Assert.Equal([("m-themes", Id(0))], test.Mailer.Sent);
    }

    [Fact]
    public async Task A_thousand_people_are_one_batch_that_fits_its_record()
    {
        var contacts = Enumerable.Range(0, 1_000).Select(i => Contact($"c-{i:D5}")).ToList();
        var test = await Network(contact => contact);
        await test.Office.Network.Write([], contacts);

        await Send(test, "themes", [.. contacts.Select(contact => contact.Id)]);

        Assert.Equal(1_000, test.Mailer.Sent.Count);
        Assert.Equal(1_000, (await test.Office.MailRoom.Outcomes("m-themes")).Count(copy => copy.Value == Delivery.Sent));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task While_a_batch_is_on_its_way_so_many_more_are_claimed_as_the_mailer_takes_at_once(int atOnce)
    {
        var test = await Network(contact => contact, batchesAtOnce: atOnce);
        test.Mailer.BatchSize = 1;
        var contacts = Enumerable.Range(0, 8).Select(i => Contact(Id(i))).ToList();
        await test.Office.Network.Write([], contacts);
        var (left, mostClaimed) = (new TaskCompletionSource(), 0);
        for (var i = 0; i < contacts.Count; i++)
            test.Mailer.Meanwhile.Enqueue(async () =>
            {
                var claimed = (await test.Office.MailRoom.Batches("m-themes")).Count(batch => batch.State == BatchState.Claimed);
                lock (left)
                    mostClaimed = Math.Max(mostClaimed, claimed);
                if (claimed == atOnce)
                    left.TrySetResult();
                await left.Task; // the first ones wait for each other
            });

        await Send(test, "themes", [.. contacts.Select(contact => contact.Id)]);

        Assert.Equal(atOnce, mostClaimed);
        Assert.Equal(contacts.Select(contact => ("m-themes", contact.Id)), test.Mailer.Sent.Order());
        Assert.All((await test.Office.MailRoom.Outcomes("m-themes")).Values, outcome => Assert.Equal(Delivery.Sent, outcome));
        Assert.Empty(await test.Rows(MailingState.Partition("m-themes"), Todo.Prefix));
    }

    [Fact]
    public async Task Of_several_batches_in_hand_one_that_fails_is_tried_again_and_the_others_leave()
    {
        var test = await Network(contact => contact, batchesAtOnce: 2);
        test.Mailer.BatchSize = 1;
        var contacts = Enumerable.Range(0, 6).Select(i => Contact(Id(i))).ToList();
        await test.Office.Network.Write([], contacts);
        test.Mailer.Next.Enqueue(() => throw new InvalidOperationException("no network"));

        await Assert.ThrowsAsync<AggregateException>(() => Send(test, "themes", [.. contacts.Select(contact => contact.Id)]));
        Assert.Equal(5, test.Mailer.Sent.Count);
        await test.Until(_start.AddMinutes(10));

        Assert.Equal(contacts.Select(contact => ("m-themes", contact.Id)), test.Mailer.Sent.Order());
        Assert.Empty(await test.Office.Troubles.All());
    }

    [Fact]
    public async Task Two_workers_that_fan_one_message_out_send_each_copy_once_and_neither_fails()
    {
        RivalStore? rivals = null;
        var test = await Network(contact => contact, store => rivals = new RivalStore(store, "batch|"));
        test.Mailer.BatchSize = 1;
        var contacts = Enumerable.Range(0, 100).Select(i => Contact(Id(i))).ToList(); // three commits of batches
        await test.Office.Network.Write([], contacts);
        await Order(test, "themes", [.. contacts.Select(contact => contact.Id)], Replay.AskCoordinator);
        var came = false;
        rivals!.Comes = () =>
        {
            came = true;
            return test.Office.Worker.Run("test");
        };

        await test.Settle();

        Assert.True(came);
        Assert.Equal(contacts.Select(contact => ("m-themes", contact.Id)), test.Mailer.Sent.Order());
        Assert.Empty(await test.Office.Troubles.All());
        Assert.Empty(await test.Rows("test", Todo.Prefix));
    }

    static string Id(int index) => $"c-{index:D5}";

    static Contact Contact(string id) =>
        new(id, "insee-ara", "Anne", "Exemple", $"{id}@example.org", "", [new Role(RoleKind.Referent)], "charte", new DateOnly(2021, 1, 1));

    static async Task<TestOffice> Network(Func<Contact, Contact> change, Func<IStore, IStore>? around = null, int batchesAtOnce = 1)
    {
        var test = new TestOffice(TestOffice.Pfoss(), _start, around, batchesAtOnce);
        var organisation = test.Office.Setting.Folder.Organisations[0] with { Id = "insee-ara" };
        await test.Office.Network.Write([organisation], [.. Enumerable.Range(0, 3).Select(i => change(Contact(Id(i))))]);
        return test;
    }

    static async Task Send(TestOffice test, string name, IReadOnlyList<string> contacts, Replay replay = Replay.SendAgain)
    {
        await Order(test, name, contacts, replay);
        await test.Settle();
    }

    static async Task Order(TestOffice test, string name, IReadOnlyList<string> contacts, Replay replay, DateTimeOffset? expires = null)
    {
        var audience = await test.Office.Audiences.Freeze([.. contacts.Select(contact => new AudienceMember(
            contact, "insee-ara", new Dictionary<string, IReadOnlyList<string>> { ["propositions"] = ["une ligne"] }))]);
        var mailing = new Mailing($"m-{name}", "devenir-copil", new Dictionary<string, string> { ["année"] = "2022" }, audience,
            "Vous recevez ce message.", new LinkTo(LinkPurpose.Person, "", _start.AddDays(30)), replay, Expires: expires);
        await test.Office.Ledger.Commit(new Draft.Write("test", [], [new Effect.SendMailing(mailing, mailing.Key, _start, "")]));
    }

    /// <summary>A store that gives up when it is asked to stop, as those of a host do.</summary>
    private sealed class Obedient(IStore inner) : IStore
    {
        public Task<Entry?> Get(string partition, string key, CancellationToken stop = default)
        {
            stop.ThrowIfCancellationRequested();
            return inner.Get(partition, key, stop);
        }

        public IAsyncEnumerable<Entry> List(string partition, string from = "", string? before = null, CancellationToken stop = default)
        {
            stop.ThrowIfCancellationRequested();
            return inner.List(partition, from, before, stop);
        }

        public Task<bool> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken stop = default)
        {
            stop.ThrowIfCancellationRequested();
            return inner.Commit(partition, changes, stop);
        }
    }
}
