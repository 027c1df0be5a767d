using Almanach.Adapters.Memory;
using Almanach.Adapters.Outbox;
using Almanach.Core.Engine;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;
using Almanach.Functions.Hosting;
using Almanach.Functions.Storage;
using Almanach.Functions.Triggers;
using Almanach.Local.Tests.Crash;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Almanach.Functions.Tests.Year;

/// <summary>
/// A year over Azure Storage: every tick and every message goes through the methods of the triggers, called as the host calls
/// them. Mails go to an outbox in memory.
/// </summary>
/// <param name="deliveries">How often each message of a queue is delivered.</param>
public sealed class TriggeredYear(SmallYear year, AzureStorage storage, int deliveries = 1)
{
    /// <summary>As in host.json: after a failure the host shows the message again at once.</summary>
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(1);

    private static readonly AzureSettings Settings = new(
        Production: false, RehearsalLinks.Root, "pfoss-ara", 2022, new AzureKeys(RehearsalLinks.Keys, new byte[32], new string('k', 32)));

    private readonly SimulatedClock clock = new(DateTimeOffset.UnixEpoch);
    private readonly MemoryFiles mails = new();

    /// <summary>Messages handled, however often each.</summary>
    public int Messages { get; private set; }

    /// <summary>Messages whose function failed and that came back.</summary>
    public int Failures { get; private set; }

    /// <summary>Walks the whole year.</summary>
    /// <returns>The journal, a line each, then every mail and document with the hash of its bytes.</returns>
    public async Task<IReadOnlyList<string>> Walk()
    {
        var office = Premises.Open(year.Setting, Settings, storage, _ => new OutboxMailer(mails), clock);
        await using var services = new ServiceCollection().AddLogging().AddAlmanach(Settings, _ => office)
            .AddSingleton<TimerTriggers>().AddSingleton<QueueTriggers>().BuildServiceProvider();
        var (timers, queues) = (services.GetRequiredService<TimerTriggers>(), services.GetRequiredService<QueueTriggers>());

        await storage.Create();
        await new YearWalk(office, clock, year.Script, new WalkHands(stop => timers.Tick(new TimerInfo(), stop), stop => Work(office.Around.Queue, queues, stop))).Run();
        return await Outcome.Of(office, mails, year);
    }

    private async Task<bool> Work(IQueue queue, QueueTriggers triggers, CancellationToken stop)
    {
        var any = false;
        foreach (var (name, function) in new (string, Func<string, CancellationToken, Task>)[] { (WorkQueues.Work, triggers.DoWork), (WorkQueues.Mail, triggers.DeliverMail) })
            foreach (var message in await queue.Receive(name, QueueLimits.Messages, Hidden, stop))
            {
                any = true;
                Messages++;
                try
                {
                    for (var delivery = 0; delivery < deliveries; delivery++)
                        await function(message.Body, stop);
                    await queue.Complete(message, stop);
                }
                catch (Exception)
                {
                    Failures++;
                    await queue.Release(message, TimeSpan.Zero, stop);
                }
            }
        return any;
    }
}
