using Almanach.Adapters.Tests.Contracts;
using Almanach.Core.Ports;

namespace Almanach.Web.Tests.Hosting;

/// <summary>What the pages are tested on does what every store does.</summary>
public sealed class RewindableStoreTests : StoreContract
{
    protected override IStore Store { get; } = new RewindableStore();
}

public sealed class RewindableFilesTests : FilesContract
{
    protected override IFiles Files { get; } = new RewindableFiles();
}
