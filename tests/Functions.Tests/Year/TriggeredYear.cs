using Almanach.Adapters.Memory;
using Almanach.Adapters.Outbox;
using Almanach.Core;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Rehearsal;
using Almanach.Functions.Hosting;
using Almanach.Functions.Probe;
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
    private static readonly AzureSettings Settings = new(
        Production: false, RehearsalLinks.Root, "pfoss-ara", 2022, new AzureKeys(RehearsalLinks.Keys, new byte[32], new string('k', 32)), IncomingSettings.None);

    private readonly SimulatedClock clock = new(DateTimeOffset.UnixEpoch);
    private readonly MemoryFiles mails = new();

    /// <summary>What it took, for the record.</summary>
    public string Said { get; private set; } = "";

    /// <summary>Walks the whole year.</summary>
    /// <returns>The journal, a line each, then every mail and document with the hash of its bytes.</returns>
    /// <param name="then">What else is read of it at the end; null for nothing.</param>
    public async Task<IReadOnlyList<string>> Walk(Func<Office, AzureSettings, Task<IReadOnlyList<string>>>? then = null)
    {
        var office = Premises.Open(year.Setting, Settings, storage, _ => new OutboxMailer(mails), clock);
        await using var services = new ServiceCollection().AddLogging().AddAlmanach(Settings, _ => office)
            .AddSingleton<TimerTriggers>().AddSingleton<QueueTriggers>().BuildServiceProvider();
        var timers = services.GetRequiredService<TimerTriggers>();
        var loop = new HostLoop(office.Around.Queue, services.GetRequiredService<QueueTriggers>(), deliveries: deliveries) { HiddenFor = TimeSpan.FromSeconds(1) };

        var report = await new YearWalk(office, clock, year.Script, new WalkHands(stop => timers.Tick(new TimerInfo(), stop), loop.Once)).Run();
        Said = $"{loop.Messages} messages, {loop.Failures} of them failed, {report.Refused.Count} acts refused";
        return [.. await Outcome.Of(office, mails, year), .. then is null ? [] : await then(office, Settings)];
    }
}
