using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Almanach.Adapters.Html;
using Almanach.Adapters.Memory;
using Almanach.Adapters.Outbox;
using Almanach.Adapters.Word;
using Almanach.Core;
using Almanach.Core.Mail.Pausing;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;
using Almanach.Web;

namespace Almanach.Local.Tests.Crash;

/// <summary>What outlives a process: the store, the queue, the files. Walks over it may die; the next one goes on.</summary>
public sealed class Ground
{
    private static readonly WebRender Render = new();
    private readonly SmallYear year;
    private readonly SimulatedClock clock = new(DateTimeOffset.UnixEpoch);
    private readonly Remembering store = new();
    private readonly MemoryFiles files = new();
    private readonly MemoryQueue queue;

    public Ground(SmallYear year)
    {
        this.year = year;
        queue = new MemoryQueue(clock);
    }

    /// <summary>The same ground, to be walked on another way. Between two walks that came to their end the queue is empty.</summary>
    public async Task<Ground> Copy()
    {
        var copy = new Ground(year);
        foreach (var (partition, entry) in await store.All())
            await copy.store.Commit(partition, [new Change.Put(entry.Key, entry.Value)]);
        await foreach (var path in files.List(""))
            await copy.files.Write(path, (await files.Read(path))!);
        return copy;
    }

    /// <summary>One process walks to an instant, or dies on the way.</summary>
    /// <returns>False when it died.</returns>
    public async Task<bool> Walk(DateTimeOffset until, FaultPlan plan, Func<IStore, IStore>? around = null)
    {
        var office = Office(new FaultyStore(around?.Invoke(store) ?? store, plan), new FaultyFiles(files, plan), new FaultyQueue(queue, plan),
            new FaultyMailer(new OutboxMailer(files), plan));
        try
        {
            await new YearWalk(office, clock, year.Script).To(until, playing: true);
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
        var office = Office(store, files, queue, new OutboxMailer(files));
        var (from, to) = (year.Setting.Zone.At(year.Script.Begins, TimeOnly.MinValue), year.Setting.Zone.EndOf(year.Script.Ends));
        List<string> lines = [.. (await new YearJournal(office).Read(from, to)).Select(row => row.Csv)];
        foreach (var prefix in new[] { "documents/", "mails/" })
            await foreach (var path in files.List(prefix))
                lines.Add($"{path} {Convert.ToHexString(SHA256.HashData((await files.Read(path))!))}");
        return lines;
    }

    /// <summary>Every record but hints of the agenda, claims of batches, and the count of the network's writes.</summary>
    public async Task<IReadOnlyList<string>> Records() =>
        [.. (await store.All())
            .Where(row => row.Partition is not ("agenda" or "troubles") && !row.Entry.Key.StartsWith("batch|", StringComparison.Ordinal) && row.Entry.Key != SendingControl.Key && (row.Partition, row.Entry.Key) != ("network", "state"))
            .Select(row => $"{row.Partition} {row.Entry.Key} {row.Entry.Value}")];

    private Office Office(IStore store, IFiles files, IQueue queue, IMailer mailer) => new(year.Setting, new Surroundings(
        store, files, queue, mailer, Render, new WordWriter(), new HtmlText(), clock, RehearsalLinks.Keys, RehearsalLinks.Root));

    private static bool IsInjected(Exception death) => death switch
    {
        InjectedFault => true,
        AggregateException all => all.Flatten().InnerExceptions.All(one => one is InjectedFault),
        _ => false,
    };

    /// <summary>A store in memory that knows its partitions.</summary>
    private sealed class Remembering : IStore
    {
        private readonly MemoryStore inner = new();
        private readonly ConcurrentDictionary<string, bool> partitions = new();

        public Task<Entry?> Get(string partition, string key, CancellationToken stop = default) => inner.Get(partition, key, stop);

        public async IAsyncEnumerable<Entry> List(
            string partition, string from = "", string? before = null, [EnumeratorCancellation] CancellationToken stop = default)
        {
            await foreach (var entry in inner.List(partition, from, before, stop))
                yield return entry;
        }

        public Task<bool> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken stop = default)
        {
            partitions[partition] = true;
            return inner.Commit(partition, changes, stop);
        }

        public async Task<List<(string Partition, Entry Entry)>> All()
        {
            List<(string, Entry)> all = [];
            foreach (var partition in partitions.Keys.Order(StringComparer.Ordinal))
                await foreach (var entry in inner.List(partition))
                    all.Add((partition, entry));
            return all;
        }
    }
}
