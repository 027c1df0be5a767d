using Almanach.Core;
using Almanach.Core.Engine;

namespace Almanach.Local.Hosting;

/// <summary>
/// What makes the year go on by itself: performs work as soon as this process has some, looks for that of others every few
/// seconds, and ticks at start, every five minutes, and when the agenda announces something earlier.
/// </summary>
public sealed partial class Scheduler(Premises premises, ILogger<Scheduler> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(500);

    private readonly Office office = premises.Office;
    private (long Timestamp, DateTimeOffset Instant)? lastTick;
    private DateOnly erased;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whoever starts the program opens its first page: the first tick leaves that page the processor.
        await premises.Work.Wait(FirstLook, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                if (!await premises.Turn.Take(() => Look(stoppingToken), stoppingToken))
                    await premises.Work.Wait(LookEvery, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                Log.Failed(log, problem);
                await premises.Work.Wait(LookEvery, stoppingToken);
            }
    }

    /// <summary>True when there was work.</summary>
    private async Task<bool> Look(CancellationToken stop)
    {
        if (premises.Simulated is { } clock && await Core.Rehearsal.YearWalk.Find(office.Ledger, stop) is { } place)
            clock.Set(place.Now);
        if (await TickIsDue(stop))
        {
            lastTick = (TimeProvider.System.GetTimestamp(), office.Now);
            await office.Ticker.Tick(stop);
            foreach (var partition in await office.Poison.Sweep(stop))
                Log.Unfinished(log, partition);
            await EraseOnceADay(stop);
            if (await office.Drops.Look(office.Now, stop) is > 0 and var taken)
                Log.Taken(log, taken);
        }
        return await office.Worker.Once(stop);
    }

    /// <summary>At the first tick of a day, not at an hour of the night: this machine may be off then.</summary>
    private async Task EraseOnceADay(CancellationToken stop)
    {
        if (office.Setting.Zone.DayOf(office.Now) is var today && today == erased)
            return;
        Telemetry.Erased.Add(await office.Retention.Erase(office.Now, stop));
        erased = today;
    }

    private async Task<bool> TickIsDue(CancellationToken stop) =>
        lastTick is not { } last
        || TimeProvider.System.GetElapsedTime(last.Timestamp) >= Ticker.Every
        || await office.Agenda.NextAfter(last.Instant, stop) <= office.Now;

    private static partial class Log
    {
        [LoggerMessage(3, LogLevel.Information, "{Count} data files were taken from the drop folder.")]
        public static partial void Taken(ILogger log, int count);

        [LoggerMessage(1, LogLevel.Error, "Work failed; it is taken up again.")]
        public static partial void Failed(ILogger log, Exception problem);

        [LoggerMessage(2, LogLevel.Warning, "Work of {Partition} was begun several times and never finished; it is put off.")]
        public static partial void Unfinished(ILogger log, string partition);
    }
}
