using Almanach.Adapters.Memory;
using Almanach.Adapters.Tests.Contracts;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Tests.Backends;

public sealed class MemoryStoreTests : StoreContract
{
    protected override IStore Store { get; } = new MemoryStore();
}

public sealed class MemoryFilesTests : FilesContract
{
    protected override IFiles Files { get; } = new MemoryFiles();
}

public sealed class MemoryQueueTests : QueueContract
{
    private readonly FakeClock clock = new();

    public MemoryQueueTests() => Queue = new MemoryQueue(clock);

    protected override IQueue Queue { get; }

    protected override Task Pass(TimeSpan time)
    {
        clock.Pass(time);
        return Task.CompletedTask;
    }
}
