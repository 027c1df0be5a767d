using Almanach.Adapters.Memory;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Ports;

namespace Almanach.Core.Tests.Network;

public sealed class NetworkDeskTests
{
    [Fact]
    public async Task Those_who_ask_together_wait_for_one_reading_of_the_network()
    {
        var store = new SlowLists(new MemoryStore());
        var clock = TimeProvider.System;
        var desk = new NetworkDesk(new Ledger(store, new MemoryQueue(clock), new Agenda(store, clock), clock), store);
        await desk.Write([], [.. Enumerable.Range(0, 3).Select(Contact)]);

        var first = desk.Load();
        var second = desk.Load();
        store.Gate.SetResult();

        Assert.Same(await first, await second);
        Assert.Equal(3, (await first).Contacts.Count);
        Assert.Equal(2, store.Lists); // organisations, contacts
    }

    [Fact]
    public async Task A_reading_that_fails_leaves_the_next_one_free()
    {
        var store = new SlowLists(new MemoryStore());
        var clock = TimeProvider.System;
        var desk = new NetworkDesk(new Ledger(store, new MemoryQueue(clock), new Agenda(store, clock), clock), store);
        await desk.Write([], [Contact(0)]);
        var first = desk.Load();
        var second = desk.Load();

        store.Gate.SetException(new IOException());

        await Assert.ThrowsAsync<IOException>(() => first);
        await Assert.ThrowsAsync<IOException>(() => second);
        store.Gate = new();
        store.Gate.SetResult();
        Assert.Single((await desk.Load()).Contacts);
    }

    private static Contact Contact(int i) => new($"c-{i}", "o", "Anne", "Exemple", $"c{i}@example.org", "", [], "charte", new DateOnly(2021, 1, 1));

    /// <summary>Lists begin when a gate is opened.</summary>
    private sealed class SlowLists(IStore inner) : IStore
    {
        public TaskCompletionSource Gate { get; set; } = new();

        public int Lists { get; private set; }

        public Task<Entry?> Get(string partition, string key, CancellationToken stop = default) => inner.Get(partition, key, stop);

        public async IAsyncEnumerable<Entry> List(
            string partition, string from = "", string? before = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop = default)
        {
            Lists++;
            await Gate.Task;
            await foreach (var entry in inner.List(partition, from, before, stop))
                yield return entry;
        }

        public Task<bool> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken stop = default) => inner.Commit(partition, changes, stop);
    }
}
