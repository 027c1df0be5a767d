using System.Diagnostics;
using Almanach.Core.Ports;
using Azure;
using Azure.Data.Tables;

namespace Almanach.Functions.Storage;

/// <summary>The changes of one commit as actions of one transaction. Every row it writes bears its mark.</summary>
internal sealed class TableCommit
{
    private readonly List<TableTransactionAction> actions;

    private TableCommit(string partition, string mark, List<TableTransactionAction> actions)
    {
        this.actions = actions;
        Partition = partition;
        Mark = mark;
        Written = [.. actions.Where(action => action.ActionType != TableTransactionActionType.Delete).OrderBy(Forgets).Select(KeyOf)];
        Deleted = [.. actions.Where(action => action.ActionType == TableTransactionActionType.Delete).Select(KeyOf)];
    }

    public string Partition { get; }

    public string Mark { get; }

    /// <summary>Keys of the rows it writes, those first that remember it the longest.</summary>
    public IReadOnlyList<string> Written { get; }

    public IReadOnlyList<string> Deleted { get; }

    public IReadOnlyList<TableTransactionAction> Actions => actions;

    /// <summary>Null when a version is none we gave: such a commit conflicts whatever is stored.</summary>
    public static TableCommit? Of(string partition, IReadOnlyList<Change> changes, string mark)
    {
        var most = CommitMarks.Each([.. changes.OfType<Change.Replace>().Select(replace => RowVersion.Parse(replace.Version)?.Marks ?? CommitMarks.None)]);
        List<TableTransactionAction> actions = [];
        foreach (var change in changes)
        {
            if (Action(partition, change, mark, most) is not { } action)
                return null;
            actions.Add(action);
        }
        return new(partition, mark, actions);
    }

    /// <summary>A row that may be absent is: the service refuses to delete it, so the others go without.</summary>
    /// <returns>False when this action may not be left out.</returns>
    public bool LeaveOut(int? index)
    {
        if (index is not { } absent || absent >= actions.Count || !MayBeAbsent(actions[absent]))
            return false;
        actions.RemoveAt(absent);
        return true;
    }

    private static bool MayBeAbsent(TableTransactionAction action) =>
        action.ActionType == TableTransactionActionType.Delete && action.ETag == ETag.All;

    private static TableTransactionAction? Action(string partition, Change change, string mark, int most)
    {
        return change switch
        {
            Change.Insert insert => new(TableTransactionActionType.Add, Row(insert.Value, CommitMarks.None)),
            Change.Put put => new(TableTransactionActionType.UpsertReplace, Row(put.Value, CommitMarks.None)),
            Change.Replace replace => RowVersion.Parse(replace.Version) is { } version
                ? new(TableTransactionActionType.UpdateReplace, Row(replace.Value, version.Marks), new ETag(version.ETag))
                : null,
            Change.Delete { Version: null } => Delete(ETag.All),
            Change.Delete delete => RowVersion.Parse(delete.Version) is { } version ? Delete(new ETag(version.ETag)) : null,
            _ => throw new UnreachableException(),
        };

        TableEntity Row(string value, CommitMarks earlier) => TableRows.Write(partition, change.Key, value, earlier.With(mark, most));

        TableTransactionAction Delete(ETag at) => new(TableTransactionActionType.Delete, new TableEntity(partition, change.Key), at);
    }

    /// <summary>A replaced row hands the marks on; one that is put over forgets them.</summary>
    private static int Forgets(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.UpdateReplace => 0,
        TableTransactionActionType.Add => 1,
        _ => 2,
    };

    private static string KeyOf(TableTransactionAction action) => action.Entity.RowKey;
}
