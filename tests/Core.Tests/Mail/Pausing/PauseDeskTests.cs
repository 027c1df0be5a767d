using Almanach.Core.Access;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Pausing;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Network;
using Almanach.Core.Ports;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Mail.Pausing;

/// <summary>A message suspended, taken up and stopped while it is being sent.</summary>
public sealed class PauseDeskTests
{
    private const string Message = "m-themes";
    private static readonly DateTimeOffset Start = new(2021, 10, 4, 7, 0, 0, TimeSpan.Zero);
    private static readonly string Partition = MailingState.Partition(Message);

    [Fact]
    public async Task What_is_on_its_way_finishes_and_nothing_more_leaves_until_it_is_taken_up()
    {
        var test = await Sending(4);
        test.Mailer.Meanwhile.Enqueue(async () => Assert.Null(await test.Office.Sends.Pause(Message, Coordination.Id, Start)));

        await test.Settle();
        var paused = test.Mailer.Sent.ToList();
        await test.Until(Start.AddDays(3));
        Assert.Equal(paused, test.Mailer.Sent);
        Assert.Empty(await test.Rows(Partition, Todo.Prefix)); // nobody looks at it while it waits
        Assert.Equal([(Message, Start)], (await test.Office.Pauses.Paused()).Select(one => (one.Message.Mailing.Key, one.Since)));

        Assert.Null(await test.Office.Sends.Resume(Message, Coordination.Id, test.Now));
        await test.Settle();

        Assert.Equal([(Message, Id(0))], paused);
        Assert.Equal(Enumerable.Range(0, 4).Select(i => (Message, Id(i))), test.Mailer.Sent);
        Assert.Empty(await test.Rows(Partition, Todo.Prefix));
        Assert.Empty(await test.Office.Pauses.Paused());
        Assert.Empty(await test.Rows(PausedMailing.Partition));
    }

    [Fact]
    public async Task What_has_not_left_when_it_is_stopped_never_does()
    {
        var test = await Sending(4);
        test.Mailer.Meanwhile.Enqueue(async () => Assert.Null(await test.Office.Sends.Stop(Message, Coordination.Id, Start)));

        await test.Settle();
        await test.Until(Start.AddDays(3));

        Assert.Equal([(Message, Id(0))], test.Mailer.Sent);
        Assert.Equal([Delivery.Sent, Delivery.Stopped, Delivery.Stopped, Delivery.Stopped], (await Outcomes(test)).Select(pair => pair.Value));
        Assert.Equal(Why.Closed, (await test.Office.Sends.Resume(Message, Coordination.Id, test.Now))!.Why);
        Assert.Null(await test.Office.Sends.Stop(Message, Coordination.Id, test.Now));
    }

    [Fact]
    public async Task A_message_stopped_while_it_was_suspended_says_so_of_each_copy()
    {
        var test = await Sending(3);
        Assert.Null(await test.Office.Sends.Pause(Message, Coordination.Id, Start));
        await test.Settle();

        Assert.Null(await test.Office.Sends.Stop(Message, Coordination.Id, Start.AddHours(1)));
        await test.At(Start.AddHours(1));

        Assert.Empty(test.Mailer.Sent);
        Assert.All(await Outcomes(test), pair => Assert.Equal(Delivery.Stopped, pair.Value));
        Assert.Empty(await test.Office.Pauses.Paused());
    }

    /// <summary>Put off by its server before, and its hour comes while nothing leaves.</summary>
    [Fact]
    public async Task A_copy_that_was_to_be_tried_again_waits_too_and_is_stopped_too()
    {
        var test = await Sending(2);
        test.Mailer.Next.Enqueue(() => MailOutcome.Deferred);
        test.Mailer.Next.Enqueue(() => MailOutcome.Deferred);
        await test.Settle();
        Assert.Null(await test.Office.Sends.Pause(Message, Coordination.Id, Start));

        await test.Until(Start.AddHours(5));
        Assert.Empty(test.Mailer.Sent);
        Assert.Null(await test.Office.Sends.Stop(Message, Coordination.Id, test.Now));
        await test.At(test.Now);

        Assert.All(await Outcomes(test), pair => Assert.Equal(Delivery.Stopped, pair.Value));
        Assert.Empty(test.Mailer.Sent);
    }

