using System.Diagnostics;
using Almanach.Core.Engine;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Almanach.Functions.Storage;

/// <summary>
/// The clients of one storage account: one table, a container of files and one to lay files down in, and queues. The account must not have a hierarchical
/// namespace, which lists files in another order.
/// </summary>
/// <param name="transport">What carries the calls: only tests give one.</param>
/// <param name="firstWait">Before a call is repeated the first time; each later wait is longer. Null for 0.2 seconds.</param>
public sealed class AzureStorage(StoragePlace place, HttpPipelineTransport? transport = null, TimeSpan? firstWait = null)
{
    public const string TableName = "almanach";

    public const string ContainerName = "files";

    /// <summary>Where people lay files down.</summary>
    public const string DropName = "depot";

    /// <summary>An account on a workstation: nobody has made what is in it.</summary>
    public bool IsLocal => place is StoragePlace.Connection;

    private readonly StorageCalls calls = new(transport, firstWait ?? TimeSpan.FromMilliseconds(200));

    /// <summary>Before a call is repeated the first time.</summary>
    internal TimeSpan FirstWait => calls.FirstWait;

    /// <summary>For reads: the client repeats what failed.</summary>
    public TableClient Table => field ??= MakeTable(calls.Repeated(new TableClientOptions()));

    /// <summary>For transactions: never repeated by the client, for whom a lost answer would look like a conflict.</summary>
    public TableClient Transactions => field ??= MakeTable(calls.Once(new TableClientOptions()));

    public BlobContainerClient Files => field ??= MakeContainer(ContainerName, calls.Repeated(new BlobClientOptions()));

    public BlobContainerClient Drop => field ??= MakeContainer(DropName, calls.Repeated(new BlobClientOptions()));

    /// <summary>A message in another encoding, left there by hand, is passed over and stays in its queue: it must not hold up those received with it.</summary>
    public QueueServiceClient Queues
    {
        get
        {
            if (field is null)
            {
                var options = calls.Repeated(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
                options.MessageDecodingFailed += _ => Task.CompletedTask;
                field = MakeQueues(options);
            }
            return field;
        }
    }

    /// <summary>Creates what is missing; changes nothing when all is there.</summary>
    public async Task Create(CancellationToken stop = default)
    {
        await Table.CreateIfNotExistsAsync(stop);
        await Files.CreateIfNotExistsAsync(cancellationToken: stop);
        await Drop.CreateIfNotExistsAsync(cancellationToken: stop);
        foreach (var queue in WorkQueues.All)
            await Queues.GetQueueClient(queue).CreateIfNotExistsAsync(cancellationToken: stop);
    }

    private TableClient MakeTable(TableClientOptions options) => place switch
    {
        StoragePlace.Connection connection => new(connection.Text, TableName, options),
        StoragePlace.Account account => new(Address(account, "table"), TableName, account.Credential, options),
        _ => throw new UnreachableException(),
    };

    private BlobContainerClient MakeContainer(string name, BlobClientOptions options) => place switch
    {
        StoragePlace.Connection connection => new(connection.Text, name, options),
        StoragePlace.Account account => new(new Uri(Address(account, "blob"), name), account.Credential, options),
        _ => throw new UnreachableException(),
    };

    private QueueServiceClient MakeQueues(QueueClientOptions options) => place switch
    {
        StoragePlace.Connection connection => new(connection.Text, options),
        StoragePlace.Account account => new(Address(account, "queue"), account.Credential, options),
        _ => throw new UnreachableException(),
    };

    private static Uri Address(StoragePlace.Account account, string service) => new($"https://{account.Name}.{service}.core.windows.net");
}
