using Almanach.Adapters.Sqlite;
using Almanach.Adapters.Tests.Contracts;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Tests.Backends;

public sealed class SqliteStoreTests : StoreContract, IDisposable
{
    private readonly TempFolder temp = new();
    private readonly SqliteFile file;

    public SqliteStoreTests()
    {
        file = new(temp.Path("almanach.db"));
        Store = new SqliteStore(file);
    }

    protected override IStore Store { get; }

    public void Dispose()
    {
        file.Dispose();
        temp.Dispose();
    }
}

public sealed class SqliteQueueTests : QueueContract, IDisposable
{
    private readonly FakeClock clock = new();
    private readonly TempFolder temp = new();
    private readonly SqliteFile file;

    public SqliteQueueTests()
    {
        file = new(temp.Path("almanach.db"));
        Queue = new SqliteQueue(file, clock);
    }

    protected override IQueue Queue { get; }

    protected override Task Pass(TimeSpan time)
    {
        clock.Pass(time);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        file.Dispose();
        temp.Dispose();
    }
}
