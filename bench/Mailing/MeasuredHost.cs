using System.Diagnostics;
using System.Text.Json;
using Almanach.Adapters.Outbox;
using Almanach.Core.Mail;
using Almanach.Functions.Mail;
using Almanach.Functions.Probe;
using Almanach.Functions.Storage;
using Almanach.Functions.Tests.Mail;
using Almanach.Functions.Triggers;

namespace Almanach.Bench;

/// <summary>One mailing in a process of its own, from the order to the last copy, through the triggers' own methods.</summary>
internal static class MeasuredHost
{
    /// <param name="loops">How many messages of the queues are worked on at once: each loop takes some, and does one after the other.</param>
    public static async Task Run(string connection, string mail, Audience audience, string? network, string scenario, int loops)
    {
        var calls = new CountingTransport(network);
        var log = new CountingLog();
        using var mailer = new SendGridMailer(new SendGridSettings(FakeSendGrid.Key) { Address = mail }, TimeProvider.System, log);
        var office = BenchOffice.Open(new AzureStorage(new StoragePlace.Connection(connection), calls), _ => mailer);
        var triggers = new QueueTriggers(office);
        var began = Stopwatch.StartNew();

        await office.MailRoom.Order(Invitation($"bench-{scenario}-{loops}", audience), DateTimeOffset.UtcNow, "");
        await Task.WhenAll(Enumerable.Range(0, loops).Select(_ => Task.Run(() => Work(new HostLoop(office.Around.Queue, triggers) { HiddenFor = TimeSpan.FromMinutes(10) }))));

        var seconds = began.Elapsed.TotalSeconds;
        using var process = Process.GetCurrentProcess();
        var (processor, peak, counts) = (process.TotalProcessorTime.TotalSeconds, process.PeakWorkingSet64, calls.Counts);
        var outcomes = (await office.MailRoom.Outcomes($"bench-{scenario}-{loops}")).CountBy(copy => $"{copy.Value}").ToDictionary();
        await foreach (var trouble in office.Around.Store.List("troubles"))
        {
            Console.Error.WriteLine($"The first of the batches that failed: {trouble.Value}");
            break;
        }
        var roster = await RosterRead(new AzureStorage(new StoragePlace.Connection(connection), calls));
        Console.WriteLine(JsonSerializer.Serialize(new Measured(seconds, processor, peak / (1 << 20), roster, log.Retries, counts, outcomes)));
    }

    /// <summary>What reading the whole network took, which the first batch of a mailing does: seconds, once more by an office that knows nothing.</summary>
    private static async Task<double> RosterRead(AzureStorage storage)
    {
        var office = BenchOffice.Open(storage, files => new OutboxMailer(files));
        var began = Stopwatch.StartNew();
        await office.Network.Load();
        return began.Elapsed.TotalSeconds;
    }

    private static async Task Work(HostLoop loop)
    {
        while (await loop.Once())
            continue;
    }

    private static Mailing Invitation(string key, Audience audience) => new(
        key, "invitation-themes", new Dictionary<string, string> { ["année"] = "2022", ["clôture"] = "vendredi 29 octobre" }, audience,
        "Vous recevez ce message parce que vous répondez pour [organisme].",
        new LinkTo(LinkPurpose.Answer, "2022-themes", DateTimeOffset.UtcNow.AddDays(90)), Replay.AskCoordinator);
}

/// <param name="Seconds">From the order until nothing was left to do.</param>
/// <param name="Processor">CPU seconds of the process, its start included.</param>
/// <param name="Peak">Memory in MiB.</param>
/// <param name="Roster">Seconds to read the whole network, measured apart.</param>
public sealed record Measured(
    double Seconds, double Processor, long Peak, double Roster, int Retries, IReadOnlyDictionary<string, int> Calls, IReadOnlyDictionary<string, int> Outcomes);
