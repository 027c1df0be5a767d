using System.Runtime.CompilerServices;
using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Local.Tests.Crash;

/// <summary>Doing each effect twice is doing it once.</summary>
public sealed class TwiceTests
{
    [Fact]
    public async Task A_year_in_which_each_effect_is_performed_twice_comes_out_the_same()
    {
        var year = SmallYear.Of(organisations: 8, colleagues: 1);
        var end = year.Setting.Zone.EndOf(year.Script.Ends);
        var (once, twice) = (new Ground(year), new Ground(year));
        Forgetful? forgetful = null;

        await once.Walk(end, new FaultPlan());
        await twice.Walk(end, new FaultPlan(), store => forgetful = new Forgetful(store));

        Assert.True(forgetful!.Forgotten > 500, $"{forgetful.Forgotten} effects were performed twice.");
        Assert.Equal(await once.Outcome(), await twice.Outcome());
    }

    /// <summary>Forgets the first time that an effect's row was dropped, so that the worker finds it again and performs it anew.</summary>
    private sealed class Forgetful(IStore inner) : IStore
    {
        private readonly HashSet<(string Partition, string Row)> seen = [];

        public int Forgotten => seen.Count;

        public Task<Entry?> Get(string partition, string key, CancellationToken stop = default) => inner.Get(partition, key, stop);

        public async IAsyncEnumerable<Entry> List(
            string partition, string from = "", string? before = null, [EnumeratorCancellation] CancellationToken stop = default)
        {
            await foreach (var entry in inner.List(partition, from, before, stop))
                yield return entry;
        }

        public Task<bool> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken stop = default) =>
            changes is [Change.Delete row, ..] && row.Key.StartsWith(Todo.Prefix, StringComparison.Ordinal) && seen.Add((partition, row.Key))
                ? Task.FromResult(true)
                : inner.Commit(partition, changes, stop);
    }
}
