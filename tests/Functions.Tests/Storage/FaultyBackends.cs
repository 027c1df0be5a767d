using Almanach.Adapters.Tests.Contracts;
using Almanach.Core.Ports;
using Almanach.Functions.Storage;

namespace Almanach.Functions.Tests.Storage;

/// <summary>
/// All that holds for a store holds where a tenth of the calls fails. Conflicts are not made up here, because the suite
/// counts them; nor do deletions alone fail, of which nobody can tell who did them.
/// </summary>
public sealed class FaultyTableStoreTests(Azurite azurite) : StoreContract
{
    protected override IStore Store { get; } = new TableStore(StorageSeat.Take(azurite, nameof(FaultyTableStoreTests), new FaultyTransport(Fate())), TimeProvider.System);

    private static Func<Azure.Core.Request, Fault> Fate()
    {
        var fate = Fates.Of(seed: 2026, 0.1, Fault.NotSent, Fault.AnswerLost, Fault.TooLate, Fault.Busy, Fault.DoneButBusy);
        return request => FaultyTransport.OnlyDeletes(request) ? Fault.None : fate(request);
    }
}

/// <summary>The same for files.</summary>
public sealed class FaultyBlobFilesTests(Azurite azurite) : FilesContract
{
    protected override IFiles Files { get; } = new BlobFiles(StorageSeat.Take(azurite, nameof(FaultyBlobFilesTests), new FaultyTransport(
        Fates.Of(seed: 2027, 0.1, Fault.NotSent, Fault.AnswerLost, Fault.TooLate, Fault.Busy, Fault.DoneButBusy))));
}

public sealed class FaultyStorageQueueTests(Azurite azurite)
{
    private readonly StorageQueue queue = new(StorageSeat.Take(azurite, nameof(FaultyStorageQueueTests), new FaultyTransport(
        Fates.Of(seed: 2028, 0.1, Fault.NotSent, Fault.AnswerLost, Fault.TooLate, Fault.Busy, Fault.DoneButBusy))));

    /// <summary>More than once is allowed: whoever works on a message can do so twice.</summary>
    [Fact]
    public async Task Every_message_comes_at_least_once()
    {
        for (var i = 0; i < 60; i++)
            await queue.Send("work", $"{i}");

        HashSet<string> seen = [];
        for (var round = 0; seen.Count < 60 && round < 100; round++)
        {
            foreach (var message in await queue.Receive("work", 8, TimeSpan.FromSeconds(1)))
            {
                seen.Add(message.Body);
                await queue.Complete(message);
            }
            await Task.Delay(50);
        }

        Assert.Equal(60, seen.Count);
    }
}
