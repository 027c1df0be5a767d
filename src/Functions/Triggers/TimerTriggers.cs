using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Almanach.Functions.Triggers;

/// <summary>What has a date. Schedules are in UTC; what day and hour it is in Paris is decided in Core (<see cref="Core.Calendar.PlatformZone"/>).</summary>
public sealed partial class TimerTriggers(Office office, FirstDay firstDay, ILogger<TimerTriggers> log)
{
    /// <summary>Wakes what is due, every five minutes; opens the platform's first year the first time; takes what was laid down for it.</summary>
    [Function("Tick")]
    public async Task Tick([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken stop)
    {
        using var activity = Telemetry.Asked("tick");
        await firstDay.Open(stop);
        await office.Ticker.Tick(stop);
        foreach (var partition in await office.Poison.Sweep(stop))
            Log.Unfinished(log, partition);
        if (await office.Drops.Look(office.Now, stop) is > 0 and var taken)
            Log.Taken(log, taken);
    }

    /// <summary>Erases in the night what is past keeping: called each hour, since the night is the platform's.</summary>
    [Function("Purge")]
    public async Task Purge([TimerTrigger("0 15 * * * *")] TimerInfo timer, CancellationToken stop)
    {
        using var activity = Telemetry.Asked("purge");
        if (!office.Retention.IsTheHour(office.Now))
            return;
        var erased = await office.Retention.Erase(office.Now, stop);
        Telemetry.Erased.Add(erased);
        Log.Erased(log, erased);
    }

    private static partial class Log
    {
        [LoggerMessage(3, LogLevel.Information, "{Count} data files were taken from the drop container.")]
        public static partial void Taken(ILogger log, int count);

        [LoggerMessage(2, LogLevel.Information, "{Count} records past keeping were erased.")]
        public static partial void Erased(ILogger log, int count);

        [LoggerMessage(1, LogLevel.Warning, "Work of {Partition} was begun several times and never finished; it is put off.")]
        public static partial void Unfinished(ILogger log, string partition);
    }
}
