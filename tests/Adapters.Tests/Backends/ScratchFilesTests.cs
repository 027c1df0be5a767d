using Almanach.Adapters.Files;
using Almanach.Adapters.Tests.Contracts;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Tests.Backends;

/// <summary>A folder written behind the caller's back.</summary>
public sealed class ScratchFilesTests : FilesContract, IDisposable
{
    private readonly TempFolder temp = new();
    private readonly ScratchFiles files;

    public ScratchFilesTests() => files = new ScratchFiles(temp.Path("fichiers"));

    protected override IFiles Files => files;

    [Fact]
    public async Task More_files_than_may_wait_are_all_there_once_settled()
    {
        for (var i = 0; i < 1000; i++)
            await files.Write($"mails/{i}.eml", BitConverter.GetBytes(i));
        await files.Settle();

        Assert.Equal(1000, Directory.GetFiles(temp.Path("fichiers/mails")).Length);
        Assert.Equal(BitConverter.GetBytes(777), await File.ReadAllBytesAsync(temp.Path("fichiers/mails/777.eml")));
    }

    [Fact]
    public async Task What_is_written_may_change_hands_at_once()
    {
        var reused = "avant"u8.ToArray();
        await files.Write("a.txt", reused);
        Array.Clear(reused);

        Assert.Equal("avant"u8.ToArray(), await files.Read("a.txt"));
    }

    [Fact]
    public async Task What_could_not_be_written_is_thrown_at_the_latest_when_settling()
    {
        Directory.CreateDirectory(temp.Path("fichiers"));
        await File.WriteAllTextAsync(temp.Path("fichiers/a"), "un fichier où un dossier est attendu");

        await files.Write("a/b.txt", "x"u8.ToArray());

        await Assert.ThrowsAnyAsync<IOException>(() => files.Settle());
    }

    public void Dispose()
    {
        files.Dispose();
        temp.Dispose();
    }
}
