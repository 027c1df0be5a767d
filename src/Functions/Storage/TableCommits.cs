using System.Diagnostics;
using Azure;
using Azure.Data.Tables;

namespace Almanach.Functions.Storage;

/// <summary>
/// Carries a commit out, once. When it is unclear whether it took place, its mark on a row it wrote tells: then it is
/// done, else it is tried again. So a lost answer is never taken for a conflict, which would make the caller decide twice.
/// </summary>
/// <remarks>
/// Three things stay open, and need a lost answer and somebody else within that second: a commit that only puts may be
/// put over what came after it; one whose rows were all put over or deleted meanwhile is taken for not done; deletions
/// alone are taken for ours when the rows are gone.
/// </remarks>
internal sealed class TableCommits(AzureStorage storage)
{
    private const int Attempts = 6;

    /// <summary>After this a commit is not tried again; with what one last try and look take, it is below <see cref="Core.Engine.Agenda.CommitWithin"/>.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <exception cref="RequestFailedException">The service failed again and again, or refuses the commit: nothing is known to be written.</exception>
    public async Task<bool> Carry(TableCommit commit, CancellationToken stop)
    {
        var begun = Stopwatch.StartNew();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Submit(commit, stop) || (attempt > 1 && await TookPlace(commit, stop));
            }
            catch (Exception failure) when (CommitFailures.IsUnclear(failure, stop))
            {
                if (await TookPlace(commit, stop))
                    return true;
                if (attempt == Attempts || begun.Elapsed > Patience)
                    throw;
            }
            await Task.Delay(Pause(attempt), stop);
        }
    }

    /// <summary>False on a conflict. Rows to delete that are absent are left out one after the other.</summary>
    private async Task<bool> Submit(TableCommit commit, CancellationToken stop)
    {
        while (commit.Actions.Count > 0)
        {
            try
            {
                await storage.Transactions.SubmitTransactionAsync(commit.Actions, stop);
                return true;
            }
            catch (RequestFailedException failure) when (CommitFailures.IsConflict(failure))
            {
                if (!CommitFailures.IsAbsence(failure) || !commit.LeaveOut((failure as TableTransactionFailedException)?.FailedTransactionActionIndex))
                    return false;
            }
        }
        return true;
    }

    /// <summary>All or nothing was written, so one row with the mark is enough; of deletions alone, that the rows are gone.</summary>
    private async Task<bool> TookPlace(TableCommit commit, CancellationToken stop)
    {
        foreach (var key in commit.Written)
            if (await Find(key) is { } row && TableRows.MarksOf(row).Bear(commit.Mark))
                return true;
        if (commit.Written.Count > 0)
            return false;
        foreach (var key in commit.Deleted)
            if (await Find(key) is not null)
                return false;
        return true;

        async Task<TableEntity?> Find(string key) =>
            await storage.Table.GetEntityIfExistsAsync<TableEntity>(commit.Partition, key, cancellationToken: stop) is { HasValue: true } found
                ? found.Value
                : null;
    }

    /// <summary>Twice as long each time, and each between half and one and a half of that.</summary>
    private TimeSpan Pause(int attempt) => storage.FirstWait * (1 << (attempt - 1)) * (0.5 + Random.Shared.NextDouble());
}
