using System.Diagnostics;
using Almanach.Adapters.Sqlite;
using Almanach.Core.Engine;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;
using Almanach.Local.Demonstration;
using Almanach.Local.Hosting;
using Almanach.Local.Tests.Crash;
using Microsoft.Extensions.Logging.Abstractions;

namespace Almanach.Local.Tests.Hosting;

public sealed class SchedulerTests : IAsyncLifetime
{
    private static readonly SmallYear Year = SmallYear.Of(organisations: 2, colleagues: 0);
    private readonly TempFolder temp = new();
    private readonly Premises premises;

    public SchedulerTests()
    {
        var folder = new DataFolder(temp.Path("data"));
        folder.Make();
        premises = new Premises(Year.Setting, HostSettingsReader.Read(null, _ => null).Settings!, folder, KeyFile.Of(folder), new SqliteFile(folder.Database), NullLoggerFactory.Instance);
    }

    private Lazy<Script> Script { get; } = new(Year.Script);

    public async ValueTask InitializeAsync() => await FirstMorning.Open(premises, () => Year.Script, CancellationToken.None);

    public ValueTask DisposeAsync()
    {
        premises.Dispose();
        temp.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Work_of_this_process_is_taken_up_at_once_and_that_left_by_a_dead_one_at_start()
    {
        // Committed, hinted, never enqueued: as when a process dies between the commit and the queue.
        await Emit("left-behind", enqueue: false);
        using var scheduler = Scheduler();

        await scheduler.StartAsync(CancellationToken.None);
        await Journaled("left-behind");
        var watch = Stopwatch.StartNew();
        await Emit("fresh", enqueue: true);
        await Journaled("fresh");
        await scheduler.StopAsync(CancellationToken.None);

        // Polling alone would take up to five seconds.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(4));
        Assert.True(scheduler.ExecuteTask!.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_partition_that_fails_holds_nobody_else_up()
    {
        // There is no such meeting: its decisions cannot be brought to the programme.
        await Emit(new Effect.AdoptActions("2022-nowhere", "bad", premises.Office.Now, ""), "broken-partition", enqueue: true);
        await Emit("good", enqueue: true);
        using var scheduler = Scheduler();

        await scheduler.StartAsync(CancellationToken.None);
        await Journaled("good");
        await scheduler.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Work_on_which_earlier_processes_died_is_put_off_at_start()
    {
        await Emit("deadly", enqueue: true);
        var queue = premises.Office.Around.Queue;
        while (await queue.Receive(WorkQueues.Work, QueueLimits.Messages, TimeSpan.FromMinutes(1)) is { Count: > 0 } messages)
            foreach (var message in messages)
                await queue.Release(message, TimeSpan.Zero);
        using var scheduler = Scheduler();

        await scheduler.StartAsync(CancellationToken.None);
        for (var watch = Stopwatch.StartNew();
            watch.Elapsed < TimeSpan.FromSeconds(60) && ((await premises.Office.Troubles.All()).Count == 0 || await queue.CountPoison() > 0);)
            await Task.Delay(10);
        await scheduler.StopAsync(CancellationToken.None);

        Assert.Equal(nameof(UnfinishedException), Assert.Single(await premises.Office.Troubles.All()).Problem);
        Assert.Equal(0, await queue.CountPoison());
    }

    [Fact]
    public async Task The_clock_moves_to_the_next_step_and_all_that_is_due_is_done_when_the_call_returns()
    {
        var demonstration = new DemonstrationYear(premises, Script);
        using var scheduler = Scheduler();
        await scheduler.StartAsync(CancellationToken.None);
        var began = demonstration.Now;

        var title = demonstration.Coming!.Step;
        var reached = await demonstration.Next(playAnswers: true);
        var open = (await premises.Office.Cycle.Find(2022))!.Steps.Where(step => step.OpenedAt is not null).Select(step => step.Title);
        await scheduler.StopAsync(CancellationToken.None);

        Assert.True(reached > began);
        Assert.Equal(reached, demonstration.Now);
        Assert.Contains(title, open);
        Assert.Equal(0, await premises.Office.Around.Queue.Count(WorkQueues.Work));
    }

    [Fact]
    public async Task What_was_passed_over_without_playing_is_never_played()
    {
        var demonstration = new DemonstrationYear(premises, Script);

        // Past the close of the collection, then on with the answers.
        await demonstration.Advance(TimeSpan.FromDays(60), playAnswers: false);
        await demonstration.Advance(TimeSpan.FromDays(1), playAnswers: true);

        Assert.Empty(await premises.Office.Consultations.Answers("2022-themes"));
    }

    [Fact]
    public async Task A_demonstration_moved_in_small_steps_comes_to_the_same_journal_as_in_one()
    {
        var until = Year.Setting.Zone.EndOf(new DateOnly(2021, 10, 20));
        var demonstration = new DemonstrationYear(premises, Script);
        while (demonstration.Now < until)
            await demonstration.Advance(TimeSpan.FromHours(31) < until - demonstration.Now ? TimeSpan.FromHours(31) : until - demonstration.Now, playAnswers: true);
        var inOne = new Ground(Year);
        await inOne.Walk(until, new FaultPlan());

        var rows = await new YearJournal(premises.Office).Read(Year.Setting.Zone.At(Year.Script.Begins, TimeOnly.MinValue), until);
        Assert.Equal((await inOne.Outcome()).Where(line => line.StartsWith("20", StringComparison.Ordinal)), rows.Select(row => row.Csv));
    }

    private Scheduler Scheduler() =>
        new(premises, NullLogger<Scheduler>.Instance);

    private Task Emit(string key, bool enqueue) => Emit(new Effect.Note("coordination", "essai", key, premises.Office.Now, ""), "notes", enqueue);

    private async Task Emit(Effect effect, string partition, bool enqueue)
    {
        if (enqueue)
        {
            await premises.Office.Ledger.Commit(new Draft.Write(partition, [], [effect]));
            return;
        }
        await premises.Office.Agenda.Hint(effect.Due, partition);
        await premises.Office.Around.Store.Commit(partition, [new Change.Put(Todo.Row(effect), Stored.Write(effect))]);
    }

    private async Task Journaled(string key)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(10))
            await foreach (var line in premises.Office.Journal.Read(premises.Office.Now, premises.Office.Now))
                if (line.Key == key)
                    return;
        Assert.Fail($"{key} was not performed.");
    }
}
