using Almanach.Adapters.Sqlite;
using Almanach.Core.Ports;
using Microsoft.Data.Sqlite;

namespace Almanach.Adapters.Tests.Sqlite;

public sealed class TwoProcessesTests : IDisposable
{
    private readonly TempFolder temp = new();

    [Fact]
    public async Task What_a_killed_process_acknowledged_is_there_and_nothing_is_half_done()
    {
        var path = temp.Path("almanach.db");
        using var file = new SqliteFile(path);
        var store = new SqliteStore(file);
        await store.Commit("shared", [new Change.Insert("count", "0")]);

        var (mine, theirs) = (0, 0);
        foreach (var partition in (string[])["first", "second", "third"])
        {
            using var probe = new ProbeProcess(path, partition);
            var reading = probe.ReadUntil(20);
            // A pause now and then: SQLite's lock is not fair, and who never pauses lets nobody in.
            for (; !reading.IsCompleted; mine++, await Task.Delay(5))
                while (!await Increment(store))
                    await Task.Yield();
            await reading;
            await probe.Kill();

            theirs += probe.Acknowledged;
            var unsaid = await Check(store, partition, probe.Acknowledged);
            theirs += await Shared(store) - mine - theirs == 1 ? unsaid : 0;
        }

        Assert.True(mine > 10, "This process hardly wrote while the other did.");
        Assert.Equal(mine + theirs, await Shared(store));
        Assert.Equal("ok", Integrity(path));
    }

    /// <summary>How many commits are there beyond those acknowledged: none or the one that was killed before it could say so.</summary>
    private static async Task<int> Check(SqliteStore store, string partition, int acknowledged)
    {
        var entries = await store.List(partition).ToListAsync();
        var last = int.Parse(entries[^1].Value);

        Assert.InRange(acknowledged, 20, int.MaxValue);
        Assert.InRange(last, acknowledged, acknowledged + 1);
        Assert.Equal(
            Enumerable.Range(1, last).SelectMany(i => Enumerable.Range(0, 10).Select(part => $"{i:000000}-{part}")),
            entries.SkipLast(1).Select(entry => entry.Key));
        return last - acknowledged;
    }

    private static async Task<bool> Increment(SqliteStore store)
    {
        var entry = (await store.Get("shared", "count"))!;
        return await store.Commit("shared", [new Change.Replace("count", $"{int.Parse(entry.Value) + 1}", entry.Version)]);
    }

    private static async Task<int> Shared(SqliteStore store) => int.Parse((await store.Get("shared", "count"))!.Value);

    private static string Integrity(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)command.ExecuteScalar()!;
    }

    public void Dispose() => temp.Dispose();
}
