using Almanach.Core.Engine;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Ports;

namespace Almanach.Core.Tests.Engine;

/// <summary>Work on which a process died each time: put off, shown, at last set aside; what cannot be read stays counted.</summary>
public sealed class PoisonWatchTests
{
    const string Place = "test";

    static readonly DateTimeOffset _start = new(2021, 10, 4, 7, 0, 0, TimeSpan.Zero);

    readonly TestOffice _test = new(TestOffice.Pfoss(), _start);

    [Fact]
    public async Task Work_that_was_never_finished_is_put_off_as_if_it_had_failed()
    {
        await Emit("note");
        await Die();

        var found = await _test.Office.Poison.Sweep();

        Assert.Equal([Place], found);
        var trouble = Assert.Single(await _test.Office.Troubles.All());
        Assert.Equal(("note", 1, nameof(UnfinishedException), false), (trouble.Effect, trouble.Attempts, trouble.Problem, trouble.SetAside));
        Assert.Equal(["todo|20211004T070500000Z|note"], (await _test.Rows(Place, Todo.Prefix)).Keys);
        Assert.Equal(0, await _test.Queue.CountPoison());
    }

    [Fact]
    public async Task Put_off_it_is_done_at_its_next_try_and_the_trouble_is_over()
    {
        await Emit("note");
        await Die();
        await _test.Office.Poison.Sweep();

        await _test.At(_start.AddMinutes(4));
        Assert.Empty(await _test.Journal(_start, _start));
        await _test.At(_start.AddMinutes(5));

        Assert.Equal(["note"], (await _test.Journal(_start, _start)).Select(line => line.Key));
        Assert.Empty(await _test.Office.Troubles.All());
    }

    [Fact]
    public async Task Several_messages_about_one_place_are_one_failure()
    {
        await Emit("note");
        await _test.Queue.Wake(Place);
        await _test.Queue.Wake(Place);
        await Die();
        Assert.Equal(3, await _test.Queue.CountPoison());

        Assert.Equal([Place], await _test.Office.Poison.Sweep());

        Assert.Equal(1, Assert.Single(await _test.Office.Troubles.All()).Attempts);
        Assert.Equal(0, await _test.Queue.CountPoison());
    }

    [Fact]
    public async Task More_messages_than_one_reception_takes_are_all_looked_at()
    {
        await Emit("note");
        for (var more = 0; more < 2 * QueueLimits.Messages; more++)
            await _test.Queue.Send(WorkQueues.Work + QueueLimits.PoisonSuffix, Place);

        await _test.Office.Poison.Sweep();

        Assert.Equal(0, await _test.Queue.CountPoison());
    }

    [Fact]
    public async Task What_kills_its_process_for_a_day_is_set_aside()
    {
        await Emit("deadly");

        for (var tick = 0; tick < 600; tick++)
        {
            _test.Clock.Set(_start.AddMinutes(5 * tick));
            await _test.Office.Ticker.Tick();
            await Die();
            await _test.Office.Poison.Sweep();
        }

        var trouble = Assert.Single(await _test.Office.Troubles.All());
        Assert.Equal((Trouble.MostAttempts, true), (trouble.Attempts, trouble.SetAside));
        Assert.Empty(await _test.Rows(Place, Todo.Prefix));
        Assert.Single(await _test.Rows(Place, Trouble.Aside));
        Assert.Equal(0, await _test.Queue.Count(WorkQueues.Work));
    }

    [Fact]
    public async Task What_somebody_finished_meanwhile_is_no_trouble()
    {
        await Emit("note");
        await Die();
        await _test.Office.Worker.Run(Place);

        Assert.Empty(await _test.Office.Poison.Sweep());

        Assert.Empty(await _test.Office.Troubles.All());
        Assert.Equal(0, await _test.Queue.CountPoison());
    }

    [Fact]
    public async Task What_is_not_due_yet_is_left_as_it_is()
    {
        await Emit("now");
        await Emit("tomorrow", _start.AddDays(1));
        await Die();

        await _test.Office.Poison.Sweep();

        Assert.Equal(["todo|20211004T070500000Z|now", "todo|20211005T070000000Z|tomorrow"], (await _test.Rows(Place, Todo.Prefix)).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Messages_have_the_same_watch()
    {
        var mailing = MailingState.Partition("m");
        await _test.Office.Ledger.Commit(new Draft.Write(mailing, [], [Note("note", _start)]));
        await Die(WorkQueues.Mail);

        Assert.Equal([mailing], await _test.Office.Poison.Sweep());
        Assert.Single(await _test.Office.Troubles.All());
    }

    [Theory]
    [InlineData("9 {}")] // written by a later program
    [InlineData("1 {")] // broken
    [InlineData("1 {\"$type\":\"Surprise\"}")] // an effect that this program does not have
    [InlineData("")]
    public async Task What_cannot_be_read_keeps_one_message_counted_until_it_can(string value)
    {
        await Emit("note");
        var row = Todo.Row(Note("later", _start));
        await _test.Store.Commit(Place, [new Change.Put(row, value)]);
        await _test.Queue.Wake(Place);
        await Die();

        for (var sweep = 0; sweep < 3; sweep++)
        {
            Assert.Equal([Place], await _test.Office.Poison.Sweep());
            Assert.Equal(1, await _test.Queue.CountPoison());
        }
        Assert.Equal(["note"], (await _test.Office.Troubles.All()).Select(trouble => trouble.Effect));
        Assert.Equal(["note"], (await _test.Office.Outlook.Until(_start.AddHours(1))).Select(pending => pending.Effect.Key));
        Assert.Equal([(Place, "later", _start)], (await _test.Office.Outlook.Unreadable(_start)).Select(trouble => (trouble.Partition, trouble.Effect, trouble.Due)));

        await _test.Store.Commit(Place, [new Change.Put(row, Stored.Write<Effect>(Note("later", _start)))]);
        Assert.Empty(await _test.Office.Outlook.Unreadable(_start));
        await _test.Office.Worker.Run(Place);
        Assert.Empty(await _test.Office.Poison.Sweep());
        Assert.Equal(0, await _test.Queue.CountPoison());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0001/?#\n\u0002")]
    [InlineData("nowhere")]
    [InlineData("long")]
    public async Task A_message_that_names_no_place_is_dropped_and_holds_nothing_up(string body)
    {
        await _test.Queue.Send(WorkQueues.Work, body == "long" ? new string('x', 40_000) : body);
        await Die();
        await Emit("note");
        await Die();

        Assert.Equal([Place], await _test.Office.Poison.Sweep());
        Assert.Equal(0, await _test.Queue.CountPoison());
    }

    Task<bool> Emit(string key, DateTimeOffset? due = null) => _test.Office.Ledger.Commit(new Draft.Write(Place, [], [Note(key, due ?? _start)]));

    /// <summary>Every message is received as often as it may be, by a process that dies at it each time.</summary>
    async Task Die(string queue = WorkQueues.Work)
    {
        while (await _test.Queue.Receive(queue, QueueLimits.Messages, TimeSpan.FromMinutes(1)) is { Count: > 0 } messages)
            foreach (var message in messages)
                await _test.Queue.Release(message, TimeSpan.Zero);
    }

    static Effect.Note Note(string key, DateTimeOffset due) => new("coordination", "essai", key, due, "");
}
