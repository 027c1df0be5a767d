using Almanach.Core.Ports;
using Almanach.Functions.Storage;

namespace Almanach.Functions.Tests.Storage;

/// <summary>Lists of more rows than the service gives at once.</summary>
public sealed class TablePagesTests(Azurite azurite)
{
    [Theory]
    [InlineData(999, 1)]
    [InlineData(1_001, 2)]
    public async Task A_thousand_rows_come_with_each_call_and_each_row_once(int rows, int calls)
    {
        var (partition, asked) = ($"t{Guid.NewGuid():N}", 0);
        var transport = new FaultyTransport(request =>
        {
            asked += request.Method == Azure.Core.RequestMethod.Get ? 1 : 0;
            return Fault.None;
        });
        var store = new TableStore(StorageSeat.Take(azurite, nameof(TablePagesTests), transport), TimeProvider.System);
        foreach (var chunk in Enumerable.Range(0, rows).Chunk(StoreLimits.Changes))
            Assert.True(await store.Commit(partition, [.. chunk.Select(row => new Change.Insert($"r{row:0000}", "é"))]));

        var keys = await store.List(partition).Select(entry => entry.Key).ToListAsync();

        Assert.Equal(Enumerable.Range(0, rows).Select(row => $"r{row:0000}"), keys);
        Assert.Equal(calls, asked);
    }
}
