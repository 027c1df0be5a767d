using Almanach.Adapters.Files;
using Almanach.Adapters.Tests.Contracts;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Tests.Backends;

public sealed class FolderFilesTests : FilesContract, IDisposable
{
    private readonly TempFolder temp = new();

    public FolderFilesTests() => Files = new FolderFiles(temp.Path("fichiers"));

    protected override IFiles Files { get; }

    [Fact]
    public async Task A_link_to_a_folder_outside_is_not_followed()
    {
        var outside = Directory.CreateDirectory(temp.Path("dehors")).FullName;
        await File.WriteAllTextAsync(Path.Combine(outside, "secret.txt"), "secret");
        Directory.CreateSymbolicLink(temp.Path("fichiers/lien"), outside);

        await Assert.ThrowsAsync<IOException>(() => Files.Read("lien/secret.txt"));
        await Assert.ThrowsAsync<IOException>(() => Files.Write("lien/secret.txt", new byte[1]));
        await Assert.ThrowsAsync<IOException>(() => Files.WriteNew("lien/autre.txt", new byte[1]));
        await Assert.ThrowsAsync<IOException>(() => Files.Delete("lien/secret.txt"));
        Assert.Empty(await Files.List("").ToListAsync());
        Assert.Empty(await Files.List("lien/").ToListAsync());
        Assert.Equal("secret", await File.ReadAllTextAsync(Path.Combine(outside, "secret.txt")));
    }

    [Fact]
    public async Task A_link_to_a_file_outside_is_not_followed()
    {
        await File.WriteAllTextAsync(temp.Path("secret.txt"), "secret");
        File.CreateSymbolicLink(temp.Path("fichiers/lien.txt"), temp.Path("secret.txt"));

        await Assert.ThrowsAsync<IOException>(() => Files.Read("lien.txt"));
        await Assert.ThrowsAsync<IOException>(() => Files.Write("lien.txt", new byte[1]));
        Assert.Equal("secret", await File.ReadAllTextAsync(temp.Path("secret.txt")));
    }

    [Fact]
    public async Task A_dangling_link_does_not_create_its_target()
    {
        File.CreateSymbolicLink(temp.Path("fichiers/lien.txt"), temp.Path("cible.txt"));

        await Assert.ThrowsAsync<IOException>(() => Files.WriteNew("lien.txt", new byte[1]));

        Assert.False(File.Exists(temp.Path("cible.txt")));
    }

    [Fact]
    public async Task Foreign_files_in_the_folder_are_not_listed()
    {
        await Files.Write("a.txt", new byte[1]);
        await File.WriteAllTextAsync(temp.Path("fichiers/.DS_Store"), "");
        await File.WriteAllTextAsync(temp.Path("fichiers/Notes.txt"), "");

        Assert.Equal(["a.txt"], await Files.List("").ToListAsync());
    }

    [Fact]
    public async Task No_unfinished_file_stays_behind()
    {
        await Files.Write("a.txt", new byte[1]);
        await Files.WriteNew("a.txt", new byte[1]);
        await Files.WriteNew("b.txt", new byte[1]);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Files.Write("c.txt", new byte[1], new CancellationToken(true)));

        Assert.Equal(["a.txt", "b.txt"], Directory.EnumerateFiles(temp.Root, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Files_are_found_again_by_the_next_process()
    {
        await Files.Write("a/b.txt", "x"u8.ToArray());

        Assert.Equal("x"u8.ToArray(), await new FolderFiles(temp.Path("fichiers")).Read("a/b.txt"));
    }

    public void Dispose() => temp.Dispose();
}