    /// <summary>The batch was read as suspended, and somebody takes the message up before its row is dropped.</summary>
    [Fact]
    public async Task A_row_dropped_as_the_message_is_taken_up_loses_nobody()
    {
        RivalStore? rivals = null;
        var test = await Sending(1, store => rivals = new RivalStore(store, Todo.Prefix));
        Assert.Null(await test.Office.Sends.Pause(Message, Coordination.Id, Start));
        rivals!.Comes = async () => Assert.Null(await test.Office.Sends.Resume(Message, Coordination.Id, Start));

        await test.Office.Worker.Run(Partition);
        await test.Settle();

        Assert.Equal([(Message, Id(0))], test.Mailer.Sent);
    }

    /// <summary>The worker has read that nothing is suspended, and she suspends it before the claim is written.</summary>
    [Fact]
    public async Task A_claim_that_comes_after_her_word_is_no_claim()
    {
        RivalStore? rivals = null;
        var test = await Sending(2, store => rivals = new RivalStore(store, "batch|"));
        rivals!.Comes = async () => Assert.Null(await test.Office.Sends.Pause(Message, Coordination.Id, Start));

        await test.Office.Worker.Run(Partition);
        await test.Settle();

        Assert.Empty(test.Mailer.Sent);
        Assert.All(await test.Office.MailRoom.Batches(Message), batch => Assert.Equal((BatchState.Pending, 0), (batch.State, batch.Attempt)));
    }

    [Fact]
    public async Task A_message_that_has_not_begun_is_undone_rather_than_suspended()
    {
        var test = await Network();
        await test.Office.MailRoom.Order(Of(await Audience(test, 1)), Start.AddMinutes(1), "");

        Assert.Equal(Why.Unknown, (await test.Office.Sends.Pause(Message, Coordination.Id, Start))!.Why);
        Assert.Equal(Why.Unknown, (await test.Office.Sends.Pause("../a?", Coordination.Id, Start))!.Why);
        Assert.Empty(await test.Rows(PausedMailing.Partition));
    }

    [Fact]
    public async Task Each_word_of_hers_leaves_one_line_in_the_journal()
    {
        var test = await Sending(2);
        for (var twice = 0; twice < 2; twice++)
            await test.Office.Sends.Pause(Message, Coordination.Id, Start);
        await test.Office.Sends.Resume(Message, Coordination.Id, Start.AddMinutes(1));
        await test.Office.Sends.Pause(Message, Coordination.Id, Start.AddMinutes(1));
        for (var twice = 0; twice < 2; twice++)
            await test.Office.Sends.Stop(Message, Coordination.Id, Start.AddMinutes(2));
        await test.At(Start.AddMinutes(3));

        Assert.Equal(
            [$"message {Message} suspendu pendant l’envoi", $"message {Message} repris après une suspension", $"message {Message} suspendu pendant l’envoi", $"message {Message} arrêté pendant l’envoi"],
            (await test.Journal(Start, Start.AddDays(1))).Where(line => line.Kind == nameof(Effect.Note)).OrderBy(line => line.Key, StringComparer.Ordinal).Select(line => line.Subject));
    }

    private static async Task<TestOffice> Network(Func<IStore, IStore>? around = null)
    {
        var test = new TestOffice(TestOffice.Pfoss(), Start, around);
        await test.Office.Network.Write([test.Office.Setting.Folder.Organisations[0] with { Id = "insee-ara" }], [.. Enumerable.Range(0, 5).Select(i =>
            new Contact(Id(i), "insee-ara", "Anne", "Exemple", $"{Id(i)}@example.org", "", [new Role(RoleKind.Referent)], "charte", new DateOnly(2021, 1, 1)))]);
        test.Mailer.BatchSize = 1;
        return test;
    }

    /// <summary>Cut in batches of one, none of which has left.</summary>
    private static async Task<TestOffice> Sending(int people, Func<IStore, IStore>? around = null)
    {
        var test = await Network(around);
        await test.Office.MailRoom.Start(Of(await Audience(test, people)), Start, "");
        return test;
    }

    private static Mailing Of(Audience audience) => new(
        Message, "devenir-copil", new Dictionary<string, string> { ["année"] = "2022" }, audience, "Vous recevez ce message.", new LinkTo(LinkPurpose.Person, "", Start.AddDays(30)), Replay.AskCoordinator);

    private static Task<Audience> Audience(TestOffice test, int people) => test.Office.Audiences.Freeze([.. Enumerable.Range(0, people).Select(i =>
        new AudienceMember(Id(i), "insee-ara", new Dictionary<string, IReadOnlyList<string>> { ["propositions"] = ["une ligne"] }))]);

    private static async Task<IEnumerable<KeyValuePair<string, Delivery>>> Outcomes(TestOffice test) =>
        (await test.Office.MailRoom.Outcomes(Message)).OrderBy(pair => pair.Key, StringComparer.Ordinal);

    private static string Id(int index) => $"c-{index:D5}";
}
