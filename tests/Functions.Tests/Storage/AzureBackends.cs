using Almanach.Adapters.Tests.Contracts;
using Almanach.Core.Ports;
using Almanach.Functions.Storage;

namespace Almanach.Functions.Tests.Storage;

public sealed class TableStoreTests(Azurite azurite) : StoreContract
{
    protected override IStore Store { get; } = new TableStore(StorageSeat.Take(azurite, nameof(TableStoreTests)), TimeProvider.System);
}

public sealed class BlobFilesTests(Azurite azurite) : FilesContract
{
    protected override IFiles Files { get; } = new BlobFiles(StorageSeat.Take(azurite, nameof(BlobFilesTests)));
}

public sealed class BlobDropTests : DropContract
{
    private readonly AzureStorage storage;

    public BlobDropTests(Azurite azurite)
    {
        // What lies in the container is seen by all who look: each test empties it first.
        storage = StorageSeat.Take(azurite, nameof(BlobDropTests));
        foreach (var blob in storage.Drop.GetBlobs())
            storage.Drop.DeleteBlob(blob.Name);
        Drop = new BlobDrop(storage);
    }

    protected override IDrop Drop { get; }

    protected override Task Lay(string path, byte[] content) => storage.Drop.GetBlobClient(path).UploadAsync(BinaryData.FromBytes(content), overwrite: true);
}

public sealed class StorageQueueTests(Azurite azurite) : QueueContract
{
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(300);

    protected override IQueue Queue { get; } = new StorageQueue(StorageSeat.Take(azurite, nameof(StorageQueueTests)));

    /// <summary>The time of the emulator cannot be set: it really passes.</summary>
    protected override Task Pass(TimeSpan time) => Task.Delay(time + Slack);
}
