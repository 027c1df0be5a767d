using Almanach.Adapters.Files;
using Almanach.Adapters.Tests.Contracts;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Tests.Backends;

public sealed class FolderDropTests : DropContract, IDisposable
{
    private readonly TempFolder temp = new();

    public FolderDropTests() => Drop = new FolderDrop(temp.Path("depot"));

    protected override IDrop Drop { get; }

    protected override Task Lay(string path, byte[] content)
    {
        var file = Path.Combine(temp.Path("depot"), path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return File.WriteAllBytesAsync(file, content);
    }

    [Fact]
    public async Task Where_nobody_made_the_folder_nothing_lies() => Assert.Empty(await Drop.Look());

    [Fact]
    public async Task A_link_leads_nowhere()
    {
        await Lay("rsa-caf/rsa.csv", [1]);
        await File.WriteAllTextAsync(temp.Path("secret"), "secret");
        File.CreateSymbolicLink(temp.Path("depot/rsa-caf/lien.csv"), temp.Path("secret"));
        Directory.CreateDirectory(temp.Path("dehors"));
        await File.WriteAllTextAsync(temp.Path("dehors/rsa.csv"), "x");
        Directory.CreateSymbolicLink(temp.Path("depot/autre"), temp.Path("dehors"));

        var file = Assert.Single(await Drop.Look());
        // What was seen as a file gives way to a link of the same size.
        File.Delete(temp.Path("depot/rsa-caf/rsa.csv"));
        File.CreateSymbolicLink(temp.Path("depot/rsa-caf/rsa.csv"), temp.Path("secret"));

        Assert.Null(await Drop.Open(file));
        Assert.False(await Drop.Remove(file));
        Assert.Null(await Drop.Open(new DroppedFile("..", "secret", 6, default, "6")));
        Assert.Equal("secret", await File.ReadAllTextAsync(temp.Path("secret")));
    }

    public void Dispose() => temp.Dispose();
}
