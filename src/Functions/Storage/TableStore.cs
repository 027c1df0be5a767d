using System.Runtime.CompilerServices;
using Almanach.Core.Ports;
using Azure.Data.Tables;

namespace Almanach.Functions.Storage;

/// <summary>
/// Records in one table of Azure Table Storage: our partitions and keys are its partition and row keys, one commit is one
/// entity group transaction. Safe for many threads and hosts.
/// </summary>
public sealed class TableStore(AzureStorage storage, TimeProvider clock) : IStore
{
    /// <summary>Rows of one answer: the service gives no more, and fewer where they weigh more than 4 MiB.</summary>
    private const int PageSize = 1_000;
    private readonly TableCommits commits = new(storage);

    public async Task<Entry?> Get(string partition, string key, CancellationToken stop = default)
    {
        if (!StoreLimits.IsName(partition) || !StoreLimits.IsName(key))
            return null;
        var found = await storage.Table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: stop);
        return found.HasValue ? TableRows.Read(found.Value!) : null;
    }

    public async IAsyncEnumerable<Entry> List(
        string partition, string from = "", string? before = null, [EnumeratorCancellation] CancellationToken stop = default)
    {
        if (!StoreLimits.IsName(partition))
            yield break;
        var range = before is null
            ? TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {before}");
        await foreach (var row in storage.Table.QueryAsync<TableEntity>(range, PageSize, cancellationToken: stop))
            yield return TableRows.Read(row);
    }

    public async Task<bool> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken stop = default)
    {
        StoreLimits.Check(partition, changes);
        return TableCommit.Of(partition, changes, CommitMarks.New(clock.GetUtcNow())) is { } commit && await commits.Carry(commit, stop);
    }
}
