using System.Security.Cryptography;
using Almanach.Adapters.Memory;
using Almanach.Adapters.Outbox;
using Almanach.Adapters.Word;
using Almanach.Core;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;
using Almanach.Local.Rehearsal;
using Almanach.Web;

namespace Almanach.Local.Tests.Crash;

/// <summary>What outlives a process: the store, the queue, the files. Walks over it may die; the next one goes on.</summary>
public sealed class Ground(SmallYear year)
{
    private static readonly WebRender Render = new();
    private readonly SimulatedClock clock = new(DateTimeOffset.UnixEpoch);
    private readonly MemoryStore store = new();
    private readonly MemoryFiles files = new();
    private MemoryQueue? queue;

    /// <summary>One process walks to the end of the script, or dies on the way.</summary>
    /// <returns>False when it died.</returns>
    public async Task<bool> Walk(FaultPlan plan, Func<IStore, IStore>? around = null)
    {
        queue ??= new MemoryQueue(clock);
        var world = new FaultyFiles(files, plan);
        var office = Office(new FaultyStore(around?.Invoke(store) ?? store, plan), world, new FaultyQueue(queue, plan),
            new FaultyMailer(new OutboxMailer(files), plan));
        try
        {
            await new YearWalk(office, clock, year.Script).Run();
            return true;
        }
        catch (Exception death) when (IsInjected(death))
        {
            return false;
        }
    }

    /// <summary>The journal, a line each, then every mail and document with the hash of its bytes.</summary>
    public async Task<IReadOnlyList<string>> Outcome()
    {
        var office = Office(store, files, queue!, new OutboxMailer(files));
        var (from, to) = (year.Setting.Zone.At(year.Script.Begins, TimeOnly.MinValue), year.Setting.Zone.EndOf(year.Script.Ends));
        List<string> lines = [.. (await new YearJournal(office).Read(from, to)).Select(row => row.Csv)];
        foreach (var prefix in new[] { "documents/", "mails/" })
            await foreach (var path in files.List(prefix))
                lines.Add($"{path} {Convert.ToHexString(SHA256.HashData((await files.Read(path))!))}");
        return lines;
    }

    private Office Office(IStore store, IFiles files, IQueue queue, IMailer mailer) => new(year.Setting, new Surroundings(
        store, files, queue, mailer, Render, new WordWriter(), clock, RehearsalRun.Keys, RehearsalRun.Root));

    private static bool IsInjected(Exception death) => death switch
    {
        InjectedFault => true,
        AggregateException all => all.Flatten().InnerExceptions.All(one => one is InjectedFault),
        _ => false,
    };
}
